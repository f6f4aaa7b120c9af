/** Everything monitoring shows, in the order it is read in: first whether JAGS stay true to the model, then how asking for one goes. */
import type { MonthlyId } from './monitoring';

export const MEASURES = [
  'drift-chart',
  'drifted',
  'drift',
  'signs',
  'fidelity',
  'statements',
  'carrying-more',
  'response',
  'requests',
  'days-to-answer',
  'days-to-offer',
  'days-to-session',
  'held',
  'cancelled',
  'unmatched',
  'participants',
  'redirected',
  'declined',
  'unmatched-why',
  'cancelled-why',
  'not-held-why',
  'agencies',
  'by-agency',
  'by-locality',
  'themes',
] as const;
export type MeasureId = (typeof MEASURES)[number] | MonthlyId;
