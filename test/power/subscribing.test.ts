import type { RequestEvent } from '../../src/domain/announcing';
import { createSubscribing, MOST_OF_ONE_CALLER } from '../../src/power/subscribing';
import type { Address } from '../../src/power/resolving';
import { at } from '../builders';
import { createMemoryConnections } from '../memory/connections';

const NOW = at('2026-11-24T10:00');
const URL_OF_FLOW = 'https://prod.flows.example:443/workflows/a?sig=marked%2Fsecret';
const PUBLIC: Address = { address: '93.184.216.34', family: 4 };
const wanted = { events: ['booked', 'closed'], callbackUrl: URL_OF_FLOW } as const;

function open(lookup: () => Promise<readonly Address[]> = async () => [PUBLIC]) {
  const asked: string[] = [];
  const { subscriptions, deliveries } = createMemoryConnections(() => NOW);
  const subscribing = createSubscribing({
    hosts: ['*.flows.example'],
    subscriptions,
    lookup: (name) => {
      asked.push(name);
      return lookup();
    },
  });
  return { subscribing, subscriptions, deliveries, asked };
}

describe('Subscribing', () => {
  it('keeps who wants to hear of what, and where, exactly as it was said', async () => {
    const { subscribing, subscriptions, asked } = open();
    const { subscribed } = (await subscribing.subscribe('app-1', wanted)) as { subscribed: { id: string } };
    expect(subscribed).toEqual({ ...wanted, caller: 'app-1', id: subscribed.id, since: NOW });
    expect(await subscriptions.all()).toEqual([subscribed]);
    expect(asked).toEqual(['prod.flows.example']);
  });

  it('keeps that somebody was let in by a role, and not by being a coordinator', async () => {
    const { subscribing, subscriptions } = open();
    await subscribing.subscribe('person-1', { ...wanted, byRole: true });
    expect(await subscriptions.all()).toMatchObject([{ caller: 'person-1', byRole: true }]);
  });

  it('takes an event that is named twice once', async () => {
    const { subscribing } = open();
    const events: RequestEvent[] = ['closed', 'booked', 'closed'];
    expect(await subscribing.subscribe('app-1', { ...wanted, events })).toMatchObject({
      subscribed: { events: ['booked', 'closed'] },
    });
  });

  it.each([[[]], [['reason']], [['booked', 'reason']], [['booked', '']]])(
    'throws for events that are none: %j',
    async (events) => {
      const { subscribing, subscriptions } = open();
      const given = { ...wanted, events: events as RequestEvent[] };
      await expect(subscribing.subscribe('app-1', given)).rejects.toThrow(/Expected events to be some of/);
      expect(await subscriptions.all()).toEqual([]);
    },
  );

  it.each([
    ['http://prod.flows.example/', 'address'],
    ['https://elsewhere.example/', 'host'],
    ['https://127.0.0.1/', 'host'],
    ['http://127.0.0.1:4000/', 'address'],
  ])('refuses %s (%s) without asking where its name leads', async (callbackUrl, refused) => {
    const { subscribing, subscriptions, asked } = open();
    expect(await subscribing.subscribe('app-1', { ...wanted, callbackUrl })).toEqual({ refused });
    expect(asked).toEqual([]);
    expect(await subscriptions.all()).toEqual([]);
  });

  it.each([
    [['10.0.0.1']],
    [['169.254.169.254']],
    [['127.0.0.1']],
    [['::1']],
    [['fd00::1']],
    [['::ffff:10.0.0.1']],
    [['64:ff9b::a9fe:a9fe']],
    [['93.184.216.34', '10.0.0.1']],
  ])('refuses what leads inside: %j', async (addresses) => {
    const { subscribing, subscriptions } = open(async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
    expect(await subscribing.subscribe('app-1', wanted)).toEqual({ refused: 'private' });
    expect(await subscriptions.all()).toEqual([]);
  });

  it.each<[string, () => Promise<readonly Address[]>]>([
    ['nobody knows', () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }))],
    ['has no address', async () => []],
  ])('takes a name that %s just now: each delivery asks again', async (_what, lookup) => {
    expect(await open(lookup).subscribing.subscribe('app-1', wanted)).toHaveProperty('subscribed');
  });

  it('takes so many of one caller and not one more, also at once, and lets others in', async () => {
    const { subscribing, subscriptions } = open();
    const asking = Array.from({ length: MOST_OF_ONE_CALLER * 2 }, () =>
      subscribing.subscribe('app-1', wanted),
    );
    const refused = (await Promise.all(asking)).filter((each) => 'refused' in each);
    expect((await subscriptions.all()).length).toBeLessThanOrEqual(MOST_OF_ONE_CALLER);
    expect(refused[0]).toEqual({ refused: 'too-many' });
    while ('subscribed' in (await subscribing.subscribe('app-1', wanted))) continue;
    expect(await subscriptions.all()).toHaveLength(MOST_OF_ONE_CALLER);
    expect(await subscribing.subscribe('app-2', wanted)).toHaveProperty('subscribed');
  });

  it('gives a flow that asks twice two, so that to end the old one leaves it the new', async () => {
    const { subscribing, subscriptions } = open();
    const ids = [];
    for (let n = 0; n < 2; n += 1) {
      const { subscribed } = (await subscribing.subscribe('app-1', wanted)) as { subscribed: { id: string } };
      ids.push(subscribed.id);
    }
    expect(await subscribing.unsubscribe('app-1', ids[0]!)).toBe('removed');
    expect((await subscriptions.all()).map(({ id }) => id)).toEqual([ids[1]]);
  });
});

describe('Unsubscribing', () => {
  it('takes what was still to be told with it, once, and only for whoever subscribed', async () => {
    const { subscribing, subscriptions, deliveries } = open();
    const { subscribed } = (await subscribing.subscribe('app-1', wanted)) as { subscribed: { id: string } };
    const { id } = subscribed;
    const requestId = '7qf3k2m9xw0d4h5j6n8p1r2s3t';
    await deliveries.add(id, { id: 'one', requestId, event: 'booked', state: 'booked', happenedAt: NOW });
    expect(await subscribing.unsubscribe('app-2', id)).toBe('not-found');
    expect(await subscriptions.all()).toHaveLength(1);
    expect(await subscribing.unsubscribe('app-1', id)).toBe('removed');
    expect(await subscribing.unsubscribe('app-1', id)).toBe('not-found');
    expect(await deliveries.left()).toEqual([]);
  });

  it.each(['', 'a', '../../x', "x' or '1'", 'ffffffff-ffff-4fff-8fff-ffffffffffff'])(
    'finds nothing under %j',
    async (id) => {
      expect(await open().subscribing.unsubscribe('app-1', id)).toBe('not-found');
    },
  );
});
