/** A session that does not take place: cancelled before it begins, or found afterwards not to have been held. */
import { type CancelReason, type NotHeldReason, notHeldUntil } from '../ending';
import type { Person } from '../people';
import type { Request } from '../request';
import { accept, type Decision, type Facts, refuse } from './decision';
import { close } from './transitions';

/** The attempt is the session the coordinator was looking at: another one arranged meanwhile is not cancelled unseen. */
export function cancel(
  request: Request,
  { attempt, reason }: { readonly attempt: number; readonly reason: CancelReason },
  by: Person,
  facts: Facts,
): Decision {
  if (!facts.coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state === 'held') return refuse('too-late');
  if (request.state !== 'booked' && request.state !== 'uncovered') return refuse('already-decided');
  if (facts.now >= request.match.slot.start) return refuse('too-late');
  if (request.attempt !== attempt) return refuse('changed-meanwhile');
  const { next, effects } = close(request, { kind: 'cancelled', reason, by }, facts);
  return accept(next, ...effects, { kind: 'call-requester' });
}

/** By whoever was to facilitate it, or a coordinator, as long as people remember. */
export function notHeld(
  request: Request,
  { attempt, reason }: { readonly attempt: number; readonly reason: NotHeldReason },
  by: Person,
  facts: Facts,
): Decision {
  // First, because a closed request no longer knows whose session it was: the second of two who say it is no trespasser.
  if (request.state === 'closed') return refuse('closed');
  const isTheirs = 'match' in request && request.match.facilitator.id === by.id;
  if (!facts.coordinator && !isTheirs) return refuse('not-their-session');
  if (request.state !== 'held') return refuse('not-over');
  if (request.attempt !== attempt) return refuse('changed-meanwhile');
  if (facts.now > notHeldUntil(request.match, facts.policy)) return refuse('counts-as-held');
  const { next, effects } = close(request, { kind: 'not-held', reason, by }, facts);
  return accept(next, ...effects, { kind: 'call-requester' });
}
