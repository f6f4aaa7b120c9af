import { createCalendarChanges } from '../../src/graph/calendar-changes';
import { createMeetings } from '../../src/graph/meetings';
import { ORGANISER_ID } from '../sandbox/people';
import { graphOffice } from './graph-office';
import { FAY, invitation, KEY, slotOn } from './sessions';

const office = graphOffice();
const needs = () => ({ graph: office.graph(), organiser: ORGANISER_ID });
const changes = () => createCalendarChanges(needs());
const window = { start: slotOn('2027-03-01').start, end: slotOn('2027-05-01').start };
const session = async (attempt: number, date = '2027-03-17') =>
  (await createMeetings(needs()).create({ ...KEY, attempt }, invitation({ slot: slotOn(date) }))).id;

describe('what changes in the organiser’s calendar', () => {
  it('is everything in the window at first, over all its pages, and then what somebody did', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 12; n += 1) ids.push(await session(n));
    await session(13, '2027-06-01');
    const first = await changes().all(window);
    expect(first).toMatchObject({ changed: ids, removed: [] });
    const { events } = office.tenant;
    events.respond(ids[1]!, FAY.mail, 'accepted');
    events.respond(ids[1]!, FAY.mail, 'declined');
    events.remove(ids[2]!);
    events.move(ids[3]!, { start: '2027-07-01T09:00:00Z', end: '2027-07-01T10:30:00Z' });
    expect(await changes().since(first.link)).toMatchObject({
      changed: [ids[1]],
      removed: [ids[2], ids[3]],
    });
  });

  it('has a link that can be kept, and leads nowhere but to Graph', async () => {
    const { link } = await changes().all(window);
    expect(link).toMatch(/^\/users\/[^/]+\/calendarView\/delta\?\$deltatoken=/);
    expect(await changes().since(link)).toMatchObject({ changed: [], removed: [] });
  });

  it.each([
    ['has forgotten', () => office.tenant.loseDeltaTokens()],
    [
      'answers 410 for',
      () => office.tenant.faults.add({ kind: 'status', status: 410, code: 'resyncRequired', path: '/delta' }),
    ],
    [
      'has no state for',
      () =>
        office.tenant.faults.add({ kind: 'status', status: 400, code: 'SyncStateNotFound', path: '/delta' }),
    ],
  ])('begins anew after a link that Graph %s', async (_what, lose) => {
    const { link } = await changes().all(window);
    lose();
    expect(await changes().since(link)).toBe('lost');
  });

  it.each([400, 403])(
    'is a fault, not a lost link, when Graph answers %d for another reason',
    async (status) => {
      const { link } = await changes().all(window);
      office.tenant.faults.add({ kind: 'status', status, path: '/delta' });
      await expect(changes().since(link)).rejects.toThrow(`got ${status}`);
    },
  );

  it('is read again when Graph fails for a moment', async () => {
    const { link } = await changes().all(window);
    office.tenant.faults.add({ kind: 'status', status: 503, path: '/delta' });
    expect(await changes().since(link)).toMatchObject({ changed: [] });
  });

  it('is read beside at most three other calls to Outlook', async () => {
    const { graph, organiser } = needs();
    const many = createCalendarChanges({ graph, organiser });
    await Promise.all(Array.from({ length: 12 }, () => many.all(window)));
    expect(office.tenant.calls.list().filter(({ status }) => status === 429)).toEqual([]);
  });
});
