/** Everything the adapters send, and every answer they get, held against Microsoft's own description of Graph v1.0. */
import { createCalendars } from '../../src/graph/availability';
import { createCalendarChanges } from '../../src/graph/calendar-changes';
import { createMeetings } from '../../src/graph/meetings';
import { createDirectory } from '../../src/graph/people';
import { createSubscriptions } from '../../src/graph/subscriptions';
import { ORIGIN, startSubscriber, type Subscriber } from '../sandbox/microsoft365/subscriber';
import { COORDINATORS_GROUP, everybody, facilitators, ORGANISER_ID, outsiders } from '../sandbox/people';
import { checkTraffic, CLEAN } from './checker';
import { graphOffice } from './graph-office';
import { FAY, invitation, KEY, slotOn } from './sessions';

const deliver: Record<string, string> = {};
const office = graphOffice({ deliver });
let subscriber: Subscriber;
beforeAll(async () => {
  subscriber = await startSubscriber();
  deliver[ORIGIN] = subscriber.url;
});
afterAll(() => subscriber.stop());

async function everyOperation(): Promise<void> {
  const graph = office.graph();
  const needs = { graph, organiser: ORGANISER_ID, rereads: { times: 2, waitMs: 5 } };
  const meetings = createMeetings(needs);
  const directory = createDirectory({ graph, coordinatorsGroup: COORDINATORS_GROUP, now: Date.now });
  const { start } = slotOn('2027-03-17');
  await createCalendars(needs).availability(
    [...everybody, ...outsiders].map(({ mail }) => mail),
    { start, end: start + 100 * 86_400_000 },
    true,
  );
  await directory.coordinators();
  await directory.known({ mails: everybody.map(({ mail }) => mail), ids: [facilitators[0].id] });
  for (const online of [true, false]) {
    const key = { ...KEY, attempt: online ? 1 : 2 };
    office.tenant.faults.add({ kind: 'missing-join-link', reads: 1, method: 'POST', path: '/events' });
    const event = await meetings.create(
      key,
      invitation({ online, ...(!online && { venue: "St Mary's Hall" }) }),
    );
    await meetings.find(key);
    await meetings.secure(event, FAY);
    await meetings.invite(event, [FAY, ...everybody.slice(0, 3), ...outsiders]);
    await meetings.answer(event, FAY.mail);
    await meetings.look(event);
    await meetings.move(event, slotOn('2027-04-14'));
    await meetings.optionsStand(event, FAY);
    if (!online) await meetings.invite(event, []);
    await meetings.cancel(key, 'It will not take place.');
  }
  const notificationUrl = `${ORIGIN}/api/graph/notifications`;
  const subscriptions = createSubscriptions({ ...needs, notificationUrl, now: Date.now });
  const { id } = await subscriptions.create('not for strangers');
  await subscriptions.renew(id);
  await subscriptions.remove(id);
  const changes = createCalendarChanges(needs);
  const { link } = await changes.all({ start, end: start + 100 * 86_400_000 });
  await changes.since(link);
}

it('sends only what Graph v1.0 describes, to operations the tenant knows', async () => {
  await everyOperation();
  expect(office.tenant.calls.unknown()).toEqual([]);
  expect(office.recorded().every(({ headers }) => headers['prefer']?.includes('IdType="ImmutableId"'))).toBe(
    true,
  );
  expect(checkTraffic(office.recordFile) ?? CLEAN).toEqual(CLEAN);
});

it('puts nothing into Graph that names the case or the reason', async () => {
  const before = office.recorded().length;
  await createMeetings({ graph: office.graph(), organiser: ORGANISER_ID }).create(KEY, invitation());
  const [{ body } = {}] = office.recorded().slice(before);
  expect(Object.keys(body as object).sort()).toEqual([
    'allowNewTimeProposals',
    'attendees',
    'body',
    'end',
    'isOnlineMeeting',
    'onlineMeetingProvider',
    'responseRequested',
    'sensitivity',
    'showAs',
    'singleValueExtendedProperties',
    'start',
    'subject',
    'transactionId',
  ]);
});
