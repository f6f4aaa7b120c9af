import { createMeetings } from '../../src/graph/meetings';
import { ORGANISER_ID, outsiders, practitioners } from '../sandbox/people';
import { graphOffice } from './graph-office';
import { FAY, invitation, KEY, slotOn } from './sessions';

const office = graphOffice();
const meetings = () =>
  createMeetings({ graph: office.graph(), organiser: ORGANISER_ID, rereads: { times: 2, waitMs: 5 } });
const create = (changes = {}) => meetings().create(KEY, invitation(changes));
const [petra] = practitioners;
const [outsider] = outsiders;
const writes = () => office.calls().filter((call) => !call.startsWith('GET'));

describe('a session as it stands in Outlook', () => {
  it('has its time, its people with their answers and when they gave them, and its link, in one read', async () => {
    const answeredAt = expect.any(Number) as number;
    const made = await create();
    await meetings().invite(made, [FAY, petra, outsider]);
    office.tenant.events.respond(made.id, FAY.mail, 'accepted');
    office.tenant.events.respond(made.id, petra.mail, 'declined');
    office.tenant.events.respond(made.id, outsider.mail, 'tentativelyAccepted');
    office.tenant.calls.clear();
    expect(await meetings().look(made)).toEqual({
      slot: slotOn('2027-03-17'),
      joinUrl: made.joinUrl,
      attendees: [
        { mail: FAY.mail, name: FAY.name, answer: 'accepted', answeredAt },
        { mail: petra.mail, name: petra.name, answer: 'declined', answeredAt },
        { mail: outsider.mail, name: outsider.name, answer: 'tentative', answeredAt },
      ],
    });
    expect(office.calls()).toHaveLength(1);
  });

  it.each(['2027-03-26', '2027-03-29', '2027-10-29', '2027-11-01'])(
    'is at the same instant on both sides of a change of the clocks: %s',
    async (date) => {
      expect(await meetings().look(await create({ slot: slotOn(date) }))).toMatchObject({
        slot: slotOn(date),
      });
    },
  );

  it('shows what people did: moved it, asked somebody else, forwarded it, took the link away', async () => {
    const made = await create();
    const { events } = office.tenant;
    events.move(made.id, { start: '2027-04-14T09:00:00Z', end: '2027-04-14T11:00:00Z' });
    events.addAttendee(made.id, { mail: 'bounces@nowhere.example', name: 'Nobody There' });
    events.removeAttendee(made.id, FAY.mail);
    events.dropJoinLink(made.id);
    expect(await meetings().look(made)).toEqual({
      slot: { start: Date.parse('2027-04-14T09:00:00Z'), end: Date.parse('2027-04-14T11:00:00Z') },
      attendees: [{ mail: 'bounces@nowhere.example', name: 'Nobody There', answer: 'none' }],
    });
  });

  it('is gone once it was deleted, and not because Graph failed', async () => {
    const made = await create();
    office.tenant.faults.add({ kind: 'status', status: 403, path: '/events/' });
    await expect(meetings().look(made)).rejects.toThrow('got 403');
    office.tenant.events.remove(made.id);
    expect(await meetings().look(made)).toBe('gone');
  });
});

describe('moving a session', () => {
  const later = slotOn('2027-10-29', '14:00');

  it('sends the time alone, on the London clock, and keeps the link', async () => {
    const made = await create();
    office.tenant.calls.clear();
    expect(await meetings().move(made, later)).toBe('moved');
    expect(await meetings().look(made)).toMatchObject({ slot: later, joinUrl: made.joinUrl });
    expect(writes()).toHaveLength(1);
    expect(office.recorded().findLast(({ method }) => method === 'PATCH')?.body).toEqual({
      start: { dateTime: '2027-10-29T14:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2027-10-29T15:30:00', timeZone: 'GMT Standard Time' },
    });
  });

  it('can be done again after its outcome was lost', async () => {
    const made = await create();
    office.tenant.faults.add({ kind: 'commit-then-reset', method: 'PATCH' });
    await expect(meetings().move(made, later)).rejects.toThrow();
    office.tenant.events.respond(made.id, FAY.mail, 'accepted');
    expect(await meetings().move(made, later)).toBe('moved');
    expect(await meetings().look(made)).toMatchObject({ slot: later, attendees: [{ answer: 'accepted' }] });
  });

  it('in person needs no link', async () => {
    const made = await create({ online: false, venue: 'Meadow Hall' });
    expect(await meetings().move(made, later)).toBe('moved');
  });

  it('that is gone is no fault', async () => {
    const made = await create();
    office.tenant.events.remove(made.id);
    expect(await meetings().move(made, later)).toBe('gone');
  });

  it('is a fault when the link is lost, or is another', async () => {
    const made = await create();
    const other = { ...made, joinUrl: 'https://teams.microsoft.com/l/meetup-join/other' };
    await expect(meetings().move(other, later)).rejects.toMatchObject({ detail: { permanent: true } });
    office.tenant.events.dropJoinLink(made.id);
    await expect(meetings().move(made, later)).rejects.toThrow('join link');
  });

  it('is final while the organiser’s mailbox is over its quota', async () => {
    const made = await create();
    office.tenant.faults.add({ kind: 'over-quota', times: 'always' });
    await expect(meetings().move(made, later)).rejects.toMatchObject({
      detail: { permanent: true },
      answer: { code: 'ErrorQuotaExceeded' },
    });
    expect(await meetings().look(made)).toMatchObject({ slot: slotOn('2027-03-17') });
  });
});

describe('the options of a session, by looking only', () => {
  const stand = async (change: object = {}) => {
    const made = await create();
    await meetings().secure(made, FAY);
    office.tenant.meetings.set(office.tenant.meetings.list()[0]!.meeting.id, change);
    office.tenant.calls.clear();
    const found = await meetings().optionsStand(made, FAY);
    expect(writes()).toEqual([]);
    return found;
  };

  it.each([
    [{}, ['ai-notes']],
    [{ recordAutomatically: true }, ['recording', 'ai-notes']],
    [{ allowTranscription: true }, ['transcription', 'ai-notes']],
    [{ allowedPresenters: 'everyone' as const }, ['presenters', 'ai-notes']],
    [
      { lobbyBypassSettings: { scope: 'everyone' as const, isDialInBypassEnabled: false } },
      ['lobby', 'ai-notes'],
    ],
  ])('tell what somebody changed: %j', async (change, expected) => {
    expect(await stand(change)).toEqual(expected);
  });

  it('are none in person, and all to look at once the meeting is gone', async () => {
    const inPerson = await create({ online: false, venue: 'Meadow Hall' });
    expect(await meetings().optionsStand(inPerson, FAY)).toEqual([]);
    const online = await meetings().create({ ...KEY, attempt: 2 }, invitation());
    office.tenant.events.dropJoinLink(online.id);
    expect(await meetings().optionsStand(online, FAY)).toHaveLength(5);
  });
});
