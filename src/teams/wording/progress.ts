/**
 * How a request stands, for people it was not told to: the requester puts this into a conversation. So it names nobody
 * and says nothing about the case, and who has it now is a role.
 */
import type { Request } from '../../domain/request';
import type { Outcome } from '../../domain/outcome';
import { dayOf, momentInWords } from '../../wording/when';

/** Why it was declined is between the coordinators and the requester. */
const CLOSED: Record<Outcome['kind'], string> = {
  declined: 'Closed: no session is arranged',
  withdrawn: 'Withdrawn',
  cancelled: 'Cancelled',
  'not-held': 'Closed: the session did not take place',
  completed: 'Completed',
  silent: 'Closed: no session is arranged',
};

export function progressState(request: Request): string {
  switch (request.state) {
    case 'submitted':
      return 'Sent. Not confirmed yet';
    case 'returned':
      return 'Needs a change. Not confirmed yet';
    case 'approved':
      return 'Being arranged. Not confirmed yet';
    case 'offered':
      return 'Waiting for the facilitator. Not confirmed yet';
    case 'booked':
      return 'Booked';
    case 'uncovered':
      return 'Needs another facilitator';
    case 'held':
      return 'The session has taken place';
    case 'closed':
      return CLOSED[request.outcome.kind];
  }
}

/** Who has it now, and what comes next. */
export function progressNext(request: Request): string {
  switch (request.state) {
    case 'submitted':
      return `The coordinators have it now. They should answer by ${dayOf(request.answerDueAt)}.`;
    case 'returned':
      return 'Whoever asked for it has it now, and sends it again.';
    case 'approved':
      return 'The coordinators have approved it. A facilitator and a time are being arranged.';
    case 'offered':
      return `The facilitator has it now, and answers by ${momentInWords(request.answerBy)}.`;
    case 'booked':
      return 'The facilitator has it now. Everybody taking part finds the day and time in their own invitation.';
    case 'uncovered':
      return 'The coordinators have it now, and look for another facilitator.';
    case 'held':
      return 'There is nothing left to do.';
    case 'closed':
      return 'There is nothing left to do.';
  }
}
