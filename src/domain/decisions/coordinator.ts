/** What coordinators decide on a request that waits for them: approve a match, decline, look for matches again. */
import { isEverybodyNamed } from '../ask';
import type { Person } from '../people';
import type { Approved, DeclineReason, Request, Returned, Submitted } from '../request';
import type { Door } from '../signpost';
import { accept, type Decision, type Facts, refuse } from './decision';
import { close, search } from './transitions';

/** Approving saves the choice and one effect; time is reserved and the event made afterwards (design.md). */
export function approve(request: Request, matchId: string, by: Person, facts: Facts): Decision {
  const open = undecided(request, facts);
  if ('refused' in open) return open;
  // Whoever is to be named would not be invited, and might be the facilitator.
  if (!isEverybodyNamed(open.ask)) return refuse('not-everybody-named');
  const { matches, setback, raised, datesAsked, ...kept } = open;
  const match = matches?.best.find(({ id }) => id === matchId);
  if (!match || match.slot.start <= facts.now) return refuse('matches-outdated');
  const attempt = request.attempt + 1;
  const next: Approved = {
    ...kept,
    state: 'approved',
    match,
    attempt,
    approvedBy: by,
    stage: { at: 'reserving' },
  };
  return accept(
    next,
    { kind: 'reserve', attempt },
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
  );
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
