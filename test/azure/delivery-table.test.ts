/** Who asked to be called back, and what is on its way to them: in the tables, and in what stands in for them in other tests. */
import { createDeliveries } from '../../src/azure/delivery-table';
import { createSubscriptions } from '../../src/azure/subscription-table';
import { DAY_MS } from '../../src/domain/delivering';
import type { Announcement } from '../../src/ports/announcing';
import type { Deliveries, LeftDelivery } from '../../src/ports/delivering';
import type { Subscriptions } from '../../src/ports/subscriptions';
import { at } from '../builders';
import { createMemoryConnections } from '../memory/connections';
import { useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const NOW = at('2026-11-24T10:00');
const REQUEST = '7qf3k2m9xw0d4h5j6n8p1r2s3t';
const SECRET = 'https://prod.flows.example/workflows/a?sig=marked';
const wanted = { caller: 'app-1', events: ['booked', 'closed'], callbackUrl: SECRET } as const;

function announcement(n: number): Announcement {
  const id = `${REQUEST}-effect-announce-${String(n).padStart(10, '0')}`;
  return { id, requestId: REQUEST, event: 'booked', state: 'booked', happenedAt: NOW };
}

interface Stored {
  readonly deliveries: Deliveries;
  readonly subscriptions: Subscriptions;
  readonly clock: { now: number };
}

function onTables(): Stored {
  const clock = { now: NOW };
  const now = () => clock.now;
  const deliveries = createDeliveries({ deliveries: embedded.storage.deliveries, now });
  const { subscriptions: table } = embedded.storage;
  return { deliveries, subscriptions: createSubscriptions({ subscriptions: table, deliveries, now }), clock };
}

function inMemory(): Stored {
  const clock = { now: NOW };
  return { ...createMemoryConnections(() => clock.now), clock };
}

const without = ({ version: _version, ...rest }: LeftDelivery) => rest;

describe.each([
  ['Azure', onTables],
  ['memory', inMemory],
])('What is on its way, in %s', (_where, open) => {
  it('knows who asked, until they are taken out', async () => {
    const { subscriptions, clock } = open();
    const one = await subscriptions.add(wanted);
    clock.now += 1_000;
    const two = await subscriptions.add({ ...wanted, caller: 'app-2' });
    expect(one).toEqual({ ...wanted, id: one.id, since: NOW });
    expect(one.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await subscriptions.find(one.id)).toEqual(one);
    expect(new Set(await subscriptions.all())).toEqual(new Set([one, two]));
    await subscriptions.remove(one.id);
    await subscriptions.remove(one.id);
    expect(await subscriptions.find(one.id)).toBeUndefined();
    expect(await subscriptions.all()).toEqual([two]);
  });

  it('keeps each announcement once for each, also when it is said again by several', async () => {
    const { deliveries, subscriptions } = open();
    const [one, two] = [await subscriptions.add(wanted), await subscriptions.add(wanted)];
    await Promise.all([1, 2, 3].map(() => deliveries.add(one.id, announcement(1))));
    await deliveries.add(two.id, announcement(1));
    const left = await deliveries.left();
    expect(left.map(without)).toHaveLength(2);
    expect(left.map(without)).toContainEqual({
      subscriptionId: one.id,
      announcement: announcement(1),
      since: NOW,
      tries: 0,
      dueAt: NOW,
    });
  });

  it('is not added again after it was delivered, for as long as that is known', async () => {
    const { deliveries, subscriptions, clock } = open();
    const { id } = await subscriptions.add(wanted);
    await deliveries.add(id, announcement(1));
    const [first] = await deliveries.left();
    expect(await deliveries.finish(first!)).toBe('finished');
    await deliveries.add(id, announcement(1));
    expect(await deliveries.left()).toEqual([]);
    clock.now += DAY_MS;
    await deliveries.forgetFinished(NOW);
    await deliveries.add(id, announcement(1));
    expect(await deliveries.left()).toEqual([]);
    await deliveries.forgetFinished(NOW + 1);
    await deliveries.add(id, announcement(1));
    expect(await deliveries.left()).toHaveLength(1);
  });

  it('is claimed by one of many, and written back by that one alone', async () => {
    const { deliveries, subscriptions } = open();
    const { id } = await subscriptions.add(wanted);
    await deliveries.add(id, announcement(1));
    const [read] = await deliveries.left();
    const claim = { ...without(read!), claimedUntil: NOW + 60_000 };
    const claims = await Promise.all(Array.from({ length: 8 }, () => deliveries.keep(read!, claim)));
    const won = claims.filter((each) => each !== undefined);
    expect(won).toHaveLength(1);
    expect(await deliveries.finish(read!)).toBe('changed');
    const again = await deliveries.keep(won[0]!, { ...claim, tries: 1, problem: 'timeout' });
    expect((await deliveries.left()).map(without)).toEqual([{ ...claim, tries: 1, problem: 'timeout' }]);
    expect(await deliveries.finish(again!)).toBe('finished');
    expect(await deliveries.keep(again!, claim)).toBeUndefined();
    expect(await deliveries.left()).toEqual([]);
  });

  it('goes with its subscription, and nobody else’s does', async () => {
    const { deliveries, subscriptions } = open();
    const [one, two] = [await subscriptions.add(wanted), await subscriptions.add(wanted)];
    for (const { id } of [one, two]) for (const n of [1, 2]) await deliveries.add(id, announcement(n));
    const delivered = (await deliveries.left()).find(({ subscriptionId }) => subscriptionId === one.id)!;
    await deliveries.finish(delivered);
    await subscriptions.remove(one.id);
    const left = await deliveries.left();
    expect(left.map(({ subscriptionId }) => subscriptionId)).toEqual([two.id, two.id]);
    expect(await deliveries.keep({ ...delivered, version: left[0]!.version }, delivered)).toBeUndefined();
  });
});

describe('The tables', () => {
  it('keep nothing of what was delivered but its name, and the address in one place', async () => {
    const { deliveries, subscriptions } = onTables();
    const { id } = await subscriptions.add(wanted);
    await deliveries.add(id, announcement(1));
    await deliveries.add(id, announcement(2));
    await deliveries.finish((await deliveries.left()).find((each) => each.announcement.id.endsWith('1'))!);
    const rows: Record<string, unknown>[] = [];
    for await (const row of embedded.storage.deliveries.listEntities()) rows.push(row);
    expect(JSON.stringify(rows)).not.toContain('marked');
    expect(rows[0]).toMatchObject({ rowKey: announcement(1).id, state: 'finished', data: '{}' });
  });

  it('cost one call to look what is left, however many have asked', async () => {
    const { deliveries, subscriptions } = onTables();
    for (let n = 0; n < 5; n += 1)
      await deliveries.add((await subscriptions.add(wanted)).id, announcement(n));
    expect(await embedded.callsOf(() => deliveries.left())).toHaveLength(1);
    expect(await embedded.callsOf(() => subscriptions.all())).toHaveLength(1);
  });

  it.each(['', 'a', '../x', "x' or '1'", 'A0000000-0000-0000-0000-000000000000'])(
    'take only ids as we make them, not %j',
    async (id) => {
      const { deliveries, subscriptions } = onTables();
      await expect(subscriptions.find(id)).rejects.toThrow(/Expected the id of a subscription/);
      await expect(deliveries.forget(id)).rejects.toThrow(/Expected the id of a subscription/);
      await expect(deliveries.add(id, announcement(1))).rejects.toThrow(/Expected the id of a subscription/);
    },
  );
});
