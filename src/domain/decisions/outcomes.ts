/**
 * What came of an effect, or of time. An outcome that arrives in the wrong state (withdrawn meanwhile, another attempt)
 * changes nothing and is answered by its compensation: what it made is taken down again.
 */
import { endOfWorkingDay } from '../calendar';
import { invitationFor } from '../invitation';
import type { Approved, KnownPerson, Offered, Request, SystemCommand } from '../request';
import { accept, type Acceptance, type Decision, type Facts } from './decision';
import { backToCoordinator, book, showFacilitator } from './transitions';

export function decideOutcome(request: Request, outcome: SystemCommand, facts: Facts): Decision {
  if (outcome.kind === 'matches-found') return matchesFound(request, outcome);
  const current = 'match' in request && request.attempt === outcome.attempt ? request : undefined;
  switch (outcome.kind) {
    case 'reserved':
      return current?.state === 'approved' ? reserved(current) : unchanged(request);
    case 'slot-lost':
      return current?.state === 'approved'
        ? backToCoordinator(current, outcome.why, facts)
        : unchanged(request);
    case 'event-created': {
      if (current?.state !== 'approved')
        return accept(request, { kind: 'cancel-event', attempt: outcome.attempt });
      const next: Approved = { ...current, stage: { at: 'securing', event: outcome.event } };
      return accept(next, { kind: 'secure-meeting', attempt: outcome.attempt });
    }
    case 'meeting-secured':
      return current?.state === 'approved' && current.stage.at === 'securing'
        ? offer(current, { event: current.stage.event, openingChecks: outcome.openingChecks }, facts)
        : unchanged(request);
    case 'answered':
      if (current?.state !== 'offered') return unchanged(request);
      return outcome.answer === 'accepted'
        ? book(current, facts)
        : backToCoordinator(current, 'facilitator-cannot', facts);
    case 'answer-overdue':
      return current?.state === 'offered'
        ? backToCoordinator(current, 'no-answer', facts)
        : unchanged(request);
    case 'session-ended':
      if (current?.state !== 'booked') return unchanged(request);
      return accept(
        held(current),
        ...showFacilitator(current),
        { kind: 'show-coordinators' },
        { kind: 'show-requester' },
      );
  }
}

function unchanged(request: Request): Acceptance {
  return accept(request);
}

/** Adds what the directory knows of the people (their ids), so that later comparisons need not ask again. */
function matchesFound(
  request: Request,
  { matches, known }: Extract<SystemCommand, { kind: 'matches-found' }>,
): Acceptance {
  if (request.state !== 'submitted' || request.round !== matches.round) return unchanged(request);
  const requesterMail = known.find(({ id }) => id === request.requester.id)?.mail;
  return accept(
    {
      ...request,
      requester: { ...request.requester, ...(requesterMail && { mail: requesterMail }) },
      ask: {
        ...request.ask,
        participants: request.ask.participants.map((person) => identified(person, known)),
      },
      matches,
    },
    { kind: 'show-coordinators' },
  );
}

function identified<P extends { readonly mail: string }>(
  person: P,
  known: readonly KnownPerson[],
): P & { readonly id?: string } {
  const found = known.find(({ mail }) => mail.toLowerCase() === person.mail);
  return found ? { ...person, id: found.id } : person;
}

function reserved(request: Approved): Acceptance {
  const { attempt } = request;
  const next: Approved = { ...request, stage: { at: 'creating' } };
  return accept(next, { kind: 'create-event', attempt, invitation: invitationFor(request) });
}

function offer(
  { stage, ...request }: Approved,
  made: Pick<Offered, 'event' | 'openingChecks'>,
  facts: Facts,
): Acceptance {
  const { attempt, match } = request;
  const due = endOfWorkingDay(facts.now, facts.policy.facilitatorAnswerDays, facts.policy);
  const next: Offered = { ...request, ...made, state: 'offered', answerBy: Math.min(due, match.slot.start) };
  return accept(
    next,
    ...showFacilitator(next),
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
    { kind: 'watch-answer', attempt, at: facts.now + facts.policy.answerCheckSeconds * 1000 },
    { kind: 'end-wait', attempt, at: next.answerBy },
  );
}

function held(request: Extract<Request, { state: 'booked' }>): Extract<Request, { state: 'held' }> {
  const { bookedAt, ...rest } = request;
  return { ...rest, state: 'held' };
}
