/** Every measure there is, in the order it is read in. */
import { MEASURES } from '../../domain/monitoring/measures';
import type { Monitoring } from '../../domain/monitoring/monitoring';
import type { Policy } from '../../domain/policy';
import type { Measure } from './measure';
import { monthlyMeasure } from './monthly';
import { releasedMeasures } from './released';
import { breakdownMeasures } from './tallied';
import { yearlyMeasures } from './yearly';

export function measuresOf(monitoring: Monitoring, policy: Policy): readonly Measure[] {
  const { series, released, breakdowns, years } = monitoring;
  const made = [
    ...releasedMeasures({ released, policy }),
    ...series.map((each) => monthlyMeasure(each, policy)),
    ...breakdownMeasures(breakdowns, policy),
    ...yearlyMeasures(years, policy),
  ];
  return MEASURES.flatMap((id) => made.filter((measure) => measure.id === id));
}
