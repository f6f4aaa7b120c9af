/** A person's own requests, newest first, a page at a time. */
import { isOpen, referenceOf, type Request } from '../../domain/request';
import type { CardData, Fact } from '../card-data';
import { isolated } from '../../wording/typed-text';
import { nextSteps, stateForRequester } from '../../present/requester';
import { dayOf, momentInWords } from '../../wording/when';

/** As many as a phone shows without tiring, and far below the size Teams allows. */
const PAGE = 8;

export function presentRequests(requests: readonly Request[], from: number): CardData['requests'] {
  const shown = requests.slice(from, from + PAGE);
  return {
    summary: summary(requests.length, from, shown.length),
    items: shown.map((request) => ({
      request: request.id,
      reference: referenceOf(request.id),
      state: stateForRequester(request),
      fact: factOf(request),
      next: nextStep(request),
    })),
    hasOlder: from + PAGE < requests.length,
    olderFrom: from + PAGE,
    hasNewer: from > 0,
  };
}

/** What the requester knows it by. The list stays in the chat: of what is closed, no more than the day. */
function factOf(request: Request): Fact {
  return isOpen(request)
    ? { label: 'Your reference', value: isolated(request.ask.caseReference) }
    : { label: 'Asked on', value: dayOf(request.submittedAt) };
}

/** The first sentence, without a name: nobody updates the list once it has been said. */
function nextStep(request: Request): string {
  return request.state === 'offered'
    ? `A facilitator has been asked and answers by ${momentInWords(request.answerBy)}.`
    : (nextSteps(request)[0] ?? '');
}

function summary(total: number, from: number, shown: number): string {
  if (total === 0) return 'You have not asked for a JAGS yet.';
  if (shown === total) return total === 1 ? 'One request.' : `${total} requests, newest first.`;
  if (shown === 0) return 'There are no older requests.';
  return `${from + 1} to ${from + shown} of ${total}, newest first.`;
}
