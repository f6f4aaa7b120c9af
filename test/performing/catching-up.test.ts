/** After a day's outage: what is decided is decided, reminders whose moment has passed are dropped, and there is no storm. */
import { remindersFor } from '../../src/domain/reminders';
import { defaultPolicy } from '../../src/domain/policy';
import type { Effect, Request, RequestId } from '../../src/domain/request';
import { createEffects, type EffectsNeeds } from '../../src/performing/effects';
import type { Meetings } from '../../src/ports';
import type { Pool } from '../../src/ports/pool';
import { createWorker } from '../../src/worker';
import { aRequest, askedAt, someDatesAsked, theCoordinator } from '../builders';
import { openWorkshop } from '../workshop';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

type Told = readonly [how: 'show' | 'call' | 'remind', whom: string, id: RequestId];

/** A program whose Teams and Outlook can be away, and that notes what people got. */
function town() {
  const shop = openWorkshop();
  const told: Told[] = [];
  const outside = { away: false };
  const reached = (...one: Told): void => {
    if (outside.away) throw new Error('Expected an answer, got none');
    told.push(one);
  };
  const needs = {
    messenger: {
      show: async ({ id }, { kind }) => (reached('show', kind, id), 'shown'),
      call: async ({ id }, { kind }) => (reached('call', kind, id), 'shown'),
    },
    reminders: { remind: async ({ id }, _days, { as }) => (reached('remind', as, id), 'shown') },
    meetings: { answer: async () => 'none', cancel: async () => undefined } as Partial<Meetings> as Meetings,
    pool: { release: async () => undefined } as Partial<Pool> as Pool,
    policy: defaultPolicy,
    now: shop.clock.now,
  } as Partial<EffectsNeeds> as EffectsNeeds;
  const worker = createWorker({
    workbench: shop.store,
    wakeUps: shop.wakeUps,
    workflow: shop.workflow,
    effects: createEffects(needs),
    owner: 'worker-1',
    now: shop.clock.now,
    log: shop.log,
  });
  return {
    ...shop,
    told,
    outside,
    /** As often as there is something new to do. */
    async works(): Promise<void> {
      for (let sweeps = 0; sweeps < 5; sweeps += 1) await worker.sweep();
    },
    stop: () => worker.stop(),
    stateOf: async (id: RequestId) => (await shop.store.load(id))!.request,
  };
}

let here: ReturnType<typeof town>;
beforeEach(() => {
  here = town();
});
afterEach(() => here.stop());

const named = (request: Request, id: string) => ({ ...request, id });
const toldOf = (how: Told[0]) => here.told.filter(([each]) => each === how);

describe('Reminders', () => {
  const booked = aRequest.booked();
  const reminders = remindersFor(booked, askedAt, defaultPolicy);
  const [first] = reminders as [Extract<Effect, { kind: 'remind-session' }>];

  it('whose moment has passed by a day are dropped, and nothing of them is left', async () => {
    const id = await here.put(booked, ...reminders);
    here.clock.pass(first.at - askedAt + DAY_MS);
    await here.works();
    expect(toldOf('remind')).toEqual([]);
    expect(here.kindsLeft(id)).toEqual(['remind-session', 'show-on-the-day']);
  });

  it('are given where the outage was over in time', async () => {
    await here.put(booked, ...reminders);
    here.clock.pass(first.at - askedAt + 3 * HOUR_MS);
    await here.works();
    expect(toldOf('remind').length).toBeGreaterThan(1);
  });

  it('of an answer are dropped with the wait they belong to, which ends', async () => {
    const offered = aRequest.offered();
    const id = await here.put(
      offered,
      { kind: 'remind-facilitator', attempt: 1, at: offered.answerBy - 8 * HOUR_MS },
      { kind: 'watch-answer', attempt: 1, at: askedAt },
      { kind: 'end-wait', attempt: 1, at: offered.answerBy },
    );
    here.clock.pass(offered.answerBy - askedAt + DAY_MS);
    await here.works();
    expect(await here.stateOf(id)).toMatchObject({ state: 'submitted', setback: { why: 'no-answer' } });
    expect(toldOf('call').filter(([, whom]) => whom === 'facilitator')).toEqual([]);
  });
});

describe('Decisions', () => {
  it('are not dropped: what is overdue is raised, and the end of a session noted', async () => {
    const submitted = aRequest.submitted();
    const due = submitted.answerDueAt;
    const overdue = await here.put(submitted, { kind: 'raise', to: 'coordinators', due, at: due });
    const booked = aRequest.booked();
    const { end } = booked.match.slot;
    const over = await here.put(named(booked, 'over-by-now'), { kind: 'end-session', attempt: 1, at: end });
    here.clock.pass(end - askedAt + DAY_MS);
    await here.works();
    expect(await here.stateOf(overdue)).toMatchObject({ raised: expect.any(String) as string });
    expect(await here.stateOf(over)).toMatchObject({ state: 'held' });
  });

  it('a question about dates that ended meanwhile writes to the requester once', async () => {
    const datesAsked = someDatesAsked();
    const id = await here.put(
      aRequest.submitted({ datesAsked }),
      { kind: 'remind-dates', asked: datesAsked.at, at: datesAsked.answerBy - 5 * DAY_MS },
      { kind: 'end-dates-wait', asked: datesAsked.at, at: datesAsked.answerBy },
    );
    here.clock.pass(datesAsked.answerBy - askedAt + DAY_MS);
    await here.works();
    expect(await here.stateOf(id)).toMatchObject({ state: 'closed' });
    expect(toldOf('call')).toEqual([['call', 'requester', id]]);
  });
});

describe('Nothing fires early', () => {
  it.each([HOUR_MS, DAY_MS, 400 * DAY_MS])('when the clock goes back by %d ms', async (back) => {
    const booked = aRequest.booked();
    const at = askedAt + HOUR_MS;
    const id = await here.put(
      booked,
      { kind: 'remind-session', attempt: 1, days: 1, at },
      { kind: 'end-session', attempt: 1, at },
    );
    await here.works();
    here.clock.pass(-back);
    await here.works();
    here.clock.pass(back + HOUR_MS - 1);
    await here.works();
    expect(here.told).toEqual([]);
    expect(await here.stateOf(id)).toEqual(booked);
    here.clock.pass(1);
    await here.works();
    expect(await here.stateOf(id)).toMatchObject({ state: 'held' });
  });
});

describe('A storm', () => {
  const REQUESTS = 30;

  it('does not come: of each request every card is shown once, and everybody called once at most', async () => {
    here.outside.away = true;
    const by = theCoordinator;
    const ids: RequestId[] = [];
    for (let n = 0; n < REQUESTS; n += 1) {
      const id = await here.put(named(aRequest.booked(), `request-${n}-of-many`));
      ids.push(id);
      for (const text of ['one', 'two', 'three'])
        await here.workflow.handle({
          kind: 'note',
          note: { text: `Please look at it, ${text}`, notNames: '' },
          requestId: id,
          by,
        });
    }
    await here.works();
    here.clock.pass(DAY_MS);
    await here.works();
    expect(here.told).toEqual([]);
    here.outside.away = false;
    here.clock.pass(HOUR_MS);
    await here.works();
    for (const id of ids) {
      const got = here.told.filter(([, , of]) => of === id).map(([how, whom]) => `${how} ${whom}`);
      expect(got.sort()).toEqual(['call requester', 'show coordinators', 'show requester']);
      expect(here.left(id)).toEqual([]);
    }
  });
});
