import { createSubscriptions } from '../../src/graph/subscriptions';
import { ORIGIN, startSubscriber, type Subscriber } from '../sandbox/microsoft365/subscriber';
import { ORGANISER_ID } from '../sandbox/people';
import { graphOffice } from './graph-office';

const NOW = Date.parse('2026-11-26T09:00:00Z');
const deliver: Record<string, string> = {};
const clock = { now: NOW };
const office = graphOffice({ deliver, now: () => new Date(clock.now) });
let subscriber: Subscriber;
beforeAll(async () => {
  subscriber = await startSubscriber();
  deliver[ORIGIN] = subscriber.url;
});
beforeEach(() => (clock.now = NOW));
afterAll(() => subscriber.stop());

const notificationUrl = `${ORIGIN}/api/graph/notifications`;
const subscriptions = () =>
  createSubscriptions({
    graph: office.graph(),
    organiser: ORGANISER_ID,
    notificationUrl,
    now: () => clock.now,
  });

describe('a subscription to the organiser’s events', () => {
  it('asks for everything there is, with a way to hear of its own end, and lasts as long as may be', async () => {
    const made = await subscriptions().create('secret');
    expect(office.tenant.subscriptions.list()).toMatchObject([
      {
        id: made.id,
        resource: `users/${ORGANISER_ID}/events`,
        changeType: 'created,updated,deleted',
        notificationUrl,
        lifecycleNotificationUrl: notificationUrl,
        clientState: 'secret',
        immutableIds: true,
      },
    ]);
    expect(made.expiresAt).toBe(NOW + 4_200 * 60_000);
  });

  it('is renewed by a new end', async () => {
    const { id } = await subscriptions().create('secret');
    clock.now += 86_400_000;
    expect(await subscriptions().renew(id)).toEqual({ id, expiresAt: clock.now + 4_200 * 60_000 });
  });

  it('that is gone cannot be renewed, which is no fault, and need not be removed', async () => {
    const { id } = await subscriptions().create('secret');
    await subscriptions().remove(id);
    expect(office.tenant.subscriptions.list()).toEqual([]);
    expect(await subscriptions().renew(id)).toBe('gone');
    await expect(subscriptions().remove(id)).resolves.toBeUndefined();
  });

  it('is a fault while Graph cannot reach us', async () => {
    subscriber.answers.handshake = () => ({ status: 500, type: 'text/plain', text: '' });
    await expect(subscriptions().create('secret')).rejects.toThrow('ValidationError');
    subscriber.answers.handshake = (token) => ({ status: 200, type: 'text/plain', text: token });
  });
});
