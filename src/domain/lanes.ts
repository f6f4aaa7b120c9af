/**
 * How the effects of one request are worked: in order within a lane, the lanes side by side, so that a slow Graph does not
 * hold up cards, nor either of them what others are told.
 */
import { chosenOf, isSameTime, isStanding } from './rearranging';
import type { CallAbout } from './call-about';
import { facilitatorMissing } from './facilitator-missing';
import type { Recipient } from './mail-news';
import { isOldNews } from './old-news';
import { openPoll } from './poll';
import type { Effect, Request } from './request';
import { isWaitOver } from './waiting';

export type Lane = 'arrange' | 'tell' | 'announce';
export const LANES: readonly Lane[] = ['arrange', 'tell', 'announce'];

/** What people are shown is told, what other programs hear is announced; everything else arranges. */
export function laneOf(effect: Effect): Lane {
  switch (effect.kind) {
    case 'show-coordinators':
    case 'show-lead':
    case 'show-requester':
    case 'show-on-the-day':
    case 'show-facilitator':
    case 'call-coordinators':
    case 'call-lead':
    case 'call-requester':
    case 'remind-facilitator':
    case 'remind-session':
    case 'mail':
    case 'ask-poll':
    case 'ask-evaluation':
    case 'ask-record':
      return 'tell';
    case 'announce':
      return 'announce';
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
      return !isLookedFor(request) || request.round !== effect.round;
    case 'reserve':
    case 'secure-meeting':
      if (chosenOf(request, effect.attempt)) return false;
      return request.state !== 'approved' || standing !== effect.attempt;
    case 'create-event':
      return request.state !== 'approved' || standing !== effect.attempt;
    case 'move-event':
      return chosenOf(request, effect.attempt)?.stage.at !== 'moving';
    case 'watch-answer':
    case 'remind-facilitator':
    case 'end-wait':
      if (chosenOf(request, effect.attempt)?.stage.at === 'asked') return false;
      return request.state !== 'offered' || standing !== effect.attempt;
    case 'raise':
    case 'watch-dates':
    case 'remind-dates':
    case 'end-dates-wait':
      return isWaitOver(effect, request);
    case 'invite-participants':
      if (chosenOf(request, effect.attempt)) return false;
      return !isStanding(request) || standing !== effect.attempt;
    case 'remind-session':
    case 'show-on-the-day':
    case 'end-session':
    case 'look-at-event':
      return request.state !== 'booked' || standing !== effect.attempt;
    case 'judge-move':
      return request.state !== 'booked' || standing !== effect.attempt || !request.outlook?.movedTo;
    case 'put-back-event':
      return (
        !isStanding(request) || standing !== effect.attempt || !isSameTime(request.match.slot, effect.slot)
      );
    case 'end-uncovered':
      // Moved meanwhile, it begins at another time.
      return (
        request.state !== 'uncovered' || standing !== effect.attempt || request.match.slot.start !== effect.at
      );
    case 'mail':
      return isOldNews(effect, request);
    case 'ask-poll': {
      const poll = openPoll(request);
      return poll?.at !== effect.poll || poll.answers.some(({ mail }) => mail === effect.mail);
    }
    case 'ask-evaluation':
    case 'end-evaluation':
      return request.state !== 'held' || standing !== effect.attempt;
    case 'ask-record':
      return request.state !== 'held' || standing !== effect.attempt || request.record !== undefined;
    case 'end-poll':
      return openPoll(request)?.at !== effect.poll;
    case 'call-coordinators':
      return isAnswered(effect.about, request);
    default:
      return false;
  }
}

/** Whether matches are being looked for. */
function isLookedFor(request: Request): boolean {
  if (request.state === 'submitted') return true;
  return isStanding(request) && request.rearranging !== undefined && !request.rearranging.chosen;
}

/** Whether there is nothing to call about any more: said of a session that is over, it would only frighten. */
function isAnswered(about: CallAbout | undefined, request: Request): boolean {
  if (about === 'facilitator-missing') return !facilitatorMissing(request);
  if (about === 'poll') return request.state !== 'submitted';
  if (about === 'cannot-come') return !isStanding(request) || !request.absent;
  return about === 'proposal' && !('proposal' in request && request.proposal);
}

/** Whether performing one does what the other asks for too: both show the same people how it stands by then. */
export function isSameTelling(one: Effect, other: Effect): boolean {
  if (one.kind === 'mail' && other.kind === 'mail')
    return one.news === other.news && isSameRecipient(one.to, other.to);
  if (one.kind !== other.kind || !/^(show|call)-/.test(one.kind)) return false;
  if ('about' in one || 'about' in other)
    return 'about' in one && 'about' in other && one.about === other.about;
  if (one.kind !== 'show-facilitator' || other.kind !== 'show-facilitator') return true;
  return one.attempt === other.attempt && one.facilitator.id === other.facilitator.id;
}

function isSameRecipient(one: Recipient, other: Recipient): boolean {
  if (one.as === 'facilitator')
    return (
      other.as === 'facilitator' &&
      one.attempt === other.attempt &&
      one.facilitator.id === other.facilitator.id
    );
  if (one.as === 'participant') return other.as === 'participant' && one.mail === other.mail;
  return other.as === 'requester';
}
