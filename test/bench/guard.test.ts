import { judge, shareHigher, worseInAll } from './guard';

const KEPT = [1.2, 1.22, 1.25, 1.25, 1.27, 1.3, 1.4];
const times = (factor: number): number[] => KEPT.map((value) => value * factor);

describe('the guard of the ratios', () => {
  it.each<[string, readonly number[] | undefined, readonly number[] | undefined, ReturnType<typeof judge>]>([
    ['the same rounds', KEPT, KEPT, 'as-kept'],
    ['a tenth more, within what a machine does by itself', KEPT, times(1.1), 'as-kept'],
    ['a quarter more in every round', KEPT, times(1.25), 'worse'],
    ['less', KEPT, times(0.7), 'as-kept'],
    ['one round far out', KEPT, [...KEPT.slice(1), 9], 'as-kept'],
    ['three rounds far out of seven', KEPT, [...KEPT.slice(3), 9, 9, 9], 'as-kept'],
    [
      'a higher median in rounds that lie across the kept ones',
      KEPT,
      [1, 1, 1.1, 1.6, 1.7, 1.8, 1.9],
      'as-kept',
    ],
    ['too few rounds to know', KEPT, [2, 2, 2, 2], 'as-kept'],
    ['too few kept to know', [1, 1, 1, 1], times(2), 'as-kept'],
    ['a row nobody has kept', undefined, KEPT, 'not-kept'],
    ['a kept row that is gone', KEPT, undefined, 'not-seen'],
  ])('judges %s', (_, kept, seen, expected) => {
    expect(judge(kept, seen)).toBe(expected);
  });

  it.each([
    [[1, 2], [3, 4], 1],
    [[3, 4], [1, 2], 0],
    [[1, 2], [1, 2], 0.5],
    [[1, 3], [2], 0.5],
  ])('counts of %j against %j the share that is higher', (kept, seen, share) => {
    expect(shareHigher(kept, seen)).toBe(share);
  });

  it('believes only what every run finds', () => {
    const kept = { click: KEPT, form: KEPT, gone: KEPT };
    const first = { click: times(1.4), form: times(1.4), added: times(9) };
    const second = { click: times(1.4), form: times(1.05) };
    expect(worseInAll(kept, [first])).toEqual(['click', 'form']);
    expect(worseInAll(kept, [first, second])).toEqual(['click']);
    expect(worseInAll(kept, [])).toEqual([]);
  });
});
