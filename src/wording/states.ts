/** A request's state in plain words, for the requester and for the coordinators. */
import type { Closed, State } from '../domain/request';
import type { Outcome } from '../domain/outcome';
import { declinedInWords } from './declining';
import { cancelledInWords, notHeldInWords } from './ending';

/** Colour of the state's box; the words alone carry the meaning. */
export type Tone = 'emphasis' | 'good' | 'warning' | 'attention' | 'accent';

export const TONES: Record<State, Tone> = {
  submitted: 'accent',
  returned: 'warning',
  approved: 'accent',
  offered: 'accent',
  booked: 'good',
  uncovered: 'warning',
  held: 'good',
  closed: 'emphasis',
};

/** For the requester; `closed` is told by its outcome. */
export const REQUESTER_STATES: Record<Exclude<State, 'closed'>, string> = {
  submitted: 'Sent. Not confirmed yet',
  returned: 'Needs a change from you',
  approved: 'Being arranged. Not confirmed yet',
  offered: 'Waiting for the facilitator. Not confirmed yet',
  booked: 'Booked',
  uncovered: 'Needs another facilitator',
  held: 'This session has taken place',
};

export const COORDINATOR_STATES: Record<Exclude<State, 'closed'>, string> = {
  submitted: 'Waiting for a decision',
  returned: 'Returned to the requester',
  approved: 'Approved: arranging',
  offered: 'Offered to the facilitator',
  booked: 'Booked',
  uncovered: 'Needs another facilitator',
  held: 'Has taken place',
};

/** Both audiences. */
export const OUTCOMES: Record<Outcome['kind'], string> = {
  declined: 'Declined',
  withdrawn: 'Withdrawn by the requester',
  cancelled: 'Cancelled',
  'not-held': 'Closed: the session did not take place',
  completed: 'Completed',
  silent: 'Closed: no answer about new dates',
};

/** What the requester can do once it is closed; a paragraph each. */
export function afterClosing({ outcome }: Closed): string[] {
  switch (outcome.kind) {
    case 'declined':
      return declinedInWords(outcome);
    case 'cancelled':
      return cancelledInWords(outcome.reason);
    case 'not-held':
      return notHeldInWords(outcome.reason);
    case 'withdrawn':
      return ['You withdrew it. You can ask again at any time.'];
    case 'completed':
      return ['Thank you for thinking together. You can ask for a follow-up at any time.'];
    case 'silent':
      return ['We asked you for new dates and had no answer. You can ask again at any time.'];
  }
}
