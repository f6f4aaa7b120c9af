import type { Event, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import { organiser } from '../people';
import { EVENTS, FAY, sessionBody, tenantForTests, type GraphErrorBody } from './tenant-for-tests';

const MEETINGS = `/users/${organiser.id}/onlineMeetings`;
const office = tenantForTests();
const { graph } = office;
const createPath = '/events$';
const tenant = () => office.microsoft365.tenant;
const create = async () => (await graph<Event>('POST', EVENTS, sessionBody())).body;
const read = async (event: Event) => (await graph<Event>('GET', `${EVENTS}/${event.id}`)).body;

describe('faults that answer instead', () => {
  it.each([
    [429, 'ApplicationThrottled'],
    [503, 'ServiceUnavailable'],
    [500, 'ErrorInternalServerError'],
    [504, 'GatewayTimeout'],
    [403, 'ErrorAccessDenied'],
  ])('answers %i without doing anything, once', async (status, code) => {
    tenant().faults.add({ kind: 'status', status, retryAfter: '0.25', method: 'POST', path: createPath });
    const answer = await graph<GraphErrorBody>('POST', EVENTS, sessionBody());
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.headers.get('retry-after')).toBe('0.25');
    expect(tenant().events.list()).toEqual([]);
    expect((await graph('POST', EVENTS, sessionBody())).status).toBe(201);
  });

  it('strikes the nth matching call, so many times, and one fault after another', async () => {
    tenant().faults.add({ kind: 'status', status: 503, path: '/users/', nth: 2, times: 2 });
    tenant().faults.add({ kind: 'status', status: 500, path: '/users/', nth: 2 });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await graph('GET', `/users/${FAY}`)).status);
    expect(statuses).toEqual([200, 503, 503, 500, 200]);
    expect(tenant().faults.list()).toEqual([]);
  });

  it('strikes always until cleared', async () => {
    tenant().faults.add({ kind: 'status', status: 503, times: 'always' });
    expect((await graph('GET', '/users')).status).toBe(503);
    expect((await graph('GET', '/users')).status).toBe(503);
    tenant().faults.clear();
    expect((await graph('GET', '/users')).status).toBe(200);
  });

  it('refuses a fault that is none', () => {
    expect(() => tenant().faults.add({ kind: 'status', status: 200 })).toThrow();
    expect(() => tenant().faults.add({ kind: 'reset', path: '(' })).toThrow(/regular expression/);
  });
});

describe('faults of the connection', () => {
  it('breaks it before anything is done', async () => {
    tenant().faults.add({ kind: 'reset' });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(tenant().events.list()).toEqual([]);
  });

  it('breaks it after the change is made; a repeat finds the first event', async () => {
    tenant().faults.add({ kind: 'commit-then-reset', path: createPath });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(tenant().events.list()).toHaveLength(1);
    expect((await create()).iCalUId).toBe(tenant().events.list()[0]?.iCalUId);
    expect(tenant().events.list()).toHaveLength(1);
  });

  it('answers 503 after the change is made', async () => {
    tenant().faults.add({ kind: 'commit-then-status', status: 503 });
    expect((await graph('POST', EVENTS, sessionBody())).status).toBe(503);
    expect(tenant().events.list()).toHaveLength(1);
  });

  it('never answers, and notes the call without a status', async () => {
    tenant().faults.add({ kind: 'never-answer' });
    await expect(
      fetch(`${office.microsoft365.url}/v1.0/users`, { signal: AbortSignal.timeout(60) }),
    ).rejects.toThrow(/timeout/);
    expect(tenant().calls.list()).toEqual([expect.objectContaining({ fault: 'never-answer', status: null })]);
  });

  it('answers late', async () => {
    tenant().faults.add({ kind: 'slow', ms: 60 });
    const started = performance.now();
    expect((await graph('GET', '/users')).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(59);
  });
});

describe('faults of the online meeting', () => {
  it('creates the event without a join link, which appears after so many reads', async () => {
    tenant().faults.add({ kind: 'missing-join-link', reads: 2, path: createPath });
    const event = await create();
    expect(event).toMatchObject({ isOnlineMeeting: true, onlineMeeting: null });
    expect(event.body?.content).not.toContain('meetup-join');
    expect((await read(event)).onlineMeeting).toBeNull();
    expect((await read(event)).onlineMeeting).toBeNull();
    const shown = await read(event);
    expect(shown.onlineMeeting?.joinUrl).toContain('meetup-join');
    expect(shown.body?.content).toContain('meetup-join');
  });

  it('creates the event under provider unknown, for ever', async () => {
    tenant().faults.add({ kind: 'wrong-provider', reads: 'for ever', path: createPath });
    const event = await create();
    for (let n = 0; n < 3; n += 1) {
      expect(await read(event)).toMatchObject({
        isOnlineMeeting: true,
        onlineMeetingProvider: 'unknown',
        onlineMeeting: null,
      });
    }
  });

  it('ignores options that policy keeps, and sets the others', async () => {
    await create();
    tenant().faults.add({ kind: 'options-ignored', method: 'PATCH', path: 'onlineMeetings' });
    const id = tenant().meetings.list()[0]?.meeting.id;
    const { status, body } = await graph<OnlineMeeting>('PATCH', `${MEETINGS}/${id}`, {
      allowRecording: false,
      allowMeetingChat: 'disabled',
    });
    expect([status, body.allowRecording, body.allowMeetingChat]).toEqual([200, true, 'disabled']);
  });

  it('keeps the roles of participants from being set, too', async () => {
    await create();
    tenant().faults.add({ kind: 'options-ignored', options: ['participants'], path: 'onlineMeetings' });
    const id = tenant().meetings.list()[0]?.meeting.id;
    const participants = { attendees: [{ upn: FAY, role: 'coorganizer' }] };
    expect((await graph('PATCH', `${MEETINGS}/${id}`, { participants })).status).toBe(200);
    expect(tenant().meetings.list()[0]?.meeting.participants?.attendees?.[0]?.role).toBe('attendee');
  });

  it('refuses options that policy keeps, and sets none', async () => {
    await create();
    tenant().faults.add({ kind: 'options-refused', options: ['allowTranscription'], path: 'onlineMeetings' });
    const id = tenant().meetings.list()[0]?.meeting.id;
    const { status } = await graph('PATCH', `${MEETINGS}/${id}`, {
      allowRecording: false,
      allowTranscription: false,
    });
    expect([status, tenant().meetings.list()[0]?.meeting.allowRecording]).toEqual([403, true]);
  });
});

describe('the limit of four calls at once for a mailbox', () => {
  it('answers the fifth with 429 and Retry-After, and those that follow when there is room again', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => slowRead()).concat(later()));
    expect(answers).toEqual([200, 200, 200, 200, 429]);
    expect((await graph('GET', EVENTS)).status).toBe(200);
  });

  it('counts a mailbox as one, by whichever name the path has it', async () => {
    tenant().limits.latencyMs = 100;
    const names = [organiser.id, organiser.mail, organiser.id, organiser.mail.toUpperCase(), organiser.mail];
    const answers = await Promise.all(names.map((name) => graph('GET', `/users/${name}/calendar/events`)));
    tenant().limits.latencyMs = 5;
    expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 429]);
  });

  it('does not count the directory', async () => {
    tenant().limits.latencyMs = 30;
    const answers = await Promise.all(Array.from({ length: 8 }, () => graph('GET', '/users')));
    tenant().limits.latencyMs = 5;
    expect(answers.every((one) => one.status === 200)).toBe(true);
  });

  async function slowRead(): Promise<number> {
    tenant().faults.add({ kind: 'slow', ms: 250, path: createPath });
    return (await graph('GET', EVENTS)).status;
  }

  async function later(): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return (await graph('GET', EVENTS)).status;
  }
});
