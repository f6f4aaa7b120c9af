/**
 * What is on its way to those who asked to hear of it: one partition per subscription, one row per announcement, whose name
 * sorts as things came about. A delivered one stays for some days as no more than its name, so that it is not added again.
 */
import { odata, type TableClient } from '@azure/data-tables';
import type { Instant } from '../domain/intervals';
import type { Deliveries, Delivery, LeftDelivery } from '../ports/delivering';
import { announcementRow, subscriptionKey } from './keys';
import { fromData, readRows, type Row, toData, unlessConflict } from './rows';

export interface DeliveryNeeds {
  readonly deliveries: TableClient;
  readonly now: () => Instant;
}

export function createDeliveries({ deliveries, now }: DeliveryNeeds): Deliveries {
  return {
    async add(subscriptionId, announcement) {
      const since = now();
      await unlessConflict(
        deliveries.createEntity(deliveryRow({ subscriptionId, announcement, since, tries: 0, dueAt: since })),
      );
    },

    async left() {
      return (await readRows(deliveries, odata`state eq ${'left'}`)).map(toDelivery);
    },

    async keep({ version: etag }, next) {
      const written = await unlessConflict(deliveries.updateEntity(deliveryRow(next), 'Replace', { etag }));
      return written === 'conflict' ? undefined : { ...next, version: written.etag! };
    },

    async finish({ version: etag, ...was }) {
      const { partitionKey, rowKey } = deliveryRow(was);
      const finished = { partitionKey, rowKey, state: 'finished', finishedAt: isoTime(now()), data: '{}' };
      const written = await unlessConflict(deliveries.updateEntity(finished, 'Replace', { etag }));
      return written === 'conflict' ? 'changed' : 'finished';
    },

    forget: (subscriptionId) => remove(odata`PartitionKey eq ${subscriptionKey(subscriptionId)}`),

    forgetFinished: (before) => remove(odata`state eq ${'finished'} and finishedAt lt ${isoTime(before)}`),
  };

  async function remove(filter: string): Promise<void> {
    const rows = await readRows(deliveries, filter, ['PartitionKey', 'RowKey']);
    for (const { partitionKey, rowKey } of rows)
      await unlessConflict(deliveries.deleteEntity(partitionKey!, rowKey!));
  }
}

function deliveryRow({ subscriptionId, ...rest }: Delivery) {
  return {
    partitionKey: subscriptionKey(subscriptionId),
    rowKey: announcementRow(rest.announcement.id),
    state: 'left',
    data: toData(rest, 'a delivery'),
  };
}

function toDelivery(row: Row): LeftDelivery {
  const rest = fromData<Omit<Delivery, 'subscriptionId'>>(row);
  return { ...rest, subscriptionId: row.partitionKey!, version: row.etag };
}

function isoTime(instant: Instant): string {
  return new Date(instant).toISOString();
}
