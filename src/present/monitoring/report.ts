/** What a report of a quarter or a year is made of: months of that time, and the whole blocks within it. */
import type { Block, Month, Monitoring, MonthlyId, MonthlySeries } from '../../domain/monitoring/monitoring';
import { pooled } from '../../domain/monitoring/people';
import type { Proportion } from '../../domain/monitoring/proportion';
import { rollingOf } from '../../domain/monitoring/rolling';
import type { Policy } from '../../domain/policy';
import type { Response } from '../../domain/response';
import { monthsInWords } from '../../wording/monitoring-signals';
import type { Measure } from './measure';
import { measuresOf } from './measures';
import type { Period } from './period';
import { fidelityShare, shareOf } from './released';

export interface PeopleShares {
  readonly from: Month;
  readonly to: Month;
  readonly sessions: number;
  readonly answers: number;
  readonly shares: Readonly<
    Record<'response' | 'fidelity' | 'drift' | 'drifted' | 'carrying-more', Proportion | undefined>
  >;
}

export interface SaidAndDone {
  readonly theme: string;
  readonly count: number;
  readonly response?: Response;
}

export interface Report {
  readonly period: Period;
  /** Of the counts of months in it; of days, the mean over all requests. */
  readonly counts: readonly {
    readonly id: MonthlyId;
    readonly unit: MonthlySeries['unit'];
    readonly value?: number;
  }[];
  /** Absent where no whole block lies in it. */
  readonly people?: PeopleShares;
  /** Months of it that no shown block is of. */
  readonly heldBack: readonly Month[];
  /** As they stood at its end; reasons and agencies of its months alone. */
  readonly measures: readonly Measure[];
  readonly themes: readonly SaidAndDone[];
}

export function reportOf(
  period: Period,
  given: {
    readonly monitoring: Monitoring;
    readonly responses: readonly Response[];
    readonly policy: Policy;
  },
): Report {
  const { monitoring, responses, policy } = given;
  const { months } = period;
  const [first, last] = [months[0]!, months.at(-1)!];
  const within = monitoring.released.blocks.filter(({ from, to }) => first <= from && to <= last);
  const people = peopleIn(within);
  return {
    period,
    counts: monitoring.series.map((series) => ({
      ...{ id: series.id, unit: series.unit },
      ...valueIn(series, months),
    })),
    ...(people && { people }),
    heldBack: monitoring.months.filter(
      (month) => months.includes(month) && !within.some(({ from, to }) => from <= month && month <= to),
    ),
    measures: measuresOf(asOf(monitoring, last), policy, {
      ...period,
      when: period.kind === 'year' ? period.name : monthsInWords(first, last),
    }),
    themes: saidAndDone(within, responses, policy),
  };
}

function valueIn({ unit, points }: MonthlySeries, months: readonly Month[]): { readonly value?: number } {
  const known = points.flatMap(({ month, value, of }) =>
    months.includes(month) && value !== undefined ? [{ value, of }] : [],
  );
  const sum = (each: readonly number[]) => each.reduce((all, one) => all + one, 0);
  if (unit === 'count') return { value: sum(known.map(({ value }) => value)) };
  const of = sum(known.map((each) => each.of));
  return of === 0 ? {} : { value: sum(known.map((each) => each.value * each.of)) / of };
}

/** Sums over whole blocks, which say nothing more than the blocks do. */
function peopleIn(blocks: readonly Block[]): PeopleShares | undefined {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return undefined;
  const people = pooled(blocks);
  const { sessions, answers, ...shares } = people;
  return {
    ...{ from: first.from, to: last.to, sessions, answers },
    shares: {
      drifted: shareOf(shares.drifted),
      drift: shareOf(shares.drift),
      fidelity: fidelityShare(people),
      'carrying-more': shareOf(shares.statements['carrying-more']),
      response: shareOf(shares.response),
    },
  };
}

/** As it stood then, without what came after. */
function asOf(monitoring: Monitoring, last: Month): Monitoring {
  const { series, released, years } = monitoring;
  const blocks = released.blocks.filter(({ to }) => to <= last);
  const { rolling: _now, ...rest } = released;
  const rolling = rollingOf(blocks);
  return {
    ...monitoring,
    series: series.map((each) => ({ ...each, points: each.points.filter(({ month }) => month <= last) })),
    released: { ...rest, blocks, ...(rolling && { rolling }) },
    years: years.filter(({ year }) => String(year) <= last.slice(0, 4)),
  };
}

/** Themes said in it, most often first, and those answered earlier. */
function saidAndDone(
  blocks: readonly Block[],
  responses: readonly Response[],
  policy: Policy,
): readonly SaidAndDone[] {
  const countOf = (code: string) =>
    blocks
      .flatMap(({ themes }) => themes)
      .reduce((sum, each) => sum + (each.code === code ? each.count : 0), 0);
  return policy.themes
    .map(({ code, name }): SaidAndDone => {
      const response = responses.find(({ theme, text }) => theme === code && text !== '');
      return { theme: name, count: countOf(code), ...(response && { response }) };
    })
    .filter(({ count, response }) => count > 0 || response)
    .sort((one, other) => other.count - one.count);
}
