/** Everything monitoring shows, in the order it is read in: first whether JAGS stay true to the model, then how asking for one goes. */
import { MONTHLY } from './monitoring';

export const MEASURE_GROUPS = {
  fidelity: [
    'drift-chart',
    'drifted',
    'drift',
    'signs',
    'fidelity',
    'statements',
    'recorded',
    'carrying-more',
    'response',
  ],
  asking: MONTHLY,
  reasons: ['redirected', 'declined', 'unmatched-why', 'cancelled-why', 'not-held-why'],
  table: ['agencies', 'by-agency', 'by-locality'],
  learning: ['themes'],
} as const;
export type MeasureGroup = keyof typeof MEASURE_GROUPS;
export type MeasureId = (typeof MEASURE_GROUPS)[MeasureGroup][number];

export const MEASURES: readonly MeasureId[] = Object.values(MEASURE_GROUPS).flat();
