import type { Event } from '@microsoft/microsoft-graph-types';
import { facilitators, organiser } from '../people';
import {
  EVENTS,
  FAY,
  MARK,
  OUTSIDER,
  sessionBody,
  tenantForTests,
  type GraphErrorBody,
} from './tenant-for-tests';

type ShownEvent = Event & { '@odata.etag': string };
type Page = { value: ShownEvent[]; '@odata.nextLink'?: string };

const office = tenantForTests();
const { graph } = office;

const create = async (changes?: Record<string, unknown>) =>
  (await graph<ShownEvent>('POST', EVENTS, sessionBody(changes), { Prefer: 'IdType="ImmutableId"' })).body;
const read = async (id: string | undefined, headers?: Record<string, string>) =>
  (await graph<ShownEvent>('GET', `${EVENTS}/${id}`, undefined, headers)).body;

describe('creating an event', () => {
  it('answers 201 with a join link, the join blob in the body and nobody having answered', async () => {
    const { status, body } = await graph<ShownEvent>('POST', EVENTS, sessionBody());
    expect(status).toBe(201);
    expect(body.onlineMeeting?.joinUrl).toMatch(
      /^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3ameeting_/,
    );
    expect(body.body?.content).toContain('Asked for by Petra Practice.');
    expect(body.body?.content).toContain('Join the meeting now');
    expect(body.attendees).toEqual([
      expect.objectContaining({ status: { response: 'none', time: '0001-01-01T00:00:00Z' } }),
    ]);
    expect(body.organizer?.emailAddress?.address).toBe(organiser.mail);
    expect(body.iCalUId).toMatch(/^040000008200E00074C5B7101A82E008/);
  });

  it('sends the invitation to everybody invited', async () => {
    await create();
    expect(office.microsoft365.tenant.outbox.list(FAY)).toEqual([
      expect.objectContaining({
        kind: 'invitation',
        subject: 'Joint agency group supervision',
        start: '2026-03-17T10:00:00.000Z',
      }),
    ]);
  });

  it('gives the immutable id only to those who prefer it, and finds the event by either', async () => {
    const immutable = await create();
    const usual = await read(immutable.id);
    expect(usual.id).not.toBe(immutable.id);
    expect((await read(usual.id, { Prefer: 'IdType="ImmutableId"' })).id).toBe(immutable.id);
  });

  it.each([
    [
      'in winter, in a Windows zone',
      '2026-03-28T10:00:00',
      'GMT Standard Time',
      '2026-03-28T10:00:00.0000000',
    ],
    [
      'the day the clocks go forward',
      '2026-03-29T10:00:00',
      'GMT Standard Time',
      '2026-03-29T09:00:00.0000000',
    ],
    ['in summer, in an IANA zone', '2026-07-01T10:00:00', 'Europe/London', '2026-07-01T09:00:00.0000000'],
    ['the day the clocks go back', '2026-10-25T10:00:00', 'Europe/London', '2026-10-25T10:00:00.0000000'],
    [
      'in another zone',
      '2026-07-01T10:00:00.0000000',
      'W. Europe Standard Time',
      '2026-07-01T08:00:00.0000000',
    ],
  ])('shows a time %s in UTC', async (_when, dateTime, timeZone, utc) => {
    const event = await create({ start: { dateTime, timeZone }, end: { dateTime, timeZone } });
    expect(event.start).toEqual({ dateTime: utc, timeZone: 'UTC' });
    expect(event.originalStartTimeZone).toBe(timeZone);
  });

  it('shows times in the zone that the caller prefers', async () => {
    const { id } = await create({
      start: { dateTime: '2026-07-01T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-07-01T10:30:00', timeZone: 'UTC' },
    });
    const event = await read(id, { Prefer: 'outlook.timezone="GMT Standard Time"' });
    expect(event.start).toEqual({ dateTime: '2026-07-01T10:00:00.0000000', timeZone: 'GMT Standard Time' });
  });

  it('answers an identical repeat with the first event and makes no second', async () => {
    const first = await create();
    const { status, body } = await graph<ShownEvent>('POST', EVENTS, sessionBody());
    expect(status).toBe(201);
    expect(body.iCalUId).toBe(first.iCalUId);
    expect(office.microsoft365.tenant.events.list()).toHaveLength(1);
    expect(office.microsoft365.tenant.outbox.list()).toHaveLength(1);
  });

  it('refuses the same transactionId for something else', async () => {
    await create();
    const { status, body } = await graph<GraphErrorBody>('POST', EVENTS, sessionBody({ subject: 'Another' }));
    expect([status, body.error.code]).toEqual([409, 'ErrorDuplicateTransactionId']);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'a zone that is none',
      { start: { dateTime: '2026-03-17T10:00:00', timeZone: 'Norwich Time' } },
      'TimeZoneNotSupportedException',
    ],
    [
      'a time with an offset',
      { start: { dateTime: '2026-03-17T10:00:00Z', timeZone: 'UTC' } },
      'ErrorPropertyValidationFailure',
    ],
    [
      'an end before the start',
      { end: { dateTime: '2026-03-17T09:00:00', timeZone: 'UTC' } },
      'ErrorPropertyValidationFailure',
    ],
    ['a property that events do not have', { title: 'x' }, 'RequestBodyRead'],
    ['an attendee without an address', { attendees: [{ type: 'required' }] }, 'RequestBodyRead'],
    [
      'an extended property without a guid',
      { singleValueExtendedProperties: [{ id: 'Name Jags', value: 'x' }] },
      'RequestBodyRead',
    ],
    ['no start', { start: undefined }, 'RequestBodyRead'],
  ])('refuses %s', async (_what, changes, code) => {
    const { status, body } = await graph<GraphErrorBody>('POST', EVENTS, sessionBody(changes));
    expect([status, body.error.code]).toEqual([400, code]);
    expect(office.microsoft365.tenant.events.list()).toEqual([]);
  });

  it('opens no mailbox but the bookings account', async () => {
    const { status, body } = await graph<GraphErrorBody>(
      'POST',
      `/users/${facilitators[0].id}/events`,
      sessionBody(),
    );
    expect([status, body.error.code]).toEqual([403, 'ErrorAccessDenied']);
  });
});

describe('finding events', () => {
  const byMark = (id: string, value: string) =>
    `${EVENTS}?$filter=${encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq '${value}')`)}`;
  const expand = `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${MARK}')`)}`;

  it('finds an event by its extended property and shows the property when asked', async () => {
    const event = await create();
    await create({
      transactionId: 'request-2-attempt-1',
      singleValueExtendedProperties: [{ id: MARK, value: 'request-2' }],
    });
    const { body } = await graph<Page>(
      'GET',
      `${byMark(MARK, 'request-1')}&${expand}&$select=id,subject&$top=2`,
    );
    expect(body.value).toHaveLength(1);
    expect(Object.keys(body.value[0] ?? {}).sort()).toEqual([
      '@odata.etag',
      'id',
      'singleValueExtendedProperties',
      'subject',
    ]);
    expect(body.value[0]?.singleValueExtendedProperties).toEqual([{ id: MARK, value: 'request-1' }]);
    expect(event.singleValueExtendedProperties).toBeUndefined();
  });

  it('takes the name of the property in its exact case, its guid in any', async () => {
    await create();
    const found = async (id: string) => (await graph<Page>('GET', byMark(id, 'request-1'))).body.value.length;
    expect(await found(MARK.replace('JagsRequest', 'jagsrequest'))).toBe(0);
    expect(await found(MARK.replace('66f5a359', '66F5A359'))).toBe(1);
  });

  it('shows ten events a page unless told otherwise', async () => {
    for (let n = 0; n < 11; n += 1) await create({ transactionId: `many-${n}` });
    const first = (await graph<Page>('GET', EVENTS)).body;
    expect(first.value).toHaveLength(10);
    const next = (await (await fetch(first['@odata.nextLink'] ?? '')).json()) as Page;
    expect(next.value).toHaveLength(1);
    expect(next['@odata.nextLink']).toBeUndefined();
  });

  it.each([
    ['a filter on anything else', "$filter=subject eq 'x'", 'ErrorInvalidUrlQueryFilter'],
    ['a property that events do not have', '$select=title', 'BadRequest'],
    ['an option it does not know', '$search=x', 'BadRequest'],
  ])('refuses %s', async (_what, query, code) => {
    await create();
    const { status, body } = await graph<GraphErrorBody>('GET', `${EVENTS}?${query}`);
    expect([status, body.error.code]).toEqual([400, code]);
  });

  it('gives the body as text to those who prefer that', async () => {
    const { id } = await create();
    const { body } = await read(id, { Prefer: 'outlook.body-content-type="text"' });
    expect(body?.contentType).toBe('text');
    expect(body?.content).toMatch(/^Asked for by Petra Practice\./);
  });
});

describe('taking an event away', () => {
  it('cancels with an empty 202 that claims to be JSON, tells attendees why and forgets the event', async () => {
    const { id } = await create();
    const { status, headers, body } = await graph('POST', `${EVENTS}/${id}/cancel`, {
      comment: 'The facilitator is ill.',
    });
    expect([status, headers.get('content-type'), body]).toEqual([202, 'application/json', undefined]);
    expect(office.microsoft365.tenant.outbox.list(FAY).at(-1)).toMatchObject({
      kind: 'cancellation',
      subject: 'Cancelled: Joint agency group supervision',
      body: 'The facilitator is ill.',
    });
    const gone = await graph<GraphErrorBody>('GET', `${EVENTS}/${id}`);
    expect([gone.status, gone.body.error.code]).toEqual([404, 'ErrorItemNotFound']);
  });

  it('deletes with 204 and tells attendees too', async () => {
    const { id } = await create({ attendees: [{ emailAddress: { address: OUTSIDER } }] });
    expect((await graph('DELETE', `${EVENTS}/${id}`)).status).toBe(204);
    expect(office.microsoft365.tenant.outbox.list(OUTSIDER).at(-1)?.kind).toBe('cancellation');
    expect(office.microsoft365.tenant.meetings.list()).toEqual([]);
  });
});

describe('versions', () => {
  it('changes the ETag with every change, an answer included, and refuses a stale If-Match', async () => {
    const event = await create();
    office.microsoft365.tenant.events.respond(event.id ?? '', FAY, 'accepted');
    const now = await read(event.id);
    expect(now['@odata.etag']).not.toBe(event['@odata.etag']);
    const stale = await graph<GraphErrorBody>(
      'PATCH',
      `${EVENTS}/${event.id}`,
      { subject: 'x' },
      { 'If-Match': event['@odata.etag'] },
    );
    expect([stale.status, stale.body.error.code]).toEqual([412, 'ErrorIrresolvableConflict']);
    const fresh = await graph(
      'PATCH',
      `${EVENTS}/${event.id}`,
      { subject: 'x' },
      { 'If-Match': now['@odata.etag'] },
    );
    expect(fresh.status).toBe(200);
  });
});
