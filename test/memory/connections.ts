/** Subscriptions and deliveries in memory, by the rules of the tables: written only in place of what was read. */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../src/domain/intervals';
import type { Deliveries, Delivery, LeftDelivery } from '../../src/ports/delivering';
import type { Subscription, Subscriptions } from '../../src/ports/subscriptions';
import { overWire, type Wire } from '../fakes';

export type MemoryConnections = ReturnType<typeof createMemoryConnections>;

export function createMemoryConnections(now: () => Instant, wire: Wire = { cut: false }) {
  const rows = new Map<string, LeftDelivery | { readonly finishedAt: Instant }>();
  const standing = new Map<string, Subscription>();
  let writes = 0;
  const keyOf = ({ subscriptionId, announcement }: Delivery) => `${subscriptionId} ${announcement.id}`;
  const isLeft = (row: unknown): row is LeftDelivery =>
    (row as LeftDelivery | undefined)?.version !== undefined;
  const stands = (was: LeftDelivery) => {
    const row = rows.get(keyOf(was));
    return isLeft(row) && row.version === was.version;
  };
  function write(next: Delivery): LeftDelivery {
    writes += 1;
    const kept = { ...next, version: `v${writes}` };
    rows.set(keyOf(next), kept);
    return kept;
  }

  const deliveries: Deliveries = {
    async add(subscriptionId, announcement) {
      await overWire(wire);
      const next = { subscriptionId, announcement, since: now(), tries: 0, dueAt: now() };
      if (!rows.has(keyOf(next))) write(next);
    },
    async left() {
      await overWire(wire);
      return [...rows.values()].filter(isLeft);
    },
    async keep(was, next) {
      await overWire(wire);
      return stands(was) ? write(next) : undefined;
    },
    async finish(was) {
      await overWire(wire);
      if (!stands(was)) return 'changed';
      rows.set(keyOf(was), { finishedAt: now() });
      return 'finished';
    },
    async forget(subscriptionId) {
      await overWire(wire);
      for (const key of rows.keys()) if (key.startsWith(`${subscriptionId} `)) rows.delete(key);
    },
    async forgetFinished(before) {
      await overWire(wire);
      for (const [key, row] of rows) if ('finishedAt' in row && row.finishedAt < before) rows.delete(key);
    },
  };
  const subscriptions: Subscriptions = {
    async add(wanted) {
      await overWire(wire);
      const added = { ...wanted, id: randomUUID(), since: now() };
      standing.set(added.id, added);
      return added;
    },
    async find(id) {
      await overWire(wire);
      return standing.get(id);
    },
    async all() {
      await overWire(wire);
      return [...standing.values()];
    },
    async remove(id) {
      await overWire(wire);
      standing.delete(id);
      await deliveries.forget(id);
    },
  };
  return { deliveries, subscriptions };
}
