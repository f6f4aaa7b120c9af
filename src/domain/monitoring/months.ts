/** Monthly series and breakdowns, of the summaries of months: what monitoring shows of requests and sessions. */
import type { Policy } from '../policy';
import {
  BREAKDOWNS,
  type Breakdowns,
  type Month,
  type MonthlyId,
  type MonthlySeries,
  MONTHLY,
  type Tallied,
  type YearlyFigures,
} from './monitoring';
import { monthAfter, monthsBetween, yearOf } from './month';
import { added, type Counts, meanDays, type MonthSummary, together, total, type Wait } from './month-summary';

/** So many whole months are shown. */
export const MONTHS_SHOWN = 24;
const MONTHS_BROKEN_DOWN = 12;

export type Summaries = ReadonlyMap<Month, MonthSummary>;

const NOTHING = together([]);

/** The whole months there are, from the first that has something; at most so many as are shown. */
export function monthsShown(summaries: Summaries, current: Month): Month[] {
  const first = [...summaries.keys()].sort()[0];
  if (first === undefined) return [];
  const earliest = monthAfter(current, -MONTHS_SHOWN);
  return monthsBetween(first < earliest ? earliest : first, monthAfter(current, -1));
}

/** One value a month of each measure; a month with nothing has a count of 0, and no days. */
export function seriesOf(months: readonly Month[], summaries: Summaries, policy: Policy): MonthlySeries[] {
  return MONTHLY.map((id) => ({
    id,
    ...DEFINITIONS[id](policy),
    points: months.map((month) => ({ month, ...valueOf(id, summaries.get(month) ?? NOTHING) })),
  }));
}

/**
 * Of the last twelve whole months.
 * @param doors how often whoever was looking for a way was shown which door, before they asked for anything.
 */
export function breakdownsOf(months: readonly Month[], summaries: Summaries, doors: Counts): Breakdowns {
  const year = together(months.slice(-MONTHS_BROKEN_DOWN).map((month) => summaries.get(month) ?? NOTHING));
  const ended = { ...year.ended, redirected: added([year.ended.redirected, doors]) };
  return Object.fromEntries(
    BREAKDOWNS.map((name) => [name, mostFirst(ended[name])]),
  ) as unknown as Breakdowns;
}

/** The months breakdowns are of. */
export function monthsBrokenDown(current: Month): Month[] {
  return monthsBetween(monthAfter(current, -MONTHS_BROKEN_DOWN), monthAfter(current, -1));
}

/** Sessions each agency came to in a year, by the records; those that came to none, and codes no longer listed, among them. */
export function agenciesIn(year: number, summaries: Summaries, policy: Policy): YearlyFigures['agencies'] {
  const ofYear = [...summaries].filter(([month]) => yearOf(month) === year);
  const came = added(ofYear.map(([, { agencies }]) => agencies));
  const codes = [...new Set([...policy.agencies.map(({ code }) => code), ...Object.keys(came)])];
  return codes.map((code) => ({ code, sessions: came[code] ?? 0 }));
}

type Definition = Pick<MonthlySeries, 'unit' | 'better' | 'target'>;

const DEFINITIONS: Readonly<Record<MonthlyId, (policy: Policy) => Definition>> = {
  requests: () => ({ unit: 'count', better: 'neutral' }),
  'days-to-answer': ({ answerTargetDays: target }) => ({ unit: 'working-days', better: 'decrease', target }),
  'days-to-offer': () => ({ unit: 'working-days', better: 'decrease' }),
  'days-to-session': ({ sessionTargetDays: target }) => ({
    unit: 'working-days',
    better: 'decrease',
    target,
  }),
  held: () => ({ unit: 'count', better: 'increase' }),
  cancelled: () => ({ unit: 'count', better: 'decrease' }),
  unmatched: () => ({ unit: 'count', better: 'decrease' }),
  participants: () => ({ unit: 'count', better: 'neutral' }),
};

function valueOf(id: MonthlyId, summary: MonthSummary): { readonly value?: number; readonly of: number } {
  switch (id) {
    case 'requests':
      return counted(summary.requests);
    case 'days-to-answer':
      return days(summary, 'answered');
    case 'days-to-offer':
      return days(summary, 'offered');
    case 'days-to-session':
      return days(summary, 'met');
    case 'held':
      return counted(summary.held);
    case 'cancelled':
      return counted(total(summary.ended.cancelled));
    case 'unmatched':
      return counted(total(summary.ended.unmatched));
    case 'participants':
      return { value: summary.participants, of: summary.held };
  }
}

function counted(value: number): { readonly value: number; readonly of: number } {
  return { value, of: value };
}

function days({ waits }: MonthSummary, wait: Wait): { readonly value?: number; readonly of: number } {
  const value = meanDays(waits[wait]);
  return { of: total(waits[wait]), ...(value !== undefined && { value }) };
}

function mostFirst(counts: Counts): Tallied {
  return Object.entries(counts)
    .map(([code, count]) => ({ code, count }))
    .sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1));
}
