/** What is written to whoever comes to a session, or would. */
import type { MailNews, Recipient } from '../../../domain/mail-news';
import { openPoll } from '../../../domain/poll';
import { isStanding } from '../../../domain/rearranging';
import type { Request } from '../../../domain/request';
import { CONFIDENTIAL } from '../../../wording/evaluation';
import { LETTER_TEXTS as TEXTS } from '../wording/letters';
import { londonSlot, nameInLetter, type Telling, turnTo } from './about';
import { isBookedWith } from './facilitator-news';

export const SESSION_NEWS = {
  invited: ({ request, to, policy }) => {
    if (to.as !== 'participant' || !isStanding(request)) return undefined;
    return [
      TEXTS.invited(nameInLetter(request.requester.name)),
      londonSlot(request.match.slot),
      TEXTS.wayThere,
      TEXTS.whatItIs,
      TEXTS.cannotBeThere,
      ...turnTo(policy),
    ];
  },
  'session-reminder': ({ request, to, policy }) => {
    if (request.state !== 'booked') return undefined;
    if (to.as === 'facilitator' && !isBookedWith(request, to)) return undefined;
    const { openingPrompt, closingPrompt, sessionPurpose } = policy;
    return [
      TEXTS.soon,
      londonSlot(request.match.slot),
      TEXTS.wayThere,
      ...(to.as === 'facilitator' ? [sessionPurpose, TEXTS.opening, openingPrompt, closingPrompt] : []),
      ...(to.as === 'participant' ? [TEXTS.cannotBeThere] : []),
      ...turnTo(policy),
    ];
  },
  evaluation: ({ request, to }) => evaluation(request, to, TEXTS.evaluation),
  'evaluation-reminder': ({ request, to }) => evaluation(request, to, TEXTS.stillEvaluation),
  poll: ({ request, to }) => {
    const poll = openPoll(request);
    if (!poll || to.as === 'facilitator') return undefined;
    const { name } = request.requester;
    return [
      to.as === 'requester' ? TEXTS.ownPoll : TEXTS.poll(nameInLetter(name)),
      ...poll.slots.map(londonSlot),
      TEXTS.pollAnswer(poll.closesAt),
    ];
  },
} satisfies Partial<Record<MailNews, Telling>>;

function evaluation(request: Request, to: Recipient, first: string): readonly string[] | undefined {
  if (request.state !== 'held' || !request.evaluating || to.as === 'facilitator') return undefined;
  return [
    first,
    londonSlot(request.match.slot),
    CONFIDENTIAL,
    TEXTS.evaluateBy(request.evaluating.closesAt),
    TEXTS.answeredThere,
  ];
}
