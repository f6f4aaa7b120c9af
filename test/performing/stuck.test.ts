/** What is parked is told to the coordinators, who can have it tried again at once; and it ends when it is done. */
import type { Effect, Request, RequestId } from '../../src/domain/request';
import { Fault } from '../../src/ports';
import { aRequest, theCoordinator } from '../builders';
import { openWorkshop } from '../workshop';

const RELEASE = { kind: 'release', attempt: 1, facilitator: 'fac00000-0000-4000-8000-000000000001' } as const;
const FINAL = new Fault('Expected access, got 403', { permanent: true });
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let shop: ReturnType<typeof openWorkshop>;
beforeEach(() => {
  shop = openWorkshop();
});

const stuck = (...works: Effect['kind'][]) => works.map((work) => ({ kind: 'stuck', work }));
const troublesOf = async (id: RequestId) => (await shop.store.load(id))!.request.troubles;
const times = (kind: Effect['kind']) => shop.effects.performed.filter((each) => each === kind).length;
const works = async (id: RequestId) => {
  await shop.run(id);
  await shop.run(id, 'tell');
};
const presses = (requestId: RequestId) =>
  shop.workflow.handle({ kind: 'try-again', requestId, by: theCoordinator });

/** A request with something parked, and its coordinators told. */
async function parked(request: Request, ...effects: Effect[]): Promise<RequestId> {
  const id = await shop.put(request, ...effects);
  for (const { kind } of effects) shop.fails(kind, FINAL);
  await works(id);
  return id;
}

describe('What is parked', () => {
  it('is told to the coordinators once, however long it lasts', async () => {
    const id = await parked(shop.closed, RELEASE);
    expect(await troublesOf(id)).toEqual(stuck('release'));
    for (let hours = 0; hours < 30; hours += 1) {
      shop.clock.pass(HOUR_MS);
      await works(id);
    }
    expect(times('release')).toBe(31);
    expect(times('show-coordinators')).toBe(1);
    expect(times('call-coordinators')).toBe(1);
    const told = (await shop.store.history(id)).filter(({ what }) => what === 'trouble-met');
    expect(told).toHaveLength(1);
  });

  it('is told after an hour where it was parked and the telling was lost', async () => {
    const id = await shop.put(shop.closed, RELEASE);
    shop.fails('release', FINAL);
    const handle = async () => {
      throw new Error('Expected storage, got a crash');
    };
    await expect(shop.runner({ workflow: { ...shop.workflow, handle } })(id)).rejects.toThrow('a crash');
    expect(shop.left(id)).toMatchObject([{ parked: FINAL.message }]);
    expect(await troublesOf(id)).toBeUndefined();
    shop.clock.pass(HOUR_MS);
    await works(id);
    expect(await troublesOf(id)).toEqual(stuck('release'));
  });

  it('is over when it is done at last', async () => {
    const id = await parked(shop.closed, RELEASE);
    shop.effects.on('release', () => ({ done: true }));
    shop.clock.pass(HOUR_MS);
    await works(id);
    expect(await troublesOf(id)).toBeUndefined();
    expect(shop.left(id)).toEqual([]);
    expect(times('show-coordinators')).toBe(2);
  });

  it('is over only when the last of its kind is done', async () => {
    const other: Effect = { ...RELEASE, attempt: 2 };
    const id = await parked(shop.closed, RELEASE, other);
    const isFirst = (effect: Effect) => 'attempt' in effect && effect.attempt === 1;
    shop.effects.on('release', (_request, effect) => {
      if (!isFirst(effect)) throw FINAL;
      return { done: true };
    });
    shop.clock.pass(HOUR_MS);
    await works(id);
    expect(await troublesOf(id)).toEqual(stuck('release'));
    shop.effects.on('release', () => ({ done: true }));
    shop.clock.pass(HOUR_MS);
    await works(id);
    expect(await troublesOf(id)).toBeUndefined();
  });

  it('is over when nobody needs it any more', async () => {
    const id = await parked(aRequest.offered(), { kind: 'watch-answer', attempt: 1, at: 0 });
    expect(await troublesOf(id)).toEqual(stuck('watch-answer'));
    await shop.workflow.handle({ kind: 'answer-overdue', attempt: 1, requestId: id, by: 'system' });
    await works(id);
    expect(await troublesOf(id)).toBeUndefined();
    expect(shop.kindsLeft(id)).not.toContain('watch-answer');
  });

  it('is over when it has an outcome, or can at least be looked at again', async () => {
    const first = await parked(aRequest.offered(), { kind: 'watch-answer', attempt: 1, at: 0 });
    shop.effects.on('watch-answer', () => ({ again: shop.clock.now() + 5 * MINUTE_MS }));
    shop.clock.pass(HOUR_MS);
    await works(first);
    expect(await troublesOf(first)).toBeUndefined();
    expect(shop.left(first).find(({ effect }) => effect.kind === 'watch-answer')).not.toHaveProperty(
      'parked',
    );
    const again = { ...aRequest.offered(), id: 'another-one' };
    const second = await parked(again, { kind: 'watch-answer', attempt: 1, at: 0 });
    shop.effects.on('watch-answer', () => ({
      outcome: { kind: 'answered', attempt: 1, answer: 'accepted' },
    }));
    shop.clock.pass(HOUR_MS);
    await works(second);
    expect((await shop.store.load(second))!.request).toMatchObject({ state: 'booked' });
    expect(await troublesOf(second)).toBeUndefined();
  });

  it.each<Effect>([{ kind: 'show-coordinators' }, { kind: 'call-coordinators' }])(
    'tells of itself in the way that is left, and goes round in no circle: %j',
    async (effect) => {
      const id = await parked(shop.closed, effect);
      const other = effect.kind === 'show-coordinators' ? 'call-coordinators' : 'show-coordinators';
      expect(await troublesOf(id)).toEqual(stuck(effect.kind));
      expect([times(effect.kind), times(other)]).toEqual([1, 1]);
      shop.clock.pass(HOUR_MS);
      await works(id);
      expect([times(effect.kind), times(other)]).toEqual([2, 1]);
      expect(shop.left(id)).toHaveLength(1);
    },
  );

  it('stays quiet where neither can be done', async () => {
    const id = await parked(shop.closed, { kind: 'show-coordinators' }, { kind: 'call-coordinators' });
    for (let hours = 0; hours < 5; hours += 1) {
      shop.clock.pass(HOUR_MS);
      await works(id);
    }
    expect(await troublesOf(id)).toEqual(stuck('show-coordinators', 'call-coordinators'));
    expect(shop.left(id).length).toBeLessThanOrEqual(4);
  });
});

describe('Pressing “Try again”', () => {
  it('has everything tried at once that was given up on for now', async () => {
    const id = await parked(shop.closed, RELEASE, {
      kind: 'note-family',
      facilitator: 'fac00000-0000-4000-8000-000000000001',
    });
    shop.clock.pass(MINUTE_MS);
    await works(id);
    expect([times('release'), times('note-family')]).toEqual([1, 1]);
    shop.effects.on('release', () => ({ done: true }));
    await presses(id);
    expect(shop.wakeUps.waiting).toContain(id);
    await works(id);
    expect([times('release'), times('note-family')]).toEqual([2, 2]);
    expect(await troublesOf(id)).toEqual(stuck('note-family'));
    expect((await shop.store.history(id)).map(({ what, by }) => [what, by])).toContainEqual([
      'try-again',
      theCoordinator,
    ]);
  });

  it('by two at once is one try, or two; and then it waits again', async () => {
    const id = await parked(shop.closed, RELEASE);
    const handled = await Promise.all([presses(id), presses(id)]);
    expect(handled.every(({ accepted }) => accepted)).toBe(true);
    await works(id);
    await works(id);
    shop.clock.pass(MINUTE_MS);
    await works(id);
    expect(times('release')).toBe(2);
    expect(shop.left(id)).toMatchObject([{ effect: { kind: 'release' }, triesAsked: 2 }]);
  });

  it('hurries nothing that waits as Teams asked it to', async () => {
    const id = await parked(shop.closed, { kind: 'show-requester' });
    shop.fails('show-requester', new Fault('Expected an answer, got 429', { retryAfterMs: 90_000 }));
    await presses(id);
    await works(id);
    await works(id);
    expect(times('show-requester')).toBe(2);
    shop.clock.pass(89_000);
    await works(id);
    expect(times('show-requester')).toBe(2);
  });

  it.each<[Effect, Request]>([
    [{ kind: 'invite-participants', attempt: 1 }, aRequest.booked()],
    [{ kind: 'cancel-event', attempt: 1 }, aRequest.closed({ attempt: 1 })],
  ])('hurries what is tried again each hour, and leaves one such try: %j', async (effect, request) => {
    const id = await parked(request, effect);
    await works(id);
    expect(times(effect.kind)).toBe(1);
    for (let pressed = 1; pressed <= 3; pressed += 1) {
      await presses(id);
      await works(id);
      expect(times(effect.kind)).toBe(1 + pressed);
    }
    expect(shop.kindsLeft(id)).toEqual([effect.kind]);
  });

  it('leaves what was not given up on to its own time', async () => {
    const later: Effect = { kind: 'cancel-event', attempt: 1, at: shop.clock.now() + HOUR_MS };
    const id = await parked(shop.closed, RELEASE);
    const other = await shop.put(
      { ...shop.closed, id: 'another-one', troubles: [{ kind: 'stuck', work: 'release' }] },
      later,
    );
    await presses(id);
    await presses(other);
    await works(other);
    expect(times('cancel-event')).toBe(0);
  });
});

describe('After Teams was away for long', () => {
  it('each card is shown once, and each person called once', async () => {
    const shows: Effect[] = [
      { kind: 'show-coordinators' },
      { kind: 'call-coordinators' },
      { kind: 'show-requester' },
      { kind: 'call-requester' },
    ];
    const id = await shop.put(shop.closed, ...shows, ...shows, ...shows);
    for (const { kind } of shows) shop.fails(kind);
    await shop.run(id, 'tell');
    const before = shop.effects.performed.length;
    for (const { kind } of shows) shop.effects.on(kind, () => ({ done: true }));
    shop.clock.pass(24 * HOUR_MS);
    await shop.run(id, 'tell');
    expect(shop.effects.performed.slice(before)).toEqual(shows.map(({ kind }) => kind));
    expect(shop.left(id)).toEqual([]);
  });

  it('the cards of two facilitators are two', async () => {
    const { facilitator } = aRequest.offered().match;
    const show = (attempt: number): Effect => ({ kind: 'show-facilitator', attempt, facilitator });
    const id = await shop.put(shop.closed, show(1), show(2), show(1));
    await shop.run(id, 'tell');
    expect(times('show-facilitator')).toBe(2);
    expect(shop.left(id)).toEqual([]);
  });
});
