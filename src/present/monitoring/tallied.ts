/** The measures that say how often what: reasons, doors, themes. */
import type { MeasureId } from '../../domain/monitoring/measures';
import type { Breakdown, Month, MonthTally, Tallied } from '../../domain/monitoring/monitoring';
import { breakdownsOf } from '../../domain/monitoring/tallies';
import type { Policy } from '../../domain/policy';
import { definitionOf, MEASURE_TITLES, tableWords } from '../../wording/monitoring';
import { type Among, mostOften, reasonName } from '../../wording/monitoring-reasons';
import { monthsInWords } from '../../wording/monitoring-signals';
import type { Measure } from './measure';

const BREAKDOWNS = [
  { id: 'redirected', of: 'redirected', among: 'beside-requests', heading: tableWords.where },
  { id: 'declined', of: 'declined', among: 'requests', heading: tableWords.why },
  { id: 'unmatched-why', of: 'unmatched', among: 'requests', heading: tableWords.why },
  { id: 'cancelled-why', of: 'cancelled', among: 'booked', heading: tableWords.why },
  { id: 'not-held-why', of: 'notHeld', among: 'booked', heading: tableWords.why },
] as const satisfies readonly {
  readonly id: MeasureId;
  readonly of: Breakdown;
  readonly among: Among['what'];
  readonly heading: string;
}[];

/** Of these months together, in their order. */
export function breakdownMeasures(tallies: readonly MonthTally[], policy: Policy): readonly Measure[] {
  const { ended, requests, booked } = breakdownsOf(tallies);
  const when = timeOf(tallies.map(({ month }) => month));
  return BREAKDOWNS.map(({ id, of, among: what, heading }) => {
    const among = when !== undefined && { what, of: what === 'booked' ? booked : requests, when };
    return tallied(id, ended[of], { policy, heading, nameOf: reasonName, ...(among && { among }) });
  });
}

function timeOf(months: readonly Month[]): string | undefined {
  const [first, last] = [months[0], months.at(-1)];
  return first !== undefined && last !== undefined ? monthsInWords(first, last) : undefined;
}

interface Named {
  readonly policy: Policy;
  /** Of the first column. */
  readonly heading: string;
  readonly nameOf: (code: string) => string;
  /** What they are some of, and when. */
  readonly among?: Among;
}

/** `list` most often first. */
export function tallied(id: MeasureId, list: Tallied, { policy, heading, nameOf, among }: Named): Measure {
  const rows = list.map(({ code, count }) => ({ name: nameOf(code), count }));
  return {
    id,
    title: MEASURE_TITLES[id],
    message: { verdict: 'none', text: mostOften(rows, among) },
    ...(rows.length > 0 && {
      chart: { kind: 'bars', labels: rows.map(({ name }) => name), values: rows.map(({ count }) => count) },
    }),
    table: {
      columns: [heading, tableWords.count],
      rows: rows.map(({ name, count }) => [name, String(count)]),
    },
    definition: definitionOf(id, policy),
  };
}
