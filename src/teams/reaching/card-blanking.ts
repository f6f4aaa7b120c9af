/** Takes out of Teams what our own cards say, long after what they were about: a line stands in their place that names nobody. */
import { Fault } from '../../ports';
import type { CardBlanking } from '../../ports/retention';
import { textMessage } from '../answers';
import { ERASED } from '../wording/erased';
import { createReach, type ReachNeeds } from './reach';

export function createCardBlanking(needs: ReachNeeds): CardBlanking {
  const reach = createReach(needs);
  return {
    async blank({ conversationId, activityId }) {
      if (activityId === undefined) return 'gone';
      const channel = await reach.channel();
      if (!channel)
        throw new Fault('Expected a channel to have been chosen, by which Teams is reached, got none');
      // Of a message only its conversation and its own id count.
      const there = { ...channel, conversation: { ...channel.conversation, id: conversationId } };
      return (await reach.update(there, activityId, textMessage(ERASED))) === 'updated' ? 'blank' : 'gone';
    },
  };
}
