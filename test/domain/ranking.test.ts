/** What makes a match the better one, rule by rule; and how the few best are taken. */
import { best, bestSlots, byFit, byPreference, type Option, tieOf } from '../../src/domain/ranking';

interface Some {
  readonly id?: string;
  readonly again?: boolean;
  readonly preferred?: boolean;
  readonly free?: number;
  readonly turn?: number;
  readonly start?: number;
  readonly near?: boolean;
  readonly otherAgency?: boolean;
  readonly tie?: number;
}

function anOption({ id = 'fay', again = false, free = 0, start = 0, ...of }: Some): Option {
  const { preferred = false, turn = 0, near = false, otherAgency = false, tie = 0 } = of;
  return {
    of: { candidate: { facilitator: { id } }, preferred, turn, near, otherAgency, tie },
    slot: { start, end: start + 90, participantsFree: free },
    again,
  };
}

/** Each rule, from the first that counts to the last: what is better by it, and what is worse. */
const RULES: readonly (readonly [string, Some, Some])[] = [
  ['another day than a second time on the same', { again: false }, { again: true }],
  ['the facilitator a follow-up prefers', { preferred: true }, { preferred: false }],
  ['a time that suits more', { free: 2 }, { free: 1 }],
  ['whose turn is sooner', { turn: 0.5 }, { turn: 1 }],
  ['the earlier time', { start: 10 }, { start: 20 }],
  ['who works near by', { near: true }, { near: false }],
  ['another agency', { otherAgency: true }, { otherAgency: false }],
  ['the smaller tie', { tie: 1 }, { tie: 2 }],
  ['the id that comes first', { id: 'amber' }, { id: 'basil' }],
];

const all = (some: readonly Some[]): Some => some.reduce((sum, each) => ({ ...sum, ...each }), {});

describe('The better match', () => {
  it.each(RULES.map(([what, better, worse], n) => [what, n, better, worse] as const))(
    'is %s, whatever the rules after it say',
    (_what, n, better, worse) => {
      const after = RULES.slice(n + 1);
      const one = anOption({ ...all(after.map((each) => each[2])), ...better });
      const other = anOption({ ...all(after.map((each) => each[1])), ...worse });
      expect(byPreference(one, other)).toBeLessThan(0);
      expect(byPreference(other, one)).toBeGreaterThan(0);
    },
  );

  it('is neither of two that are the same', () => {
    expect(byPreference(anOption({}), anOption({}))).toBe(0);
  });
});

describe('The few best', () => {
  const starts = (options: readonly Option[]) => options.map(({ slot }) => slot.start);
  it.each([
    [[5, 1, 4, 2, 3], 3, [1, 2, 3]],
    [[1, 2, 3], 3, [1, 2, 3]],
    [[3, 2, 1], 5, [1, 2, 3]],
    [[3, 1, 2], 1, [1]],
    [[3, 1, 2], 0, []],
    [[], 3, []],
    [[7, 6, 5, 4, 3, 2, 1], 6, [1, 2, 3, 4, 5, 6]],
  ])('of %j, at most %i, are %j', (given, most, expected) => {
    expect(
      starts(
        best(
          given.map((start) => anOption({ start })),
          most,
        ),
      ),
    ).toEqual(expected);
  });

  it('are of equals those that came first, in their order', () => {
    const equals = [1, 2, 3].map((n) => ({ ...anOption({}), n }));
    expect(best(equals, 2).map(({ n }) => n)).toEqual([1, 2]);
  });
});

describe('The best times of one facilitator', () => {
  const aTime = (day: string, start: number, participantsFree = 0) => ({
    ...{ day, start, end: start + 90, participantsFree },
  });
  const told = (slots: ReturnType<typeof aTime>[], most: number) =>
    bestSlots(slots, most).map(({ slot, again }) => `${slot.day}${slot.start}${again ? ' again' : ''}`);
  const someTimes = () => [
    aTime('a', 1),
    aTime('a', 2, 1),
    aTime('a', 3, 1),
    aTime('b', 4),
    aTime('b', 5, 2),
  ];

  it.each([
    [1, ['b5']],
    [2, ['b5', 'a2']],
    [3, ['b5', 'a2', 'a3 again']],
    [4, ['b5', 'a2', 'a3 again', 'a1 again']],
    [9, ['b5', 'a2', 'a3 again', 'a1 again', 'b4 again']],
  ])('at most %i, are the best of each day and then further ones', (most, expected) => {
    expect(told(someTimes(), most)).toEqual(expected);
  });

  it('are those that suit more, then the earlier', () => {
    expect(byFit(aTime('a', 2, 1), aTime('a', 1))).toBeLessThan(0);
    expect(byFit(aTime('a', 2), aTime('a', 1))).toBeGreaterThan(0);
    expect(byFit(aTime('a', 1), aTime('b', 1))).toBe(0);
  });
});

describe('A tie', () => {
  it('is a number of 32 bits that only the request and the facilitator make', () => {
    const ties = ['fay', 'faz', 'amber'].flatMap((who) => ['r-1', 'r-2'].map((id) => tieOf(id, who)));
    expect(new Set(ties).size).toBe(6);
    for (const each of ties) {
      expect(Number.isInteger(each) && each >= 0 && each < 2 ** 32).toBe(true);
    }
    expect(tieOf('r-1', 'fay')).toBe(ties[0]);
    // FNV-1a and murmur3's finish, worked out elsewhere with whole numbers of any length.
    expect(tieOf('r', 'f')).toBe(1_650_488_572);
  });
});
