/**
 * A session that stands and is to be changed: another facilitator for the same time, another time, or both. Its event stands
 * all along, so that the join link survives; one facilitator at a time is asked for the seat.
 */
import { endOfWorkingDay, localDate, startOfWorkingDayBefore } from './calendar';
import type { Ask } from './ask';
import type { Instant, Interval } from './intervals';
import type { Beside, FacilitatorRef, Match, Matches, OverruleReason } from './match';
import type { Person, PersonId } from './people';
import type { Policy } from './policy';
import type { Booked, Request, SessionEvent, Uncovered } from './request';
import type { Setback } from './setback';

/** Who would like another time, or `outlook` where the event was moved there. */
export type AskedBy = 'requester' | 'facilitator' | 'coordinator' | 'outlook';

export interface Rearranging {
  /** Absent where a facilitator is wanted and not another time. */
  readonly askedBy?: AskedBy;
  /** Absent while they are being looked for. */
  readonly matches?: Matches;
  /** Why there is no facilitator, or why what was chosen last came to nothing. */
  readonly setback?: Setback;
  readonly chosen?: Chosen;
}

/** What a coordinator has chosen, until it stands in place of what was arranged. */
export interface Chosen {
  /** Of its own reservation, and of the card of whoever is asked. */
  readonly attempt: number;
  readonly match: Match;
  readonly by: Person;
  readonly because?: OverruleReason;
  readonly stage:
    | { readonly at: 'reserving' }
    | { readonly at: 'moving' }
    | { readonly at: 'securing' }
    | { readonly at: 'asked'; readonly answerBy: Instant };
}

/** A session whose event stands and whose time is still to come. */
export type StandingSession = Booked | Uncovered;

export function isStanding(request: Request): request is StandingSession {
  return request.state === 'booked' || request.state === 'uncovered';
}

/** What has been chosen for a standing session under that attempt; undefined when nothing of the kind goes on. */
export function chosenOf(request: Request, attempt: number): Chosen | undefined {
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  return chosen?.attempt === attempt ? chosen : undefined;
}

/** Who is to facilitate when, and who comes too; the event, once there is one. */
export interface Plan {
  readonly attempt: number;
  readonly match: Match;
  readonly beside?: Beside;
  readonly event?: SessionEvent;
}

/** What is being arranged under an attempt: for the first time, or in place of what stands. */
export function planOf(request: Request, attempt: number): Plan | undefined {
  const chosen = chosenOf(request, attempt);
  if (chosen && isStanding(request)) {
    const { event, beside } = request;
    return { attempt, match: chosen.match, event, ...besideOf(beside, chosen.match.facilitator.id) };
  }
  if (request.state !== 'approved' || request.attempt !== attempt) return undefined;
  const { match, beside, stage } = request;
  return {
    attempt,
    match,
    ...(beside && { beside }),
    ...(stage.at === 'securing' && { event: stage.event }),
  };
}

/** Whose answer is waited for under an attempt, and until when; undefined when nobody's is. */
export function askedOf(
  request: Request,
  attempt: number,
): { readonly match: Match; readonly event: SessionEvent; readonly answerBy: Instant } | undefined {
  if (request.state === 'offered' && request.attempt === attempt) return request;
  const chosen = chosenOf(request, attempt);
  if (!chosen || chosen.stage.at !== 'asked' || !isStanding(request)) return undefined;
  return { match: chosen.match, event: request.event, answerBy: chosen.stage.answerBy };
}

/** Who is to be on the event's list beside the requester and the participants: whoever facilitates, or is asked to. */
export function facilitatorsOf(request: StandingSession): readonly FacilitatorRef[] {
  const { chosen } = request.rearranging ?? {};
  const isAsked = chosen && chosen.stage.at !== 'reserving' && chosen.stage.at !== 'moving';
  const first =
    request.state === 'booked' ? request.match.facilitator : isAsked ? chosen.match.facilitator : undefined;
  const { beside } = first ? besideOf(request.beside, first.id) : request;
  return [...(first ? [first] : []), ...(beside ? [beside.facilitator] : [])];
}

/** The next attempt at arranging: never one that was given out before. */
export function nextAttempt({ attempt, tried = 0 }: Pick<Request, 'attempt' | 'tried'>): number {
  return Math.max(attempt, tried) + 1;
}

/** The attempt in whose name the event was made: it outlives the facilitator it was made with. */
export function eventAttempt(request: { readonly attempt: number; readonly madeIn?: number }): number {
  return request.madeIn ?? request.attempt;
}

/** Until when a session may be moved: the end of the working day so many days before it (*policy*). */
export function movableUntil({ start }: Interval, policy: Policy): Instant {
  const day = startOfWorkingDayBefore(localDate(start), policy.rescheduleLatestDays, policy);
  return endOfWorkingDay(day, 0, policy);
}

/**
 * What is asked for when a session is to be at another time: as asked, but for as long as the target leaves, because the
 * dates first given may have gone by.
 */
export function askedAnew(ask: Ask, now: Instant, policy: Policy): Ask {
  const target = localDate(endOfWorkingDay(now, policy.sessionTargetDays, policy));
  return { ...ask, latest: ask.latest > target ? ask.latest : target };
}

/** Whoever comes beside the facilitator; nobody, where they are to facilitate now. */
export function besideOf(beside: Beside | undefined, facilitator: PersonId): { readonly beside?: Beside } {
  return beside && beside.facilitator.id !== facilitator ? { beside } : {};
}

export function isSameTime(one: Interval, other: Interval): boolean {
  return one.start === other.start && one.end === other.end;
}
