import { createDigestWatch } from '../../src/watching/digest-watch';
import { addDays } from '../../src/domain/calendar';
import { defaultPolicy } from '../../src/domain/policy';
import type { Signal } from '../../src/domain/monitoring/signals';
import type { Request } from '../../src/domain/request';
import type { DigestMessenger } from '../../src/ports/digest';
import { aRequest, at } from '../builders';
import type { Wire } from '../fakes';
import { createMemoryClaims } from '../memory/claims';

const MORNING = '2026-11-26T08:45';

/** Several instances of the bot, with one storage and one channel. */
function watching(open: readonly Request[] = [aRequest.submitted()], policy = defaultPolicy) {
  const posted: string[] = [];
  const told: Signal[][] = [];
  const world = {
    now: at(MORNING),
    open,
    signals: [] as readonly Signal[],
    answer: 'shown' as 'shown' | 'nowhere' | 'lost',
  };
  const wire: Wire = { cut: false };
  const claims = createMemoryClaims(wire);
  const messenger: DigestMessenger = {
    async post({ on, signals }) {
      if (world.answer === 'nowhere') return 'nowhere';
      posted.push(on);
      told.push([...signals]);
      if (world.answer === 'lost') throw new Error('no answer');
      return 'shown';
    },
  };
  const errors: string[] = [];
  const instance = () =>
    createDigestWatch({
      openRequests: { all: async () => world.open },
      signals: async () => world.signals,
      claims,
      messenger,
      policy,
      now: () => world.now,
      log: { error: (_fields, message) => void errors.push(message) },
      everyMs: 1,
    });
  return { watch: instance(), another: instance(), posted, told, world, claims, errors, wire };
}

describe('What a day begins with', () => {
  it('is told once a day, whoever watches and however many at once', async () => {
    const { watch, another, posted, world } = watching();
    await Promise.all([watch.look(), another.look(), watch.look()]);
    await another.look();
    expect(posted).toEqual(['2026-11-26']);
    world.now = at('2026-11-27T09:30');
    await Promise.all([watch.look(), another.look()]);
    expect(posted).toEqual(['2026-11-26', '2026-11-27']);
  });

  it.each([
    ['before its time', '2026-11-26T08:44'],
    ['at noon', '2026-11-26T12:30'],
    ['in the evening', '2026-11-26T19:00'],
    ['on a Saturday', '2026-11-28T09:00'],
    ['on a Sunday', '2026-11-29T09:00'],
    ['on a bank holiday', '2026-12-25T09:00'],
    ['on the substitute of one', '2026-12-28T09:00'],
  ])('is not told %s', async (_when, now) => {
    const { watch, posted, world, claims } = watching();
    world.now = at(now);
    await watch.look();
    expect(posted).toEqual([]);
    expect(claims.kept.size).toBe(0);
  });

  it.each([
    ['on a day of its own closing', { extraClosedDays: ['2026-11-26'] }, 0],
    ['before a time of its own', { digestTime: '09:00' }, 0],
    ['from a time of its own', { digestTime: '08:00' }, 1],
    ['before a noon of its own', { noon: '08:45', digestTime: '08:00' }, 0],
  ])('follows the policy: %s', async (_what, over, times) => {
    const { watch, posted } = watching(undefined, { ...defaultPolicy, ...over });
    await watch.look();
    expect(posted).toHaveLength(times);
  });

  it.each(['08:45', '12:29'])('is told at %s of London, in summer and in winter', async (time) => {
    const { watch, posted, world } = watching();
    for (const day of ['2026-10-23', '2026-10-26']) {
      world.now = at(`${day}T${time}`);
      await watch.look();
    }
    expect(posted).toEqual(['2026-10-23', '2026-10-26']);
  });

  it('is told later in the morning when no channel could be reached, and not in the afternoon', async () => {
    const { watch, another, posted, world } = watching();
    world.answer = 'nowhere';
    await watch.look();
    world.answer = 'shown';
    world.now = at('2026-11-26T13:00');
    await another.look();
    expect(posted).toEqual([]);
    world.now = at('2026-11-26T10:00');
    await Promise.all([watch.look(), another.look()]);
    expect(posted).toEqual(['2026-11-26']);
  });

  it('is not told twice when nobody knows whether it was', async () => {
    const { watch, another, posted, world } = watching();
    world.answer = 'lost';
    await expect(watch.look()).rejects.toThrow('no answer');
    world.answer = 'shown';
    await another.look();
    expect(posted).toEqual(['2026-11-26']);
  });

  it('is no card when there is nothing, also when something comes in before noon', async () => {
    const { watch, posted, world } = watching([aRequest.returned(), aRequest.closed()]);
    await watch.look();
    world.open = [aRequest.submitted()];
    world.now = at('2026-11-26T10:00');
    await watch.look();
    expect(posted).toEqual([]);
    world.now = at(`${addDays('2026-11-26', 1)}T09:00`);
    await watch.look();
    expect(posted).toEqual(['2026-11-27']);
  });

  it('tells what monitoring has come to show once, in the first that comes after it', async () => {
    const { watch, another, told, world } = watching([]);
    const drift: Signal = { kind: 'drift', from: '2026-09', to: '2026-10' };
    const month: Signal = { kind: 'month', id: 'requests', month: '2026-10', rises: true };
    world.signals = [drift];
    await Promise.all([watch.look(), another.look()]);
    world.now = at('2026-11-27T09:00');
    world.signals = [drift, month];
    await another.look();
    world.now = at('2026-11-30T09:00');
    await watch.look();
    expect(told).toEqual([[drift], [month]]);
  });

  it('tells a signal later when no channel could be reached', async () => {
    const { watch, told, world } = watching([]);
    world.signals = [{ kind: 'drift', from: '2026-09', to: '2026-10' }];
    world.answer = 'nowhere';
    await watch.look();
    world.answer = 'shown';
    await watch.look();
    expect(told).toEqual([world.signals]);
  });

  it('is told by itself once started, over a storage that was out of reach, and no more once stopped', async () => {
    const { watch, posted, wire, errors, world } = watching();
    wire.cut = true;
    watch.start();
    await until(() => errors.length > 0);
    wire.cut = false;
    await until(() => posted.length > 0);
    await watch.stop();
    world.now = at('2026-11-27T09:00');
    await new Promise((done) => setTimeout(done, 20));
    expect(posted).toEqual(['2026-11-26']);
    expect(new Set(errors)).toEqual(new Set(['could not tell the coordinators what needs them']));
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 1));
}
