import type { Held, Hold, Instance } from '../../src/ports/operations';
import { createHolding, type Part } from '../../src/watching/holding';
import { askedAt } from '../builders';
import { createClock, createMemoryLog } from '../fakes';

const HELD: Held = { backup: '2026-11-24T02-00-00Z-a1b2c3', takenAt: askedAt, since: askedAt, stage: 'held' };

function aHold() {
  const state: { held?: Held; broken?: true } = {};
  const hold: Pick<Hold, 'find'> = {
    async find() {
      if (state.broken) throw new Error('storage is away');
      return state.held;
    },
  };
  return { state, hold };
}

function aPart(happened: string[], name: string, stopping: Promise<void> = Promise.resolve()): Part {
  return {
    start: () => void happened.push(`${name} starts`),
    async stop() {
      await stopping;
      happened.push(`${name} stops`);
    },
  };
}

function factory() {
  const clock = createClock(askedAt);
  const log = createMemoryLog();
  const seen: Instance[] = [];
  const gone: string[] = [];
  const { state, hold } = aHold();
  const holding = createHolding({
    hold,
    instances: {
      seen: async (instance) => void seen.push(instance),
      gone: async (name) => void gone.push(name),
    },
    name: 'host:3978',
    now: clock.now,
    log,
    everyMs: 5,
  });
  return { clock, log, seen, gone, state, holding, happened: [] as string[] };
}

describe('While nothing is held', () => {
  it('starts what it takes into its care, once', async () => {
    const { holding, happened } = factory();
    await holding.take([aPart(happened, 'worker')]);
    await holding.take([aPart(happened, 'digest'), aPart(happened, 'errands')]);
    await holding.look();
    expect(happened).toEqual(['worker starts', 'digest starts', 'errands starts']);
  });

  it('tells twice a minute that the instance runs, and that it has gone when it stops', async () => {
    const { holding, seen, gone, clock, happened } = factory();
    await holding.take([aPart(happened, 'worker')]);
    for (let n = 0; n < 12; n += 1) {
      clock.pass(5_000);
      await holding.look();
    }
    expect(seen.map(({ seenAt }) => seenAt - askedAt)).toEqual([0, 30_000, 60_000]);
    expect(seen.every(({ name, rests }) => name === 'host:3978' && !rests)).toBe(true);
    await holding.stop();
    expect(gone).toEqual(['host:3978']);
    expect(happened).toEqual(['worker starts', 'worker stops']);
  });
});

describe('While everything is held', () => {
  it('starts nothing, and says that it rests', async () => {
    const { holding, happened, seen, state } = factory();
    state.held = HELD;
    await holding.take([aPart(happened, 'worker')]);
    expect(happened).toEqual([]);
    expect(seen).toMatchObject([{ rests: true }]);
  });

  it('stops what runs when it is set, and says so only once all of it has stopped', async () => {
    const { holding, happened, seen, state, log } = factory();
    let finish = (): void => undefined;
    const stopping = new Promise<void>((resolve) => (finish = resolve));
    await holding.take([aPart(happened, 'worker', stopping), aPart(happened, 'digest')]);
    state.held = HELD;
    const looking = holding.look();
    await new Promise((resolve) => setImmediate(resolve));
    expect(happened).toEqual(['worker starts', 'digest starts', 'digest stops']);
    expect(seen.map(({ rests }) => rests)).toEqual([false]);
    finish();
    await looking;
    expect(happened.at(-1)).toBe('worker stops');
    expect(seen.map(({ rests }) => rests)).toEqual([false, true]);
    expect(log.lines.map(({ message }) => message)).toContain(
      'everything that goes outward is held until somebody confirms',
    );
  });

  it('starts everything again once it is confirmed', async () => {
    const { holding, happened, state } = factory();
    await holding.take([aPart(happened, 'worker')]);
    state.held = HELD;
    await holding.look();
    await holding.take([aPart(happened, 'digest')]);
    delete state.held;
    await holding.look();
    expect(happened).toEqual(['worker starts', 'worker stops', 'worker starts', 'digest starts']);
  });
});

it('starts nothing before it has seen that nothing is held', async () => {
  const { holding, happened, state } = factory();
  state.broken = true;
  await holding.take([aPart(happened, 'worker')]);
  expect(happened).toEqual([]);
  delete state.broken;
  await holding.look();
  expect(happened).toEqual(['worker starts']);
});

it('lets what runs go on while it cannot be seen', async () => {
  const { holding, happened, state } = factory();
  await holding.take([aPart(happened, 'worker')]);
  state.broken = true;
  await expect(holding.look()).rejects.toThrow('storage is away');
  expect(happened).toEqual(['worker starts']);
});
