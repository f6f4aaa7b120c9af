/** The rules of "Making Data Count" that tell special cause from common cause variation, on one stretch of an XmR chart. */
export type XmrRule = 'outside' | 'shift' | 'trend' | 'two-of-three';

export interface Lines {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** A value no further than this from a line is on it. */
  readonly rounding: number;
}

/** Seven, for a shift and for a trend: of seven points, a trend has six steps. */
const RUN = 7;

/**
 * For each value, the rules that mark it. All points of a run are marked, however long it is; of 2 in 3 those in the outer
 * third. It lies between two thirds of the way to a limit and the limit: what is beyond is "outside". And all three points
 * have to be on one side (NHSRplotthedots, its issues 143 and 153).
 */
export function marksOf(values: readonly number[], lines: Lines): XmrRule[][] {
  const marks = values.map((): XmrRule[] => []);
  const mark = (rule: XmrRule, places: Iterable<number>) => {
    for (const place of places) marks[place]!.push(rule);
  };
  const { mean, lower, upper, rounding } = lines;
  const beyond = (value: number, low: number, high: number) =>
    value < low - rounding || value > high + rounding;
  const places = [...values.keys()];
  const sides = values.map((value) => (beyond(value, mean, mean) ? Math.sign(value - mean) : 0));
  const outside = values.map((value) => beyond(value, lower, upper));
  const twoThirds = ((upper - mean) * 2) / 3;
  const close = values.map((value, n) => !outside[n] && beyond(value, mean - twoThirds, mean + twoThirds));

  mark(
    'outside',
    places.filter((n) => outside[n]),
  );
  mark('shift', inRuns(sides, RUN));
  mark('trend', inTrends(values));
  mark(
    'two-of-three',
    places.filter((n) => close[n] && [n - 2, n - 1, n].some((start) => isTwoOfThree(start, sides, close))),
  );
  return marks;
}

function isTwoOfThree(start: number, sides: readonly number[], close: readonly boolean[]): boolean {
  const [side, ...others] = [0, 1, 2].map((n) => sides[start + n]);
  const many = [0, 1, 2].filter((n) => close[start + n]).length;
  return many >= 2 && others.every((other) => other === side);
}

/** The places in unbroken runs of the same direction, `length` long or longer; a 0 has no direction and breaks them. */
function inRuns(directions: readonly number[], length: number): number[] {
  const found: number[] = [];
  for (let start = 0, end = 0; start < directions.length; start = end) {
    while (directions[end] === directions[start]) end += 1;
    if (directions[start] !== 0 && end - start >= length)
      for (let place = start; place < end; place += 1) found.push(place);
  }
  return found;
}

/** A step belongs to two points; where one trend turns into another, the point between them belongs to both. */
function inTrends(values: readonly number[]): Set<number> {
  const steps = values.slice(1).map((value, n) => Math.sign(value - values[n]!));
  return new Set(inRuns(steps, RUN - 1).flatMap((step) => [step, step + 1]));
}
