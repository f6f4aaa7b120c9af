/** What is known of a person's time over a stretch of days, whatever told it (a calendar now, a declaration later). */
import { type WorkingHours, workingTime } from './calendar';
import { type Interval, union } from './intervals';

export type Availability =
  | {
      readonly known: true;
      /** Busy, out of office, and tentative where policy counts it; sorted, without overlaps. */
      readonly busy: readonly Interval[];
      /** Absent when the diary does not tell; the open hours then stand in. */
      readonly workingHours?: WorkingHours;
    }
  | { readonly known: false; readonly why: 'outside-tenant' | 'no-answer' };

/** The working time of a person whose diary is known, over the stretch that `open` spans. */
export function freeTime(
  availability: Extract<Availability, { known: true }>,
  open: readonly Interval[],
): Interval[] {
  const first = open[0];
  const last = open.at(-1);
  if (!first || !last) return [];
  if (!availability.workingHours) return union(open);
  return workingTime(availability.workingHours, { start: first.start, end: last.end });
}
