/** The mutants that no test kills because there is nothing to see of them, each with why. */
import { IN_DECISIONS_TROUBLES } from './explained/decisions-troubles';
import { IN_FACILITATORS } from './explained/facilitators';
import { IN_MONITORING } from './explained/monitoring';
import { IN_REQUESTS } from './explained/requests';
import type { Explained } from './report';

export const EXPLAINED: readonly Explained[] = [
  ...IN_DECISIONS_TROUBLES,
  ...IN_FACILITATORS,
  ...IN_MONITORING,
  ...IN_REQUESTS,
];
