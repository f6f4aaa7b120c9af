/** The quarters and years a report can be made for: those that are over, and that figures are kept of from their first month on. */
import type { Month } from '../../domain/monitoring/monitoring';

export interface Period {
  readonly kind: 'quarter' | 'year';
  /** "2026-Q3", "2026". */
  readonly name: string;
  readonly months: readonly Month[];
}

/** The latest first, quarters before years. One the figures begin within is none: it would look like a quiet time. */
export function periodsIn(months: readonly Month[]): readonly Period[] {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))].reverse();
  const whole = [
    ...years.flatMap((year) => [4, 3, 2, 1].map((quarter) => quarterOf(year, quarter))),
    ...years.map((year): Period => ({ kind: 'year', name: year, months: monthsOf(year, 1, 12) })),
  ];
  return whole.filter((period) => period.months.every((month) => months.includes(month)));
}

/** The period asked for, the latest quarter when none was; undefined when there is no report for it. */
export function periodAsked(query: URLSearchParams, periods: readonly Period[]): Period | undefined {
  const [kind, name] = query.has('year')
    ? ['year', query.get('year')]
    : ['quarter', query.get('quarter') ?? periods.find((each) => each.kind === 'quarter')?.name];
  return periods.find((period) => period.kind === kind && period.name === name);
}

function quarterOf(year: string, quarter: number): Period {
  return { kind: 'quarter', name: `${year}-Q${quarter}`, months: monthsOf(year, quarter * 3 - 2, 3) };
}

function monthsOf(year: string, first: number, count: number): Month[] {
  return Array.from({ length: count }, (_, n) => `${year}-${String(first + n).padStart(2, '0')}`);
}
