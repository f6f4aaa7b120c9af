/** The measures that are counted by month. */
import type { MonthlySeries } from '../../domain/monitoring/monitoring';
import type { Policy } from '../../domain/policy';
import { RULE_WORDS } from '../../wording/monitoring-charts';
import { definitionOf, MEASURE_TITLES, tableWords } from '../../wording/monitoring';
import * as words from '../../wording/monitoring-signals';
import { monthInShort } from '../../wording/when';
import type { Measure, MeasureTable, Message } from './measure';
import { FEWEST_MONTHS, judge, type Judged } from './signal';

export function monthlyMeasure(series: MonthlySeries, policy: Policy): Measure {
  const judged = judge(series);
  const { points, limits } = judged;
  return {
    id: series.id,
    title: MEASURE_TITLES[series.id],
    message: monthlyMessage(series, judged),
    ...(judged.months > 0 && {
      chart: {
        ...{ kind: 'xmr', points, limits },
        labels: series.points.map(({ month }) => monthInShort(`${month}-01`)),
        ...(series.target !== undefined && { target: series.target }),
      },
    }),
    table: tableOf(series, judged),
    definition: definitionOf(series.id, policy),
  };
}

/** The sentence of a measure by month; exported for the digest, which says signals too. */
export function monthlyMessage({ unit, target }: MonthlySeries, judged: Judged): Message {
  const { signal, limits, months, assurance } = judged;
  const aim =
    assurance !== undefined && target !== undefined ? [words.assurance(assurance, target, unit)] : [];
  const trial = limits === 'trial' ? [words.trialLimits(months)] : [];
  const message = (verdict: Message['verdict'], text: string) => ({
    verdict,
    text: [text, ...aim, ...trial].join(' '),
  });
  switch (signal.kind) {
    case 'too-few':
      return message('too-few', words.tooFewMonths(signal.months, FEWEST_MONTHS));
    case 'noise':
      return message('noise', words.noise(signal.month, signal.point, unit));
    case 'special':
      return message(verdictOf(signal.better), words.special(signal, unit));
  }
}

function verdictOf(better: boolean | undefined): Message['verdict'] {
  if (better === undefined) return 'signal';
  return better ? 'better' : 'worse';
}

function tableOf({ unit, points }: MonthlySeries, { points: judged, limits }: Judged): MeasureTable {
  const { month, value, of, mean, usual, mark } = tableWords.monthly;
  return {
    columns: [month, value(unit), ...(unit === 'working-days' ? [of] : []), mean, usual, mark],
    rows: points.map((point, n) => {
      const limit = limits === 'none' ? undefined : judged[n];
      return [
        words.monthName(point.month),
        point.value === undefined ? tableWords.nothing : number(point.value),
        ...(unit === 'working-days' ? [String(point.of)] : []),
        limit ? number(limit.mean) : '',
        limit ? `${number(Math.max(0, limit.lower))} to ${number(limit.upper)}` : '',
        (judged[n]?.rules ?? []).map((rule) => RULE_WORDS[rule]).join('; '),
      ];
    }),
  };
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
