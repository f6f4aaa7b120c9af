/** The measures that say how often what: reasons, doors, themes. */
import type { MeasureId } from '../../domain/monitoring/measures';
import type { Breakdowns, Tallied } from '../../domain/monitoring/monitoring';
import type { Policy } from '../../domain/policy';
import { definitionOf, MEASURE_TITLES, tableWords } from '../../wording/monitoring';
import { mostOften, reasonName } from '../../wording/monitoring-reasons';
import type { Measure } from './measure';

const BREAKDOWNS = [
  { id: 'redirected', of: 'redirected', heading: tableWords.where },
  { id: 'declined', of: 'declined', heading: tableWords.why },
  { id: 'unmatched-why', of: 'unmatched', heading: tableWords.why },
  { id: 'cancelled-why', of: 'cancelled', heading: tableWords.why },
  { id: 'not-held-why', of: 'notHeld', heading: tableWords.why },
] as const satisfies readonly {
  readonly id: MeasureId;
  readonly of: keyof Breakdowns;
  readonly heading: string;
}[];

export function breakdownMeasures(breakdowns: Breakdowns, policy: Policy): readonly Measure[] {
  return BREAKDOWNS.map(({ id, of, heading }) =>
    tallied(id, breakdowns[of], { policy, heading, nameOf: reasonName }),
  );
}

interface Named {
  readonly policy: Policy;
  /** Of the first column. */
  readonly heading: string;
  readonly nameOf: (code: string) => string;
}

/** `list` most often first. */
export function tallied(id: MeasureId, list: Tallied, { policy, heading, nameOf }: Named): Measure {
  const rows = list.map(({ code, count }) => ({ name: nameOf(code), count }));
  return {
    id,
    title: MEASURE_TITLES[id],
    message: { verdict: 'none', text: mostOften(rows) },
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
