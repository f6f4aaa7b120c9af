/** What could not be done, as coordinators read it on the card, and the button that has it tried again. */
import type { Effect } from '../../domain/request';
import type { MailReturned, NotReached, Stuck, Trouble } from '../../domain/setback';
import { TROUBLES } from '../../wording/matching';
import { isolated } from '../../wording/typed-text';

export const TRY_AGAIN = {
  begun:
    'It is being tried again now. If this card still says in a few minutes that it could not be done, it has failed again.',
  nothing: 'There is nothing left to try again.',
} as const;

const NOT_REACHED: Record<NotReached['who'], string> = {
  requester:
    'The requester cannot be reached in Teams and does not see how this stands. Please write to them or ring them.',
  facilitator:
    'The facilitator cannot be reached in Teams. They have Outlook’s invitation and can answer it there. Please ring them if it is urgent.',
  lead: 'The lead cannot be reached in Teams. Please tell them yourselves.',
};

/** Completes a list. Nothing technical: what matters is what somebody waits for. */
const WORK: Record<Effect['kind'], string> = {
  'find-matches': 'looking for matches',
  reserve: 'reserving the facilitator’s time',
  'create-event': 'making the calendar entry',
  'secure-meeting': 'setting up the meeting',
  'watch-answer': 'seeing in Outlook whether the facilitator has answered',
  'end-wait': 'ending the wait for the facilitator',
  'invite-participants': 'inviting the participants',
  'end-session': 'noting the end of the session',
  'move-event': 'moving the calendar entry to the time chosen',
  'put-back-event': 'putting the calendar entry back to its time',
  'judge-move': 'checking the time it was moved to in Outlook',
  'look-at-event': 'looking at the calendar entry',
  'end-uncovered': 'calling off a session nobody was found for',
  'show-on-the-day': 'showing the requester how this stands on the day',
  'cancel-event': 'removing the calendar entry',
  release: 'giving the facilitator their time back',
  announce: 'telling the programs that have asked to hear of it',
  'note-family': 'noting what the facilitator said',
  'remind-session': 'reminding those who come',
  'remind-facilitator': 'reminding the facilitator',
  raise: 'reminding you that an answer is due',
  'watch-dates': 'asking the requester for other dates',
  'remind-dates': 'reminding the requester of the question about other dates',
  'end-dates-wait': 'ending the wait for other dates',
  mail: 'writing a mail to somebody who has no Teams',
  'ask-poll': 'asking somebody which times suit',
  'ask-evaluation': 'asking somebody how the session was',
  'ask-record': 'asking the facilitator for the session record',
  'end-evaluation': 'closing the evaluation',
  'count-request': 'counting the request for monitoring',
  'end-poll': 'ending the wait for answers about the times',
  'show-coordinators': 'bringing the card in your channel up to date',
  'show-lead': 'showing the lead how this stands',
  'show-requester': 'showing the requester how this stands',
  'show-facilitator': 'showing the facilitator how this stands',
  'call-coordinators': 'writing to your channel that this needs you',
  'call-lead': 'writing to the lead that this needs them',
  'call-requester': 'writing to the requester that this has changed',
};

/**
 * A sentence or two for each kind of trouble, however often it was met; all that is stuck in one. Whose address it is stands
 * in the coordinator's own view alone: the channel's card is read by more people.
 */
export function troublesInWords(troubles: readonly Trouble[], own: boolean): string[] {
  const lines = troubles.flatMap((each) => {
    if (each.kind === 'stuck') return [];
    if (each.kind === 'mail-returned') return [mailReturnedInWords(each, own)];
    return [each.kind === 'not-reached' ? NOT_REACHED[each.who] : TROUBLES[each.kind]];
  });
  const stuck = troubles.filter((each): each is Stuck => each.kind === 'stuck');
  return [...new Set(lines), ...(stuck.length > 0 ? [stuckInWords(stuck)] : [])];
}

/** With whom to ring. */
function mailReturnedInWords(trouble: MailReturned, own: boolean): string {
  switch (trouble.who) {
    case 'requester':
      return 'A mail to the requester came back, so they do not know how this stands. Please ring them.';
    case 'facilitator':
      return 'A mail to the facilitator came back. Please ring them, and put their address right in the pool.';
    case 'participant':
      return `A mail to ${own ? isolated(trouble.mail) : 'somebody who takes part'} came back. Please ask the requester for the right address, or ring them.`;
  }
}

function stuckInWords(stuck: readonly Stuck[]): string {
  const works = [...new Set(stuck.map(({ work }) => WORK[work]))].join('; ');
  return `This could NOT be done so far: ${works}. It is tried again every hour. If it stays like this, please ask whoever runs this service to look into it.`;
}
