import type { Effect, Request } from '../../src/domain/request';
import { Fault } from '../../src/ports';
import { aFacilitatorRef, aRequest, aSessionEvent, theRequester } from '../builders';
import { openWorkshop } from '../workshop';

const RELEASE: Effect = { kind: 'release', attempt: 1, facilitator: aFacilitatorRef().id };
const CANCEL: Effect = { kind: 'cancel-event', attempt: 1 };
const SHOW: Effect = { kind: 'show-coordinators' };
const TELL: Effect = { kind: 'show-requester' };
const announced = (event: 'submitted' | 'closed'): Effect => ({
  kind: 'announce',
  event,
  state: event,
  happenedAt: 0,
});
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let shop: ReturnType<typeof openWorkshop>;
beforeEach(() => {
  shop = openWorkshop();
});

describe('The effects of a lane', () => {
  it('are performed in the order they were decided in, each once, and the lane is free again', async () => {
    const id = await shop.put(shop.closed, CANCEL, SHOW, RELEASE, TELL);
    expect(await shop.run(id, 'arrange')).toEqual({});
    expect(shop.effects.performed).toEqual(['cancel-event', 'release']);
    expect(await shop.run(id, 'tell')).toEqual({});
    expect(shop.effects.performed).toEqual([
      'cancel-event',
      'release',
      'show-coordinators',
      'show-requester',
    ]);
    expect(shop.left(id)).toEqual([]);
    expect(await shop.leasesOf(id)).toEqual([]);
  });

  it('go on with what an outcome asks for, in the same run', async () => {
    const approved = aRequest.approved({ stage: { at: 'reserving' } });
    const id = await shop.put(approved, { kind: 'reserve', attempt: 1 });
    shop.effects.on('reserve', () => ({ outcome: { kind: 'reserved', attempt: 1 } }));
    shop.effects.on('create-event', () => ({
      outcome: { kind: 'event-created', attempt: 1, event: aSessionEvent() },
    }));
    shop.effects.on('secure-meeting', () => ({
      outcome: { kind: 'meeting-secured', attempt: 1, openingChecks: [] },
    }));
    const { nextAt } = await shop.run(id);
    expect(shop.effects.performed).toEqual(['reserve', 'create-event', 'secure-meeting']);
    expect((await shop.store.load(id))?.request.state).toBe('offered');
    expect(nextAt).toBe(shop.left(id).find(({ effect }) => effect.kind === 'watch-answer')?.dueAt);
  });

  it('hold up what arranges after them when they fail', async () => {
    const id = await shop.put(shop.closed, CANCEL, RELEASE);
    shop.fails('cancel-event');
    const { nextAt } = await shop.run(id);
    expect(shop.effects.performed).toEqual(['cancel-event']);
    expect(shop.kindsLeft(id)).toEqual(['cancel-event', 'release']);
    expect(nextAt).toBe(shop.left(id)[0]?.retryAt);
  });

  it('hold up what others are told after them when they fail, so that it is told in order', async () => {
    const id = await shop.put(shop.closed, announced('submitted'), announced('closed'));
    shop.fails('announce');
    await shop.run(id, 'announce');
    expect(shop.effects.performed).toEqual(['announce']);
    expect(shop.kindsLeft(id)).toEqual(['announce', 'announce']);
    shop.effects.on('announce', () => ({ done: true }));
    shop.clock.pass(MINUTE_MS);
    await shop.run(id, 'announce');
    expect(shop.kindsLeft(id)).toEqual([]);
  });

  it('hold up nothing when they only show something', async () => {
    const id = await shop.put(shop.closed, SHOW, TELL);
    shop.fails('show-coordinators');
    await shop.run(id, 'tell');
    expect(shop.kindsLeft(id)).toEqual(['show-coordinators']);
  });

  it('hold up nothing while they wait for their own moment', async () => {
    const id = await shop.put(shop.closed, { ...CANCEL, at: shop.clock.now() + HOUR_MS }, RELEASE);
    expect(await shop.run(id)).toEqual({ nextAt: shop.clock.now() + HOUR_MS });
    expect(shop.effects.performed).toEqual(['release']);
    shop.clock.pass(HOUR_MS);
    await shop.run(id);
    expect(shop.effects.performed).toEqual(['release', 'cancel-event']);
  });

  it('come again when they say so, with their tries counted afresh', async () => {
    const id = await shop.put(aRequest.offered(), { kind: 'watch-answer', attempt: 1, at: 0 });
    shop.fails('watch-answer');
    await shop.run(id);
    expect(shop.left(id)[0]?.tries).toBe(1);
    shop.effects.on('watch-answer', () => ({ again: shop.clock.now() + HOUR_MS }));
    shop.clock.pass(MINUTE_MS);
    expect(await shop.run(id)).toEqual({ nextAt: shop.clock.now() + HOUR_MS });
    expect(shop.left(id)[0]).toMatchObject({ tries: 0, dueAt: shop.clock.now() + HOUR_MS });
  });
});

describe('An effect that a later decision made pointless', () => {
  it.each<[string, () => Promise<string>]>([
    [
      'waits for its moment',
      () => shop.put(aRequest.offered(), { kind: 'end-wait', attempt: 1, at: shop.clock.now() + HOUR_MS }),
    ],
    [
      'waits to be tried again',
      async () => {
        const id = await shop.put(aRequest.offered(), { kind: 'watch-answer', attempt: 1, at: 0 });
        shop.fails('watch-answer');
        await shop.run(id);
        return id;
      },
    ],
    [
      'is parked',
      async () => {
        const id = await shop.put(aRequest.offered(), { kind: 'watch-answer', attempt: 1, at: 0 });
        shop.fails('watch-answer', new Fault('Expected access, got 403', { permanent: true }));
        await shop.run(id);
        return id;
      },
    ],
  ])('is dropped without acting, also while it %s', async (_when, set) => {
    const id = await set();
    const before = shop.effects.performed.length;
    await shop.workflow.handle({ kind: 'withdraw', requestId: id, by: theRequester });
    await shop.run(id);
    expect(shop.effects.performed.slice(before)).toEqual(['cancel-event', 'release', 'count-request']);
    expect(shop.left(id).filter(({ lane }) => lane === 'arrange')).toMatchObject([
      { effect: { kind: 'cancel-event' } },
    ]);
  });
});

describe('The lease of a lane', () => {
  const OTHER = 'worker-2';
  const until = () => shop.clock.now() + MINUTE_MS;

  it('keeps out whoever does not hold it, until it ends', async () => {
    const id = await shop.put(shop.closed, RELEASE);
    await shop.store.claim(id, 'arrange', OTHER, until(), undefined);
    expect(await shop.run(id)).toEqual({ busy: true });
    expect(shop.effects.performed).toEqual([]);
    shop.clock.pass(MINUTE_MS);
    expect(await shop.run(id)).toEqual({});
    expect(shop.effects.performed).toEqual(['release']);
  });

  it('is for one lane only', async () => {
    const id = await shop.put(shop.closed, RELEASE, SHOW);
    await shop.store.claim(id, 'arrange', OTHER, until(), undefined);
    await shop.run(id, 'tell');
    expect(shop.effects.performed).toEqual(['show-coordinators']);
  });

  it('is taken over at once by a process that takes the place of another of the same name', async () => {
    const id = await shop.put(shop.closed, RELEASE);
    await shop.store.claim(id, 'arrange', 'worker-1', until(), undefined);
    expect(await shop.run(id)).toEqual({});
    expect(shop.effects.performed).toEqual(['release']);
  });

  it.each<[string, Effect, Request, 'done' | 'fault' | 'again' | 'outcome']>([
    ['done', RELEASE, aRequest.closed({ attempt: 1 }), 'done'],
    ['failed', RELEASE, aRequest.closed({ attempt: 1 }), 'fault'],
    ['to be looked at again', { kind: 'watch-answer', attempt: 1, at: 0 }, aRequest.offered(), 'again'],
    ['to be reported', { kind: 'watch-answer', attempt: 1, at: 0 }, aRequest.offered(), 'outcome'],
  ])(
    'once lost, lets nothing be written: what was %s is left to the new holder',
    async (_, effect, request, ends) => {
      const id = await shop.put(request, effect);
      shop.effects.on(effect.kind, async () => {
        const [held] = await shop.leasesOf(id);
        await shop.store.claim(id, 'arrange', OTHER, until(), held);
        if (ends === 'fault') throw new Fault('Expected an answer, got none');
        if (ends === 'again') return { again: shop.clock.now() + HOUR_MS };
        return ends === 'outcome'
          ? { outcome: { kind: 'answered', attempt: 1, answer: 'accepted' } }
          : { done: true };
      });
      expect(await shop.run(id)).toEqual({ busy: true });
      expect((await shop.store.load(id))?.request).toEqual(request);
      expect(shop.left(id)).toMatchObject([{ effect, tries: 0 }]);
      expect(await shop.leasesOf(id)).toMatchObject([{ owner: OTHER }]);
    },
  );

  it('once another has held it in between, is of no use to work that was read before', async () => {
    const id = await shop.put(aRequest.offered(), { kind: 'call-requester' });
    const workbench: typeof shop.store = {
      ...shop.store,
      async claim(...given) {
        await shop.runner({ owner: OTHER })(id, 'tell');
        return shop.store.claim(...given);
      },
    };
    await shop.runner({ workbench })(id, 'tell');
    expect(shop.effects.performed).toEqual(['call-requester']);
  });

  it('once lost while a card was shown, has it shown once more as it is by then, whoever else has shown it', async () => {
    const id = await shop.put(aRequest.offered(), { kind: 'show-requester' });
    const shown: Request['state'][] = [];
    shop.effects.on('show-requester', async ({ state }) => {
      shown.push(state);
      if (shown.length > 1) return { done: true };
      const [held] = await shop.leasesOf(id);
      await shop.store.claim(id, 'tell', OTHER, until(), held);
      await shop.workflow.handle({ kind: 'withdraw', requestId: id, by: theRequester });
      return { done: true };
    });
    expect(await shop.run(id, 'tell')).toEqual({ busy: true });
    expect(shown).toEqual(['offered', 'closed']);
  });

  it('is renewed from effect to effect, so that a long list does not outlast it', async () => {
    const id = await shop.put(shop.closed, ...Array.from({ length: 20 }, () => RELEASE));
    const ends = new Set<number>();
    shop.effects.on('release', async () => {
      shop.clock.pass(MINUTE_MS);
      for (const lease of await shop.leasesOf(id)) ends.add(lease.until - shop.clock.now());
      return { done: true };
    });
    await shop.runner({ leaseMs: 4 * MINUTE_MS })(id);
    expect(shop.effects.performed).toHaveLength(20);
    expect(Math.min(...ends)).toBeGreaterThan(0);
  });
});

describe('When it is told to stop', () => {
  it('a lane ends what is in hand, begins nothing more, and gives the rest to others', async () => {
    const id = await shop.put(shop.closed, CANCEL, RELEASE);
    const stopping = new AbortController();
    shop.effects.on('cancel-event', () => {
      stopping.abort();
      return { done: true };
    });
    expect(await shop.run(id, 'arrange', stopping.signal)).toEqual({ busy: true });
    expect(shop.kindsLeft(id)).toEqual(['release']);
    expect(await shop.leasesOf(id)).toEqual([]);
  });
});

describe('The open list', () => {
  it('loses a closed request once nothing is left to do, and not before', async () => {
    const id = await shop.put(shop.closed, RELEASE, { ...CANCEL, at: shop.clock.now() + HOUR_MS });
    await shop.run(id);
    expect(await shop.store.open()).toEqual([id]);
    shop.clock.pass(HOUR_MS);
    await shop.run(id);
    expect(await shop.store.open()).toEqual([]);
  });
});
