/**
 * How the effects of one request are worked: in order within a lane, the two lanes side by side, so that a slow Graph
 * does not hold up cards.
 */
import type { Effect, Request } from './request';
import { isWaitOver } from './waiting';

export type Lane = 'arrange' | 'tell';
export const LANES: readonly Lane[] = ['arrange', 'tell'];

/** What people are shown is told; everything else arranges. */
export function laneOf(effect: Effect): Lane {
  switch (effect.kind) {
    case 'show-coordinators':
    case 'show-lead':
    case 'show-requester':
    case 'show-facilitator':
    case 'call-coordinators':
    case 'call-lead':
    case 'call-requester':
    case 'remind-facilitator':
    case 'remind-session':
      return 'tell';
    default:
      return 'arrange';
  }
}

/** When an effect may first be performed; absent: at once. */
export function dueAt(effect: Effect): number | undefined {
  return 'at' in effect ? effect.at : undefined;
}

/** Whether a later decision has made an effect pointless, so that it is dropped without acting. */
export function isStale(effect: Effect, request: Request): boolean {
  const standing = 'match' in request ? request.attempt : undefined;
  switch (effect.kind) {
    case 'find-matches':
      return request.state !== 'submitted' || request.round !== effect.round;
    case 'reserve':
    case 'create-event':
    case 'secure-meeting':
      return request.state !== 'approved' || standing !== effect.attempt;
    case 'watch-answer':
    case 'remind-facilitator':
    case 'end-wait':
      return request.state !== 'offered' || standing !== effect.attempt;
    case 'raise':
    case 'watch-dates':
    case 'remind-dates':
    case 'end-dates-wait':
      return isWaitOver(effect, request);
    case 'invite-participants':
    case 'remind-session':
    case 'end-session':
      return request.state !== 'booked' || standing !== effect.attempt;
    default:
      return false;
  }
}

/** Whether performing one does what the other asks for too: both show the same people how it stands by then. */
export function isSameTelling(one: Effect, other: Effect): boolean {
  if (one.kind !== other.kind || !/^(show|call)-/.test(one.kind)) return false;
  if (one.kind !== 'show-facilitator' || other.kind !== 'show-facilitator') return true;
  return one.attempt === other.attempt && one.facilitator.id === other.facilitator.id;
}
