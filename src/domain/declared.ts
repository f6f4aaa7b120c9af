/**
 * Hours a facilitator of another organisation declared, because their calendar cannot be seen: a weekly pattern, single days
 * that differ, and leave. A declaration ages: too old, it is unknown again, never free (domain.md, "Data protection frame").
 */
import type { Availability } from './availability';
import {
  addDays,
  type DaySpan,
  instantAt,
  isWithin,
  type LocalDate,
  localDate,
  type LocalTime,
  type Weekday,
  weekdayOf,
} from './calendar';
import { type Instant, intersect, type Interval, union } from './intervals';
import type { Policy } from './policy';

/** London time, the end not included. */
export interface Hours {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

export interface Declared {
  /** The day they declared or confirmed it. */
  readonly on: LocalDate;
  /** A day that is absent has no hours. */
  readonly week: { readonly [Day in Weekday]?: readonly Hours[] };
  /** Days with other hours than the week's; none at all when empty. */
  readonly exceptions: readonly { readonly date: LocalDate; readonly hours: readonly Hours[] }[];
  readonly leave: readonly DaySpan[];
}

/** Last day a declaration counts. */
export function declaredUntil({ on }: Declared, { declarationValidDays }: Policy): LocalDate {
  return addDays(on, declarationValidDays);
}

/**
 * The availability a declaration tells over a stretch of time. Like working hours it needs no buffer at its edges: whoever
 * declares 10:00 to 11:30 can be offered just that.
 */
export function availabilityOf(
  declared: Declared,
  over: Interval,
  now: Instant,
  policy: Policy,
): Availability {
  if (localDate(now) > declaredUntil(declared, policy))
    return { known: false, why: 'declared-too-long-ago', since: declared.on };
  const free: Interval[] = [];
  const last = localDate(over.end);
  for (let date = localDate(over.start); date <= last; date = addDays(date, 1))
    for (const { start, end } of hoursOn(declared, date))
      free.push({ start: instantAt(date, start), end: instantAt(date, end) });
  return { known: true, busy: [], declared: { on: declared.on, free: intersect(union(free), [over]) } };
}

function hoursOn({ week, exceptions, leave }: Declared, date: LocalDate): readonly Hours[] {
  if (isWithin(date, leave)) return [];
  const exception = exceptions.find((each) => each.date === date);
  return exception?.hours ?? week[weekdayOf(date) as Weekday] ?? [];
}
