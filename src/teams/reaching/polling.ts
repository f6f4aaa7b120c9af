/** Asks people in their own chats which times suit. Who may have been asked is not asked again. */
import type { Instant } from '../../domain/intervals';
import { openPoll } from '../../domain/poll';
import type { Cards } from '../../ports';
import type { Polling } from '../../ports/polling';
import { presentPolled } from '../../present/polled';
import { cardMessage } from '../answers';
import { renderCard } from '../cards';
import { presentPoll } from '../present/poll';
import { createReach, type ReachNeeds } from './reach';

export interface PollingNeeds extends ReachNeeds {
  readonly cards: Cards;
  readonly now: () => Instant;
}

export function createPolling(needs: PollingNeeds): Polling {
  const { cards, now } = needs;
  const reach = createReach(needs);
  return {
    async ask(request, id) {
      // Their name is on nothing they are shown.
      const person = { id, name: '' };
      const poll = openPoll(request);
      // The time to answer may have gone while nobody could be reached.
      if (!poll || !presentPolled(request, person, now())) return 'known';
      const name = `poll-${poll.at}-${id.toLowerCase()}`;
      // Noted before the post, as a reminder is.
      if (await cards.find(request.id, name)) return 'known';
      const card = renderCard('poll', presentPoll(request, person, now()));
      const posted = await reach.inChatWith(id, [], async (to) => {
        const conversationId = to.conversation.id;
        await cards.put(request.id, name, { conversationId });
        const activityId = await reach.post(to, cardMessage(card));
        // Where it stands, so that it can be taken away with its request.
        if (activityId) await cards.put(request.id, name, { conversationId, activityId });
        return activityId;
      });
      return posted === undefined ? 'nowhere' : 'shown';
    },
  };
}
