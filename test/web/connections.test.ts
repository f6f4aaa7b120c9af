/** The page about programs that are told of requests: what each is still to be told, and what is done about it. */
import type { Announcement } from '../../src/ports/announcing';
import type { LeftDelivery } from '../../src/ports/delivering';
import type { Subscription } from '../../src/ports/subscriptions';
import { connectionDone, connectionTrouble, connectionWords } from '../../src/web/tab/wording/connections';
import { askedAt } from '../builders';
import { createMemoryConnections, type MemoryConnections } from '../memory/connections';
import { practitioners, qualityLead } from '../sandbox/people';
import { openTabOffice, type TabOffice, textOf } from './tab-office';

const PAGE = '/tab/connections';
const SECRET = 'marked-secret';
const CALLER = 'app-0a1b2c3d-0000-4000-8000-000000000001';
const HOUR_MS = 60 * 60_000;

let office: TabOffice;
let connections: MemoryConnections;
const clock = { now: askedAt };
beforeEach(() => {
  clock.now = askedAt;
  connections = createMemoryConnections(() => clock.now);
});
afterEach(() => office.close());

async function open(over: Parameters<typeof openTabOffice>[0] = { connections }): Promise<void> {
  office = await openTabOffice({ now: () => clock.now, ...over });
}

function subscribe(host = 'prod-21.logic.flows.example'): Promise<Subscription> {
  const callbackUrl = `https://${host}:443/workflows/${SECRET}?sig=${SECRET}`;
  return connections.subscriptions.add({ caller: CALLER, events: ['offered', 'held'], callbackUrl });
}

function announcement(n: number): Announcement {
  const requestId = '7qf3k2m9xw0d4h5j6n8p1r2s3t';
  const id = `${requestId}-effect-announce-${String(n).padStart(10, '0')}`;
  return { id, requestId, event: 'held', state: 'held', happenedAt: askedAt + n * HOUR_MS };
}

async function waits(to: Subscription, n: number, over: Partial<LeftDelivery> = {}): Promise<void> {
  await connections.deliveries.add(to.id, announcement(n));
  const was = (await connections.deliveries.left()).find(
    (each) => each.subscriptionId === to.id && each.announcement.id === announcement(n).id,
  )!;
  await connections.deliveries.keep(was, { ...was, ...over });
}

const parked = { tries: 30, parkedAt: askedAt + 24 * HOUR_MS, problem: 'status-500' };
const left = () => connections.deliveries.left();
const form = (n: number) => ({ announcement: announcement(n).id });

it('says of each who asked for it, since when, for what, and what it is still to be told; of its address the host', async () => {
  const one = await subscribe();
  await waits(one, 1, parked);
  await waits(one, 2, { tries: 3, problem: 'timeout' });
  await waits(one, 3);
  await open();
  const answer = await office.sees(PAGE);
  const text = textOf(answer);
  expect(answer.status).toBe(200);
  expect(text).toContain('prod-21.logic.flows.example');
  expect(text).toContain('offered to a facilitator, held');
  expect(text).toContain('Connected since Tue 24 Nov 2026, 10:00');
  expect(text).toContain('whose id begins with 0a1b2c3d');
  expect(text).toMatch(
    /7QF3-K2M9 held Tue 24 Nov 2026, 11:00 Did not take it \(it answered 500\) *Not tried any more since Wed 25 Nov 2026, 10:00/,
  );
  expect(text).toMatch(/held Tue 24 Nov 2026, 12:00 No answer in time/);
  expect(text).toMatch(/held Tue 24 Nov 2026, 13:00 Not tried yet/);
  for (const secret of [SECRET, 'workflows', CALLER]) expect(answer.body).not.toContain(secret);
});

it.each([
  ['owner-left', 'its owner is no coordinator any more'],
  ['owner-unread', 'could not be seen just now'],
])('says why something was not tried at all: %s', async (problem, words) => {
  await waits(await subscribe(), 1, { ...parked, tries: 0, problem });
  await open();
  expect(textOf(await office.sees(PAGE))).toContain(words);
});

it.each([
  ['there is no API', undefined, connectionWords.notSetUp],
  ['nobody has asked', true, connectionWords.none],
])('says so where %s', async (_what, set, sentence) => {
  await open(set ? { connections } : {});
  expect(textOf(await office.sees(PAGE))).toContain(sentence);
});

it('says so where everything has been told, and is short where very much has not', async () => {
  await subscribe('quiet.flows.example');
  const dead = await subscribe('dead.flows.example');
  for (let n = 0; n < 60; n += 1) await waits(dead, n, parked);
  await open();
  const text = textOf(await office.sees(PAGE));
  expect(text).toContain(connectionWords.nothingWaits);
  expect(text.match(/7QF3-K2M9 held/g)).toHaveLength(50);
  expect(text).toContain('And 10 more.');
});

describe('A coordinator', () => {
  it('has what is parked tried again, for a day from then', async () => {
    const one = await subscribe();
    for (const n of [1, 2]) await waits(one, n, parked);
    await open();
    clock.now += HOUR_MS / 2;
    const answer = await office.posts(`${PAGE}/${one.id}/again`, form(1));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('HX-Push-Url')).toBe(PAGE);
    expect(textOf(answer)).toContain(connectionDone.again);
    const { version: _version, ...first } = (await left()).find(
      (each) => each.announcement.id === announcement(1).id,
    )!;
    expect(first).toEqual({
      subscriptionId: one.id,
      announcement: announcement(1),
      since: clock.now,
      tries: 0,
      dueAt: clock.now,
    });
    expect((await left()).filter(({ parkedAt }) => parkedAt !== undefined)).toHaveLength(1);
  });

  it('has all of it tried again with one press, and what is on its way left alone', async () => {
    const [one, other] = [await subscribe(), await subscribe('other.flows.example')];
    for (const n of [1, 2]) await waits(one, n, parked);
    await waits(one, 3, { tries: 2 });
    await waits(other, 1, parked);
    await open();
    await office.posts(`${PAGE}/${one.id}/again`, { announcement: '' });
    const ofOne = (await left()).filter(({ subscriptionId }) => subscriptionId === one.id);
    expect(ofOne.map(({ tries }) => tries).sort()).toEqual([0, 0, 2]);
    expect(ofOne.every(({ parkedAt }) => parkedAt === undefined)).toBe(true);
    expect((await left()).find(({ subscriptionId }) => subscriptionId === other.id)).toMatchObject(parked);
  });

  it('leaves one thing untold', async () => {
    const one = await subscribe();
    for (const n of [1, 2]) await waits(one, n, parked);
    await open();
    expect(textOf(await office.posts(`${PAGE}/${one.id}/drop`, form(1)))).toContain(connectionDone.drop);
    expect((await left()).map((each) => each.announcement.id)).toEqual([announcement(2).id]);
  });

  it('ends a connection, with what it was still to be told', async () => {
    const [one, other] = [await subscribe(), await subscribe('other.flows.example')];
    await waits(one, 1, parked);
    await open();
    expect(textOf(await office.posts(`${PAGE}/${one.id}/end`, { end: 'yes' }))).toContain(connectionDone.end);
    expect(await left()).toEqual([]);
    expect(await connections.subscriptions.all()).toEqual([other]);
    const again = await office.posts(`${PAGE}/${one.id}/end`, { end: 'yes' });
    expect(again.status).toBe(409);
    expect(textOf(again)).toContain(connectionTrouble.gone);
  });

  it.each(['again', 'drop'])('is told where that has been told meanwhile: %s', async (step) => {
    const one = await subscribe();
    await open();
    for (const typed of [form(1), { announcement: "x' or '1'" }]) {
      const answer = await office.posts(`${PAGE}/${one.id}/${step}`, typed);
      expect(answer.status).toBe(409);
      expect(textOf(answer)).toContain(connectionTrouble.changed);
    }
  });
});

it('is for coordinators: nobody else sees it or does anything, the quality role included', async () => {
  const one = await subscribe();
  await waits(one, 1, parked);
  await open();
  for (const person of [practitioners[0], qualityLead]) {
    const token = office.entra.tokenFor(person);
    const answers = [
      await office.sees(PAGE, token),
      ...(await Promise.all(
        ['again', 'drop', 'end'].map((step) => office.posts(`${PAGE}/${one.id}/${step}`, form(1), token)),
      )),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(answer.body).not.toMatch(/flows\.example|7QF3/);
      if (person === qualityLead) expect(answer.body).not.toContain(PAGE);
    }
  }
  expect((await left())[0]).toMatchObject(parked);
});
