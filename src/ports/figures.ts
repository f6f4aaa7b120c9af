/** What monitoring counts and shows; see ports.ts. */
import type { Instant } from '../domain/intervals';
import type { Monitoring, OwnFeedback } from '../domain/monitoring/monitoring';
import type { PersonId } from '../domain/people';
import type { Closed } from '../domain/request';

export interface FactKeeping {
  /** Keeps what a closed request is counted as, and brings its months up to date. Kept again it counts once. */
  keep(request: Closed): Promise<void>;
}

export interface Figures {
  /** Everything the monitoring page and the reports are made of. Costs the same however many requests have closed. */
  monitoring(now: Instant): Promise<Monitoring>;
  /** A facilitator's own, pooled, for themselves; undefined before three sessions and enough answers. */
  own(facilitator: PersonId): Promise<OwnFeedback | undefined>;
}
