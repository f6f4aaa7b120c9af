/** The mutants that no test kills because there is nothing to see of them, each with why. */
import { IN_CALENDAR } from './explained/calendar';
import { IN_DECISIONS_SESSIONS } from './explained/decisions-sessions';
import { IN_DECISIONS_TROUBLES } from './explained/decisions-troubles';
import { IN_FACILITATORS } from './explained/facilitators';
import { IN_FORMS } from './explained/forms';
import { IN_IDENTIFIERS } from './explained/identifiers';
import { IN_LIFE } from './explained/life';
import { IN_MONITORING } from './explained/monitoring';
import { IN_REQUESTS } from './explained/requests';
import type { Explained } from './report';

export const EXPLAINED: readonly Explained[] = [
  ...IN_CALENDAR,
  ...IN_DECISIONS_SESSIONS,
  ...IN_DECISIONS_TROUBLES,
  ...IN_FACILITATORS,
  ...IN_FORMS,
  ...IN_IDENTIFIERS,
  ...IN_LIFE,
  ...IN_MONITORING,
  ...IN_REQUESTS,
];
