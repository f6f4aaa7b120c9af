/** Two people who do different things with one session at the same moment: one thing comes of it, everywhere. */
import type { Booked, RequestId } from '../../src/domain/request';
import { anotherCoordinator, theCoordinator, theFacilitator, theRequester } from '../builders';
import { facilitators } from '../sandbox/people';
import { consistent } from './consistent';
import { type Town, useTown } from './town';

const open = useTown();
const [fay] = facilitators;

/** Booked with Fay, and another time is wanted; there are some to choose from. */
async function anotherTimeWanted(town: Town): Promise<RequestId> {
  const id = await town.booked();
  await town.says(theRequester, id, { kind: 'another-time', attempt: 1 });
  await town.settled();
  expect(await consistent(town, id)).toMatchObject({
    state: 'booked',
    rearranging: { askedBy: 'requester' },
  });
  return id;
}

async function timesOf(town: Town, id: RequestId) {
  const { rearranging } = (await town.state(id)) as Booked;
  return rearranging!.matches!.best;
}

const isMoving = { method: 'PATCH', path: '/events/' } as const;

describe('Rescheduled, and declined by the facilitator at the same moment', () => {
  it.each([0, 1, 2, 3])(
    'it needs another facilitator, or is theirs at the old time: turn %d',
    async (turn) => {
      const town = await open();
      const id = await anotherTimeWanted(town);
      const [first] = await timesOf(town, id);
      const approved = town.says(theCoordinator, id, { kind: 'approve', matchId: first!.id });
      const before = [async () => undefined, async () => void (await approved), ...worked(town, approved)];
      await before[turn]?.();
      const [, declined] = await Promise.all([
        town.works(),
        town.says(theFacilitator, id, { kind: 'cannot', attempt: 1 }),
      ]);
      await town.settled();
      const request = await consistent(town, id);
      if (declined === 'accepted') expect(request).toMatchObject({ state: 'uncovered', passed: [fay.id] });
      else expect(request).toMatchObject({ state: 'booked', match: { slot: first!.slot } });
    },
  );

  /** So many sweeps after the approval. */
  const worked = (town: Town, approved: Promise<unknown>) =>
    [5, 20].map((ms) => async () => {
      await approved;
      void town.works();
      await new Promise((resolve) => setTimeout(resolve, ms));
    });

  it.each(['the facilitator drops out', 'the coordinator cancels'])(
    'while nobody can tell whether the event was moved, %s: it is not left at the new time',
    async (what) => {
      const town = await open();
      const id = await anotherTimeWanted(town);
      const [first] = await timesOf(town, id);
      town.tenant.faults.add({ kind: 'commit-then-status', status: 503, times: 'always', ...isMoving });
      await town.says(theCoordinator, id, { kind: 'approve', matchId: first!.id });
      await town.settled();
      expect(await town.state(id)).toMatchObject({ rearranging: { chosen: { stage: { at: 'moving' } } } });
      expect(Date.parse(town.events(id)[0]!.start)).toBe(first!.slot.start);
      town.tenant.faults.clear();
      if (what === 'the coordinator cancels')
        await town.says(theCoordinator, id, { kind: 'cancel', attempt: 1, reason: 'circumstances' });
      else await town.says(theFacilitator, id, { kind: 'cannot', attempt: 1 });
      await town.settled();
      await town.passes(60_000);
      const state = what === 'the coordinator cancels' ? 'closed' : 'uncovered';
      const request = await consistent(town, id);
      expect(request).toMatchObject({ state });
      // Nobody moved it in Outlook, so nobody is told that somebody did.
      expect(request).not.toHaveProperty('outlook.movedTo');
    },
  );
});

describe('Rescheduled', () => {
  it('by two coordinators differently, one time stands, and the other is told so', async () => {
    const town = await open();
    const id = await anotherTimeWanted(town);
    const [first, second] = await timesOf(town, id);
    const said = await Promise.all([
      town.says(theCoordinator, id, { kind: 'approve', matchId: first!.id }),
      town.says(anotherCoordinator, id, { kind: 'approve', matchId: second!.id, because: 'time-suits' }),
    ]);
    expect([...said].sort()).toEqual(['accepted', 'already-decided']);
    await town.settled();
    const { slot } = said[0] === 'accepted' ? first! : second!;
    expect(await consistent(town, id)).toMatchObject({ state: 'booked', match: { slot } });
  });

  it('by one on the card and by another in Outlook, the card counts', async () => {
    const town = await open();
    const id = await anotherTimeWanted(town);
    const [first, second] = await timesOf(town, id);
    const [event] = town.events(id);
    const { start, end } = second!.slot;
    town.tenant.events.move(event!.id, {
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
    });
    expect(await town.says(theCoordinator, id, { kind: 'approve', matchId: first!.id })).toBe('accepted');
    await town.settled();
    expect(await consistent(town, id)).toMatchObject({ state: 'booked', match: { slot: first!.slot } });
    expect(town.events(id)[0]!.online?.joinUrl).toBe(event!.online?.joinUrl);
  });
});
