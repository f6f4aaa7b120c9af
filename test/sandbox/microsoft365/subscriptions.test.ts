import type { Event, Subscription } from '@microsoft/microsoft-graph-types';
import { facilitators, organiser, practitioners } from '../people';
import { startMicrosoft365 } from './microsoft365';
import { ORIGIN, startSubscriber, type Subscriber } from './subscriber';
import { EVENTS, FAY, NOW, sessionBody, tenantForTests, type GraphErrorBody } from './tenant-for-tests';

const deliver: Record<string, string> = { 'https://closed.example': 'http://127.0.0.1:9' };
const office = tenantForTests({ deliver });
const { graph } = office;
let subscriber: Subscriber;
beforeAll(async () => {
  subscriber = await startSubscriber();
  deliver[ORIGIN] = subscriber.url;
});
beforeEach(() => {
  subscriber.received.length = 0;
  subscriber.answers.status = 202;
  subscriber.answers.handshake = (token) => ({ status: 200, type: 'text/plain', text: token });
});
afterAll(() => subscriber.stop());

const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const wanted = (changes: Record<string, unknown> = {}) => ({
  changeType: 'created,updated,deleted',
  resource: `users/${organiser.id}/events`,
  notificationUrl: `${ORIGIN}/notifications`,
  lifecycleNotificationUrl: `${ORIGIN}/lifecycle`,
  expirationDateTime: inMinutes(4_000),
  clientState: 'secret',
  ...changes,
});
const IMMUTABLE = { Prefer: 'IdType="ImmutableId"' };
const subscribe = async (changes = {}) =>
  (await graph<Subscription & { id: string }>('POST', '/subscriptions', wanted(changes), IMMUTABLE)).body;
const create = async () =>
  (await graph<Event & { id: string }>('POST', EVENTS, sessionBody(), IMMUTABLE)).body;
const arrived = async () => {
  await office.microsoft365.tenant.notices.settled();
  return subscriber.received.map(({ changeType, lifecycleEvent }) => changeType ?? lifecycleEvent);
};

describe('a subscription', () => {
  it('is told of every change, by whomever, with its own clientState and the ids it asked for', async () => {
    const { id, clientState, expirationDateTime } = await subscribe();
    expect(clientState).toBe('secret');
    const event = await create();
    const { events } = office.microsoft365.tenant;
    events.respond(event.id, FAY, 'accepted');
    events.move(event.id, { start: '2026-04-01T09:00:00Z', end: '2026-04-01T10:30:00Z' });
    events.addAttendee(event.id, { mail: practitioners[0].mail });
    events.removeAttendee(event.id, practitioners[0].mail);
    events.dropJoinLink(event.id);
    events.remove(event.id);
    // Each is a call of its own, and Graph promises no order among them.
    expect((await arrived()).sort()).toEqual([
      'created',
      'deleted',
      'updated',
      'updated',
      'updated',
      'updated',
      'updated',
    ]);
    expect(subscriber.received[0]).toMatchObject({
      subscriptionId: id,
      subscriptionExpirationDateTime: expirationDateTime,
      clientState: 'secret',
      resource: `Users/${organiser.id}/Events/${event.id}`,
      resourceData: { '@odata.type': '#Microsoft.Graph.Event', id: event.id },
    });
  });

  it('is told only of what it asked for, and not once it is over or deleted', async () => {
    await subscribe({ changeType: 'deleted' });
    const over = await subscribe({ expirationDateTime: inMinutes(45) });
    await graph('DELETE', `/subscriptions/${over.id}`);
    const event = await create();
    office.microsoft365.tenant.events.remove(event.id);
    expect(await arrived()).toEqual(['deleted']);
  });

  it('is shown without its clientState, renewed, reauthorised and deleted', async () => {
    const { id } = await subscribe();
    const one = `/subscriptions/${id}`;
    expect((await graph<Subscription>('GET', one)).body.clientState).toBeNull();
    const { body } = await graph<Subscription>('PATCH', one, { expirationDateTime: inMinutes(4_230) });
    expect(body.expirationDateTime).toBe(inMinutes(4_230));
    expect((await graph('POST', `${one}/reauthorize`)).status).toBe(204);
    expect((await graph<{ value: unknown[] }>('GET', '/subscriptions')).body.value).toHaveLength(1);
    expect((await graph('DELETE', one)).status).toBe(204);
    for (const method of ['GET', 'DELETE']) expect((await graph(method, one)).status).toBe(404);
  });

  it('lasts at least 45 minutes', async () => {
    expect((await subscribe({ expirationDateTime: inMinutes(1) })).expirationDateTime).toBe(inMinutes(45));
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['for longer than 4,230 minutes', { expirationDateTime: inMinutes(4_231) }, 'ExtensionError'],
    ['for a time that is past', { expirationDateTime: inMinutes(-1) }, 'ExtensionError'],
    ['to plain http', { notificationUrl: 'http://127.0.0.1:3978/x' }, 'RequestBodyRead'],
    ['to an address nobody knows', { notificationUrl: 'https://elsewhere.example/x' }, 'ValidationError'],
    [
      'to an address where nobody is',
      { lifecycleNotificationUrl: 'https://closed.example/x' },
      'ValidationError',
    ],
    ['to somebody else’s calendar', { resource: `users/${facilitators[0].id}/events` }, 'ErrorAccessDenied'],
    ['to something else', { resource: 'users' }, 'RequestBodyRead'],
    ['to a change that is none', { changeType: 'moved' }, 'RequestBodyRead'],
    ['with a clientState too long', { clientState: 'x'.repeat(129) }, 'RequestBodyRead'],
  ])('is refused %s', async (_what, changes, code) => {
    const { body } = await graph<GraphErrorBody>('POST', '/subscriptions', wanted(changes));
    expect(body.error.code).toBe(code);
    expect(office.microsoft365.tenant.subscriptions.list()).toEqual([]);
  });

  it.each([
    ['another text', { status: 200, type: 'text/plain', text: 'hello' }],
    ['HTML', { status: 200, type: 'text/html', text: '' }],
    ['another status', { status: 202, type: 'text/plain', text: '' }],
  ])('is refused when the handshake is answered with %s', async (_what, answer) => {
    subscriber.answers.handshake = (token) => ({ ...answer, text: answer.text || token });
    expect((await graph<GraphErrorBody>('POST', '/subscriptions', wanted())).body.error.code).toBe(
      'ValidationError',
    );
  });
});

describe('the way to the subscriber', () => {
  it.each([
    ['turned off', { off: true }, []],
    ['losing two', { lose: 2 }, ['deleted']],
    ['doubling', { doubled: true }, ['created', 'created', 'updated', 'updated', 'deleted', 'deleted']],
    ['reordering', { reorder: 3 }, ['deleted', 'updated', 'created']],
    ['holding back for ever', { reorder: 99 }, ['deleted', 'updated', 'created']],
    ['slow', { lateMs: 30 }, ['created', 'updated', 'deleted']],
  ])('%s', async (_what, conditions, expected) => {
    await subscribe();
    Object.assign(office.microsoft365.tenant.notices.conditions, conditions);
    const event = await create();
    office.microsoft365.tenant.events.respond(event.id, FAY, 'accepted');
    office.microsoft365.tenant.events.remove(event.id);
    expect((await arrived()).sort()).toEqual([...expected].sort());
    if ('reorder' in conditions) expect(await arrived()).toEqual(expected);
  });

  it('is tried again when it is answered with a fault, and given up on', async () => {
    await subscribe();
    subscriber.answers.status = 503;
    await create();
    expect(await arrived()).toEqual(['created', 'created', 'created']);
    expect(office.microsoft365.tenant.notices.sent()).toMatchObject([{ status: 503 }]);
  });

  it('never leads off this machine', async () => {
    const elsewhere = { 'https://jags.example': 'http://192.0.2.1:80' };
    await expect(startMicrosoft365({ deliver: elsewhere })).rejects.toThrow('loopback');
  });
});

describe('lifecycle notifications', () => {
  it.each([
    ['reauthorizationRequired', 1],
    ['missed', 1],
    ['subscriptionRemoved', 0],
  ] as const)('tell of %s', async (event, left) => {
    const { id } = await subscribe();
    office.microsoft365.tenant.subscriptions.lifecycle(id, event);
    expect(await arrived()).toEqual([event]);
    expect(subscriber.received[0]).toMatchObject({ subscriptionId: id, clientState: 'secret' });
    expect(office.microsoft365.tenant.notices.sent()[0]?.url).toBe(`${ORIGIN}/lifecycle`);
    expect(office.microsoft365.tenant.subscriptions.list()).toHaveLength(left);
  });

  it('are left out when a subscription is removed without a word', async () => {
    const { id } = await subscribe();
    office.microsoft365.tenant.subscriptions.remove(id);
    await create();
    expect(await arrived()).toEqual([]);
  });
});

describe('control over HTTP', () => {
  const control = async (method: string, where: string, body?: unknown): Promise<unknown> =>
    (
      await fetch(`${office.microsoft365.url}/sandbox${where}`, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json' },
        }),
      })
    ).json();

  it('sets what becomes of notifications, and removes, asks again and lists', async () => {
    const { id } = await subscribe();
    await control('PUT', '/notices', { doubled: true });
    await control('POST', `/subscriptions/${id}/lifecycle`, { event: 'missed' });
    expect(await arrived()).toEqual(['missed', 'missed']);
    expect(await control('GET', '/notices')).toMatchObject({ conditions: { doubled: true }, sent: [{}, {}] });
    await control('DELETE', `/subscriptions/${id}`);
    expect(await control('GET', '/subscriptions')).toEqual([]);
  });

  it('changes who is invited and whether there is a link, as people in Outlook would', async () => {
    const { id } = await create();
    const where = `/events/${encodeURIComponent(id)}`;
    await control('POST', `${where}/attendees`, { mail: 'bounces@nowhere.example', name: 'Nobody There' });
    await control('DELETE', `${where}/attendees?mail=${FAY}`);
    await control('DELETE', `${where}/join-link`);
    expect(office.microsoft365.tenant.events.list()).toMatchObject([
      { attendees: [{ address: 'bounces@nowhere.example', name: 'Nobody There' }], online: null },
    ]);
    expect(office.microsoft365.tenant.meetings.list()).toEqual([]);
  });
});
