/** A facilitator as the pool knows them, and the judgement whether a slot of theirs can be reserved. */
import { type LocalDate, localDate, monthSpan } from './calendar';
import { type Instant, type Interval, MINUTE_MS, overlaps } from './intervals';
import type { Policy } from './policy';
import type { FacilitatorRef, RequestId } from './request';

/** Only the trained are appointed [SCH]; training is valid for `policy.trainingValidMonths` unless recorded otherwise. */
export interface Facilitator extends FacilitatorRef {
  /** Last day the training counts. */
  readonly trainedUntil: LocalDate;
  /** Overrides `policy.sessionsPerMonth`. */
  readonly sessionsPerMonth?: number;
}

/** A slot of a facilitator's time held for one attempt of one request; `released` is a tombstone no reserve can pass. */
export interface Reservation {
  readonly requestId: RequestId;
  readonly attempt: number;
  readonly slot: Interval;
  readonly state: 'held' | 'released';
}

export type ReservationRefusal = 'slot-taken' | 'cap-reached' | 'released';

/** The identity of a reservation, the same for every try of the same attempt. */
export function reservationKey(requestId: RequestId, attempt: number): string {
  return `${requestId}-${attempt}`;
}

/** Sessions held for a facilitator that start within a stretch of time. */
export function heldWithin(reservations: readonly Reservation[], span: Interval): number {
  return reservations.filter(
    ({ state, slot }) => state === 'held' && span.start <= slot.start && slot.start < span.end,
  ).length;
}

/** Sessions held for a facilitator in the London month of an instant. */
export function sessionsInMonth(reservations: readonly Reservation[], at: Instant): number {
  return heldWithin(reservations, monthSpan(localDate(at)));
}

/** The time a session and the buffers around it take out of a facilitator's day. */
export function withBuffer(slot: Interval, policy: Policy): Interval {
  const buffer = policy.bufferMinutes * MINUTE_MS;
  return { start: slot.start - buffer, end: slot.end + buffer };
}

/**
 * Whether `wanted` may be added to a facilitator's reservations: undefined when it may (or already stands), else why not.
 * The caller must hold all of the facilitator's reservations as of one moment (the ledger's ETag).
 */
export function judgeReservation(
  facilitator: Facilitator,
  reservations: readonly Reservation[],
  wanted: Reservation,
  policy: Policy,
): ReservationRefusal | undefined {
  const same = reservations.find(
    (each) =>
      reservationKey(each.requestId, each.attempt) === reservationKey(wanted.requestId, wanted.attempt),
  );
  if (same) return same.state === 'released' ? 'released' : undefined;
  const held = reservations.filter(({ state }) => state === 'held');
  const needed = withBuffer(wanted.slot, policy);
  if (held.some(({ slot }) => overlaps(slot, needed))) return 'slot-taken';
  if (sessionsInMonth(held, wanted.slot.start) >= (facilitator.sessionsPerMonth ?? policy.sessionsPerMonth))
    return 'cap-reached';
  return undefined;
}
