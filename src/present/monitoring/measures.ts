/** Every measure there is, in the order it is read in. */
import { MEASURES } from '../../domain/monitoring/measures';
import type { Month, Monitoring } from '../../domain/monitoring/monitoring';
import { atTheTable } from '../../domain/monitoring/tallies';
import type { Policy } from '../../domain/policy';
import { tableWords } from '../../wording/monitoring';
import type { Measure } from './measure';
import { monthlyMeasure } from './monthly';
import { releasedMeasures } from './released';
import { breakdownMeasures } from './tallied';
import { agenciesMeasure, yearlyMeasures, yearsAtTheTable } from './yearly';

/** So many months reasons are of, unless a time is given. */
const MONTHS_BROKEN_DOWN = 12;

/** @param period the months reasons and agencies are summed over; without it the last twelve, and calendar years. */
export function measuresOf(monitoring: Monitoring, policy: Policy, period?: NamedMonths): readonly Measure[] {
  const { series, released, tallies, years } = monitoring;
  const within = period
    ? tallies.filter(({ month }) => period.months.includes(month))
    : tallies.slice(-MONTHS_BROKEN_DOWN);
  const made = [
    ...releasedMeasures({ released, policy }),
    ...series.map((each) => monthlyMeasure(each, policy)),
    ...breakdownMeasures(within, policy),
    period
      ? agenciesMeasure([{ ...period, ...atTheTable(within, policy) }], tableWords.months, policy)
      : agenciesMeasure(yearsAtTheTable(years, monitoring.at), tableWords.year, policy),
    ...yearlyMeasures(years, policy),
  ];
  return MEASURES.flatMap((id) => made.filter((measure) => measure.id === id));
}

interface NamedMonths {
  readonly months: readonly Month[];
  readonly name: string;
  /** As it stands in a sentence. */
  readonly when: string;
}
