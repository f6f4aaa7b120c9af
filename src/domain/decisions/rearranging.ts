/**
 * Changing a session that stands, as people ask for it and a coordinator decides: another time, or somebody else to facilitate
 * it. What becomes of a choice is in `choice.ts`; never are two facilitators asked at once.
 */
import { dependence } from '../independence';
import type { OverruleReason } from '../match';
import { mayActFor, type Person } from '../people';
import {
  type AskedBy,
  type Chosen,
  isSameTime,
  isStanding,
  movableUntil,
  nextAttempt,
  type StandingSession,
} from '../rearranging';
import type { Request, Uncovered } from '../request';
import { arrange, isTheirs, lookFor } from './choice';
import { accept, type Acceptance, type Decision, type Facts, refuse, SHOWN } from './decision';
import { showFacilitator } from './transitions';
import { uncover } from './uncovering';

/** Asked for by the requester, their colleague, the facilitator or a coordinator; only looked for until a coordinator decides. */
export function anotherTime(request: Request, attempt: number, by: Person, facts: Facts): Decision {
  const askedBy = askerOf(request, by, facts);
  if (!askedBy) return refuse('requester-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state === 'held') return refuse('too-late');
  if (request.state !== 'booked') return refuse('already-decided');
  if (request.attempt !== attempt) return refuse('changed-meanwhile');
  if (request.rearranging) return refuse('already-decided');
  if (facts.now > movableUntil(request.match.slot, facts.policy)) return refuse('too-late-to-move');
  const { next, effects } = lookFor({ ...request, rearranging: { askedBy } });
  return accept(
    next,
    ...effects,
    ...SHOWN,
    ...showFacilitator(next),
    ...(askedBy === 'coordinator' ? [] : [{ kind: 'call-coordinators' } as const]),
  );
}

/** It stays as it is booked; whoever asked for another time sees that it does. */
export function keepTime(request: Request, attempt: number, facts: Facts): Decision {
  if (!facts.coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state !== 'booked' || !request.rearranging) return refuse('already-decided');
  if (request.attempt !== attempt) return refuse('changed-meanwhile');
  if (request.rearranging.chosen) return refuse('being-arranged');
  const { rearranging, ...rest } = request;
  const asked = rearranging.askedBy === 'requester';
  return accept(
    rest,
    ...SHOWN,
    ...showFacilitator(rest),
    ...(asked ? [{ kind: 'call-requester', about: 'time-kept' } as const] : []),
  );
}

/** Fresh matches for a session that stands. */
export function lookAnew(request: StandingSession): Decision {
  if (!request.rearranging || request.rearranging.chosen) return refuse('already-decided');
  const { next, effects } = lookFor(request);
  return accept(next, ...effects, { kind: 'show-coordinators' });
}

/** A coordinator chooses one of the matches: reserved first, then moved, then whoever is new to it is asked. */
export function choose(
  request: StandingSession,
  { matchId, because }: { readonly matchId: string; readonly because?: OverruleReason },
  by: Person,
  facts: Facts,
): Decision {
  const { rearranging } = request;
  if (!rearranging || rearranging.chosen) return refuse('already-decided');
  const best = rearranging.matches?.best ?? [];
  const match = best.find(({ id }) => id === matchId);
  if (!match || match.slot.start <= facts.now) return refuse('matches-outdated');
  // Other people may have been agreed to since the matches were found.
  const involved = { requester: request.requester, participants: request.ask.participants };
  if (dependence(match.facilitator, involved, facts.policy)) return refuse('matches-outdated');
  const { slot } = request.match;
  const isMoved = !isSameTime(match.slot, slot);
  const isNew = !isTheirs(request, match.facilitator.id);
  // It has come to be just that since.
  if (!isMoved && !isNew) return refuse('matches-outdated');
  if (isMoved && request.state === 'booked' && facts.now > movableUntil(slot, facts.policy))
    return refuse('too-late-to-move');
  if (match !== best[0] && !because) return refuse('reason-needed');
  const { next, effects } = isNew ? leaving(request, facts) : { next: request, effects: [] };
  const chosen: Chosen = {
    attempt: nextAttempt(request),
    match,
    by,
    ...(match !== best[0] && because && { because }),
    stage: { at: 'reserving' },
  };
  return arrange(next, chosen, effects);
}

/** The present facilitator gives the seat up for somebody else. */
function leaving(request: StandingSession, facts: Facts): Acceptance & { readonly next: StandingSession } {
  if (request.state === 'uncovered') return { next: request, effects: [] };
  const { askedBy, matches } = request.rearranging ?? {};
  const { next, effects } = uncover(request, 'replaced', facts);
  const uncovered = next as Uncovered;
  const told = effects.filter(({ kind }) => kind === 'release' || kind === 'end-uncovered');
  return {
    next: {
      ...uncovered,
      round: request.round,
      rearranging: { ...uncovered.rearranging, ...(askedBy && { askedBy }), ...(matches && { matches }) },
    },
    effects: [...told, ...showFacilitator(request)],
  };
}

function askerOf(request: Request, by: Person, facts: Facts): AskedBy | undefined {
  if (mayActFor(request.requester, by)) return 'requester';
  if (isStanding(request) && isTheirs(request, by.id)) return 'facilitator';
  return facts.coordinator ? 'coordinator' : undefined;
}
