/** What monitoring shows, as numbers a row each: the same figures the quality role sees, and nothing that is held back. */
import { MEASURES, type MeasureId } from '../../domain/monitoring/measures';
import type { Monitoring, MonthlySeries, YearlyFigures } from '../../domain/monitoring/monitoring';
import type { Proportion } from '../../domain/monitoring/proportion';
import type { Policy } from '../../domain/policy';
import type { Measure } from './measure';
import { csvOf } from '../csv';
import { measuresOf } from './measures';
import { fidelityShare, shareOf } from './released';
import { newestFirst } from './yearly';

/** The columns, in the order of the file. */
export const FIGURE_FIELDS = [
  'measure',
  'title',
  'period',
  'label',
  'part',
  'released',
  'unit',
  'value',
  'count',
  'denominator',
  'lower',
  'upper',
  'mean',
  'usualFrom',
  'usualTo',
  'limit',
  'mark',
] as const;

interface Numbers {
  readonly value?: number;
  readonly count?: number;
  readonly denominator?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly mean?: number;
  readonly usualFrom?: number;
  readonly usualTo?: number;
  readonly limit?: number;
}

export interface Figure extends Numbers {
  readonly measure: MeasureId;
  readonly title: string;
  readonly period?: string;
  readonly label: string;
  readonly part: 'value' | 'fidelity' | 'drifted';
  readonly released: boolean;
  readonly unit: 'count' | 'working-days' | 'share' | 'sum';
  readonly mark?: string;
}

type Cells = Omit<Figure, 'measure' | 'title' | 'label' | 'part'> & {
  readonly label?: string;
  readonly part?: Figure['part'];
};

/** In the order of the measures, and within each of the table the tab shows. */
export function figuresOf(monitoring: Monitoring, policy: Policy): readonly Figure[] {
  const measures = measuresOf(monitoring, policy);
  return MEASURES.flatMap((id) => {
    const measure = measures.find((each) => each.id === id);
    if (!measure) return [];
    return cellsOf(measure, monitoring).map(({ label, part = 'value', ...cells }) => {
      const { title } = measure;
      return { measure: id, title, label: label ?? '', part, ...cells };
    });
  });
}

/** The same as a file, with a line for each: what is published, where somebody asks under freedom of information. */
export function figuresCsv(monitoring: Monitoring, policy: Policy): string {
  const lines = figuresOf(monitoring, policy).map((row) =>
    FIGURE_FIELDS.map((field) => String(row[field] ?? '')),
  );
  return csvOf(FIGURE_FIELDS, lines);
}

function cellsOf(measure: Measure, monitoring: Monitoring): readonly Cells[] {
  const { id, chart, table } = measure;
  const labels = table.rows.map(([label]) => label!);
  const series = monitoring.series.find((each) => each.id === id);
  if (series) return monthly(series, measure);
  if (id === 'by-agency' || id === 'by-locality') return yearly(id, measure, monitoring.years);
  if (id === 'agencies') return table.rows.map(atTheTable);
  if (chart?.kind === 'sequential') {
    const { blocks } = monitoring.released;
    return blocks.map(({ cusum, limit, signal, from, to }, n) => ({
      ...{ label: labels[n]!, period: spanOf(from, to), released: true, unit: 'sum' },
      ...rounded({ value: cusum, limit }),
      ...(signal && { mark: table.rows[n]!.at(-1)! }),
    }));
  }
  if (chart?.kind === 'bars')
    return labels.map((label, n) => ({
      ...{ label, released: true, unit: 'count', value: Number(table.rows[n]![1]) },
    }));
  return shares(measure, monitoring, labels);
}

/** Over time a row for each block, otherwise each over the latest of enough sessions. */
function shares({ chart }: Measure, { released }: Monitoring, labels: readonly string[]): readonly Cells[] {
  const { blocks, rolling } = released;
  const isOverTime = chart?.kind !== 'intervals' || chart.over === 'time';
  return labels.map((label, n) => {
    const of = isOverTime ? blocks[n] : rolling;
    return {
      ...{ label, ...(of && { period: spanOf(of.from, of.to) }) },
      ...shareCells(chart?.kind === 'intervals' ? chart.shares[n] : undefined),
    };
  });
}

function monthly({ unit, points }: MonthlySeries, { table, chart }: Measure): readonly Cells[] {
  const judged = chart?.kind === 'xmr' && chart.limits !== 'none' ? chart.points : [];
  return points.map(({ month, value, of }, n) => {
    const limits = judged[n];
    const mark = table.rows[n]!.at(-1)!;
    return {
      ...{ label: table.rows[n]![0]!, period: month, released: true, unit },
      ...rounded({
        ...(value !== undefined && { value }),
        ...(unit === 'working-days' && { denominator: of }),
        ...(limits && {
          ...{ mean: limits.mean, usualFrom: Math.max(0, limits.lower), usualTo: limits.upper },
        }),
      }),
      ...(mark !== '' && { mark }),
    };
  });
}

/** Year, agency, sessions it came to, of how many recorded. */
function atTheTable([period, label, sessions, recorded]: readonly string[]): Cells {
  return {
    ...{ period: period!, label: label!, released: true, unit: 'count' },
    ...{ value: Number(sessions), denominator: Number(recorded) },
  };
}

function yearly(
  id: 'by-agency' | 'by-locality',
  { table }: Measure,
  years: readonly YearlyFigures[],
): readonly Cells[] {
  const cells = newestFirst(years).flatMap((each) => (id === 'by-agency' ? each.byAgency : each.byLocality));
  return table.rows.flatMap(([period, label], n): Cells[] => {
    const { released } = cells[n]!;
    const of = { period: period!, label: label! };
    if (!released) return [{ ...of, released: false, unit: 'count' }];
    return [
      { ...of, released: true, unit: 'count', value: released.sessions, denominator: released.answers },
      { ...of, part: 'fidelity', ...shareCells(fidelityShare(released)) },
      { ...of, part: 'drifted', ...shareCells(shareOf(released.drifted)) },
    ];
  });
}

function shareCells(found: Proportion | undefined): Pick<Figure, 'released' | 'unit'> & Numbers {
  if (!found) return { released: false, unit: 'share' };
  const { count, of, share, lower, upper } = found;
  return {
    ...{ released: true, unit: 'share' },
    ...rounded({ value: share, count, denominator: of, lower, upper }),
  };
}

/** A month, or from one to another. */
function spanOf(from: string, to: string): string {
  return from === to ? from : `${from}/${to}`;
}

const DECIMALS = 10_000;

/** Digits beyond are the computer's. */
function rounded(numbers: Numbers): Numbers {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      Math.round((value as number) * DECIMALS) / DECIMALS,
    ]),
  );
}
