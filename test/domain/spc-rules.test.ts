import { type Lines, marksOf, type XmrRule } from '../../src/domain/spc-rules';

/** Two thirds of the way to a limit: 4 and -4. */
const LINES: Lines = { mean: 0, lower: -6, upper: 6, rounding: 1e-12 };

/** The places a rule marks, told from the others by an x. */
function pattern(rule: XmrRule, values: readonly number[]): string {
  return marksOf(values, LINES)
    .map((rules) => (rules.includes(rule) ? 'x' : '.'))
    .join('');
}

const below = (values: readonly number[]) => values.map((value) => -value);

/** Each holds upside down as well. */
function expectBothWays(rule: XmrRule, values: readonly number[], expected: string): void {
  expect(pattern(rule, values)).toBe(expected);
  expect(pattern(rule, below(values))).toBe(expected);
}

describe('Outside the limits', () => {
  it.each<[number[], string]>([
    [[5, 7, 3, 12, -1], '.x.x.'],
    [[7, -7, 0, 7], 'xx.x'],
    [[6, -6, 0], '...'],
    [[6.0000001, 5.9999999], 'x.'],
    [[6 + 1e-15], '.'],
    [[], ''],
  ])('%j: %s', (values, expected) => expectBothWays('outside', values, expected));
});

describe('A shift: seven in a row on one side of the mean', () => {
  it.each<[string, number[], string]>([
    ['six are too few', [1, 1, 1, 1, 1, 1], '......'],
    ['six and one on the other side', [1, 2, 1, 2, 1, 2, -1], '.......'],
    ['seven', [1, 1, 1, 1, 1, 1, 1], 'xxxxxxx'],
    ['eight and one on the other side, all eight', [1, 1, 1, 1, 1, 1, 1, 1, -1], 'xxxxxxxx.'],
    ['a point on the mean breaks it', [1, 1, 1, 0, 1, 1, 1, 1], '........'],
    ['and one on it but for rounding', [1, 1, 1, 1e-13, 1, 1, 1, 1], '........'],
    ['seven after a break', [1, 0, 1, 1, 1, 1, 1, 1, 1], '..xxxxxxx'],
    [
      'from one side to the other',
      [...Array<number>(7).fill(1), ...Array<number>(7).fill(-1)],
      'xxxxxxxxxxxxxx',
    ],
    ['on the mean all the time', Array<number>(9).fill(0), '.........'],
  ])('%s', (_what, values, expected) => expectBothWays('shift', values, expected));
});

describe('A trend: seven in a row rising or falling', () => {
  it.each<[string, number[], string]>([
    ['six are too few', [1, 2, 3, 4, 5, 6], '......'],
    ['seven', [1, 2, 3, 4, 5, 6, 7], 'xxxxxxx'],
    ['falling', [7, 6, 5, 4, 3, 2, 1], 'xxxxxxx'],
    ['two equal ones break it', [1, 2, 3, 3, 4, 5, 6], '.......'],
    ['within others', [2, 1, 2, 3, 4, 5, 6, 7, 3], '.xxxxxxx.'],
    ['longer than seven', [0, 1, 2, 3, 4, 5, 6, 7, 8, 8], 'xxxxxxxxx.'],
    ['up and down again', [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1], 'xxxxxxxxxxxxx'],
    ['up and too short down', [1, 2, 3, 4, 5, 6, 7, 6, 5, 4], 'xxxxxxx...'],
    ['across the mean', [-3, -2, -1, 0, 1, 2, 3], 'xxxxxxx'],
  ])('%s', (_what, values, expected) => expectBothWays('trend', values, expected));
});

describe('Two of three in the outer third', () => {
  it.each<[string, number[], string]>([
    ['the first two', [5, 5, 1], 'xx.'],
    ['the last two', [1, 5, 5], '.xx'],
    ['the first and the last: the one between is not marked', [5, 1, 5], 'x.x'],
    ['among others', [1, 1, 5, 1, 5, 1, 1], '..x.x..'],
    ['one alone', [1, 5, 1, 1], '....'],
    ['too far apart', [5, 1, 1, 5], '....'],
    ['too far apart, and then two', [5, 1, 1, 5, 5], '...xx'],
    ['all three', [1, 5, 5, 5, 1], '.xxx.'],
    ['two windows', [1, 5, 5, 1, 5, 1, 1], '.xx.x..'],
    ['on two sides of the mean', [5, -5, 5, 1], '....'],
    ['the third on the other side', [5, 5, -1], '...'],
    ['the third between them on the other side', [5, -1, 5], '...'],
    ['the third on the mean', [5, 0, 5], '...'],
    ['on the line of two thirds', [4, 4, 1], '...'],
    ['on the limit itself', [6, 6, 1], 'xx.'],
    ['outside is not in the outer third', [7, 5, 1], '...'],
    ['but hinders nobody', [7, 5, 5], '.xx'],
    ['two are no three', [5, 5], '..'],
  ])('%s', (_what, values, expected) => expectBothWays('two-of-three', values, expected));
});

it('marks a point by all rules that hold, in the order they are named', () => {
  expect(marksOf([1, 2, 3, 3.5, 4.2, 5, 7], LINES)).toEqual([
    ['shift', 'trend'],
    ['shift', 'trend'],
    ['shift', 'trend'],
    ['shift', 'trend'],
    ['shift', 'trend', 'two-of-three'],
    ['shift', 'trend', 'two-of-three'],
    ['outside', 'shift', 'trend'],
  ]);
});
