/** The arrows of the state diagram that more than one command takes. */
import { MINUTE_MS } from '../intervals';
import type {
  Approved,
  Booked,
  Closed,
  Effect,
  Offered,
  Outcome,
  Request,
  Submitted,
  Uncovered,
} from '../request';
import type { Setback } from '../setback';
import { accept, type Acceptance, type Facts } from './decision';
import { lasting } from './troubles';

/** A create call given up on may still land at Graph; a second look after this long finds what it left. */
const SECOND_LOOK_MS = 10 * MINUTE_MS;

/** A request whose arrangement is under way or stands: an event or a reservation may exist. */
export type Arranged = Approved | Offered | Booked | Uncovered;

/** Takes an arrangement down again: no event and no reservation is left, whatever had been made of it. */
export function undo({ attempt, match }: Arranged, { now }: Facts): Effect[] {
  return [
    { kind: 'cancel-event', attempt },
    { kind: 'release', attempt, facilitator: match.facilitator.id },
    { kind: 'cancel-event', attempt, at: now + SECOND_LOOK_MS },
  ];
}

/** The facilitator's card follows what happened, once they have been asked. */
export function showFacilitator(request: Arranged): Effect[] {
  if (request.state === 'approved') return [];
  return [{ kind: 'show-facilitator', attempt: request.attempt, facilitator: request.match.facilitator }];
}

/** Closes for good and undoes what was arranged. */
export function close(request: Exclude<Request, Closed>, outcome: Outcome, facts: Facts): Acceptance {
  const { id, requester, ask, submittedAt, answerDueAt, round, attempt, passed } = request;
  const next: Closed = {
    id,
    requester,
    ask,
    submittedAt,
    answerDueAt,
    round,
    attempt,
    passed,
    ...lasting(request),
    state: 'closed',
    outcome,
    closedAt: facts.now,
  };
  const arranged =
    'match' in request && request.state !== 'held'
      ? [...undo(request, facts), ...showFacilitator(request)]
      : [];
  return accept(next, ...arranged, { kind: 'show-coordinators' }, { kind: 'show-requester' });
}

/** The slot or the facilitator was lost: undone, and fresh matches go to the coordinator. */
export function backToCoordinator(request: Arranged, why: Setback['why'], facts: Facts): Acceptance {
  const { id, requester, ask, submittedAt, answerDueAt, round, attempt, passed, match } = request;
  const cannot = why === 'facilitator-cannot' || why === 'no-answer';
  const next: Submitted = {
    id,
    requester,
    ask,
    submittedAt,
    answerDueAt,
    attempt,
    ...lasting(request),
    state: 'submitted',
    round: round + 1,
    passed: cannot ? [...passed, match.facilitator.id] : passed,
    setback: { why, facilitator: match.facilitator.name },
  };
  return accept(
    next,
    ...undo(request, facts),
    { kind: 'find-matches', round: next.round },
    ...showFacilitator(request),
    { kind: 'show-coordinators' },
    { kind: 'call-coordinators' },
    { kind: 'show-requester' },
  );
}

/** The facilitator said yes: it is booked, and the participants are invited. */
export function book(request: Offered, { now }: Facts): Acceptance {
  const { answerBy, ...rest } = request;
  const next: Booked = { ...rest, state: 'booked', bookedAt: now };
  return accept(
    next,
    { kind: 'invite-participants', attempt: request.attempt },
    { kind: 'end-session', attempt: request.attempt, at: request.match.slot.end },
    ...showFacilitator(next),
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
    { kind: 'call-requester' },
  );
}
