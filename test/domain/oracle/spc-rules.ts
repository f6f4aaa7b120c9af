/** The rules as "Making Data Count" words them, looked up for each point in every window it is in: slow and plain. */
import type { XmrRule } from '../../../src/domain/spc';

interface Lines {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

export function rulesAt(values: readonly number[], place: number, { mean, lower, upper }: Lines): XmrRule[] {
  const value = values[place]!;
  const near = ((upper - mean) * 2) / 3;
  const isOutside = (each: number) => each < lower || each > upper;
  const isClose = (each: number) => !isOutside(each) && Math.abs(each - mean) > near;
  const oneSide = (window: readonly number[]) =>
    window.every((each) => each > mean) || window.every((each) => each < mean);
  const pairs = (window: readonly number[]) => window.slice(1).map((each, n) => each - window[n]!);
  const found: [XmrRule, boolean][] = [
    ['outside', isOutside(value)],
    ['shift', windows(values, place, 7).some(oneSide)],
    [
      'trend',
      windows(values, place, 7).some((window) => {
        const steps = pairs(window);
        return steps.every((step) => step > 0) || steps.every((step) => step < 0);
      }),
    ],
    [
      'two-of-three',
      isClose(value) &&
        windows(values, place, 3).some((window) => oneSide(window) && window.filter(isClose).length >= 2),
    ],
  ];
  return found.flatMap(([rule, holds]) => (holds ? [rule] : []));
}

/** The windows of so many neighbours that hold the place. */
function windows(values: readonly number[], place: number, length: number): number[][] {
  const found: number[][] = [];
  for (let start = Math.max(0, place - length + 1); start <= place; start += 1)
    if (start + length <= values.length) found.push(values.slice(start, start + length));
  return found;
}
