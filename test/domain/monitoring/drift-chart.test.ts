import fc from 'fast-check';
import {
  type DriftBlock,
  driftChart,
  type DriftState,
  next,
  NO_BLOCKS,
} from '../../../src/domain/monitoring/drift-chart';
import { limitFor } from '../../../src/domain/monitoring/drift-design';

function aBlock(drifted: number, assessable: number, months = 1): DriftBlock {
  return { drifted, assessable, months };
}

const sums = (blocks: readonly DriftBlock[]) => driftChart(blocks).map(({ sum }) => sum);
/** So many blocks of five sessions, one of which drifted. */
const quiet = (count: number) => Array.from({ length: count }, () => aBlock(1, 5));

describe('The drift chart', () => {
  it('adds 4 for each session that drifted, takes 1 for each other, and is never below 0', () => {
    expect(sums([aBlock(0, 5), aBlock(1, 3), aBlock(2, 4), aBlock(1, 6), aBlock(0, 20)])).toEqual([
      0, 2, 8, 7, 0,
    ]);
  });

  it('takes a block at once: what it shows does not tell which session drifted', () => {
    const bySession = (order: readonly number[]) => sums(order.map((drifted) => aBlock(drifted, 1))).at(-1);
    const orders = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(orders.map(bySession)).toEqual([2, 3, 4]);
    expect(sums([aBlock(1, 3)])).toEqual([2]);
  });

  it('signals at its limit, and starts again', () => {
    const rising = [...quiet(12), aBlock(3, 5), aBlock(3, 5), aBlock(2, 4), aBlock(3, 5), aBlock(0, 5)];
    expect(
      driftChart(rising)
        .slice(11)
        .map(({ sum, limit, signal }) => [sum, limit, signal]),
    ).toEqual([
      [0, 21, false],
      [10, 21, false],
      [20, 21, false],
      [26, 21, true],
      [10, 21, false],
      [5, 21, false],
    ]);
    expect(driftChart([aBlock(6, 6, 2)]).map(({ sum, signal }) => [sum, signal])).toEqual([[24, true]]);
    // Exactly at it.
    expect(driftChart([aBlock(4, 4, 2), aBlock(1, 3, 1)]).map(({ sum, signal }) => [sum, signal])).toEqual([
      [16, false],
      [18, true],
    ]);
  });

  it('signals again when drift goes on', () => {
    const drifting = Array.from({ length: 10 }, () => aBlock(3, 6));
    const signals = driftChart(drifting).flatMap(({ signal }, n) => (signal ? [n] : []));
    expect(signals).toEqual([2, 5, 8]);
  });

  it('has its limit by the sessions of the last twelve months', () => {
    const blocks = [
      ...Array.from({ length: 12 }, () => aBlock(0, 15)),
      ...Array.from({ length: 6 }, () => aBlock(0, 6, 2)),
    ];
    const limits = driftChart(blocks).map(({ limit }) => limit);
    expect(limits.slice(0, 12)).toEqual(Array(12).fill(limitFor(180)));
    expect(limits.slice(12)).toEqual([156, 132, 108, 84, 60, 36].map(limitFor));
  });

  it('has its limit by the last year alone, where a share needs sessions of the year before', () => {
    const points = driftChart([aBlock(0, 84, 12), aBlock(0, 9, 6), aBlock(0, 9, 6)]);
    // The second is of 93 in 18 months, the third of 18 in 12; of all 102 in 24 it would be 21 again.
    expect(points.map(({ limit }) => limit)).toEqual([21, 21, 18]);
  });

  it('has months without a session behind it in the block they end in', () => {
    expect(driftChart([aBlock(0, 0, 3)])).toEqual([
      { sum: 0, limit: limitFor(0), signal: false, rolling: 'too-few' },
    ]);
    expect(driftChart([])).toEqual([]);
  });

  it.each([
    aBlock(-1, 5),
    aBlock(6, 5),
    aBlock(1, 5, 0),
    aBlock(1.5, 5),
    aBlock(NaN, 5),
    aBlock(1, Infinity),
  ])('does not take %j', (block) => {
    const { drifted, assessable, months } = block;
    expect(() => driftChart([block])).toThrow(RangeError);
    expect(() => driftChart([block])).toThrow(`got ${drifted} of ${assessable} in ${months}`);
  });
});

describe('The share of the last sessions', () => {
  const rolling = (blocks: readonly DriftBlock[]) => driftChart(blocks).map((point) => point.rolling);

  it('is too few to tell below twenty', () => {
    expect(rolling([aBlock(3, 10), aBlock(3, 9)])).toEqual(['too-few', 'too-few']);
    expect(rolling([aBlock(3, 10), aBlock(3, 10)])[1]).toMatchObject({ count: 6, of: 20, share: 0.3 });
  });

  it('is of whole blocks, and no more of them than needed', () => {
    const blocks = [aBlock(5, 5), aBlock(1, 9), aBlock(2, 8), aBlock(3, 7), aBlock(0, 25)];
    expect(rolling(blocks).slice(2)).toMatchObject([
      { count: 8, of: 22 },
      { count: 6, of: 24 },
      { count: 0, of: 25 },
    ]);
  });

  it('goes back for more than a year where there were few', () => {
    const blocks = [aBlock(2, 5, 12), aBlock(1, 5, 12), aBlock(0, 5, 12), aBlock(1, 5, 12)];
    expect(rolling(blocks)[3]).toMatchObject({ count: 4, of: 20 });
  });

  it('needs no block kept before twenty of a year', () => {
    const kept = (blocks: readonly DriftBlock[]) =>
      blocks.reduce((state, block) => next(state, block).state, NO_BLOCKS).recent;
    expect(kept([aBlock(1, 9, 12), aBlock(3, 20, 12)])).toEqual([aBlock(3, 20, 12)]);
    expect(kept([aBlock(1, 9, 12), aBlock(3, 19, 12)])).toHaveLength(2);
    expect(kept([aBlock(1, 9, 12), aBlock(3, 20, 11)])).toHaveLength(2);
  });
});

const someBlocks = fc.array(
  fc
    .record({
      months: fc.integer({ min: 1, max: 4 }),
      assessable: fc.nat(18),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ months, assessable, part }) => aBlock(Math.round(assessable * part * part), assessable, months)),
  { maxLength: 40 },
);

describe('The drift chart of any blocks', () => {
  it('is the same block by block, with the state stored in between', () => {
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        let stored = JSON.stringify(NO_BLOCKS);
        const points = blocks.map((block) => {
          const { state, point } = next(JSON.parse(stored) as DriftState, block);
          stored = JSON.stringify(state);
          return point;
        });
        expect(points).toEqual(driftChart(blocks));
      }),
    );
  });

  it('has a state that does not grow: what makes a year and twenty sessions, and not a block more', () => {
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        const state = blocks.reduce((before, block) => next(before, block).state, NO_BLOCKS);
        expect(state.recent).toEqual(blocks.slice(blocks.length - state.recent.length));
        const rest = state.recent.slice(1);
        const [months, sessions] = [
          rest.reduce((sum, block) => sum + block.months, 0),
          rest.reduce((sum, { assessable }) => sum + assessable, 0),
        ];
        expect(months < 12 || sessions < 20).toBe(true);
      }),
    );
  });

  it('is never rewritten by what comes after', () => {
    fc.assert(
      fc.property(someBlocks, fc.nat(40), (blocks, length) => {
        expect(driftChart(blocks.slice(0, length))).toEqual(driftChart(blocks).slice(0, length));
      }),
    );
  });

  it('is never ahead of the sessions one by one, in whatever order and months they come', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.boolean(), { maxLength: 12 }), { maxLength: 20 }), (months) => {
        const count = (sessions: readonly boolean[]) =>
          aBlock(sessions.filter(Boolean).length, sessions.length);
        // As long as there is no signal, after which the two start again at different times.
        const oneByOne = months.map((_, n) => {
          const all = driftChart(
            months
              .slice(0, n + 1)
              .flat()
              .map((drifted) => count([drifted])),
          );
          return { sum: all.at(-1)?.sum ?? 0, signal: all.some(({ signal }) => signal) };
        });
        driftChart(months.map(count)).forEach(({ sum }, n) => {
          if (!oneByOne[n]!.signal) expect(sum).toBeLessThanOrEqual(oneByOne[n]!.sum);
        });
      }),
    );
  });

  it('ends, while it never would fall below 0, where it ends however its sessions are put into blocks', () => {
    const rising = fc.array(fc.constantFrom([1, 2], [1, 3], [1, 4], [2, 5]), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rising, (parts) => {
        const blocks = parts.map(([drifted, assessable]) => aBlock(drifted, assessable));
        const signalled = driftChart(blocks).some(({ signal }) => signal);
        fc.pre(!signalled);
        const whole = aBlock(
          blocks.reduce((sum, { drifted }) => sum + drifted, 0),
          blocks.reduce((sum, { assessable }) => sum + assessable, 0),
        );
        expect(sums([whole]).at(-1)).toBe(sums(blocks).at(-1));
      }),
    );
  });
});
