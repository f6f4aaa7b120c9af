/** Whether what a mail was to tell is over by the time it is written: it would only mislead. */
import { facilitatorMissing } from './facilitator-missing';
import type { MailEffect, Recipient } from './mail-news';
import { partOf } from './mailed';
import { plainMail } from './mail-address';
import { openPoll } from './poll';
import { isStanding } from './rearranging';
import type { Request } from './request';

export function isOldNews({ to, news }: MailEffect, request: Request): boolean {
  switch (news) {
    case 'dates-asked':
    case 'dates-reminder':
      return request.state !== 'submitted' || !request.datesAsked;
    case 'facilitator-missing':
      return !facilitatorMissing(request);
    case 'too-few':
      return !isStanding(request) || request.outlook?.tooFew === undefined;
    case 'cannot-come':
      return !isStanding(request) || !request.absent;
    case 'asked':
    case 'answer-reminder':
      return partOfRecipient(to, request) !== 'asked';
    case 'theirs':
      return partOfRecipient(to, request) !== 'theirs';
    case 'no-longer-theirs':
      return partOfRecipient(to, request) !== undefined;
    case 'invited':
      return !isStanding(request) || !isOnList(to, request);
    case 'session-reminder':
      return request.state !== 'booked' || !isOnList(to, request);
    case 'record':
      return request.state !== 'held' || request.record !== undefined;
    case 'evaluation':
    case 'evaluation-reminder':
      return request.state !== 'held';
    case 'poll':
      return !isPolled(to, request);
    default:
      return false;
  }
}

function partOfRecipient(to: Recipient, request: Request): 'asked' | 'theirs' | undefined {
  if (to.as !== 'facilitator') return undefined;
  const part = partOf(request, to.facilitator.id);
  return part?.attempt === to.attempt ? part.as : undefined;
}

function isOnList(to: Recipient, request: Request): boolean {
  if (to.as !== 'participant') return true;
  return request.ask.participants.some(({ mail }) => plainMail(mail) === plainMail(to.mail));
}

/** Whoever has answered meanwhile need not be asked. */
function isPolled(to: Recipient, request: Request): boolean {
  const poll = openPoll(request);
  const mail = to.as === 'participant' ? to.mail : request.requester.mail;
  if (!poll || mail === undefined || to.as === 'facilitator') return false;
  const plain = plainMail(mail);
  return poll.asked.includes(plain) && !poll.answers.some((each) => each.mail === plain);
}
