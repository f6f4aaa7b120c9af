import type { Event } from '@microsoft/microsoft-graph-types';
import { facilitators, practitioners } from '../people';
import {
  EVENTS,
  FAY,
  OUTSIDER,
  attendee,
  sessionBody,
  tenantForTests,
  type GraphErrorBody,
} from './tenant-for-tests';

const PETRA = practitioners[0].mail;
const office = tenantForTests();
const { graph } = office;

const create = async () =>
  (await graph<Event>('POST', EVENTS, sessionBody({ attendees: [attendee(FAY), attendee(OUTSIDER)] }))).body;
const patch = (event: Event, change: unknown) => graph<Event>('PATCH', `${EVENTS}/${event.id}`, change);
const answers = (event: Event): Record<string, unknown> =>
  Object.fromEntries(
    event.attendees?.map((one) => [one.emailAddress?.address, one.status?.response] as const) ?? [],
  ) as Record<string, unknown>;
const sentSince = (count: number) =>
  office.microsoft365.tenant.outbox
    .list()
    .slice(count)
    .map(({ to, kind }) => ({ to, kind }));

describe('changing the attendees of an event', () => {
  it('replaces the whole list, keeps the answers of those who stay, and tells only those it concerns', async () => {
    const event = await create();
    office.microsoft365.tenant.events.respond(event.id ?? '', FAY, 'accepted');
    const { body } = await patch(event, { attendees: [attendee(FAY), attendee(PETRA)] });
    expect(answers(body)).toEqual({ [FAY]: 'accepted', [PETRA]: 'none' });
    expect(sentSince(2)).toEqual([
      { to: PETRA, kind: 'invitation' },
      { to: OUTSIDER, kind: 'cancellation' },
    ]);
  });

  it('sends everybody who stays an update when something else changes too', async () => {
    const event = await create();
    await patch(event, { attendees: [attendee(FAY), attendee(PETRA)], subject: 'Changed' });
    expect(sentSince(2)).toContainEqual({ to: FAY, kind: 'update' });
  });
});

describe('moving an event', () => {
  const later = {
    start: { dateTime: '2026-03-18T10:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-03-18T11:30:00', timeZone: 'Europe/London' },
  };

  it('asks everybody again and keeps the join link', async () => {
    const event = await create();
    office.microsoft365.tenant.events.respond(event.id ?? '', FAY, 'accepted');
    const { body } = await patch(event, later);
    expect(answers(body)).toEqual({ [FAY]: 'none', [OUTSIDER]: 'none' });
    expect(body.onlineMeeting?.joinUrl).toBe(event.onlineMeeting?.joinUrl);
    expect(sentSince(2)).toEqual([
      { to: FAY, kind: 'update' },
      { to: OUTSIDER, kind: 'update' },
    ]);
    expect(office.microsoft365.tenant.meetings.list()[0]?.meeting.startDateTime).toBe(
      '2026-03-18T10:00:00.000Z',
    );
  });

  it('keeps the answers when the time is the one it had', async () => {
    const event = await create();
    office.microsoft365.tenant.events.respond(event.id ?? '', FAY, 'accepted');
    const { start, end } = sessionBody();
    expect(answers((await patch(event, { start, end })).body)).toMatchObject({ [FAY]: 'accepted' });
  });
});

describe('changing the body of an event', () => {
  it('kills the join link when the join blob is gone', async () => {
    const event = await create();
    const { body } = await patch(event, { body: { contentType: 'html', content: '<p>New words.</p>' } });
    expect(body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
  });

  it('keeps the join link when the words are changed around the blob', async () => {
    const event = await create();
    const content = event.body?.content?.replace('Asked for by', 'Requested by');
    const { body } = await patch(event, { body: { contentType: 'html', content } });
    expect(body.onlineMeeting?.joinUrl).toBe(event.onlineMeeting?.joinUrl);
    expect(body.body?.content).toContain('Requested by Petra');
  });
});

describe('changing what cannot be changed', () => {
  it.each([
    ['the transactionId', { transactionId: 'another' }],
    ['the id', { id: 'another' }],
  ])('refuses %s', async (_what, change) => {
    const { status, body } = await graph<GraphErrorBody>('PATCH', `${EVENTS}/${(await create()).id}`, change);
    expect([status, body.error.code]).toEqual([400, 'RequestBodyRead']);
  });
});

describe('what people do in Outlook', () => {
  it('moves and deletes an event behind the bot’s back', async () => {
    const { tenant } = office.microsoft365;
    const event = await create();
    tenant.events.move(event.id ?? '', { start: '2026-04-01T09:00:00Z', end: '2026-04-01T10:30:00Z' });
    const moved = (await graph<Event>('GET', `${EVENTS}/${event.id}`)).body;
    expect(moved.start?.dateTime).toBe('2026-04-01T09:00:00.0000000');
    tenant.events.remove(event.id ?? '', 'Not needed');
    expect((await graph('GET', `${EVENTS}/${event.id}`)).status).toBe(404);
  });

  it('says whom it expected when somebody answers who is not invited', async () => {
    const event = await create();
    expect(() =>
      office.microsoft365.tenant.events.respond(event.id ?? '', facilitators[3].mail, 'accepted'),
    ).toThrow(/Expected an attendee of "Joint agency group supervision", got "cerise.copper/);
  });
});
