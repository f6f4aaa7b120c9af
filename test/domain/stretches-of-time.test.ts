/** What is made of a few stretches of time that are told apart by each rule; see intervals.test.ts for any. */
import { intersect, type Interval, union } from '../../src/domain/intervals';

type Pair = readonly [start: number, end: number];
const intervals = (pairs: readonly Pair[]): Interval[] => pairs.map(([start, end]) => ({ start, end }));

it.each<[string, Pair[], Pair[]]>([
  [
    'apart stay two',
    [
      [1, 2],
      [4, 6],
    ],
    [
      [1, 2],
      [4, 6],
    ],
  ],
  [
    'in the wrong order are put in the right one',
    [
      [4, 6],
      [1, 2],
    ],
    [
      [1, 2],
      [4, 6],
    ],
  ],
  [
    'of which the later is told first become one',
    [
      [5, 9],
      [1, 6],
    ],
    [[1, 9]],
  ],
  [
    'that only touch become one',
    [
      [1, 4],
      [4, 6],
    ],
    [[1, 6]],
  ],
  [
    'of which one holds the other are that one',
    [
      [1, 9],
      [4, 6],
    ],
    [[1, 9]],
  ],
  [
    'of which one is empty are the other',
    [
      [3, 3],
      [4, 6],
    ],
    [[4, 6]],
  ],
  [
    'of which one is reversed are the other',
    [
      [9, 2],
      [4, 6],
    ],
    [[4, 6]],
  ],
])('Two that are united, %s', (_which, some, expected) => {
  expect(union(intervals(some))).toEqual(intervals(expected));
});

it.each<[string, Pair[], Pair[], Pair[]]>([
  ['overlap', [[1, 5]], [[3, 9]], [[3, 5]]],
  ['only touch', [[1, 3]], [[3, 9]], []],
  ['are apart', [[1, 2]], [[3, 9]], []],
  [
    'come one after another, the second of the first in the second',
    [
      [1, 2],
      [4, 6],
    ],
    [[5, 9]],
    [[5, 6]],
  ],
  [
    'come one after another, the first in both of the second',
    [[1, 9]],
    [
      [2, 3],
      [5, 6],
    ],
    [
      [2, 3],
      [5, 6],
    ],
  ],
  [
    'outlast the others',
    [
      [1, 2],
      [4, 6],
    ],
    [[1, 2]],
    [[1, 2]],
  ],
  ['are of nothing', [[1, 2]], [], []],
])('The time in both of those that %s is that alone, whichever comes first', (_which, a, b, expected) => {
  expect(intersect(intervals(a), intervals(b))).toEqual(intervals(expected));
  expect(intersect(intervals(b), intervals(a))).toEqual(intervals(expected));
});
