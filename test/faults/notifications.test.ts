/** What Graph tells of the calendar, told wrongly, twice, in disorder, far too often or not at all. */
import type { RequestId } from '../../src/domain/request';
import { SWEEP_EVERY_MS } from '../../src/watching/calendar-sweep';
import { theCoordinator } from '../builders';
import { facilitators } from '../sandbox/people';
import { consistent } from './consistent';
import { DAYS, MINUTES, type Town, useTown } from './town';

const open = useTown();
const [fay] = facilitators;

interface Notice {
  readonly clientState: unknown;
  readonly resourceData: { readonly id: string };
}

/** Posted by whoever knows the address. */
async function tells(town: Town, ...value: readonly object[]): Promise<number> {
  const answer = await fetch(town.door, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ value }),
  });
  return answer.status;
}

/** A notification of the session as Graph would send it. */
function noticeOf(town: Town, id: RequestId): Notice {
  const event = town.events(id)[0]!.immutableId;
  const sent = town.tenant.notices.sent().map(({ notification }) => notification as unknown as Notice);
  return sent.find(({ resourceData }) => resourceData?.id === event)!;
}

const declines = (town: Town, id: RequestId) =>
  town.tenant.events.respond(town.events(id)[0]!.id, fay.mail, 'declined');

const looks = (town: Town) =>
  town.tenant.calls.list().filter(({ method, path }) => method === 'GET' && /\/events\/[^/?]+/.test(path))
    .length;

it('with a wrong secret, nothing is believed, and what is true is found by the sweep', async () => {
  const town = await open();
  const id = await town.booked();
  const notice = noticeOf(town, id);
  town.tenant.notices.conditions.off = true;
  declines(town, id);
  const before = looks(town);
  for (const clientState of ['guess', '', null, `${String(notice.clientState)} `, ['x']])
    expect(await tells(town, { ...notice, clientState })).toBe(202);
  await town.settled();
  expect(looks(town)).toBe(before);
  expect(await consistent(town, id)).toMatchObject({ state: 'booked' });
  await town.passes(SWEEP_EVERY_MS);
  expect(await consistent(town, id)).toMatchObject({ state: 'uncovered' });
});

it('replayed, also after the session was cancelled, they change nothing and tell nobody anything', async () => {
  const town = await open();
  const id = await town.booked();
  const notice = noticeOf(town, id);
  const posts = () => town.connector.calls.filter((call) => call.startsWith('POST')).length;
  const replayed = async () => {
    const before = posts();
    for (let n = 0; n < 10; n += 1) await tells(town, notice, notice);
    await town.settled();
    expect(posts()).toBe(before);
  };
  await replayed();
  expect(await consistent(town, id)).toMatchObject({ state: 'booked' });
  await town.says(theCoordinator, id, { kind: 'cancel', attempt: 1, reason: 'circumstances' });
  await town.settled();
  await replayed();
  expect(await consistent(town, id)).toMatchObject({ state: 'closed', outcome: { kind: 'cancelled' } });
});

it('out of order, what stands in Outlook now counts and not what was told last', async () => {
  const town = await open();
  const id = await town.booked();
  const [event] = town.events(id);
  const { events, notices } = town.tenant;
  notices.conditions.reorder = 5;
  const { start, end } = event!;
  events.move(event!.id, { start: '2026-12-20T09:00:00Z', end: '2026-12-20T10:30:00Z' });
  events.addAttendee(event!.id, { mail: 'stranger@elsewhere.example' });
  events.move(event!.id, { start, end });
  events.removeAttendee(event!.id, 'stranger@elsewhere.example');
  events.respond(event!.id, fay.mail, 'accepted');
  await town.settled();
  const request = await consistent(town, id);
  expect(request).toMatchObject({ state: 'booked', attempt: 1 });
  expect(request).not.toHaveProperty('outlook.movedTo');
});

it('of unknown events, nothing is looked at, and a real one among them is not overlooked', async () => {
  const town = await open();
  const id = await town.booked();
  const notice = noticeOf(town, id);
  const before = looks(town);
  const unknown = ['never-there', '', '../../users', 'x'.repeat(300)].map((each) => ({
    ...notice,
    resourceData: { ...notice.resourceData, id: each },
  }));
  expect(await tells(town, ...unknown, { clientState: notice.clientState }, {})).toBe(202);
  await town.settled();
  expect(looks(town)).toBe(before);
  town.tenant.notices.conditions.off = true;
  declines(town, id);
  await tells(town, ...unknown, notice);
  await town.settled();
  expect(await consistent(town, id)).toMatchObject({ state: 'uncovered' });
});

it('a thousand at once are one change: looked at a few times, decided and told once', async () => {
  const town = await open();
  const id = await town.booked();
  const notice = noticeOf(town, id);
  town.tenant.notices.conditions.off = true;
  declines(town, id);
  const before = looks(town);
  const posts = town.connector.messages.length;
  // Graph puts several into one post when there are many.
  const fifty = Array.from({ length: 50 }, () => notice);
  const answers = await Promise.all(Array.from({ length: 20 }, () => tells(town, ...fifty)));
  expect(new Set(answers)).toEqual(new Set([202]));
  await town.settled();
  expect(looks(town) - before).toBeLessThan(10);
  expect(await consistent(town, id)).toMatchObject({ state: 'uncovered', passed: [fay.id] });
  expect(town.connector.messages.length - posts).toBe(1);
});

it('none at all, and the delta token lost: an event deleted meanwhile is found all the same', async () => {
  const town = await open();
  const id = await town.booked();
  town.tenant.notices.conditions.off = true;
  town.tenant.events.remove(town.events(id)[0]!.id);
  town.tenant.loseDeltaTokens();
  await town.passes(SWEEP_EVERY_MS);
  expect(await consistent(town, id)).toMatchObject({ state: 'submitted', setback: { why: 'event-gone' } });
});

describe('The subscription is removed', () => {
  it('and nobody says so: the sweep goes on, and within a day there is another', async () => {
    const town = await open();
    const id = await town.booked();
    const [subscription] = town.tenant.subscriptions.list();
    town.tenant.subscriptions.remove(subscription!.id);
    town.tenant.events.removeAttendee(town.events(id)[0]!.id, fay.mail);
    await town.passes(SWEEP_EVERY_MS);
    expect(await town.state(id)).toMatchObject({ outlook: { missing: [fay.name] } });
    await town.says(theCoordinator, id, { kind: 'put-list-right', attempt: 1 });
    await town.settled();
    expect(await consistent(town, id)).toMatchObject({ state: 'booked' });
    await town.passes(DAYS);
    expect(town.tenant.subscriptions.list()).toHaveLength(1);
    declines(town, id);
    await town.settled();
    expect(await consistent(town, id)).toMatchObject({ state: 'uncovered' });
  });

  it('and Graph says so: another is made at once, and what happened in between is found', async () => {
    const town = await open();
    const id = await town.booked();
    const [subscription] = town.tenant.subscriptions.list();
    const { events, subscriptions, notices } = town.tenant;
    notices.conditions.off = true;
    events.remove(town.events(id)[0]!.id);
    notices.conditions.off = false;
    subscriptions.lifecycle(subscription!.id, 'subscriptionRemoved');
    await town.passes(MINUTES);
    expect(await consistent(town, id)).toMatchObject({ state: 'submitted', setback: { why: 'event-gone' } });
    expect(subscriptions.list().map(({ id: each }) => each)).not.toContain(subscription!.id);
    expect(subscriptions.list()).toHaveLength(1);
  });
});
