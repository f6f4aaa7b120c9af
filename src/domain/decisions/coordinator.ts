/** What coordinators decide on a request that waits for them: approve a match, decline, look for matches again. */
import { isEverybodyNamed } from '../ask';
import type { Person } from '../people';
import { dependence } from '../independence';
import type { Appointment, OverruleReason } from '../match';
import type { Approved, Request, Returned, Submitted } from '../request';
import type { DeclineReason } from '../ending';
import type { Door } from '../signpost';
import { isStanding } from '../rearranging';
import { comesToNothing } from './choice';
import { accept, type Decision, type Facts, refuse } from './decision';
import { choose, lookAnew } from './rearranging';
import { backToCoordinator, close, search } from './transitions';
import { uncover } from './uncovering';

/**
 * Approving saves the choice and one effect; time is reserved and the event made afterwards (design.md). Whoever does not take
 * the first match says why: it is kept with the decision.
 */
export function approve(
  request: Request,
  { matchId, because }: { readonly matchId: string; readonly because?: OverruleReason },
  by: Person,
  facts: Facts,
): Decision {
  if (facts.coordinator && isStanding(request))
    return choose(request, { matchId, ...(because && { because }) }, by, facts);
  const open = undecided(request, facts);
  if ('refused' in open) return open;
  const best = open.matches?.best ?? [];
  const match = best.find(({ id }) => id === matchId);
  if (!match) return isEverybodyNamed(open.ask) ? refuse('matches-outdated') : refuse('not-everybody-named');
  return arrange(open, { match, isFirst: match === best[0], ...(because && { because }) }, by, facts);
}

/** Somebody else of the pool, or another time; by the same rules, judged when they were chosen. */
export function appoint(request: Request, choice: Appointment, by: Person, facts: Facts): Decision {
  const open = undecided(request, facts);
  if ('refused' in open) return open;
  const { match, round, beside } = choice;
  if (round !== open.round || open.passed.includes(match.facilitator.id)) return refuse('matches-outdated');
  const involved = { requester: open.requester, participants: open.ask.participants };
  const chosen = [match.facilitator, ...(beside ? [beside.facilitator] : [])];
  if (chosen.some((each) => dependence(each, involved, facts.policy))) return refuse('not-independent');
  if (beside?.facilitator.id === match.facilitator.id) return refuse('not-independent');
  return arrange(open, choice, by, facts);
}

/** Takes a match on: its time is reserved next. Refused where it has gone by, or nobody says why it is not the first. */
export function arrange(
  open: Submitted,
  { match, isFirst, because, beside }: Pick<Appointment, 'match' | 'isFirst' | 'because' | 'beside'>,
  by: Person,
  { now }: Facts,
): Decision {
  // Whoever is to be named would not be invited, and might be the facilitator.
  if (!isEverybodyNamed(open.ask)) return refuse('not-everybody-named');
  if (match.slot.start <= now) return refuse('matches-outdated');
  if (!isFirst && !because) return refuse('reason-needed');
  const { matches, setback, raised, datesAsked, reoffer, poll, ...kept } = open;
  const attempt = open.attempt + 1;
  const next: Approved = {
    ...kept,
    state: 'approved',
    match,
    attempt,
    approvedBy: by,
    ...(!isFirst && because && { because }),
    ...(beside && { beside }),
    stage: { at: 'reserving' },
  };
  return accept(
    next,
    { kind: 'reserve', attempt },
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
  );
}

/**
 * Another facilitator is wanted. What is not booked yet is undone, and fresh matches are looked for; a booked session stands.
 */
export function replace(request: Request, facts: Facts): Decision {
  if (!facts.coordinator) return refuse('coordinators-only');
  switch (request.state) {
    case 'submitted':
    case 'returned':
    case 'held':
      return refuse('already-decided');
    case 'closed':
      return refuse('closed');
    case 'booked': {
      if (facts.now >= request.match.slot.start) return refuse('too-late');
      // Somebody else was wanted: they are not the first to be offered it again.
      const passed = [...request.passed, request.match.facilitator.id];
      return uncover({ ...request, passed }, 'replaced', facts);
    }
    case 'uncovered': {
      const { chosen } = request.rearranging;
      return chosen ? comesToNothing(request, chosen, 'replaced') : refuse('already-decided');
    }
    default:
      return backToCoordinator(request, 'replaced', facts);
  }
}

/** Also while the requester has it back for changes: nothing has been decided then either. */
export function decline(
  request: Request,
  { reason, door }: { readonly reason: DeclineReason; readonly door?: Door },
  by: Person,
  facts: Facts,
): Decision {
  const open = beforeDecision(request, facts);
  if ('refused' in open) return open;
  const { next, effects } = close(
    open,
    { kind: 'declined', reason, ...(door && reason === 'another-door' && { door }), by },
    facts,
  );
  return accept(next, ...effects, { kind: 'call-requester' });
}

/** Matches are computed when the request comes in, and again when asked for: calendars move on. */
export function lookAgain(request: Request, facts: Facts): Decision {
  if (facts.coordinator && isStanding(request)) return lookAnew(request);
  const open = undecided(request, facts);
  if ('refused' in open) return open;
  const { next, effects } = search(open);
  return accept(next, ...effects, { kind: 'show-coordinators' });
}

function undecided(request: Request, { coordinator }: Facts): Submitted | ReturnType<typeof refuse> {
  if (!coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state !== 'submitted') return refuse('already-decided');
  return request;
}

/** As it was asked, or with the requester for changes. */
export function beforeDecision(
  request: Request,
  { coordinator }: Facts,
): Submitted | Returned | ReturnType<typeof refuse> {
  if (!coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state !== 'submitted' && request.state !== 'returned') return refuse('already-decided');
  return request;
}
