/** How much was asked for in which month: a school year, about eight sessions a month, August hardly any. */
import type { Month } from '../../../src/domain/monitoring/monitoring';

/** Sessions held, January first. */
const SESSIONS = [9, 8, 10, 7, 9, 10, 8, 2, 8, 10, 10, 6];
/** What came to no session, for each session held. */
export const ENDINGS = {
  redirected: 0.12,
  declined: 0.07,
  unmatched: 0.08,
  cancelled: 0.07,
  'not-held': 0.04,
  withdrawn: 0.04,
} as const;
export type EndedAs = keyof typeof ENDINGS;

export function sessionsIn(month: Month): number {
  return SESSIONS[Number(month.slice(5)) - 1]!;
}
