/** A clock that jumps, ahead or back: nothing early, nothing twice, and everything agrees in the end. */
import type { Booked, RequestId } from '../../src/domain/request';
import { theCoordinator, theFacilitator, theRequester } from '../builders';
import { facilitators } from '../sandbox/people';
import { consistent } from './consistent';
import { DAYS, HOURS, MINUTES, type Town, useTown } from './town';

const open = useTown();
const [fay, amber] = facilitators;

async function moved(town: Town, begin: (town: Town) => void = () => undefined): Promise<RequestId> {
  const id = await town.booked();
  begin(town);
  await town.says(theRequester, id, { kind: 'another-time', attempt: 1 });
  await town.settled();
  const { match, rearranging } = (await town.state(id)) as Booked;
  const later = rearranging!.matches!.best.find(({ slot }) => slot.start > match.slot.end)!;
  await town.says(theCoordinator, id, { kind: 'approve', matchId: later.id, because: 'time-suits' });
  await town.works();
  return id;
}

async function uncovered(town: Town): Promise<RequestId> {
  const id = await town.booked();
  await town.says(theFacilitator, id, { kind: 'cannot', attempt: 1 });
  await town.settled();
  return id;
}

const STORIES = {
  offered: { begin: (town: Town) => town.offered(), aMonthOn: { state: 'submitted' } },
  booked: { begin: (town: Town) => town.booked(), aMonthOn: { state: 'held' } },
  moved: { begin: (town: Town) => moved(town), aMonthOn: { state: 'held', attempt: 2 } },
  uncovered: { begin: uncovered, aMonthOn: { state: 'closed', outcome: { kind: 'cancelled' } } },
} as const;
const NAMES = Object.keys(STORIES) as (keyof typeof STORIES)[];

describe('Ahead by a month and back again', () => {
  it.each(NAMES)('a session that was %s ends as it would have, and stays so', async (name) => {
    const town = await open();
    const { begin, aMonthOn } = STORIES[name];
    const id = await begin(town);
    await town.passes(31 * DAYS);
    await town.passes(10 * MINUTES);
    expect(await consistent(town, id)).toMatchObject(aMonthOn);
    const posts = town.connector.messages.length;
    await town.passes(-31 * DAYS);
    expect(await consistent(town, id)).toMatchObject(aMonthOn);
    expect(town.connector.messages.length).toBe(posts);
  });
});

describe('Back by a day, and on again', () => {
  it.each(NAMES)('of a session that was %s, nothing is told early or twice', async (name) => {
    const town = await open();
    const id = await STORIES[name].begin(town);
    await town.settled();
    const { state } = await town.state(id);
    const posts = town.connector.messages.length;
    await town.passes(-1 * DAYS);
    await town.passes(DAYS);
    expect(await consistent(town, id)).toMatchObject({ state });
    expect(town.connector.messages.length).toBe(posts);
  });
});

it('what somebody answers while the clock is a day behind counts as well', async () => {
  const town = await open();
  const id = await town.offered();
  town.clock.now -= DAYS;
  town.tenant.events.respond(town.events(id)[0]!.id, fay.mail, 'accepted');
  await town.settled();
  await town.passes(DAYS + HOURS);
  expect(await consistent(town, id)).toMatchObject({ state: 'booked' });
});

it('a session whose time comes while it is being moved in vain is held, and no other time is kept for it', async () => {
  const town = await open();
  const id = await moved(town, ({ tenant }) =>
    tenant.faults.add({ kind: 'status', status: 503, method: 'PATCH', times: 'always' }),
  );
  expect(await town.state(id)).toMatchObject({ rearranging: { chosen: { stage: { at: 'moving' } } } });
  await town.passes(31 * DAYS);
  town.tenant.faults.clear();
  await town.passes(10 * MINUTES);
  await town.passes(10 * MINUTES);
  expect(await consistent(town, id)).toMatchObject({ state: 'held', attempt: 1 });
});

it('a session that was moved although nobody could tell is held at its new time, when that is over', async () => {
  const town = await open();
  const id = await moved(town, ({ tenant }) =>
    tenant.faults.add({ kind: 'commit-then-status', status: 503, method: 'PATCH', times: 'always' }),
  );
  const { match } = (await town.state(id)) as Booked;
  const later = Date.parse(town.events(id)[0]!.start);
  expect(later).toBeGreaterThan(match.slot.end);
  await town.passes(match.slot.end - town.clock.now + MINUTES);
  town.tenant.faults.clear();
  await town.passes(10 * MINUTES);
  await town.passes(10 * MINUTES);
  expect(await consistent(town, id)).toMatchObject({
    state: 'booked',
    attempt: 2,
    match: { slot: { start: later } },
  });
  await town.passes(later - town.clock.now + DAYS);
  expect(await consistent(town, id)).toMatchObject({ state: 'held', attempt: 2 });
});

it('somebody asked in place of another is not asked beyond the time of the session', async () => {
  const town = await open();
  const id = await uncovered(town);
  const session = await town.state(id);
  const best = (session.state === 'uncovered' && session.rearranging.matches?.best) || [];
  const match = best.find(({ facilitator }) => facilitator.id === amber.id)!;
  await town.says(theCoordinator, id, { kind: 'approve', matchId: match.id, because: 'experience' });
  await town.settled();
  await town.passes(31 * DAYS);
  await town.passes(10 * MINUTES);
  expect(await consistent(town, id)).toMatchObject({ state: 'closed', outcome: { kind: 'cancelled' } });
});
