/** Who has asked to be called back: one row each. A council has a handful of them, so they are read together. */
import { randomUUID } from 'node:crypto';
import { odata, type TableClient } from '@azure/data-tables';
import type { Instant } from '../domain/intervals';
import type { Deliveries } from '../ports/delivering';
import type { Subscription, Subscriptions } from '../ports/subscriptions';
import { subscriptionKey } from './keys';
import { fromData, readRow, readRows, type Row, toData, unlessConflict } from './rows';

export interface SubscriptionNeeds {
  readonly subscriptions: TableClient;
  readonly deliveries: Pick<Deliveries, 'forget'>;
  readonly now: () => Instant;
}

const SUBSCRIPTIONS = 'subscription';

export function createSubscriptions({ subscriptions, deliveries, now }: SubscriptionNeeds): Subscriptions {
  return {
    async add(wanted) {
      const subscription: Subscription = { ...wanted, id: randomUUID(), since: now() };
      const { id, ...rest } = subscription;
      const data = toData(rest, 'a subscription');
      await subscriptions.createEntity({ partitionKey: SUBSCRIPTIONS, rowKey: id, data });
      return subscription;
    },

    async find(id) {
      const row = await readRow(subscriptions, SUBSCRIPTIONS, subscriptionKey(id));
      return row && toSubscription(row);
    },

    async all() {
      const rows = await readRows(subscriptions, odata`PartitionKey eq ${SUBSCRIPTIONS}`);
      return rows.map(toSubscription);
    },

    // Itself first: nothing is added to it any more, and what was added meanwhile is found to be nobody's and taken away.
    async remove(id) {
      await unlessConflict(subscriptions.deleteEntity(SUBSCRIPTIONS, subscriptionKey(id)));
      await deliveries.forget(id);
    },
  };
}

function toSubscription(row: Row): Subscription {
  return { ...fromData<Omit<Subscription, 'id'>>(row), id: row.rowKey! };
}
