/**
 * What came of an effect, or of time. An outcome that arrives in the wrong state (withdrawn meanwhile, another attempt)
 * changes nothing and is answered by its compensation: what it made is taken down again.
 */
import { lookedUp } from '../directory';
import { MINUTE_MS } from '../intervals';
import { invitationFor } from '../invitation';
import type { OutlookOutcome } from '../outlook';
import { chosenOf, eventAttempt, isStanding } from '../rearranging';
import type {
  Approved,
  Booked,
  Held,
  Offered,
  Request,
  Submitted,
  SystemCommand,
  Uncovered,
} from '../request';
import { remindedByMail } from '../reminders';
import type { WaitOutcome } from '../waiting';
import { accept, type Acceptance, type Decision, type Facts } from './decision';
import { awaitAnswer, backToCoordinator, book, showFacilitator } from './transitions';
import { rearrangementFound, whileRearranging } from './choice';
import { arrange } from './coordinator';
import { eventSeen, moveJudged } from './outlook';
import { uncover, uncoveredBegun } from './uncovering';
import { whileHeld } from './evaluating';
import { evaluatingOf, evaluationEffects } from '../evaluating';
import { afterRound, datesNear, endDatesWait, remindOfDates } from './dates';
import { overdue } from './overdue';
import { pollOver } from './poll';
import { lasting, troubleMet, troubleOver } from './troubles';

/** As long as something chosen takes at most, where Outlook answers. */
const ENDS_LATER_MS = 5 * MINUTE_MS;

export function decideOutcome(request: Request, outcome: SystemCommand, facts: Facts): Decision {
  if (outcome.kind === 'matches-found') return matchesFound(request, outcome, facts);
  if (outcome.kind === 'trouble-met') return troubleMet(request, outcome.trouble, facts);
  if (outcome.kind === 'trouble-over') return troubleOver(request, outcome.trouble);
  if (outcome.kind === 'poll-over') return pollOver(request, outcome.at);
  if (!('attempt' in outcome)) return whileWaiting(request, outcome, facts);
  if (outcome.kind === 'event-seen' || outcome.kind === 'move-judged')
    return ofOutlook(request, outcome, facts);
  const chosen = chosenOf(request, outcome.attempt);
  if (chosen && isStanding(request)) return whileRearranging(request, chosen, outcome, facts);
  const current = 'match' in request && request.attempt === outcome.attempt ? request : undefined;
  if (!current) return ofAnotherAttempt(request, outcome);
  switch (current.state) {
    case 'approved':
      return whileArranging(current, outcome, facts);
    case 'offered':
      return whileOffered(current, outcome, facts);
    case 'booked':
      return whileBooked(current, outcome, facts);
    case 'uncovered':
      return whileUncovered(current, outcome, facts);
    case 'held':
      return whileHeld(current, outcome, facts);
  }
}

function whileWaiting(request: Request, outcome: WaitOutcome, facts: Facts): Acceptance {
  switch (outcome.kind) {
    case 'overdue':
      return overdue(request, outcome, facts);
    case 'dates-near':
      return datesNear(request, outcome.latest, facts);
    case 'dates-half-time':
      return remindOfDates(request, outcome.asked);
    case 'dates-time-over':
      return endDatesWait(request, outcome.asked, facts);
  }
}

/** Of a session arranged anew meanwhile, nothing. */
function ofOutlook(request: Request, outcome: OutlookOutcome, facts: Facts): Acceptance {
  if (!isStanding(request) || request.attempt !== outcome.attempt) return unchanged(request);
  return outcome.kind === 'event-seen'
    ? eventSeen(request, outcome, facts)
    : moveJudged(request, outcome, facts);
}

type AttemptOutcome = Extract<SystemCommand, { readonly attempt: number }>;

/** Nothing is made for a time that has passed: after a long outage the coordinator chooses again. */
function whileArranging(request: Approved, outcome: AttemptOutcome, facts: Facts): Acceptance {
  if (outcome.kind === 'slot-lost') return backToCoordinator(request, outcome.why, facts);
  if (hasBegun(request, facts)) return backToCoordinator(request, 'could-not-arrange', facts);
  const { attempt, stage } = request;
  if (outcome.kind === 'reserved') return reserved(request, facts);
  if (outcome.kind === 'event-created')
    return accept(
      { ...request, stage: { at: 'securing', event: outcome.event } },
      { kind: 'secure-meeting', attempt },
    );
  if (outcome.kind === 'meeting-secured' && stage.at === 'securing')
    return offer(request, { event: stage.event, openingChecks: outcome.openingChecks }, facts);
  return unchanged(request);
}

function whileOffered(request: Offered, outcome: AttemptOutcome, facts: Facts): Acceptance {
  if (outcome.kind === 'answer-overdue') return backToCoordinator(request, 'no-answer', facts);
  if (outcome.kind === 'slot-lost' && (outcome.why === 'event-gone' || outcome.why === 'event-moved'))
    return backToCoordinator(request, outcome.why, facts);
  if (outcome.kind !== 'answered') return unchanged(request);
  if (outcome.answer === 'declined') return backToCoordinator(request, 'facilitator-cannot', facts);
  return hasBegun(request, facts)
    ? backToCoordinator(request, 'could-not-arrange', facts)
    : book(request, facts);
}

/** A yes given in Outlook after a no, or the same twice, changes nothing; a no does, whenever it is given. */
function whileBooked(request: Booked, outcome: AttemptOutcome, facts: Facts): Acceptance {
  switch (outcome.kind) {
    case 'session-ended':
      return ended(request, facts);
    case 'reminder-due':
      return accept(
        request,
        ...remindedByMail(request).map((to) => ({ kind: 'mail', to, news: 'session-reminder' }) as const),
      );
    case 'answered':
      return outcome.answer === 'declined' && facts.now < request.match.slot.start
        ? uncover(request, 'facilitator-cannot', facts)
        : unchanged(request);
    case 'slot-lost':
      return outcome.why === 'event-gone' && facts.now < request.match.slot.start
        ? backToCoordinator(request, outcome.why, facts)
        : unchanged(request);
    default:
      return unchanged(request);
  }
}

function whileUncovered(request: Uncovered, outcome: AttemptOutcome, facts: Facts): Acceptance {
  if (outcome.kind === 'uncovered-begun') return uncoveredBegun(request, facts);
  return outcome.kind === 'slot-lost' && outcome.why === 'event-gone'
    ? backToCoordinator(request, outcome.why, facts)
    : unchanged(request);
}

/** An event that is nobody's is taken down again; the one that stands was made in the name of an earlier attempt. */
function ofAnotherAttempt(request: Request, outcome: AttemptOutcome): Acceptance {
  if (outcome.kind !== 'event-created') return unchanged(request);
  const isTheEvent = 'event' in request && eventAttempt(request) === outcome.attempt;
  if (isTheEvent) return unchanged(request);
  return accept(request, { kind: 'cancel-event', attempt: outcome.attempt });
}

function hasBegun({ match }: Approved | Offered, { now }: Facts): boolean {
  return now >= match.slot.start;
}

/** Not while it is being moved, and nobody knows whether it has been: then it ends at its time, whichever that is. */
function ended(request: Booked, { now, policy }: Facts): Acceptance {
  const { attempt, rearranging } = request;
  if (rearranging?.chosen) return accept(request, { kind: 'end-session', attempt, at: now + ENDS_LATER_MS });
  const evaluating = evaluatingOf(request, now, policy);
  return accept(
    { ...held(request), evaluating },
    ...showFacilitator(request),
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
    ...evaluationEffects(request, evaluating, now, policy),
  );
}

function unchanged(request: Request): Acceptance {
  return accept(request);
}

/**
 * Counts once for each round: its ids are what a coordinator is looking at. Requesters who listed themselves too take
 * part once.
 */
function matchesFound(
  request: Request,
  { matches, known }: Extract<SystemCommand, { kind: 'matches-found' }>,
  facts: Facts,
): Acceptance {
  if (isStanding(request)) return rearrangementFound(request, matches, facts);
  if (request.state !== 'submitted' || request.matches || request.round !== matches.round)
    return unchanged(request);
  // Where nobody could be asked, nothing is known of anybody.
  const answered = matches.unreachable ? request : lookedUp(request, known);
  const found: Submitted = { ...answered, matches };
  const { reoffer } = found;
  const [first] = matches.best;
  // Policy lets the next one be asked in the name of whoever appointed the one before.
  if (reoffer && first && facts.policy.reoffer === 'automatic')
    return arrange(found, { match: first, isFirst: true }, reoffer, facts) as Acceptance;
  return afterRound(found, facts);
}

function reserved(request: Approved, { policy }: Facts): Acceptance {
  const { attempt } = request;
  const next: Approved = { ...request, stage: { at: 'creating' } };
  return accept(next, { kind: 'create-event', attempt, invitation: invitationFor(request, policy) });
}

function offer(
  { stage, ...request }: Approved,
  made: Pick<Offered, 'event' | 'openingChecks'>,
  facts: Facts,
): Acceptance {
  const { attempt, match } = request;
  const { answerBy, effects } = awaitAnswer(attempt, match, facts);
  const next: Offered = { ...request, ...made, state: 'offered', answerBy };
  // They said beforehand that they need not be asked.
  if (match.automatic) return book(next, facts);
  return accept(
    next,
    ...showFacilitator(next),
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
    ...effects,
  );
}

function held(request: Booked): Held {
  const {
    bookedAt,
    acceptedAt,
    troubles,
    rearranging,
    outlook,
    missing,
    proposal,
    proposalAnswer,
    absent,
    ...rest
  } = request;
  return { ...rest, ...lasting(request), state: 'held' };
}
