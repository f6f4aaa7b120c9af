import type { ScheduleInformation } from '@microsoft/microsoft-graph-types';
import { everybody, facilitators, organiser } from '../people';
import {
  EVENTS,
  FAY,
  NOBODY,
  OUTSIDER,
  sessionBody,
  tenantForTests,
  type GraphErrorBody,
} from './tenant-for-tests';

const PATH = `/users/${organiser.id}/calendar/getSchedule`;
const office = tenantForTests();
const { graph } = office;

const asked = (schedules: readonly string[], changes: Record<string, unknown> = {}) => ({
  schedules,
  startTime: { dateTime: '2026-03-17T09:00:00', timeZone: 'Europe/London' },
  endTime: { dateTime: '2026-03-17T17:00:00', timeZone: 'Europe/London' },
  ...changes,
});
async function scheduleOf(mail: string, headers?: Record<string, string>): Promise<ScheduleInformation> {
  const { body } = await graph<{ value: ScheduleInformation[] }>('POST', PATH, asked([mail]), headers);
  return body.value[0] ?? {};
}
const statuses = async (mail: string) => (await scheduleOf(mail)).scheduleItems?.map((item) => item.status);

describe('getSchedule', () => {
  it('gives each status an item and the view a digit for each interval', async () => {
    const { people } = office.microsoft365.tenant;
    people.addBusy(FAY, { start: '2026-03-17T09:00:00Z', end: '2026-03-17T10:00:00Z', status: 'tentative' });
    people.addBusy(FAY, {
      start: '2026-03-17T10:00:00Z',
      end: '2026-03-17T11:00:00Z',
      status: 'workingElsewhere',
    });
    people.addBusy(FAY, {
      start: '2026-03-17T11:00:00Z',
      end: '2026-03-17T11:30:00Z',
      status: 'busy',
      subject: 'Panel',
    });
    people.addBusy(FAY, { start: '2026-03-17T14:00:00Z', end: '2026-03-17T17:00:00Z', status: 'oof' });
    const schedule = await scheduleOf(FAY);
    expect(schedule.availabilityView).toBe('1100200000333333');
    expect(schedule.scheduleItems?.[2]).toEqual({
      isPrivate: false,
      status: 'busy',
      subject: 'Panel',
      location: '',
      start: { dateTime: '2026-03-17T11:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-03-17T11:30:00.0000000', timeZone: 'UTC' },
    });
  });

  it('gives times in the preferred zone and takes them in any', async () => {
    office.microsoft365.tenant.people.addBusy(FAY, {
      start: '2026-07-01T09:00:00Z',
      end: '2026-07-01T10:00:00Z',
    });
    const window = {
      startTime: { dateTime: '2026-07-01T10:00:00', timeZone: 'GMT Standard Time' },
      endTime: { dateTime: '2026-07-01T11:00:00', timeZone: 'GMT Standard Time' },
    };
    const { body } = await graph<{ value: ScheduleInformation[] }>('POST', PATH, asked([FAY], window), {
      Prefer: 'outlook.timezone="GMT Standard Time"',
    });
    expect(body.value[0]?.scheduleItems?.[0]?.start).toEqual({
      dateTime: '2026-07-01T10:00:00.0000000',
      timeZone: 'GMT Standard Time',
    });
  });

  it('hides the subject of a private item', async () => {
    office.microsoft365.tenant.people.addBusy(FAY, {
      start: '2026-03-17T09:00:00Z',
      end: '2026-03-17T10:00:00Z',
      subject: 'Dentist',
      isPrivate: true,
    });
    const item = (await scheduleOf(FAY)).scheduleItems?.[0];
    expect(item?.isPrivate).toBe(true);
    expect(JSON.stringify(item)).not.toContain('Dentist');
  });

  it.each([OUTSIDER, NOBODY])(
    'answers 200 with an error in the entry of %s, and no items that would look free',
    async (mail) => {
      const schedule = await scheduleOf(mail);
      expect(schedule.error?.responseCode).toBe('5009');
      expect(schedule).toMatchObject({ scheduleId: mail, availabilityView: '', scheduleItems: [] });
      expect(schedule.workingHours).toBeUndefined();
    },
  );

  it('gives working hours in the zone of each person, one of them custom', async () => {
    const zones = await Promise.all(
      facilitators.slice(0, 3).map(async ({ mail }) => (await scheduleOf(mail)).workingHours?.timeZone),
    );
    expect(zones[0]).toEqual({ name: 'GMT Standard Time' });
    expect(zones[1]).toEqual({ name: 'W. Europe Standard Time' });
    expect(zones[2]).toMatchObject({
      '@odata.type': '#microsoft.graph.customTimeZone',
      name: 'Customized Time Zone',
      bias: 0,
    });
    expect((await scheduleOf(FAY)).workingHours).toMatchObject({
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '09:00:00.0000000',
      endTime: '17:00:00.0000000',
    });
  });

  it.each<[string, readonly string[], Record<string, unknown>, string]>([
    [
      '21 schedules',
      [...everybody, ...everybody].slice(0, 21).map((person) => person.mail),
      {},
      'ErrorMailboxDataArrayTooBig',
    ],
    [
      '62 days',
      [FAY],
      { endTime: { dateTime: '2026-05-18T10:00:00', timeZone: 'Europe/London' } },
      'ErrorTimeIntervalTooBig',
    ],
    [
      'an end before the start',
      [FAY],
      { endTime: { dateTime: '2026-03-17T08:00:00', timeZone: 'UTC' } },
      'ErrorInvalidTimeInterval',
    ],
    [
      'an interval of four minutes',
      [FAY],
      { availabilityViewInterval: 4 },
      'ErrorInvalidMergedFreeBusyInterval',
    ],
    ['an object id instead of an address', [facilitators[0].id], {}, 'RequestBodyRead'],
    ['no schedules', [], {}, 'RequestBodyRead'],
  ])('refuses %s', async (_what, schedules, changes, code) => {
    const { status, body } = await graph<GraphErrorBody>('POST', PATH, asked(schedules, changes));
    expect([status, body.error.code]).toEqual([400, code]);
  });

  it('refuses a mailbox that is not there', async () => {
    const { status, body } = await graph<GraphErrorBody>(
      'POST',
      `/users/${NOBODY}/calendar/getSchedule`,
      asked([FAY]),
    );
    expect([status, body.error.code]).toEqual([404, 'ErrorInvalidUser']);
  });
});

describe('sessions in free/busy', () => {
  it('shows a session as tentative until it is answered, busy when accepted, and gone when declined or cancelled', async () => {
    const { id } = (await graph<{ id: string }>('POST', EVENTS, sessionBody())).body;
    const { events } = office.microsoft365.tenant;
    expect(await statuses(FAY)).toEqual(['tentative']);
    events.respond(id, FAY, 'accepted');
    expect(await statuses(FAY)).toEqual(['busy']);
    events.respond(id, FAY, 'declined');
    expect(await statuses(FAY)).toEqual([]);
    events.respond(id, FAY, 'tentativelyAccepted');
    expect(await statuses(FAY)).toEqual(['tentative']);
    await graph('POST', `${EVENTS}/${id}/cancel`, {});
    expect(await statuses(FAY)).toEqual([]);
  });

  it('shows every session in the organiser’s calendar, overlapping or not', async () => {
    await graph('POST', EVENTS, sessionBody({ transactionId: 'a' }));
    await graph('POST', EVENTS, sessionBody({ transactionId: 'b' }));
    expect(await statuses(organiser.mail)).toEqual(['busy', 'busy']);
  });
});
