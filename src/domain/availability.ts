/** What is known of a person's time over a stretch of days, whatever told it (a calendar, or a declaration). */
import type { LocalDate, WorkingHours } from './calendar';
import type { Interval } from './intervals';

export type Availability =
  | {
      readonly known: true;
      /** Busy, out of office, and tentative where policy counts it; sorted, without overlaps. */
      readonly busy: readonly Interval[];
      /** Absent when the diary does not tell; the open hours then stand in. */
      readonly workingHours?: WorkingHours;
      /** Told by a declaration of that day, not by a calendar: the hours they could take a session in. */
      readonly declared?: { readonly on: LocalDate; readonly free: readonly Interval[] };
    }
  | { readonly known: false; readonly why: 'declared-too-long-ago'; readonly since: LocalDate }
  | { readonly known: false; readonly why: 'outside-tenant' | 'no-answer' };
