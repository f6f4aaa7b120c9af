/** Reminds people of a session in their own chats. What may have been said is not said again. */
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { Cards } from '../../ports';
import type { Reminders } from '../../ports/reminders';
import { cardMessage } from '../answers';
import { renderCard } from '../cards';
import { presentAttending } from '../../present/attending';
import { presentReminder } from '../present/reminder';
import { createReach, type ReachNeeds } from './reach';

export interface RemindingNeeds extends ReachNeeds {
  readonly cards: Cards;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export function createReminders(needs: RemindingNeeds): Reminders {
  const { cards, policy, now } = needs;
  const reach = createReach(needs);
  return {
    async remind(request, days, { id, as }) {
      const name = `reminder-${request.attempt}-${days}-${id.toLowerCase()}`;
      // Noted before the post: one whose outcome is unknown is dropped, unlike a decision.
      if (await cards.find(request.id, name)) return 'known';
      const isLast = days === Math.min(...policy.reminderDays);
      const card =
        as === 'participant'
          ? renderCard(
              'attending',
              presentAttending(request, { isLast, viewer: { id, name: '' }, now: now() }),
            )
          : renderCard('reminder', presentReminder(request, policy, as));
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
