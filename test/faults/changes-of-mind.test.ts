/** A facilitator who says one thing and then another, on the card and in Outlook: the last word counts. */
import type { RequestId } from '../../src/domain/request';
import { theCoordinator, theFacilitator, theRequester } from '../builders';
import { facilitators } from '../sandbox/people';
import { CHANNEL, textOf } from '../teams/office';
import { consistent } from './consistent';
import { chatOf, HOURS, MINUTES, named, type Town, useTown } from './town';

const open = useTown();
const [fay, amber] = facilitators;

const inOutlook = (town: Town, id: RequestId, answer: 'accepted' | 'declined', who = fay) =>
  town.tenant.events.respond(town.events(id)[0]!.id, who.mail, answer);
const calls = (town: Town, where: string) => town.connector.in(where).filter((message) => textOf(message));

it('declines, accepts and declines in Outlook before anybody looks: asked of somebody else, once', async () => {
  const town = await open();
  const id = await town.offered();
  town.tenant.notices.conditions.reorder = 3;
  for (const answer of ['declined', 'accepted', 'declined'] as const) inOutlook(town, id, answer);
  await town.settled();
  expect(await consistent(town, id)).toMatchObject({
    state: 'submitted',
    passed: [fay.id],
    setback: { why: 'facilitator-cannot' },
  });
  expect(calls(town, `${CHANNEL};messageid=${town.connector.in(CHANNEL)[0]!.id}`)).toHaveLength(1);
});

it('declines, accepts and declines, each of them seen at once', async () => {
  const town = await open();
  const id = await town.offered();
  inOutlook(town, id, 'accepted');
  await town.settled();
  expect(await consistent(town, id)).toMatchObject({ state: 'booked' });
  inOutlook(town, id, 'declined');
  await town.settled();
  expect(await consistent(town, id)).toMatchObject({ state: 'uncovered', passed: [fay.id] });
  expect(await town.says(theFacilitator, id, { kind: 'accept', attempt: 1 })).toBe('not-offered');
  await town.settled();
  expect(await consistent(town, id)).toMatchObject({ state: 'uncovered' });
});

it('declines in Outlook, thinks better of it and accepts on the card: booked, although the no is seen last', async () => {
  const town = await open();
  const id = await town.offered();
  town.tenant.notices.conditions.reorder = 99;
  inOutlook(town, id, 'declined');
  town.clock.now += MINUTES;
  expect(await town.says(theFacilitator, id, { kind: 'accept', attempt: 1 })).toBe('accepted');
  await town.settled();
  expect(await consistent(town, id)).toMatchObject({
    state: 'booked',
    match: { facilitator: { id: fay.id } },
  });
  // And it stays so, however often it is looked at.
  await town.passes(HOURS);
  expect(await consistent(town, id)).toMatchObject({ state: 'booked' });
  expect(await town.says(theFacilitator, id, { kind: 'cannot', attempt: 1 })).toBe('accepted');
  await town.settled();
  expect(await consistent(town, id)).toMatchObject({ state: 'uncovered', passed: [fay.id] });
});

describe('An acceptance that comes too late', () => {
  /** Booked with Fay, who drops out; Amber has been asked in her place. */
  async function amberAsked(town: Town): Promise<RequestId> {
    const id = await town.booked();
    await town.says(theFacilitator, id, { kind: 'cannot', attempt: 1 });
    await town.settled();
    const session = await town.state(id);
    const best = (session.state === 'uncovered' && session.rearranging.matches?.best) || [];
    const match = best.find(({ facilitator }) => facilitator.id === amber.id)!;
    await town.says(theCoordinator, id, { kind: 'approve', matchId: match.id, because: 'experience' });
    await town.settled();
    expect(await consistent(town, id)).toMatchObject({ rearranging: { chosen: { stage: { at: 'asked' } } } });
    return id;
  }

  it.each(['on the card', 'in Outlook'])(
    '%s, after the session was cancelled, changes nothing',
    async (where) => {
      const town = await open();
      const id = await amberAsked(town);
      town.tenant.notices.conditions.reorder = 99;
      if (where === 'in Outlook') inOutlook(town, id, 'accepted', amber);
      const { attempt } = await town.state(id);
      const reason = 'circumstances';
      expect(await town.says(theCoordinator, id, { kind: 'cancel', attempt, reason })).toBe('accepted');
      if (where === 'on the card')
        expect(await town.says(named(amber), id, { kind: 'accept', attempt: 2 })).not.toBe('accepted');
      await town.settled();
      expect(await consistent(town, id)).toMatchObject({ state: 'closed', outcome: { kind: 'cancelled' } });
      expect(calls(town, chatOf(theRequester.id)).at(-1)?.activity.text).toMatch(/cancelled/i);
      const written = town.tenant.outbox.list(amber.mail).map(({ kind }) => kind);
      expect(written).toEqual(['invitation', 'cancellation']);
    },
  );

  it('of an offer that was withdrawn makes no booking', async () => {
    const town = await open();
    const id = await town.offered();
    town.tenant.notices.conditions.reorder = 99;
    inOutlook(town, id, 'accepted');
    expect(await town.says(theRequester, id, { kind: 'withdraw' })).toBe('accepted');
    expect(await town.says(theFacilitator, id, { kind: 'accept', attempt: 1 })).not.toBe('accepted');
    await town.settled();
    expect(await consistent(town, id)).toMatchObject({ state: 'closed', outcome: { kind: 'withdrawn' } });
  });
});
