/**
 * What was chosen for a session that stands, step by step: the time is reserved, the event moved if it is another time, and
 * whoever is new to it asked. Only then is it booked so; until then what was arranged before stands.
 */
import {
  besideOf,
  type Chosen,
  eventAttempt,
  isSameTime,
  nextAttempt,
  type Rearranging,
  type StandingSession,
} from '../rearranging';
import type { Booked, Effect, OpeningCheck, SystemCommand } from '../request';
import type { Setback } from '../setback';
import { accept, type Acceptance, type Decision, type Facts, refuse, SHOWN } from './decision';
import {
  asBooked,
  awaitAnswer,
  backToCoordinator,
  cannotFacilitate,
  movedBack,
  released,
  showFacilitator,
} from './transitions';
import { troublesLeft } from './uncovering';

/** Puts a choice in hand; nothing else of the session changes yet. */
export function arrange(
  request: StandingSession,
  chosen: Chosen,
  before: readonly Effect[] = [],
): Acceptance {
  const { askedBy, matches } = request.rearranging ?? {};
  const next: StandingSession = {
    ...request,
    tried: chosen.attempt,
    rearranging: { ...(askedBy && { askedBy }), ...(matches && { matches }), chosen },
  };
  return accept(next, ...before, { kind: 'reserve', attempt: chosen.attempt }, ...SHOWN);
}

type ChosenOutcome = Extract<SystemCommand, { readonly attempt: number }>;

/** What came of a step of it. */
export function whileRearranging(
  request: StandingSession,
  chosen: Chosen,
  outcome: ChosenOutcome,
  facts: Facts,
): Acceptance {
  const hasBegun = facts.now >= Math.min(chosen.match.slot.start, request.match.slot.start);
  switch (outcome.kind) {
    case 'slot-lost':
      return outcome.why === 'event-gone'
        ? backToCoordinator(request, outcome.why, facts)
        : comesToNothing(request, chosen, outcome.why);
    case 'reserved':
      if (hasBegun) return comesToNothing(request, chosen, 'could-not-arrange');
      return isSameTime(chosen.match.slot, request.match.slot)
        ? secure(request, chosen)
        : inStage(request, chosen, { at: 'moving' }, [
            { kind: 'move-event', attempt: chosen.attempt, slot: chosen.match.slot },
          ]);
    case 'moved':
      return moved(request, chosen, facts);
    case 'meeting-secured':
      if (chosen.stage.at !== 'securing') return accept(request);
      return ask(request, chosen, outcome.openingChecks, facts);
    case 'answered':
      if (chosen.stage.at !== 'asked') return accept(request);
      if (outcome.answer === 'declined') return comesToNothing(request, chosen, 'facilitator-cannot');
      return hasBegun ? comesToNothing(request, chosen, 'could-not-arrange') : stands(request, chosen, facts);
    case 'answer-overdue':
      return chosen.stage.at === 'asked' ? comesToNothing(request, chosen, 'no-answer') : accept(request);
    default:
      return accept(request);
  }
}

/** Whoever is asked says that they will, or that they cannot. */
export function seatTaken(request: StandingSession, chosen: Chosen, facts: Facts): Decision {
  if (facts.now >= request.match.slot.start) return refuse('too-late');
  return stands(request, chosen, facts);
}

/** What was chosen came to nothing: its time is given up, and the coordinator is offered what there is now. */
export function comesToNothing(request: StandingSession, chosen: Chosen, why: Setback['why']): Acceptance {
  const { askedBy } = request.rearranging ?? {};
  const { facilitator } = chosen.match;
  const isNew = !isTheirs(request, facilitator.id);
  const { troubles, ...others } = request;
  const left = troubles?.filter(
    (each) => !('who' in each && 'attempt' in each && each.attempt === chosen.attempt),
  );
  const without: StandingSession = {
    ...others,
    ...(left && left.length > 0 && { troubles: left }),
    passed: isNew && cannotFacilitate(why) ? [...request.passed, facilitator.id] : request.passed,
    rearranging: { ...(askedBy && { askedBy }), setback: { why, facilitator: facilitator.name } },
  };
  const { next, effects } = lookFor(without);
  const { attempt, match } = chosen;
  return accept(
    next,
    ...movedBack(request),
    ...released({ attempt, match, ...besideOf(request.beside, facilitator.id) }),
    ...effects,
    // Off the list again, if they were on it.
    ...(isNew ? [{ kind: 'invite-participants', attempt: request.attempt } as const] : []),
    ...(chosen.stage.at === 'asked' ? [{ kind: 'show-facilitator', attempt, facilitator } as const] : []),
    { kind: 'show-coordinators' },
    { kind: 'call-coordinators' },
    { kind: 'show-requester' },
  );
}

/** The matches for it have come in; offered by itself only where that is policy, and only for the very same time. */
export function rearrangementFound(
  request: StandingSession,
  matches: NonNullable<Rearranging['matches']>,
  { policy }: Facts,
): Acceptance {
  const { rearranging, round } = request;
  if (!rearranging || rearranging.matches || rearranging.chosen || matches.round !== round)
    return accept(request);
  const next: StandingSession = { ...request, rearranging: { ...rearranging, matches } };
  const [first] = matches.best;
  const why = rearranging.setback?.why;
  const isLost = request.state === 'uncovered' && why !== undefined && cannotFacilitate(why);
  if (policy.reoffer === 'automatic' && isLost && first && isSameTime(first.slot, request.match.slot))
    return arrange(next, {
      attempt: nextAttempt(request),
      match: first,
      by: request.approvedBy,
      stage: { at: 'reserving' },
    });
  return accept(next, { kind: 'show-coordinators' });
}

export function lookFor<S extends StandingSession>(
  request: S,
): { readonly next: S; readonly effects: readonly Effect[] } {
  const { matches, chosen, ...kept } = request.rearranging ?? {};
  const next: S = { ...request, round: request.round + 1, rearranging: kept };
  return { next, effects: [{ kind: 'find-matches', round: next.round }] };
}

function moved(request: StandingSession, chosen: Chosen, facts: Facts): Acceptance {
  if (chosen.stage.at !== 'moving') return accept(request);
  if (isTheirs(request, chosen.match.facilitator.id)) return stands(request, chosen, facts);
  const { slot } = chosen.match;
  const { absent, ...kept } = request;
  const next: StandingSession = { ...kept, match: { ...request.match, slot } };
  const { next: securing, effects } = secure(next, chosen);
  return accept(securing, { kind: 'end-uncovered', attempt: request.attempt, at: slot.start }, ...effects);
}

/** Whoever is new to it is invited, and given the part that admits people from the lobby. */
function secure(request: StandingSession, chosen: Chosen): Acceptance {
  const { attempt } = chosen;
  return inStage(request, chosen, { at: 'securing' }, [
    { kind: 'invite-participants', attempt },
    { kind: 'secure-meeting', attempt },
  ]);
}

function ask(
  request: StandingSession,
  chosen: Chosen,
  openingChecks: readonly OpeningCheck[],
  facts: Facts,
): Acceptance {
  const secured: StandingSession = { ...request, openingChecks };
  const { attempt, match } = chosen;
  // They said beforehand that they need not be asked.
  if (match.automatic) return stands(secured, chosen, facts);
  const { answerBy, effects } = awaitAnswer(attempt, match, facts);
  return inStage(secured, chosen, { at: 'asked', answerBy }, [
    { kind: 'show-facilitator', attempt, facilitator: match.facilitator },
    ...effects,
  ]);
}

/** What was chosen is what is booked from now on, in the event that has been there all along. */
function stands(request: StandingSession, chosen: Chosen, facts: Facts): Acceptance {
  const { state, rearranging, tried, beside, because, troubles, outlook, absent, ...rest } = request;
  const { attempt, match } = chosen;
  // Who can come at another time is another question.
  const isMoved = !isSameTime(match.slot, request.match.slot);
  const next: Booked = {
    ...('uncoveredAt' in rest ? withoutUncoveredAt(rest) : rest),
    ...besideOf(beside, match.facilitator.id),
    ...troublesLeft(request),
    state: 'booked',
    bookedAt: facts.now,
    match,
    attempt,
    approvedBy: chosen.by,
    ...(chosen.because && { because: chosen.because }),
    madeIn: eventAttempt(request),
    ...(!isMoved && absent && { absent }),
  };
  const isNew = !isTheirs(request, match.facilitator.id);
  return accept(
    next,
    ...released(request),
    ...(isNew ? [] : showFacilitator({ ...request, rearranging: {} })),
    ...asBooked(next, facts),
  );
}

function withoutUncoveredAt<T extends { readonly uncoveredAt?: unknown }>(
  request: T,
): Omit<T, 'uncoveredAt'> {
  const { uncoveredAt, ...rest } = request;
  return rest;
}

function inStage(
  request: StandingSession,
  chosen: Chosen,
  stage: Chosen['stage'],
  effects: readonly Effect[],
): Acceptance {
  const next: StandingSession = {
    ...request,
    rearranging: { ...request.rearranging, chosen: { ...chosen, stage } },
  };
  return accept(next, ...effects, ...SHOWN);
}

/** Whether somebody facilitates it as it stands: nobody does once it is uncovered. */
export function isTheirs(request: StandingSession, id: string): boolean {
  return request.state === 'booked' && request.match.facilitator.id === id;
}
