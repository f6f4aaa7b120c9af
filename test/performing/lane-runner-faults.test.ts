import { defaultPolicy } from '../../src/domain/policy';
import { invitationFor } from '../../src/domain/invitation';
import type { Effect, Request } from '../../src/domain/request';
import { Fault } from '../../src/ports';
import { aRequest } from '../builders';
import { openWorkshop } from '../workshop';

const CANCEL: Effect = { kind: 'cancel-event', attempt: 1 };
const SHOW: Effect = { kind: 'show-coordinators' };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let shop: ReturnType<typeof openWorkshop>;
beforeEach(() => {
  shop = openWorkshop();
});

describe('After a fault', () => {
  it('the waits grow, up to five minutes, and never all at the same moment', async () => {
    const id = await shop.put(shop.closed, SHOW);
    shop.fails('show-coordinators');
    for (let n = 0; n < 14; n += 1) {
      await shop.run(id, 'tell');
      const [{ retryAt = 0, tries } = { tries: 0 }] = shop.left(id);
      const wait = retryAt - shop.clock.now();
      const middle = Math.min(2_000 * 2 ** n, 5 * MINUTE_MS);
      expect(tries).toBe(n + 1);
      expect(wait).toBeGreaterThanOrEqual(middle * 0.75);
      expect(wait).toBeLessThanOrEqual(middle * 1.25);
      shop.clock.pass(wait);
    }
  });

  it('nobody asks again before they were told to', async () => {
    const id = await shop.put(shop.closed, CANCEL);
    shop.fails('cancel-event', new Fault('Expected an answer, got 429', { retryAfterMs: 90_000 }));
    const { nextAt } = await shop.run(id);
    expect(nextAt).toBe(shop.clock.now() + 90_000);
    shop.clock.pass(89_999);
    await shop.run(id);
    expect(shop.effects.performed).toHaveLength(1);
    shop.clock.pass(1);
    await shop.run(id);
    expect(shop.effects.performed).toHaveLength(2);
  });

  it.each<[Effect, Request, object]>([
    [
      { kind: 'find-matches', round: 1 },
      aRequest.searching(),
      { state: 'submitted', matches: { unreachable: true, best: [] } },
    ],
    [
      { kind: 'reserve', attempt: 1 },
      aRequest.approved({ stage: { at: 'reserving' } }),
      { state: 'submitted', setback: { why: 'could-not-arrange' } },
    ],
    [
      { kind: 'create-event', attempt: 1, invitation: invitationFor(aRequest.approved(), defaultPolicy) },
      aRequest.approved({ stage: { at: 'creating' } }),
      { state: 'submitted', setback: { why: 'could-not-arrange' } },
    ],
    [
      { kind: 'secure-meeting', attempt: 1 },
      aRequest.approved(),
      {
        state: 'offered',
        openingChecks: ['recording', 'transcription', 'lobby', 'presenters', 'ai-notes'],
      },
    ],
    [
      { kind: 'end-wait', attempt: 1, at: 0 },
      aRequest.offered(),
      { state: 'submitted', setback: { why: 'no-answer' } },
    ],
    [
      { kind: 'invite-participants', attempt: 1 },
      aRequest.booked(),
      { state: 'booked', troubles: [{ kind: 'not-invited', attempt: 1 }] },
    ],
    [
      CANCEL,
      aRequest.closed({ attempt: 1 }),
      { state: 'closed', troubles: [{ kind: 'not-removed', attempt: 1 }] },
    ],
  ])(
    '%j is given up on when it is final, or after ten tries, and people are told',
    async (effect, request, told) => {
      const again = { ...request, id: `${request.id}-again` };
      const once = await shop.put(request, effect);
      shop.fails(effect.kind, new Fault('Expected access, got 403', { permanent: true }));
      await shop.run(once);
      expect((await shop.store.load(once))?.request).toMatchObject(told);

      const tenTimes = await shop.put(again, effect);
      shop.fails(effect.kind);
      for (let tries = 1; tries <= 10; tries += 1) {
        expect((await shop.store.load(tenTimes))?.request).toEqual(again);
        await shop.run(tenTimes);
        shop.clock.pass(7 * MINUTE_MS);
      }
      expect((await shop.store.load(tenTimes))?.request).toMatchObject(told);
    },
  );

  it('participants are invited after all once that can be done, and nothing is left of the trouble', async () => {
    const id = await shop.put(aRequest.booked(), { kind: 'invite-participants', attempt: 1 });
    shop.fails('invite-participants', new Fault('Expected access, got 403', { permanent: true }));
    await shop.run(id);
    shop.effects.on('invite-participants', () => ({
      outcome: { kind: 'trouble-over', trouble: { kind: 'not-invited', attempt: 1 } },
    }));
    shop.clock.pass(HOUR_MS);
    await shop.run(id);
    expect((await shop.store.load(id))?.request).toEqual(aRequest.booked());
    expect(shop.kindsLeft(id)).not.toContain('invite-participants');
  });

  it.each([
    ['is final', new Fault('Expected access, got 403', { permanent: true }), 1],
    ['has been tried ten times', new Fault('Expected an answer, got 500'), 10],
  ])(
    'what nobody waits for is parked once it %s: it holds up nothing, and is tried each hour',
    async (_, fault, tries) => {
      const offered = aRequest.offered();
      const id = await shop.put(
        offered,
        { kind: 'watch-answer', attempt: 1, at: 0 },
        { kind: 'end-wait', attempt: 1, at: shop.clock.now() + 8 * HOUR_MS },
      );
      shop.fails('watch-answer', fault);
      for (let n = 0; n < tries; n += 1) {
        await shop.run(id);
        shop.clock.pass(7 * MINUTE_MS);
      }
      expect(shop.effects.performed).toHaveLength(tries);
      expect(shop.left(id)[0]).toMatchObject({ parked: fault.message });
      expect(shop.log.lines).toContainEqual(
        expect.objectContaining({ level: 'error', message: 'effect parked: a person has to look' }),
      );
      shop.clock.pass(HOUR_MS);
      await shop.run(id);
      expect(shop.effects.performed).toHaveLength(tries + 1);
      shop.clock.pass(7 * HOUR_MS);
      shop.effects.on('end-wait', () => ({ outcome: { kind: 'answer-overdue', attempt: 1 } }));
      await shop.run(id);
      expect((await shop.store.load(id))?.request).toMatchObject({ setback: { why: 'no-answer' } });
    },
  );

  it('cards are shown soon after Teams is back, however long it was away', async () => {
    const id = await shop.put(shop.closed, SHOW);
    shop.fails('show-coordinators');
    for (let n = 0; n < 40; n += 1) {
      await shop.run(id, 'tell');
      shop.clock.pass(7 * MINUTE_MS);
    }
    shop.effects.on('show-coordinators', () => ({ done: true }));
    await shop.run(id, 'tell');
    expect(shop.left(id)).toEqual([]);
  });
});
