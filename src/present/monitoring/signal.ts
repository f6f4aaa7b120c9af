/** Signal or noise: what an XmR chart of months says in the end, by the rules of Making Data Count (see domain/spc.ts). */
import { monthlyChart, saidRule, sideOf } from '../../domain/monitoring/monthly-chart';
import type { Month, MonthlySeries } from '../../domain/monitoring/monitoring';
import type { Assurance, XmrPoint, XmrRule } from '../../domain/spc';
import type { XmrChart, XmrMark } from './chart';

/** With fewer months nothing is said, and no limits are drawn. *Policy*: half of what makes limits firm. */
export const FEWEST_MONTHS = 6;
/** So long is a signal still said that has passed. *Policy*: half a year, two reports. */
export const STILL_SAID_MONTHS = 6;

export interface Special {
  readonly kind: 'special';
  readonly rule: XmrRule;
  readonly side: 'above' | 'below';
  /** Whether it is for the better; absent where no way is better. */
  readonly better?: boolean;
  readonly month: Month;
  /** The month before, and so on: how many in a row the rule marks, this one among them. */
  readonly run: number;
  /** Whether it is the latest month that has a value. */
  readonly isLatest: boolean;
  readonly point: XmrPoint;
}

export type Signal =
  | { readonly kind: 'too-few'; readonly months: number }
  | { readonly kind: 'noise'; readonly month: Month; readonly point: XmrPoint }
  | Special;

export interface Judged {
  readonly signal: Signal;
  readonly points: readonly (XmrMark | undefined)[];
  readonly limits: XmrChart['limits'];
  readonly months: number;
  readonly assurance?: Assurance;
}

interface Dated {
  readonly month: Month;
  readonly point: XmrMark;
}

/** Months without a value are left out of the limits, and are gaps. */
export function judge(series: MonthlySeries): Judged {
  const { points, better } = series;
  const known = points.flatMap(({ month, value }) => (value === undefined ? [] : [{ month, value }]));
  const found = monthlyChart(series);
  const dated = known.map(({ month }, n): Dated => ({ month, point: marked(found.points, n, better) }));
  const isFew = known.length < FEWEST_MONTHS;
  const byMonth = new Map(dated.map(({ month, point }) => [month, point]));
  return {
    signal: isFew ? { kind: 'too-few', months: known.length } : signalOf(dated, better),
    points: points.map(({ month }) => withoutMarks(byMonth.get(month), isFew)),
    limits: limitsOf(isFew, found.trial),
    months: known.length,
    ...(!isFew && found.assurance && { assurance: found.assurance }),
  };
}

function limitsOf(isFew: boolean, isTrial: boolean): XmrChart['limits'] {
  if (isFew) return 'none';
  return isTrial ? 'trial' : 'firm';
}

function withoutMarks(point: XmrMark | undefined, isFew: boolean): XmrMark | undefined {
  return point && isFew ? { ...point, rules: [] } : point;
}

function signalOf(dated: readonly Dated[], better: MonthlySeries['better']): Signal {
  const last = dated.length - 1;
  const at = dated.findLastIndex(({ point }, n) => last - n <= STILL_SAID_MONTHS && point.rules.length > 0);
  const said = dated[at];
  const rule = said && saidRule(said.point);
  const latest = dated[last]!;
  if (!said || !rule) return { kind: 'noise', month: latest.month, point: latest.point };
  const points = dated.map(({ point }) => point);
  const side = sideOf(points, at, rule);
  const isBetter = betterOf(side, better);
  return {
    ...{ kind: 'special', rule, side, month: said.month, point: said.point },
    ...(isBetter !== undefined && { better: isBetter }),
    run: runUpTo(points, at, rule, side),
    isLatest: at === last,
  };
}

function marked(points: readonly XmrPoint[], n: number, better: MonthlySeries['better']): XmrMark {
  const point = points[n]!;
  const rule = saidRule(point);
  const isBetter = rule && betterOf(sideOf(points, n, rule), better);
  return isBetter === undefined ? point : { ...point, better: isBetter };
}

function betterOf(side: 'above' | 'below', better: MonthlySeries['better']): boolean | undefined {
  if (better === 'neutral') return undefined;
  return (side === 'above') === (better === 'increase');
}

function runUpTo(points: readonly XmrPoint[], at: number, rule: XmrRule, side: 'above' | 'below'): number {
  const upTo = points.slice(0, at + 1);
  if (rule === 'trend') return at - startOfTrend(upTo, side) + 1;
  const before = upTo.findLastIndex(
    ({ rules }, n) => !rules.includes(rule) || sideOf(points, n, rule) !== side,
  );
  return at - before;
}

/** Where the last months began to go this way; another trend may end there, or just before. */
function startOfTrend(points: readonly XmrPoint[], side: 'above' | 'below'): number {
  return points.findLastIndex(({ value }, n) => {
    const before = points[n - 1]?.value ?? value;
    return side === 'above' ? value <= before : value >= before;
  });
}
