/** The arrows of the state diagram that more than one command takes. */
import { endOfWorkingDay, instantAt, localDate, startOfWorkingDayBefore } from '../calendar';
import { type Instant, MINUTE_MS } from '../intervals';
import type {
  Approved,
  Booked,
  Closed,
  Effect,
  Held,
  Offered,
  Request,
  Returned,
  Submitted,
  Uncovered,
} from '../request';
import type { Outcome } from '../outcome';
import { besideOf, eventAttempt, isStanding, type StandingSession } from '../rearranging';
import { looksAt, remindersFor } from '../reminders';
import type { Setback } from '../setback';
import { whyUnmatched } from '../unmatched';
import { accept, type Acceptance, type Facts } from './decision';
import { lasting } from './troubles';

/** A create call given up on may still land at Graph; a second look after this long finds what it left. */
const SECOND_LOOK_MS = 10 * MINUTE_MS;

/** A request whose arrangement is under way or stands: an event or a reservation may exist. */
export type Arranged = Approved | Offered | Booked | Uncovered;

/** Takes an arrangement down again: no event and no reservation is left, whatever had been made of it. */
export function undo(request: Arranged, { now }: Facts): Effect[] {
  const attempt = isStanding(request) ? eventAttempt(request) : request.attempt;
  return [
    { kind: 'cancel-event', attempt },
    ...released(request),
    ...releasedChosen(request),
    { kind: 'cancel-event', attempt, at: now + SECOND_LOOK_MS },
  ];
}

/** Gives up the time of everybody it was arranged with. */
export function released({ attempt, match, beside }: Pick<Held, 'attempt' | 'match' | 'beside'>): Effect[] {
  return [match, ...(beside ? [beside] : [])].map(({ facilitator }) => ({
    kind: 'release',
    attempt,
    facilitator: facilitator.id,
  }));
}

/** The same of what was to take its place. */
export function releasedChosen(request: Arranged): Effect[] {
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  if (!chosen) return [];
  const { attempt, match } = chosen;
  return released({ attempt, match, ...besideOf(request.beside, match.facilitator.id) });
}

/**
 * What was chosen comes to nothing while its event is being moved, and nobody knows whether it has been: it goes back to the
 * time that stands. One that somebody moved in Outlook stays there until a person has decided.
 */
export function movedBack({ attempt, match, rearranging }: StandingSession): Effect[] {
  const isMoving = rearranging?.chosen?.stage.at === 'moving' && rearranging.askedBy !== 'outlook';
  return isMoving ? [{ kind: 'put-back-event', attempt, slot: match.slot }] : [];
}

/** Nothing is left of a session that was not; one that was held stays with whoever facilitated it, and counts. */
function takenDown(request: Exclude<Request, Closed>, outcome: Outcome, facts: Facts): Effect[] {
  if (!('match' in request)) return [];
  if (request.state !== 'held') return undo(request, facts);
  // The calendar entry of a day gone by stays: cancelling it would only write to everybody once more.
  return outcome.kind === 'completed' ? [] : released(request);
}

/** The facilitator's card follows what happened, once they have been asked; so does that of whoever is asked in their place. */
export function showFacilitator(request: Arranged | Held): Effect[] {
  if (request.state === 'approved') return [];
  const { attempt, match } = request;
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  const shown: Effect[] = [{ kind: 'show-facilitator', attempt, facilitator: match.facilitator }];
  if (chosen?.stage.at !== 'asked') return shown;
  const { facilitator } = chosen.match;
  return [...shown, { kind: 'show-facilitator', attempt: chosen.attempt, facilitator }];
}

/** Looks for matches in a new round: answers to an earlier one are stale. */
export function search({ matches: _matches, ...kept }: Submitted): Acceptance & { readonly next: Submitted } {
  const round = kept.round + 1;
  return { next: { ...kept, round }, effects: [{ kind: 'find-matches', round }] };
}

/** What is asked for has changed: a new wait on the coordinators begins, with fresh matches. */
export function asksAnew(
  request: Submitted | Returned,
  { requester, ask }: Pick<Submitted, 'requester' | 'ask'>,
  facts: Facts,
): Acceptance & { readonly next: Submitted } {
  const { id, submittedAt, round, attempt, passed, revision = 0, note, leadTold } = request;
  const { next, effects } = search({
    id,
    requester,
    ask,
    submittedAt,
    answerDueAt: answerDue(facts),
    round,
    attempt,
    passed,
    revision: revision + 1,
    ...(note && { note }),
    ...lasting(request),
    ...(leadTold && { leadTold }),
    state: 'submitted',
  });
  return { next, effects: [...effects, ...awaitDecision(next, facts)] };
}

/** When a wait for NSCP that begins now should be over. */
export function answerDue({ now, policy }: Facts): Instant {
  return endOfWorkingDay(now, policy.answerTargetDays, policy);
}

/** What has to be watched from now on whenever a request comes to wait for a decision: nothing waits unseen. */
export function awaitDecision({ answerDueAt: due, ask: { latest } }: Submitted, { policy }: Facts): Effect[] {
  const near = startOfWorkingDayBefore(latest, policy.datesNearDays, policy);
  return [
    { kind: 'raise', to: 'coordinators', due, at: due },
    // Not before NSCP had its time to answer: asked for other dates at once, a requester would wonder why they gave these.
    { kind: 'watch-dates', latest, at: Math.max(near, due) },
  ];
}

/** Closes for good, undoes what was arranged, and leaves no card as it was: what is closed is shown bare. */
export function close(request: Exclude<Request, Closed>, outcome: Outcome, facts: Facts): Acceptance {
  const { id, requester, ask, submittedAt, answerDueAt, round, passed, leadTold } = request;
  const unmatched = whyUnmatched(request);
  const next: Closed = {
    id,
    requester,
    ask,
    submittedAt,
    answerDueAt,
    round,
    attempt: lastAttempt(request),
    passed,
    ...lasting(request),
    ...(leadTold && { leadTold }),
    state: 'closed',
    outcome,
    closedAt: facts.now,
    ...(unmatched && { unmatched }),
    ...(request.state === 'held' &&
      outcome.kind === 'completed' && {
        facilitatedBy: request.match.facilitator.id,
        ...heldSession(request),
      }),
  };
  const undone = takenDown(request, outcome, facts);
  const facilitator = 'match' in request ? showFacilitator(request) : [];
  return accept(
    next,
    ...undone,
    ...facilitator,
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
    { kind: 'count-request' },
  );
}

function heldSession({ match, evaluating, record }: Held): Pick<Closed, 'session'> {
  // Held before anybody was asked how it was: its record counts all the same.
  const { invited = 0, agencies = [] } = evaluating ?? {};
  return { session: { slot: match.slot, invited, agencies, ...(record && { record }) } };
}

/** The slot or the facilitator was lost: undone, and fresh matches go to the coordinator. */
export function backToCoordinator(request: Arranged, why: Setback['why'], facts: Facts): Acceptance {
  const { id, requester, ask, submittedAt, round, passed, revision, note, match, leadTold } = request;
  const cannot = cannotFacilitate(why);
  const next: Submitted = {
    id,
    requester,
    ask,
    submittedAt,
    answerDueAt: answerDue(facts),
    attempt: lastAttempt(request),
    ...(revision !== undefined && { revision }),
    ...(note && { note }),
    ...lasting(request),
    ...(leadTold && { leadTold }),
    state: 'submitted',
    round: round + 1,
    passed: cannot ? [...passed, match.facilitator.id] : passed,
    setback: { why, facilitator: match.facilitator.name },
    ...(cannot && facts.policy.reoffer === 'automatic' && { reoffer: request.approvedBy }),
  };
  return accept(
    next,
    ...undo(request, facts),
    { kind: 'find-matches', round: next.round },
    ...awaitDecision(next, facts),
    ...showFacilitator(request),
    { kind: 'show-coordinators' },
    { kind: 'call-coordinators' },
    { kind: 'show-requester' },
    // Told once that it was booked, they have to be told that it no longer is.
    ...(isStanding(request) ? [{ kind: 'call-requester' } as const] : []),
  );
}

/** They said so, or never answered: they are not asked for this request again. */
export function cannotFacilitate(why: Setback['why']): boolean {
  return why === 'facilitator-cannot' || why === 'knows-family' || why === 'no-answer';
}

function lastAttempt({ attempt, tried = 0 }: Pick<Request, 'attempt' | 'tried'>): number {
  return Math.max(attempt, tried);
}

/** The facilitator said yes: it is booked, and the participants are invited. */
export function book(request: Offered, facts: Facts): Acceptance {
  const { answerBy, ...rest } = request;
  const next: Booked = { ...rest, state: 'booked', bookedAt: facts.now };
  return accept(next, ...asBooked(next, facts));
}

/** What a booked session asks for, whenever it has come to be one: everybody invited, reminded and told. */
export function asBooked(booked: Booked, { now, policy }: Facts): Effect[] {
  const { attempt, match } = booked;
  return [
    { kind: 'invite-participants', attempt },
    { kind: 'end-session', attempt, at: match.slot.end },
    ...remindersFor(booked, now, policy),
    ...looksAt(booked, now, policy),
    ...showFacilitator(booked),
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
    { kind: 'call-requester' },
  ];
}

/** Until when whoever is asked for a session may answer, and what watches over it: looked for in Outlook, reminded, ended. */
export function awaitAnswer(
  attempt: number,
  { slot }: Pick<Offered['match'], 'slot'>,
  { now, policy }: Facts,
): { readonly answerBy: Instant; readonly effects: readonly Effect[] } {
  const answerBy = Math.min(endOfWorkingDay(now, policy.facilitatorAnswerDays, policy), slot.start);
  // Once, on the morning of the last day to answer; not to somebody who was asked that day.
  const morning = instantAt(localDate(answerBy), policy.dayStart);
  const isReminded = localDate(now) < localDate(answerBy);
  return {
    answerBy,
    effects: [
      { kind: 'watch-answer', attempt, at: now + policy.answerCheckSeconds * 1000 },
      ...(isReminded ? [{ kind: 'remind-facilitator', attempt, at: morning } as const] : []),
      { kind: 'end-wait', attempt, at: answerBy },
    ],
  };
}
