/** How a request stands, for its requester by mail: as on their page, and without all that somebody typed about the case. */
import type { Closed, Request } from '../../../domain/request';
import { isInvited } from '../../../domain/setback';
import { nextSteps, stateForRequester } from '../../../present/requester';
import { closedOn } from '../../../wording/closed';
import { whereToInWords } from '../../../wording/declining';
import { cancelledInWords, notHeldInWords } from '../../../wording/ending';
import { afterClosing } from '../../../wording/states';
import { LETTER_TEXTS as TEXTS } from '../wording/letters';
import { londonSlot, nameInLetter } from './about';
import { slotInWords } from '../../../wording/when';

export function standingInLetter(request: Request): readonly string[] {
  switch (request.state) {
    case 'submitted':
      return [`${stateForRequester(request)}.`, ...nextSteps(request)];
    case 'returned':
      return [TEXTS.returned];
    case 'approved':
    case 'uncovered':
      return nextSteps(request);
    case 'offered':
      // Who was asked is told once they have said yes.
      return [TEXTS.offered(request.answerBy), TEXTS.planned(slotInWords(request.match.slot))];
    case 'booked': {
      const [, ...then] = nextSteps(request);
      return [
        TEXTS.bookedWith(nameInLetter(request.match.facilitator.name)),
        londonSlot(request.match.slot),
        ...then,
        ...(isInvited(request) ? [TEXTS.wayThere] : []),
      ];
    }
    case 'held':
      return [TEXTS.held];
    case 'closed':
      return [...closedInLetter(request), closedOn(request)];
  }
}

/** Its page is over with it: the letter itself says why, as far as others may read that. */
function closedInLetter(request: Closed): readonly string[] {
  const { outcome } = request;
  switch (outcome.kind) {
    case 'declined':
      return whereToInWords(outcome);
    case 'withdrawn':
      return [TEXTS.withdrawn];
    case 'silent':
      return [TEXTS.silent, TEXTS.stillThinking];
    case 'cancelled':
      return [...cancelledInWords(outcome.reason).slice(0, 1), TEXTS.stillThinking];
    case 'not-held':
      return [...notHeldInWords(outcome.reason).slice(0, 1), TEXTS.stillThinking];
    case 'completed':
      return afterClosing(request);
  }
}
