/** How a request ended. */
import type { CancelReason, DeclineReason, NotHeldReason } from './ending';
import type { Person } from './people';
import type { Door } from './signpost';

export type Outcome =
  | {
      readonly kind: 'declined';
      readonly reason: DeclineReason;
      /** With `another-door`: which one. */
      readonly door?: Door;
      readonly by: Person;
    }
  | { readonly kind: 'withdrawn' }
  /** Closed before reasons were kept, they have none. */
  | { readonly kind: 'cancelled'; readonly reason?: CancelReason; readonly by?: Person }
  | { readonly kind: 'not-held'; readonly reason?: NotHeldReason; readonly by?: Person }
  /** `silent`: no time fitted, and nobody gave other dates. Why nobody could be found stands beside it: unmatched.ts. */
  | { readonly kind: 'completed' | 'silent' };
