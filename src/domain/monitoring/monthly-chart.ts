/** The XmR chart of a monthly measure, as the page and the morning's signals draw it. */
import { type Xmr, xmr, type XmrPoint, type XmrRule } from '../spc';
import type { MonthlySeries } from './monitoring';

/**
 * Months without a value are left out. Of something rare (0 0 0 1 0 0 …) screening leaves no moving range but zeros, and
 * limits without width would mark every month: it is drawn unscreened.
 */
export function monthlyChart({
  points,
  better,
  target,
}: Pick<MonthlySeries, 'points' | 'better' | 'target'>): Xmr {
  const values = points.flatMap(({ value }) => value ?? []);
  const options = { improvement: better, ...(target !== undefined && { target }) };
  const chart = xmr(values, options);
  const [first] = chart.points;
  const isFlat = first !== undefined && first.upper === first.lower;
  return isFlat ? xmr(values, { ...options, screenOutliers: false }) : chart;
}

/** Of several rules at one point the first here is said. */
const SAID_FIRST = ['outside', 'shift', 'trend', 'two-of-three'] as const satisfies readonly XmrRule[];

/** The rule a point is said to be marked by; undefined for noise. */
export function saidRule({ rules }: Pick<XmrPoint, 'rules'>): XmrRule | undefined {
  return SAID_FIRST.find((each) => rules.includes(each));
}

/** Of a trend it is the way it goes: of the one that goes on or ends at the point, else of the one that begins there. */
export function sideOf(points: readonly XmrPoint[], n: number, rule: XmrRule): 'above' | 'below' {
  const { value, mean } = points[n]!;
  if (rule !== 'trend') return value > mean ? 'above' : 'below';
  const step = (to: number): number => Math.sign(points[to]!.value - (points[to - 1]?.value ?? NaN));
  // With one step between them a trend may end just before the next begins.
  const goesOn = points[n - 1]?.rules.includes('trend') && step(n - 1) === step(n);
  return step(goesOn ? n : n + 1) > 0 ? 'above' : 'below';
}
