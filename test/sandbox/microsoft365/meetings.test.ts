import type { Event, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import { facilitators, organiser } from '../people';
import { EVENTS, FAY, sessionBody, tenantForTests, type GraphErrorBody } from './tenant-for-tests';

const MEETINGS = `/users/${organiser.id}/onlineMeetings`;
const office = tenantForTests();
const { graph } = office;

const joinUrlOf = async () =>
  (await graph<Event>('POST', EVENTS, sessionBody())).body.onlineMeeting?.joinUrl ?? '';
/** As the Graph client sends it: the link is encoded into the filter, and the whole filter once more on the way. */
const byLink = (joinUrl: string) =>
  `${MEETINGS}?$filter=${encodeURIComponent(`JoinWebUrl eq '${encodeURIComponent(joinUrl)}'`)}`;
const found = async (joinUrl: string) =>
  (
    await graph<{ value: OnlineMeeting[] }>(
      'GET',
      `${MEETINGS}?$filter=JoinWebUrl%20eq%20'${encodeURIComponent(joinUrl)}'`,
    )
  ).body.value[0];

describe('finding the online meeting of an event', () => {
  it('finds it by its join link, with the options a tenant usually has', async () => {
    const joinUrl = await joinUrlOf();
    expect(await found(joinUrl)).toMatchObject({
      joinWebUrl: joinUrl,
      allowRecording: true,
      allowTranscription: true,
      recordAutomatically: false,
      lobbyBypassSettings: { scope: 'organization' },
      participants: {
        attendees: [{ upn: FAY, role: 'attendee', identity: { user: { id: facilitators[0].id } } }],
      },
    });
  });

  it('does not find a link that was encoded once too often or once too seldom', async () => {
    const joinUrl = await joinUrlOf();
    expect((await graph('GET', byLink(joinUrl))).status).toBe(404);
    expect(
      (await graph('GET', `${MEETINGS}?$filter=JoinWebUrl eq '${decodeURIComponent(joinUrl)}'`)).status,
    ).toBe(404);
  });

  it.each([
    ['an address instead of the object id', `/users/${organiser.mail}/onlineMeetings`, 404, 'UnknownError'],
    ['a user without an access policy', `/users/${facilitators[0].id}/onlineMeetings`, 403, 'Forbidden'],
    ['no filter', MEETINGS, 400, 'InvalidArgument'],
    ['a meeting that is not there', `${MEETINGS}/MSpub25l`, 404, 'NotFound'],
  ])('refuses %s', async (_what, path, status, code) => {
    const answer = await graph<GraphErrorBody>('GET', path);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });
});

describe('changing the options of an online meeting', () => {
  it('turns recording off and reads back so', async () => {
    const { id } = (await found(await joinUrlOf())) ?? {};
    const off = { allowRecording: false, allowTranscription: false, recordAutomatically: false };
    expect((await graph('PATCH', `${MEETINGS}/${id}`, off)).status).toBe(200);
    expect((await graph('GET', `${MEETINGS}/${id}`)).body).toMatchObject(off);
  });

  it('shows younger enum members only to those who say that they know them', async () => {
    const { id } = (await found(await joinUrlOf())) ?? {};
    const change = {
      lobbyBypassSettings: { scope: 'invited', isDialInBypassEnabled: true },
      participants: { attendees: [{ upn: FAY, role: 'coorganizer' }] },
    };
    const shown = (await graph<OnlineMeeting>('PATCH', `${MEETINGS}/${id}`, change)).body;
    expect(shown.lobbyBypassSettings?.scope).toBe('unknownFutureValue');
    expect(shown.participants?.attendees?.[0]?.role).toBe('unknownFutureValue');
    const knowing = await graph<OnlineMeeting>('GET', `${MEETINGS}/${id}`, undefined, {
      Prefer: 'include-unknown-enum-members',
    });
    expect(knowing.body.lobbyBypassSettings?.scope).toBe('invited');
    expect(knowing.body.participants?.attendees?.[0]?.role).toBe('coorganizer');
  });

  it('keeps a co-organiser’s role when the attendees of the event change', async () => {
    const event = (await graph<Event>('POST', EVENTS, sessionBody())).body;
    const { id } = (await found(event.onlineMeeting?.joinUrl ?? '')) ?? {};
    await graph('PATCH', `${MEETINGS}/${id}`, {
      participants: { attendees: [{ upn: FAY, role: 'coorganizer' }] },
    });
    const attendees = [
      { emailAddress: { address: FAY } },
      { emailAddress: { address: facilitators[3].mail } },
    ];
    await graph('PATCH', `${EVENTS}/${event.id}`, { attendees });
    const [stored] = office.microsoft365.tenant.meetings.list();
    expect(stored?.meeting.participants?.attendees?.map((one) => one.role)).toEqual([
      'coorganizer',
      'attendee',
    ]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a start without an end', { startDateTime: '2026-03-17T10:00:00Z' }],
    ['another organiser', { participants: { organizer: { upn: FAY }, attendees: [] } }],
    ['an option that meetings do not have', { allowSinging: true }],
    ['a scope that is none', { lobbyBypassSettings: { scope: 'nobody' } }],
  ])('refuses %s', async (_what, change) => {
    const { id } = (await found(await joinUrlOf())) ?? {};
    expect((await graph('PATCH', `${MEETINGS}/${id}`, change)).status).toBe(400);
  });
});
