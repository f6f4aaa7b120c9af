/** What of the pool somebody should be told in time: training about to end, hours about to be unknown, nobody asked for long. */
import { addDays, addMonths, type LocalDate, localDate } from './calendar';
import { declaredUntil } from './declared';
import type { Facilitator, Reservation } from './facilitator';
import type { Instant } from './intervals';
import type { Policy } from './policy';

export type PoolNotice =
  | { readonly kind: 'training-ending'; readonly until: LocalDate }
  | { readonly kind: 'declaration-ageing'; readonly until: LocalDate }
  /** No session for `policy.promptAfterMonths`. */
  | { readonly kind: 'not-facilitated'; readonly since: LocalDate };

/** How long before declared hours are unknown somebody is asked to confirm them. */
const CONFIRM_DAYS = 14;

/** The notices that are due on a day; each the same, with the same key, for as long as it is about the same fact. */
export function noticesDue(
  facilitator: Facilitator,
  reservations: readonly Reservation[],
  now: Instant,
  policy: Policy,
): readonly PoolNotice[] {
  const today = localDate(now);
  const { trainedUntil, declared, leftOn } = facilitator;
  if (leftOn !== undefined && leftOn <= today) return [];
  const notices: PoolNotice[] = [];
  if (trainedUntil !== undefined && isTrainingEnding(facilitator, today, policy))
    notices.push({ kind: 'training-ending', until: trainedUntil });
  const confirmBy = declared && declaredUntil(declared, policy);
  if (confirmBy !== undefined && confirmBy >= today && confirmBy <= addDays(today, CONFIRM_DAYS))
    notices.push({ kind: 'declaration-ageing', until: confirmBy });
  const since = idleSince(facilitator, reservations, now, policy);
  if (since !== undefined) notices.push({ kind: 'not-facilitated', since });
  return notices;
}

/** What a notice is remembered by, so that it is given once. */
export function noticeKey(notice: PoolNotice): string {
  return notice.kind === 'not-facilitated'
    ? `${notice.kind}-${notice.since}`
    : `${notice.kind}-${notice.until}`;
}

/** Whether training ends within `policy.trainingWarningDays`; not when it has ended. */
export function isTrainingEnding(
  { trainedUntil }: Pick<Facilitator, 'trainedUntil'>,
  today: LocalDate,
  { trainingWarningDays }: Policy,
): boolean {
  if (trainedUntil === undefined || trainedUntil < today) return false;
  return trainedUntil <= addDays(today, trainingWarningDays);
}

/** The day of the last session facilitated that is over; undefined when none is known. */
export function lastFacilitatedOn(
  { facilitatedBefore }: Pick<Facilitator, 'facilitatedBefore'>,
  reservations: readonly Reservation[],
  now: Instant,
): LocalDate | undefined {
  const days = reservations
    .filter(({ state, observes, slot }) => state === 'held' && !observes && slot.end <= now)
    .map(({ slot }) => localDate(slot.start));
  return [...days, ...(facilitatedBefore === undefined ? [] : [facilitatedBefore])].sort().at(-1);
}

/**
 * Since when a trained facilitator has had no session, if that is longer than `policy.promptAfterMonths` and none is coming;
 * undefined otherwise. Somebody who never had one is counted from joining.
 */
export function idleSince(
  facilitator: Facilitator,
  reservations: readonly Reservation[],
  now: Instant,
  { promptAfterMonths }: Policy,
): LocalDate | undefined {
  const today = localDate(now);
  const { trainedUntil, joinedOn } = facilitator;
  if (trainedUntil === undefined || trainedUntil < today) return undefined;
  const isComing = reservations.some(
    ({ state, observes, slot }) => state === 'held' && !observes && slot.end > now,
  );
  if (isComing) return undefined;
  const since = lastFacilitatedOn(facilitator, reservations, now) ?? joinedOn;
  return since !== undefined && addMonths(since, promptAfterMonths) <= today ? since : undefined;
}
