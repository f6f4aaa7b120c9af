/** The mutants that no test kills because there is nothing to see of them, each with why. */
import { IN_FACILITATORS } from './explained/facilitators';
import { IN_FORMS } from './explained/forms';
import { IN_MONITORING } from './explained/monitoring';
import { IN_REQUESTS } from './explained/requests';
import type { Explained } from './report';

export const EXPLAINED: readonly Explained[] = [
  ...IN_FACILITATORS,
  ...IN_FORMS,
  ...IN_MONITORING,
  ...IN_REQUESTS,
];
