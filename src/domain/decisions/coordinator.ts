/** What coordinators may do: approve a match, decline, look for matches again. */
import type { Person } from '../people';
import type { Approved, DeclineReason, Request, Submitted } from '../request';
import { accept, type Acceptance, type Decision, type Facts, refuse } from './decision';
import { close } from './transitions';

/** Approving saves the choice and one effect; time is reserved and the event made afterwards (design.md). */
export function approve(request: Request, matchId: string, by: Person, facts: Facts): Decision {
  const open = undecided(request, facts);
  if ('refused' in open) return open;
  const { matches, setback, ...kept } = open;
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

export function decline(request: Request, reason: DeclineReason, by: Person, facts: Facts): Decision {
  const open = undecided(request, facts);
  if ('refused' in open) return open;
  const { next, effects } = close(open, { kind: 'declined', reason, by }, facts);
  return accept(next, ...effects, { kind: 'call-requester' });
}

/** Matches are computed when the request comes in, and again when asked for: calendars move on. */
export function lookAgain(request: Request, facts: Facts): Decision {
  const open = undecided(request, facts);
  if ('refused' in open) return open;
  return searching(open);
}

function searching(request: Submitted): Acceptance {
  const { matches, ...kept } = request;
  const round = request.round + 1;
  return accept({ ...kept, round }, { kind: 'find-matches', round }, { kind: 'show-coordinators' });
}

function undecided(request: Request, { coordinator }: Facts): Submitted | ReturnType<typeof refuse> {
  if (!coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state !== 'submitted') return refuse('already-decided');
  return request;
}
