/** A facilitator as the pool knows them, and the judgement whether a slot of theirs can be reserved. */
import type { TeamCode } from './agencies';
import { type DaySpan, isWithin, type LocalDate, localDate, monthSpan } from './calendar';
import type { Declared } from './declared';
import { type Instant, type Interval, MINUTE_MS, overlaps } from './intervals';
import type { LocalityCode } from './localities';
import type { Policy } from './policy';
import type { FacilitatorRef } from './match';
import type { RequestId } from './request';

/**
 * Somebody of the pool. Only the trained are appointed [SCH]; a trainee has no `trainedUntil` and may observe. What is absent
 * is unknown or none.
 */
export interface Facilitator extends FacilitatorRef {
  readonly trainedOn?: LocalDate;
  /** Last day the training counts: `policy.trainingValidMonths` after it unless recorded otherwise. */
  readonly trainedUntil?: LocalDate;
  readonly refresherOn?: LocalDate;
  /** When they last came to the facilitators' own supervision. */
  readonly supervisedOn?: LocalDate;
  readonly localities?: readonly LocalityCode[];
  /** Their part of the work beside others'; 1 when absent. */
  readonly weight?: number;
  /** Overrides `policy.sessionsPerMonth`. */
  readonly sessionsPerMonth?: number;
  /** Days they take no session on; those gone by are kept, because a pause builds up no debt. */
  readonly pauses?: readonly DaySpan[];
  /** First day in the pool; always, when absent. */
  readonly joinedOn?: LocalDate;
  /** First day no longer in the pool. */
  readonly leftOn?: LocalDate;
  /** Need not be asked: what is offered to them is booked. */
  readonly acceptsAutomatically?: true;
  /** Teams they are too close to, as they said. */
  readonly excludedTeams?: readonly TeamCode[];
  /** Requests about families they know: yes or no, and no reason asked. */
  readonly knownFamilies?: readonly RequestId[];
  /** Before the pool was kept here; later sessions are known from reservations. */
  readonly facilitatedBefore?: LocalDate;
  /** Hours they declared, for somebody whose calendar cannot be seen. Absent: their calendar is read. */
  readonly declared?: Declared;
}

/** What every facilitator's share of the work is measured against. */
export function weightOf({ weight = 1 }: Pick<Facilitator, 'weight'>): number {
  return weight;
}

/** A slot of a facilitator's time held for one attempt of one request; `released` is a tombstone no reserve can pass. */
export interface Reservation {
  readonly requestId: RequestId;
  readonly attempt: number;
  readonly slot: Interval;
  readonly state: 'held' | 'released';
  /** The day it was reserved. */
  readonly givenOn?: LocalDate;
  /** Where the facilitator travels, and needs more time around it. */
  readonly inPerson?: true;
  /** Sits in beside the facilitator: counts in their record, not for their share and cap. */
  readonly observes?: true;
  /** The attempt of the same request that gives its time up for this one: the session moves within it, and counts once. */
  readonly inPlaceOf?: number;
}

/** `not-in-force`: paused, gone, or without training on that day since the match was found. */
export type ReservationRefusal = 'slot-taken' | 'cap-reached' | 'not-in-force' | 'released';

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

/** Free minutes around a session: more where the facilitator travels. */
export function bufferMinutesOf(inPerson: boolean, { bufferMinutes, travelMinutes }: Policy): number {
  return inPerson ? Math.max(bufferMinutes, travelMinutes) : bufferMinutes;
}

/** The time a held session takes out of a facilitator's day for another one: with the greater buffer of the two. */
export function takenBy({ slot, inPerson }: Reservation, isOtherInPerson: boolean, policy: Policy): Interval {
  const buffer =
    Math.max(bufferMinutesOf(inPerson ?? false, policy), bufferMinutesOf(isOtherInPerson, policy)) *
    MINUTE_MS;
  return { start: slot.start - buffer, end: slot.end + buffer };
}

/** Whether somebody has joined by a day, and not left by it. */
export function isInPool({ joinedOn, leftOn }: Facilitator, day: LocalDate): boolean {
  return (joinedOn === undefined || joinedOn <= day) && (leftOn === undefined || day < leftOn);
}

/** Whether somebody of the pool may come to a session on a day, if only to observe. */
export function mayBeThere(facilitator: Facilitator, day: LocalDate): boolean {
  return isInPool(facilitator, day) && !isWithin(day, facilitator.pauses ?? []);
}

/** Whether a facilitator may take a session on a day at all, whatever their diary says. */
export function mayTakeOn(facilitator: Facilitator, day: LocalDate): boolean {
  const { trainedUntil } = facilitator;
  return trainedUntil !== undefined && day <= trainedUntil && mayBeThere(facilitator, day);
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
  const gives = ({ requestId, attempt }: Reservation) =>
    requestId === wanted.requestId && attempt === wanted.inPlaceOf;
  const held = reservations.filter((each) => each.state === 'held' && !gives(each));
  if (held.some((each) => overlaps(takenBy(each, wanted.inPerson ?? false, policy), wanted.slot)))
    return 'slot-taken';
  const day = localDate(wanted.slot.start);
  if (wanted.observes) return mayBeThere(facilitator, day) ? undefined : 'not-in-force';
  if (!mayTakeOn(facilitator, day)) return 'not-in-force';
  const own = held.filter(({ observes }) => !observes);
  return sessionsInMonth(own, wanted.slot.start) >= (facilitator.sessionsPerMonth ?? policy.sessionsPerMonth)
    ? 'cap-reached'
    : undefined;
}
