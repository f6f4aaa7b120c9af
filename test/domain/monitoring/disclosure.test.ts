import fc from 'fast-check';
import { discloses } from '../../../src/domain/monitoring/disclosure';
import { type Answered, keepsRule } from '../../../src/domain/monitoring/release';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { isInRowSpace } from './rationals';

/** One letter a session: whose it was; three answers each. */
const of = (facilitators: string): Answered[] =>
  [...facilitators].map((facilitator) => ({ facilitator, answers: 3 }));

describe('whether sums tell what may not be shown', () => {
  it.each<[string, string, number[][], boolean]>([
    ['one sum', 'abab', [[0, 1, 2, 3]], false],
    [
      'two apart',
      'abaaba',
      [
        [0, 1, 2],
        [3, 4, 5],
      ],
      false,
    ],
    [
      'two that differ by one',
      'abab',
      [
        [0, 1, 2, 3],
        [0, 1, 2],
      ],
      true,
    ],
    [
      'two that differ by three of one facilitator',
      'ababbb',
      [
        [0, 1, 2, 3, 4, 5],
        [0, 1, 2],
      ],
      true,
    ],
    [
      'two that differ by three of two',
      'abaaba',
      [
        [0, 1, 2, 3, 4, 5],
        [0, 1, 2],
      ],
      false,
    ],
    [
      'three, none of which holds another, but one and a difference of the two others do',
      'abaabaab',
      // (0…5) less (3…5) is 0…2; of 0…2 and 6, what is left is 6.
      [
        [0, 1, 2, 3, 4, 5],
        [3, 4, 5],
        [0, 1, 2, 6],
      ],
      true,
    ],
    [
      'three of which any two together are twice one session and a third',
      'abab',
      // (0 1 2) + (0 1 3) + (2 3 …) tell 0 + 1 and 2 + 3 alone.
      [
        [0, 1, 2],
        [0, 1, 3],
        [0, 2, 3],
        [1, 2, 3],
      ],
      true,
    ],
    [
      'the rows and the columns of two by two',
      'abaababab',
      [
        [0, 1, 2, 3, 4],
        [5, 6, 7, 8],
        [0, 1, 2, 5, 6],
        [3, 4, 7, 8],
      ],
      false,
    ],
    [
      'a row and a column of two by two, and what they have in common',
      'abaababab',
      [
        [0, 1, 2, 3, 4],
        [0, 1, 2, 5, 6],
        [0, 1, 2],
      ],
      true,
    ],
  ])('%s', (_what, facilitators, sums, isTold) => {
    for (const sum of sums)
      expect(
        keepsRule(
          sum.map((n) => of(facilitators)[n]!),
          policy,
        ),
      ).toBe(true);
    expect(discloses(of(facilitators), sums, [], policy)).toBe(isTold);
  });

  it('minds a hidden set of many sessions that may not be shown for another reason', () => {
    // One of them has more than half of the answers.
    const sessions = [...of('abab'), { facilitator: 'a', answers: 20 }, ...of('babab')];
    const all = sessions.map((_, n) => n);
    expect(discloses(sessions, [all], [[4, 5, 6]], policy)).toBe(false);
    expect(discloses(sessions, [all, [0, 1, 2, 3, 7, 8, 9]], [[4, 5, 6]], policy)).toBe(true);
  });

  it('minds no sum that is published as it is, within a hidden set, and nothing where nothing is published', () => {
    const sessions = of('abaabaab');
    const apart = [
      [0, 1, 2],
      [3, 4, 5, 6, 7],
    ];
    expect(discloses(sessions, apart, [[0, 1, 2, 3]], policy)).toBe(false);
    expect(discloses(sessions, [...apart, [0, 1, 2, 3]], [[0, 1, 2, 3]], policy)).toBe(true);
    expect(discloses(sessions, [], [[0, 1, 2]], policy)).toBe(false);
    expect(discloses(of('a'), [], [], policy)).toBe(false);
    expect(discloses([], [], [], policy)).toBe(false);
  });

  it('tells two kinds apart of which each is in a sum of its own, also where both are tied by another sum', () => {
    // The first of each four is in the sum of the firsts: nobody can work out any two of those.
    const firsts = [0, 4, 8, 12];
    const fours = firsts.map((first) => [first, first + 1, first + 2, first + 3]);
    const sessions = of('aabbbabaaabbbaba');
    expect(discloses(sessions, [...fours, firsts], [], policy)).toBe(false);
    // With the whole third four in place of its first, two of them are left when that is taken away.
    expect(discloses(sessions, [...fours, [0, 4, ...fours[2]!]], [], policy)).toBe(true);
  });

  it('takes sessions of nobody known for those of one facilitator', () => {
    // All less the first three are 3, 4 and 5, of which the other sums tell none alone, and no two.
    const sums = [
      [0, 1, 2],
      [0, 1, 2, 3, 4, 5],
      [3, 6, 7, 8],
      [4, 9, 10, 11],
    ];
    const unknown = of('abaabaabaaba').map(({ answers, ...who }, n) =>
      n >= 3 && n <= 5 ? { answers } : { answers, ...who },
    );
    expect(discloses(unknown, sums, [], policy)).toBe(true);
    expect(discloses(unknown, sums.slice(1), [], policy)).toBe(false);
    expect(discloses(of('abaabaabaaba'), sums, [], policy)).toBe(false);
  });

  it('sees every forbidden session, pair and facilitator that can be worked out over the rationals', () => {
    const SESSIONS = 9;
    const places = Array.from({ length: SESSIONS }, (_, n) => n);
    let told = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: SESSIONS, maxLength: SESSIONS }),
        fc.array(fc.subarray(places, { minLength: 3 }), { minLength: 1, maxLength: 6 }),
        (facilitators, wanted) => {
          const sessions = of(facilitators.join(''));
          const keeps = (set: readonly number[]) =>
            keepsRule(
              set.map((n) => sessions[n]!),
              policy,
            );
          const sums = wanted.filter(keeps);
          fc.pre(sums.length > 0);
          const vector = (set: readonly number[]) => places.map((n) => (set.includes(n) ? 1 : 0));
          const pairs = places.flatMap((a) => places.filter((b) => b > a).map((b) => [a, b]));
          const own = ['a', 'b', 'c'].map((who) => places.filter((n) => facilitators[n] === who));
          const few = [...places.map((n) => [n]), ...pairs, ...own].filter((set) => set.length > 0);
          const isTold = few.some((set) => isInRowSpace(sums.map(vector), vector(set)));
          if (isTold) {
            told += 1;
            expect(discloses(sessions, sums, [], policy)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(20);
  });
});
