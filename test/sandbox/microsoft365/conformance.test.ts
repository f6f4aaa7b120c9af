import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Event, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import { COORDINATORS_GROUP, everybody, facilitators, organiser } from '../people';
import { asSent } from '../../graph/mail-traffic';
import type { GraphRecord } from './recorder';
import { ORIGIN, startSubscriber, type Subscriber } from './subscriber';
import { EVENTS, FAY, MARK, NOW, OUTSIDER, attendee, sessionBody, tenantForTests } from './tenant-for-tests';

const folder = mkdtempSync(path.join(tmpdir(), 'graph-conformance-'));
const recordFile = path.join(folder, 'recorded.jsonl');
// Real weeks rather than empty calendars: more shapes to check.
const deliver: Record<string, string> = {};
const office = tenantForTests({ recordFile, busy: 'plausible', now: () => NOW, deliver });
const { graph } = office;
let subscriber: Subscriber;
beforeAll(async () => {
  subscriber = await startSubscriber();
  deliver[ORIGIN] = subscriber.url;
});
afterAll(async () => {
  await subscriber.stop();
  rmSync(folder, { recursive: true });
});

/** The checker holds traffic against Microsoft's own metadata; it lies beside the checkout, with its packages installed. */
const checker = [process.env['SHARED_TOOLS'], path.resolve(__dirname, '../../../../shared/tools')]
  .filter((tools) => tools !== undefined)
  .filter((tools) => existsSync(path.join(tools, 'node_modules')))
  .map((tools) => path.join(tools, 'graph-check.mjs'))
  .find((script) => existsSync(script));

const MEETINGS = `/users/${organiser.id}/onlineMeetings`;
const CATALOGUE = 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps';
const PREFER = { Prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };
const get = (where: string) => graph('GET', where, undefined, PREFER);

async function readCalendars(): Promise<void> {
  const schedules = [...everybody.map((person) => person.mail), OUTSIDER];
  for (const timeZone of ['GMT Standard Time', 'Europe/London', 'UTC']) {
    const window = {
      startTime: { dateTime: '2026-03-02T09:00:00', timeZone },
      endTime: { dateTime: '2026-04-30T17:00:00', timeZone },
    };
    await graph('POST', `/users/${organiser.id}/calendar/getSchedule`, { schedules, ...window }, PREFER);
  }
}

async function runASession(): Promise<void> {
  const event = (await graph<Event>('POST', EVENTS, sessionBody(), PREFER)).body;
  const inPerson = {
    isOnlineMeeting: undefined,
    onlineMeetingProvider: undefined,
    transactionId: 'in-person',
    location: { displayName: 'Room 4' },
  };
  await graph('POST', EVENTS, sessionBody(inPerson), PREFER);
  await graph('POST', EVENTS, sessionBody({ subject: 'Something else' }), PREFER);
  const mine = `singleValueExtendedProperties/Any(ep: ep/id eq '${MARK}' and ep/value eq 'request-1')`;
  const expand = `singleValueExtendedProperties($filter=id eq '${MARK}')`;
  await get(`${EVENTS}?$filter=${encodeURIComponent(mine)}&$expand=${encodeURIComponent(expand)}&$top=2`);
  await get(`${EVENTS}?$top=1&$select=subject,start,end`);
  await get(`${EVENTS}/${event.id}?$select=subject,attendees,onlineMeeting`);
  await graph('PATCH', `${EVENTS}/${event.id}`, { attendees: [attendee(FAY), attendee(OUTSIDER)] }, PREFER);
  office.microsoft365.tenant.events.respond(event.id ?? '', FAY, 'accepted');
  await get(`${EVENTS}/${event.id}`);
  await setOptions(event.onlineMeeting?.joinUrl ?? '');
  const { start, end } = sessionBody({
    start: { dateTime: '2026-04-14T10:00:00', timeZone: 'GMT Standard Time' },
    end: { dateTime: '2026-04-14T11:30:00', timeZone: 'GMT Standard Time' },
  });
  await graph('PATCH', `${EVENTS}/${event.id}`, { start, end }, PREFER);
  await graph('POST', `${EVENTS}/${event.id}/cancel`, { comment: 'Cancelled.' }, PREFER);
  await get(`${EVENTS}/${event.id}`);
  const [other] = office.microsoft365.tenant.events.list();
  await graph('DELETE', `${EVENTS}/${other?.immutableId}`, undefined, PREFER);
}

async function setOptions(joinUrl: string): Promise<void> {
  const found = await graph<{ value: OnlineMeeting[] }>(
    'GET',
    `${MEETINGS}?$filter=JoinWebUrl%20eq%20'${encodeURIComponent(joinUrl)}'`,
  );
  const meeting = `${MEETINGS}/${found.body.value[0]?.id}`;
  const participants = {
    attendees: [{ upn: FAY, role: 'coorganizer', identity: { user: { id: facilitators[0].id } } }],
  };
  await graph('PATCH', meeting, {
    allowRecording: false,
    allowTranscription: false,
    recordAutomatically: false,
    participants,
  });
  await graph('PATCH', meeting, { lobbyBypassSettings: { scope: 'everyone', isDialInBypassEnabled: false } });
  await graph('GET', meeting, undefined, { Prefer: 'include-unknown-enum-members' });
  await graph('GET', `${MEETINGS}/gone`);
}

async function readPeople(): Promise<void> {
  await graph('GET', `/users/${FAY}`);
  await graph(
    'GET',
    `/users/${facilitators[0].id}?$select=displayName,mail,userPrincipalName,accountEnabled`,
  );
  await graph('GET', `/users/${OUTSIDER}`);
  await graph('GET', `/users?$filter=${encodeURIComponent(`mail eq '${FAY}'`)}&$select=id,displayName`);
  await graph('GET', `/groups/${COORDINATORS_GROUP}/transitiveMembers?$select=id,displayName,mail&$top=2`);
  await graph('GET', `/groups/${COORDINATORS_GROUP}/transitiveMembers/microsoft.graph.user`);
}

async function followTheCalendar(): Promise<void> {
  const expirationDateTime = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString();
  const made = await graph<{ id: string }>('POST', '/subscriptions', {
    changeType: 'created,updated,deleted',
    resource: EVENTS.slice(1),
    notificationUrl: `${ORIGIN}/notifications`,
    lifecycleNotificationUrl: `${ORIGIN}/notifications`,
    expirationDateTime: expirationDateTime(2),
    clientState: 'not for strangers',
  });
  const one = `/subscriptions/${made.body.id}`;
  for (const where of ['/subscriptions', one, '/subscriptions/gone']) await get(where);
  await graph('PATCH', one, { expirationDateTime: expirationDateTime(2.5) });
  await graph('PATCH', one, { expirationDateTime: expirationDateTime(9) });
  await graph('POST', `${one}/reauthorize`);
  await graph('DELETE', one);
  const view = `/users/${organiser.id}/calendarView/delta`;
  const first = `${view}?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z`;
  const { body } = await graph<Record<string, string>>('GET', first, undefined, PREFER);
  const link = body['@odata.deltaLink']!.split('/v1.0')[1]!;
  office.microsoft365.tenant.events.remove(office.microsoft365.tenant.events.list()[0]!.id);
  await get(link);
  office.microsoft365.tenant.loseDeltaTokens();
  await get(link);
}

async function installTheApp(): Promise<void> {
  const app = { 'teamsApp@odata.bind': `${CATALOGUE}/7ea50000-0000-4000-8000-000000000001` };
  const apps = `/users/${facilitators[0].id}/teamwork/installedApps`;
  expect((await graph('POST', apps, app)).status).toBe(201);
  expect((await graph('POST', apps, app)).status).toBe(409);
  expect((await graph('POST', `/users/${OUTSIDER}/teamwork/installedApps`, app)).status).toBe(404);
}

async function writeLetters(): Promise<void> {
  const mailbox = `/users/${organiser.id}`;
  const letter = (address: string) => ({
    message: {
      subject: 'Your request',
      body: { contentType: 'html', content: '<p>It has come in.</p>' },
      toRecipients: [{ emailAddress: { address, name: 'Hattie Hazel' } }],
      internetMessageHeaders: [{ name: 'x-auto-response-suppress', value: 'OOF' }],
      singleValueExtendedProperties: [{ id: MARK, value: 'letter-1' }],
    },
    saveToSentItems: true,
  });
  for (const address of [OUTSIDER, 'nobody@norfolk-sandbox.example'])
    expect((await graph('POST', `${mailbox}/sendMail`, letter(address))).status).toBe(202);
  const mine = `singleValueExtendedProperties/any(ep: ep/id eq '${MARK}' and ep/value eq 'letter-1')`;
  const expand = `singleValueExtendedProperties($filter=id eq '${MARK}')`;
  const found = await get(
    `${mailbox}/mailFolders/sentitems/messages?$filter=${encodeURIComponent(mine)}&$expand=${encodeURIComponent(expand)}&$top=1`,
  );
  expect(found.body).toMatchObject({ value: [{ subject: 'Your request' }] });
  expect((await get(`${mailbox}/mailFolders/inbox/messages`)).body).toMatchObject({
    value: [{ subject: 'Undeliverable: Your request' }],
  });
}

async function meetTrouble(): Promise<void> {
  const { faults } = office.microsoft365.tenant;
  faults.add({ kind: 'status', status: 429, retryAfter: '0.5' });
  await get(`/users/${FAY}`);
  faults.add({ kind: 'over-quota' });
  await graph('POST', EVENTS, sessionBody({ transactionId: 'full' }), PREFER);
  faults.add({ kind: 'missing-join-link', reads: 1, method: 'POST', path: '/events$' });
  const late = (await graph<Event>('POST', EVENTS, sessionBody({ transactionId: 'late' }), PREFER)).body;
  await get(`${EVENTS}/${late.id}`);
  faults.add({ kind: 'wrong-provider', reads: 'for ever', method: 'POST', path: '/events$' });
  await graph('POST', EVENTS, sessionBody({ transactionId: 'wrong' }), PREFER);
  const requests = [FAY, OUTSIDER, organiser.mail].map((mail, n) => ({
    id: String(n),
    method: 'GET',
    url: `/users/${mail}`,
  }));
  await graph('POST', '/$batch', { requests });
}

/**
 * The checker's cut of the metadata has neither the list of users nor the cast to users.
 * What they hold is checked as the nearest operation that it has.
 */
function asTheCheckerKnows(record: GraphRecord): GraphRecord[] {
  const cast = record.url.replace('/transitiveMembers/microsoft.graph.user', '/transitiveMembers');
  if (!/\/v1\.0\/users\?/.test(record.url)) return asSent({ ...record, url: cast });
  const users = (record.response?.body as { value: { id: string }[] }).value;
  return users.map((body) => ({
    ...record,
    url: `https://graph.microsoft.com/v1.0/users/${body.id}`,
    response: { status: 200, headers: record.response?.headers ?? {}, body },
  }));
}

interface Verdict {
  errors: { at: string; message: string }[];
}

/** Every error of the checker, each with its request. */
function errorsIn(records: readonly GraphRecord[], script: string): string[] {
  const checked = path.join(folder, 'checked.jsonl');
  writeFileSync(checked, records.map((record) => JSON.stringify(record)).join('\n'));
  const { stdout } = spawnSync(process.execPath, [script, '--json', checked], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const verdicts = stdout
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { method: string; url: string; request: Verdict; response: Verdict | null },
    );
  expect(verdicts).toHaveLength(records.length);
  return verdicts.flatMap(({ method, url, request, response }) =>
    [...request.errors, ...(response?.errors ?? [])].map(
      (error) => `${method} ${url}: ${error.at}: ${error.message}`,
    ),
  );
}

describe('everything the tenant answers', () => {
  it(
    checker
      ? 'conforms to Microsoft’s metadata, operation by operation'
      : 'is recorded whole (not held against Microsoft’s metadata: no checker lies beside this checkout)',
    async () => {
      await readCalendars();
      await runASession();
      await readPeople();
      await installTheApp();
      await writeLetters();
      await meetTrouble();
      await followTheCalendar();
      const records = readFileSync(recordFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as GraphRecord);
      expect(records).toHaveLength(
        office.microsoft365.tenant.calls.list().filter((call) => !call.inBatch).length,
      );
      expect(
        records.every(
          (record) => record.url.startsWith('https://graph.microsoft.com/v1.0/') && record.response,
        ),
      ).toBe(true);
      expect(office.microsoft365.tenant.calls.unknown()).toEqual([]);
      if (checker) expect(errorsIn(records.flatMap(asTheCheckerKnows), checker)).toEqual([]);
    },
  );
});
