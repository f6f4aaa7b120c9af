import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { COORDINATORS_GROUP, facilitators } from '../people';
import { startMicrosoft365 } from './microsoft365';
import {
  EVENTS,
  FAY,
  NOBODY,
  NOW,
  OUTSIDER,
  attendee,
  sessionBody,
  tenantForTests,
} from './tenant-for-tests';

const office = tenantForTests();
const { graph } = office;
const create = async (changes?: Record<string, unknown>) =>
  (await graph<{ id: string }>('POST', EVENTS, sessionBody(changes))).body.id;

async function control<Body = unknown>(
  method: string,
  where: string,
  body?: unknown,
): Promise<{ status: number; body: Body }> {
  const response = await fetch(`${office.microsoft365.url}/sandbox${where}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

describe('control over HTTP', () => {
  it('lists events and mail, and answers, moves and deletes as people in Outlook would', async () => {
    const id = encodeURIComponent(await create());
    expect((await control('POST', `/events/${id}/respond`, { mail: FAY, response: 'accepted' })).status).toBe(
      200,
    );
    expect((await control('GET', `/events/${id}`)).body).toMatchObject({
      attendees: [{ address: FAY, response: 'accepted' }],
    });
    await control('POST', `/events/${id}/move`, {
      start: '2026-03-20T10:00:00Z',
      end: '2026-03-20T11:30:00Z',
    });
    expect((await control('GET', '/events')).body).toMatchObject([
      { start: '2026-03-20T10:00:00.000Z', attendees: [{ response: 'none' }] },
    ]);
    await control('DELETE', `/events/${id}?comment=Gone`);
    expect((await control('GET', '/events')).body).toEqual([]);
    expect((await control('GET', `/outbox?to=${FAY}`)).body).toMatchObject([
      { kind: 'invitation' },
      { kind: 'update' },
      { kind: 'cancellation', body: 'Gone' },
    ]);
  });

  it('adds busy time and takes it away', async () => {
    const time = { mail: FAY, start: '2026-03-17T09:00:00Z', end: '2026-03-17T10:00:00Z', status: 'oof' };
    const { body } = await control<{ id: string }>('POST', '/busy', time);
    const where = `/busy?mail=${FAY}&start=2026-03-17T00:00:00Z&end=2026-03-18T00:00:00Z`;
    expect((await control('GET', where)).body).toMatchObject([{ status: 'oof' }]);
    await control('DELETE', `/busy/${body.id}`);
    expect((await control('GET', where)).body).toEqual([]);
  });

  it('arms and clears faults, changes limits and groups, lists calls, dumps and resets the state', async () => {
    await control('POST', '/faults', { kind: 'status', status: 503, path: '/users' });
    expect((await graph('GET', '/users')).status).toBe(503);
    await control('POST', '/faults', { kind: 'reset' });
    await control('DELETE', '/faults');
    expect((await control('GET', '/faults')).body).toEqual([]);
    expect((await control('GET', '/calls')).body).toMatchObject([
      { method: 'GET', path: '/v1.0/users', status: 503, fault: 'status' },
    ]);
    await control('PUT', '/limits', { concurrentPerMailbox: 9 });
    expect(office.microsoft365.tenant.limits.concurrentPerMailbox).toBe(9);
    await control('PUT', '/limits', { concurrentPerMailbox: 4 });
    await control('PUT', `/groups/${COORDINATORS_GROUP}`, [facilitators[0].id]);
    expect((await control('GET', '/state')).body).toMatchObject({
      anchor: '2026-03-02',
      groups: { [COORDINATORS_GROUP]: [facilitators[0].id] },
    });
    await control('POST', '/reset');
    expect(office.microsoft365.tenant.groups.members(COORDINATORS_GROUP)).toHaveLength(2);
  });

  it.each<[string, string, string, unknown, number]>([
    ['a path that is none', 'GET', '/teapot', undefined, 404],
    [
      'busy time of nobody',
      'POST',
      '/busy',
      { mail: NOBODY, start: '2026-03-17T09:00:00Z', end: '2026-03-17T10:00:00Z' },
      400,
    ],
    ['an event that is not there', 'POST', '/events/x/respond', { mail: FAY, response: 'accepted' }, 400],
    ['an answer that is none', 'POST', '/events/x/respond', { mail: FAY, response: 'perhaps' }, 400],
    ['a fault that is none', 'POST', '/faults', { kind: 'gremlin' }, 400],
  ])('refuses %s and says why', async (_what, method, where, body, status) => {
    const answer = await control<{ error: unknown }>(method, where, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBeTruthy();
  });
});

describe('control of what people set for themselves', () => {
  it('changes working hours, and options of a meeting behind the bot’s back', async () => {
    const hours = {
      daysOfWeek: ['tuesday'],
      startTime: '10:00:00',
      endTime: '14:00:00',
      timeZone: { name: 'GMT Standard Time' },
    };
    await control('PUT', `/people/${FAY}/working-hours`, hours);
    expect(office.microsoft365.tenant.state().workingHours[FAY]).toEqual(hours);
    await create();
    const id = office.microsoft365.tenant.meetings.list()[0]?.meeting.id;
    expect((await control('PATCH', `/meetings/${id}`, { recordAutomatically: true })).status).toBe(200);
    expect((await control('GET', '/meetings')).body).toMatchObject([
      { meeting: { recordAutomatically: true } },
    ]);
  });
});

describe('the page that plays Outlook', () => {
  const page = async (person?: string) =>
    (await fetch(`${office.microsoft365.url}/sandbox/outlook${person ? `?person=${person}` : ''}`)).text();

  it('offers everybody’s calendar, outsiders’ too', async () => {
    const html = await page();
    expect(html).toContain('Fay Facilitate');
    expect(html).toContain('Hattie Hazel');
  });

  it('shows invitations in local time and takes the answer by a plain form', async () => {
    await create({
      attendees: [attendee(OUTSIDER)],
      start: { dateTime: '2026-04-14T10:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-04-14T11:30:00', timeZone: 'Europe/London' },
    });
    const before = await page(OUTSIDER);
    expect(before).toContain('Tuesday 14 April 2026, 10:00</time> to 11:30');
    expect(before).toContain('You have not answered');
    const event = /name="event" value="([^"]+)"/.exec(before)?.[1] ?? '';
    const form = new URLSearchParams({ person: OUTSIDER, event, response: 'accepted' });
    const after = await fetch(`${office.microsoft365.url}/sandbox/outlook`, { method: 'POST', body: form });
    expect(after.redirected).toBe(true);
    expect(await after.text()).toContain('You accepted');
    expect(office.microsoft365.tenant.events.list()[0]?.attendees[0]?.response).toBe('accepted');
  });

  it('shows the cancellation to somebody who answers too late', async () => {
    const event = await create();
    office.microsoft365.tenant.events.remove(event);
    const form = new URLSearchParams({ person: FAY, event, response: 'accepted' });
    const late = await fetch(`${office.microsoft365.url}/sandbox/outlook`, { method: 'POST', body: form });
    expect(await late.text()).toContain('Cancelled: Joint agency group supervision');
  });

  it('shows what was cancelled, and shows markup as text', async () => {
    const id = await create({ subject: '<script>alert(1)</script>' });
    expect(await page(FAY)).not.toContain('<script>');
    office.microsoft365.tenant.events.remove(id, 'The facilitator is ill.');
    expect(await page(FAY)).toContain('Cancelled: &lt;script&gt;');
    expect(await page(FAY)).toContain('The facilitator is ill.');
  });
});

describe('the page that plays the organiser’s calendar', () => {
  const does = async (event: string, deed: string) =>
    (
      await fetch(`${office.microsoft365.url}/sandbox/organiser`, {
        method: 'POST',
        body: new URLSearchParams({ event, deed }),
      })
    ).text();
  const found = (event: string) => office.microsoft365.tenant.events.find(event);

  it('moves, adds, takes away and deletes, as somebody in Outlook would', async () => {
    const event = await create({
      start: { dateTime: '2026-03-28T10:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-03-28T11:30:00', timeZone: 'Europe/London' },
    });
    // Summer time begins that night.
    expect(await does(event, 'later')).toContain('Sunday 29 March 2026, 10:00</time> to 11:30');
    await does(event, 'stranger');
    expect(found(event)!.attendees.map(({ name }) => name)).toContain('Stella Stranger');
    expect(await does(event, 'no-link')).toContain('no join link');
    expect(await does(event, 'delete')).toContain('No sessions.');
    expect(await does(event, 'later')).toContain('No sessions.');
  });
});

describe('a restart', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'microsoft365-'));
  const stateFile = path.join(folder, 'state.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps the calendar, and the plausible weeks stay where they were', async () => {
    const period = { start: '2026-03-02T00:00:00Z', end: '2026-05-11T00:00:00Z' };
    const first = await startMicrosoft365({ stateFile, now: () => NOW });
    const busy = first.tenant.people.busy(FAY, period);
    await fetch(`${first.url}/v1.0${EVENTS}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(sessionBody({ attendees: [] })),
    });
    const before = first.tenant.state();
    await first.stop();
    const second = await startMicrosoft365({ stateFile, now: () => new Date('2026-03-25T09:00:00Z') });
    expect(second.tenant.state()).toEqual(before);
    expect(second.tenant.events.list()).toHaveLength(1);
    expect(second.tenant.people.busy(FAY, period)).toEqual(busy);
    expect(busy.length).toBeGreaterThan(50);
    await second.stop();
    expect(readdirSync(folder)).toEqual(['state.json']);
  });
});
