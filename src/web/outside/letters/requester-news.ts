/** What requesters are written about their request. */
import { facilitatorMissing } from '../../../domain/facilitator-missing';
import type { MailNews, Recipient } from '../../../domain/mail-news';
import { isProposable } from '../../../domain/proposal';
import { isStanding } from '../../../domain/rearranging';
import { isOpen } from '../../../domain/request';
import { tooFewLines } from '../../../present/outlook';
import { toldInWords } from '../../../wording/on-the-day';
import { PROPOSED } from '../../../wording/proposing';
import { isolated } from '../../../wording/typed-text';
import { hearingInWords } from '../../../wording/waiting';
import { LETTER_TEXTS as TEXTS } from '../wording/letters';
import { londonSlot, type Telling, turnTo } from './about';
import { standingInLetter } from './requester-states';

type ToRequester = Telling<Extract<Recipient, { readonly as: 'requester' }>>;

export const REQUESTER_NEWS = {
  received: ({ request }) => {
    if (!isOpen(request)) return undefined;
    const isWaiting = request.state === 'submitted';
    return [
      request.requester.unconfirmed ? TEXTS.inYourName : TEXTS.received,
      ...(isWaiting ? [...hearingInWords(request), TEXTS.notConfirmed] : standingInLetter(request)),
      ...(isWaiting ? [TEXTS.page] : []),
    ];
  },
  state: ({ request, policy }) => [
    ...standingInLetter(request),
    ...(request.state === 'booked' ? turnTo(policy) : []),
  ],
  'dates-asked': ({ request }) =>
    request.state === 'submitted' && request.datesAsked ? hearingInWords(request) : undefined,
  'dates-reminder': ({ request }) =>
    request.state === 'submitted' && request.datesAsked
      ? [TEXTS.reminder, ...hearingInWords(request)]
      : undefined,
  'too-few': ({ request, policy }) => {
    const lines = isStanding(request) ? tooFewLines(request, policy) : [];
    return lines.length > 0 ? lines : undefined;
  },
  'proposal-agreed': ({ request }) =>
    isProposable(request) && request.proposalAnswer?.agreed === true ? [PROPOSED.agreed] : undefined,
  'proposal-left': ({ request }) =>
    isProposable(request) && request.proposalAnswer?.agreed === false ? [PROPOSED.left] : undefined,
  'time-kept': ({ request }) =>
    request.state === 'booked' ? [TEXTS.timeKept, londonSlot(request.match.slot)] : undefined,
  'cannot-come': ({ request }) =>
    isStanding(request) ? [TEXTS.cannotCome, londonSlot(request.match.slot), TEXTS.canPropose] : undefined,
  'facilitator-missing': ({ request, policy }) =>
    facilitatorMissing(request) ? [toldInWords(isolated(policy.onTheDayContact))] : undefined,
  note: ({ request }) => (isOpen(request) && request.note ? [TEXTS.note] : undefined),
} satisfies Partial<Record<MailNews, ToRequester>>;
