/** Leaves what has come about for everybody who asked to hear of it. */
import type { Announcing } from '../ports/announcing';
import type { Deliveries } from '../ports/delivering';
import type { Subscriptions } from '../ports/subscriptions';

export interface AnnouncingNeeds {
  readonly subscriptions: Pick<Subscriptions, 'all'>;
  readonly deliveries: Pick<Deliveries, 'add'>;
}

export function createAnnouncing({ subscriptions, deliveries }: AnnouncingNeeds): Announcing {
  return {
    async announce(announcement) {
      // Told late, or again, it is still no news to whoever asked afterwards.
      const wanting = (await subscriptions.all()).filter(
        ({ events, since }) => events.includes(announcement.event) && since <= announcement.happenedAt,
      );
      await Promise.all(wanting.map(({ id }) => deliveries.add(id, announcement)));
    },
  };
}
