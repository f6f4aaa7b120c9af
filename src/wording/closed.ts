/** What a closed request's cards say: they stay in chats for ever, so they name nobody and nothing of the case. */
import type { Closed } from '../domain/request';
import { dayOf } from './when';
import { declineInShort } from './declining';

export function closedOn({ closedAt }: Closed): string {
  return `Closed on ${dayOf(closedAt)}.`;
}

/** What there is left to do for coordinators; nothing, most of the time. */
export function afterClosingForCoordinators({ outcome }: Closed): string {
  switch (outcome.kind) {
    case 'declined':
      return `${declineInShort(outcome)}. The requester is told so, and what to do next.`;
    case 'cancelled':
      return 'The requester and everybody invited are told. Any calendar entry is removed.';
    case 'withdrawn':
      return 'There is nothing left to do. Any calendar entry is removed.';
    case 'silent':
      return 'There is nothing left to do. The requester can ask again with other dates.';
    case 'not-held':
      return "The requester is told, and can ask again. It does not count for the facilitator's share.";
    case 'completed':
      return 'There is nothing left to do.';
  }
}
