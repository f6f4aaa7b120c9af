/** Whether Graph tells of changes in the organiser's calendar. Only looked at: the bot makes and renews the subscription. */
import { createSubscriptionRow } from '../azure/calendar-rows';
import { lookAt } from '../graph/subscriptions';
import { notificationUrlOf } from '../starting/calendar-following';
import {
  NO_NOTIFICATIONS,
  noSubscription,
  subscribedUntil,
  subscriptionElsewhere,
  subscriptionEnded,
} from './advice';
import { type Check, failed, ok, skipped } from './check';

export const NOTIFICATIONS: readonly Check[] = [
  {
    name: 'subscription',
    needs: ['tables', 'organiser'],
    async run({ config, storage, graph, now }) {
      const leadsHere = notificationUrlOf(config);
      if (leadsHere === undefined) return skipped(NO_NOTIFICATIONS);
      const kept = await createSubscriptionRow(storage).find();
      if (!kept?.row.subscription) return failed(noSubscription);
      if (kept.row.notificationUrl !== leadsHere) return failed(subscriptionElsewhere);
      const standing = await lookAt(graph, kept.row.subscription.id);
      if (standing === 'gone' || standing.expiresAt <= now()) return failed(subscriptionEnded);
      return ok(subscribedUntil(new Date(standing.expiresAt).toISOString()));
    },
  },
];
