/** The XmR chart of a monthly measure, as the page and the morning's signals draw it. */
import { type Xmr, xmr } from '../spc';
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
  const last = chart.points.at(-1);
  const isFlat = last !== undefined && last.upper === last.lower;
  return isFlat ? xmr(values, { ...options, screenOutliers: false }) : chart;
}
