import type { Event } from '@microsoft/microsoft-graph-types';
import { facilitators, organiser } from '../people';
import { EVENTS, FAY, sessionBody, tenantForTests, type GraphErrorBody } from './tenant-for-tests';

interface DeltaPage {
  value: (Event & { id: string; '@removed'?: { reason: string } })[];
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
}

const office = tenantForTests();
const { graph } = office;
const IMMUTABLE = { Prefer: 'IdType="ImmutableId"' };
const VIEW = `/users/${organiser.id}/calendarView/delta`;
const FIRST = `${VIEW}?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z`;
let made = 0;
const create = async (changes = {}) => {
  made += 1;
  const body = sessionBody({ transactionId: `delta-${made}`, ...changes });
  return (await graph<{ id: string }>('POST', EVENTS, body, IMMUTABLE)).body.id;
};
const below = (link: string | undefined) => link!.split('/v1.0')[1]!;

/** A whole round: what changed, what is gone, how many pages, and where the next round begins. */
async function round(from: string) {
  const changed: string[] = [];
  const removed: string[] = [];
  for (let [pages, at] = [1, from]; ; pages += 1) {
    const { status, body } = await graph<DeltaPage>('GET', at, undefined, IMMUTABLE);
    expect(status).toBe(200);
    for (const item of body.value) (item['@removed'] ? removed : changed).push(item.id);
    if (body['@odata.deltaLink']) return { changed, removed, pages, link: below(body['@odata.deltaLink']) };
    at = below(body['@odata.nextLink']);
  }
}

describe('calendarView/delta', () => {
  it('tells first what there is in the window, page by page, and then what has changed', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 23; n += 1) ids.push(await create());
    await create({
      start: { dateTime: '2026-06-17T10:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-06-17T11:30:00', timeZone: 'Europe/London' },
    });
    const first = await round(FIRST);
    expect(first).toMatchObject({ changed: ids, removed: [], pages: 3 });
    expect(await round(first.link)).toMatchObject({ changed: [], removed: [], pages: 1 });
    const { events } = office.microsoft365.tenant;
    events.respond(ids[3]!, FAY, 'accepted');
    events.remove(ids[5]!);
    events.move(ids[7]!, { start: '2026-07-01T09:00:00Z', end: '2026-07-01T10:30:00Z' });
    const second = await round(first.link);
    expect(second).toMatchObject({ changed: [ids[3]], removed: [ids[5], ids[7]] });
    expect(await round(second.link)).toMatchObject({ changed: [], removed: [] });
    // The older link still tells all that came after it.
    expect(await round(first.link)).toMatchObject({ changed: [ids[3]], removed: [ids[5], ids[7]] });
  });

  it('leaves what changes while it is paged through for the next round', async () => {
    for (let n = 0; n < 12; n += 1) await create();
    const { body } = await graph<DeltaPage>('GET', FIRST, undefined, IMMUTABLE);
    const late = await create();
    const rest = await round(below(body['@odata.nextLink']));
    expect(rest.changed).toHaveLength(2);
    expect((await round(rest.link)).changed).toEqual([late]);
  });

  it('answers a lost token with 410, and the window anew with everything', async () => {
    const id = await create();
    const { link } = await round(FIRST);
    await fetch(`${office.microsoft365.url}/sandbox/delta-tokens`, { method: 'DELETE' });
    for (const lost of [link, `${VIEW}?$deltatoken=nonsense`]) {
      const { status, body } = await graph<GraphErrorBody>('GET', lost);
      expect([status, body.error.code]).toEqual([410, 'SyncStateNotFound']);
    }
    expect((await round(FIRST)).changed).toEqual([id]);
  });

  it.each([
    ['$select', `${FIRST}&$select=subject`, 400],
    ['$filter', `${FIRST}&$filter=subject`, 400],
    ['a missing window', VIEW, 400],
    ['somebody else’s calendar', FIRST.replace(organiser.id, facilitators[0].id), 403],
  ])('refuses %s', async (_what, where, status) => {
    expect((await graph('GET', where)).status).toBe(status);
  });

  it('is read under the mailbox’s limit, by its long name too', async () => {
    expect((await graph('GET', FIRST.replace('/calendarView', '/calendar/calendarView'))).status).toBe(200);
    const at = office.microsoft365.tenant.limits;
    at.latencyMs = 50;
    const statuses = await Promise.all(Array.from({ length: 5 }, () => graph('GET', FIRST)));
    at.latencyMs = 5;
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});

describe('a full mailbox', () => {
  it('takes nothing new and no change, and lets what there is be read and cancelled', async () => {
    const id = await create();
    office.microsoft365.tenant.faults.add({ kind: 'over-quota', times: 'always' });
    const one = `${EVENTS}/${id}`;
    for (const [method, where, body] of [
      ['POST', EVENTS, sessionBody({ transactionId: 'full' })],
      ['PATCH', one, { subject: 'Other' }],
    ] as const) {
      const { status, body: answer } = await graph<GraphErrorBody>(method, where, body);
      expect([status, answer.error.code]).toEqual([403, 'ErrorQuotaExceeded']);
    }
    expect((await graph('GET', one)).status).toBe(200);
    expect((await graph('POST', `${one}/cancel`, { comment: '' })).status).toBe(202);
    expect(office.microsoft365.tenant.events.list()).toEqual([]);
  });
});
