/** Monthly series, of the summaries of months: what monitoring shows of requests and sessions. */
import type { Policy } from '../policy';
import { type Month, type MonthlyId, type MonthlySeries, MONTHLY } from './monitoring';
import { monthAfter, monthsBetween } from './month';
import { meanDays, type MonthSummary, together, total, type Wait } from './month-summary';

/** So many whole months are shown. */
export const MONTHS_SHOWN = 24;

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
