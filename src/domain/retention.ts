/**
 * How long what is kept of people stays (domain.md: personal data is erased 180 days after closing, evaluations are kept without
 * identity; policy). Counted in whole days from the moment something ended.
 */
import { instantAt, localDate, type LocalDate } from './calendar';
import type { Instant } from './intervals';
import type { Policy } from './policy';
import type { Closed } from './request';

const DAY_MS = 24 * 60 * 60_000;

/** As long as sessions count for what is a fair share, and the month in hand: 13 months of 31 days, less what no year has. */
export const SHARE_LOOKED_BACK_DAYS = 396;
/** Who did what in the name of information governance can be accounted for over a whole year. */
export const ACCOUNTED_FOR_DAYS = 365;

/** When a closed request is to be erased. */
export function erasedFrom(
  { closedAt }: Pick<Closed, 'closedAt'>,
  { keptDays }: Pick<Policy, 'keptDays'>,
): Instant {
  return daysAfter(closedAt, keptDays);
}

export function daysAfter(instant: Instant, days: number): Instant {
  return instant + days * DAY_MS;
}

/** When somebody who left the pool is to be erased. */
export function leaverErasedFrom(leftOn: LocalDate, { keptDays }: Pick<Policy, 'keptDays'>): Instant {
  return daysAfter(instantAt(leftOn, '00:00'), keptDays);
}

/**
 * When it is no longer kept who facilitated a session that closed then: for all of a quarter together. Facilitators see figures
 * of their own sessions pooled; taken away one by one, what is missing would tell what was said of that one.
 */
export function facilitatorForgottenFrom(closedAt: Instant, { keptDays }: Pick<Policy, 'keptDays'>): Instant {
  return daysAfter(endOfQuarter(localDate(closedAt)), keptDays);
}

function endOfQuarter(date: LocalDate): Instant {
  const [year, month] = date.split('-').map(Number) as [number, number];
  const next = Math.ceil(month / 3) * 3 + 1;
  const first = next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, '0')}-01`;
  return instantAt(first, '00:00');
}
