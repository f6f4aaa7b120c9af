/** What facilitators record, counted: what it comes to, and that nothing of it is shown that is about one or two of them. */
import fc from 'fast-check';
import { MINUTE_MS } from '../../../src/domain/intervals';
import { recordedOf, recordedReleased, recordedTogether } from '../../../src/domain/monitoring/recorded';
import {
  type Evaluated,
  type FrozenBlock,
  nextBlock,
  startAfter,
} from '../../../src/domain/monitoring/release';
import { rollingOf } from '../../../src/domain/monitoring/rolling';
import { monthsBetween } from '../../../src/domain/monitoring/month';
import { yearlyCells } from '../../../src/domain/monitoring/yearly';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { aMatch, at } from '../../builders';
import { someRecord } from '../../some-record';
import { aSession, sessionsGen } from './some-sessions';

const { slot } = aMatch();
const one = recordedOf(someRecord(), slot);
const by = (...facilitators: readonly string[]) =>
  facilitators.map((facilitator) => ({ facilitator, recorded: one }));

describe('a record that is counted', () => {
  it.each([
    [16, 1],
    [15, 0],
    [0, 0],
    [-30, 0],
  ])('of a session that ended %s minutes early counts %s cut short', (minutes, count) => {
    expect(recordedOf(someRecord({ end: slot.end - minutes * MINUTE_MS }), slot).endedEarly).toBe(count);
  });

  it('agrees from 4 on, of what applied', () => {
    const agreement = {
      'kept-reflective': 4,
      'held-feelings': 3,
      'apart-from-case': 'not-applicable',
    } as const;
    expect(recordedOf(someRecord({ agreement }), slot).own).toEqual({
      'kept-reflective': { count: 1, of: 1 },
      'held-feelings': { count: 0, of: 1 },
      'apart-from-case': { count: 0, of: 0 },
    });
  });

  it('adds up with others, and what was never counted adds nothing', () => {
    const cut = recordedOf(someRecord({ concern: true, end: slot.end - 20 * MINUTE_MS }), slot);
    expect(recordedTogether([one, undefined, cut])).toMatchObject({
      ...{ sessions: 2, concerns: 1, endedEarly: 1 },
      own: { 'kept-reflective': { count: 2, of: 2 } },
    });
    expect(recordedTogether([undefined])).toBeUndefined();
    expect(recordedTogether([])).toBeUndefined();
  });
});

describe('what is shown of records', () => {
  it.each([
    ['three facilitators, a session each', by('a', 'b', 'c'), 3],
    ['one facilitator with exactly half', by('a', 'a', 'b', 'c'), 4],
    ['one facilitator with more than half', by('a', 'a', 'a', 'b', 'c'), undefined],
    ['two facilitators, who would each know the other’s', by('a', 'a', 'b', 'b'), undefined],
    ['two sessions', by('a', 'b'), undefined],
    ['a third facilitator who recorded nothing', [...by('a', 'b'), { facilitator: 'c' }], undefined],
    ['a session of nobody known', [...by('a', 'b'), { recorded: one }], undefined],
    ['nothing', [], undefined],
  ])('%s', (_what, sessions, shown) => {
    expect(recordedReleased(sessions, policy)?.sessions).toBe(shown);
  });

  it.each([
    [3, 3],
    [4, undefined],
  ])('of three sessions, where policy asks for %s, is of %s', (releaseSessions, shown) => {
    const rule = { ...policy, releaseSessions };
    expect(recordedReleased(by('a', 'b', 'c'), rule)?.sessions).toBe(shown);
  });

  const recorded = (month: string, facilitator: string): Evaluated =>
    aSession(month, { facilitator, recorded: one });

  it('is part of a block and of the rolling sum, and left out of a block of too few', () => {
    const months = (...facilitators: readonly string[]) => [
      { month: '2027-01', sessions: facilitators.map((each) => recorded('2027-01', each)) },
    ];
    const frozenAt = at('2027-06-01T09:00');
    expect(nextBlock(months('fay', 'finn', 'flo'), undefined, frozenAt, policy)?.recorded?.sessions).toBe(3);
    const few = nextBlock(months('fay', 'fay', 'finn'), undefined, frozenAt, policy);
    expect(few).toMatchObject({ sessions: 3 });
    expect(few).not.toHaveProperty('recorded');
  });

  it('is never in a cell of a year', () => {
    const sessions = Array.from({ length: 30 }, (_, n) =>
      recorded('2026-03', ['fay', 'finn', 'flo'][n % 3]!),
    );
    const shown = yearlyCells([sessions], policy).byAgency.filter(({ released }) => released);
    expect(shown).toHaveLength(1);
    expect(shown[0]!.released).not.toHaveProperty('recorded');
  });

  /** Blocks share no session, and every rolling sum is one of whole blocks: so whatever is added and taken away is too. */
  it('whatever is added and taken away, is of whole blocks that are each about enough facilitators', () => {
    const months = monthsBetween('2026-01', '2026-12');
    const story = fc.tuple(
      ...months.map((month) =>
        sessionsGen(month, 9).chain((sessions) =>
          fc
            .array(fc.boolean(), { minLength: sessions.length, maxLength: sessions.length })
            .map((told) => sessions.map((each, n) => (told[n] ? { ...each, recorded: one } : each))),
        ),
      ),
    );
    let [shown, left] = [0, 0];
    fc.assert(
      fc.property(story, (perMonth) => {
        const all = months.map((month, n) => ({ month, sessions: perMonth[n]! }));
        const blocks: FrozenBlock[] = [];
        for (;;) {
          const last = blocks.at(-1);
          const ready = all.filter(({ month }) => !last || month >= startAfter(last));
          const block = nextBlock(ready, last, at('2028-01-01T09:00'), policy);
          if (!block) break;
          blocks.push(block);
        }
        for (const { from, to, recorded: told } of blocks) {
          const within = all.filter(({ month }) => from <= month && month <= to).flatMap((m) => m.sessions);
          const theirs = within.filter((each) => each.recorded !== undefined);
          if (!told) {
            left += 1;
            continue;
          }
          shown += 1;
          expect(told.sessions).toBe(theirs.length);
          expect(new Set(theirs.map(({ facilitator }) => facilitator)).size).toBeGreaterThanOrEqual(3);
        }
        const rolling = rollingOf(blocks);
        if (!rolling) return;
        const summed = blocks.filter(({ from }) => from >= rolling.from);
        expect(rolling.recorded).toEqual(recordedTogether(summed.map((block) => block.recorded)));
      }),
      { numRuns: 200 },
    );
    expect(Math.min(shown, left)).toBeGreaterThan(20);
  });
});
