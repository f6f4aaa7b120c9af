import type { Manifest } from '../../src/ports/backups';
import type { Held } from '../../src/ports/operations';
import { createBackupWatch } from '../../src/watching/backup-watch';
import { at } from '../builders';
import { createClock, createMemoryLog } from '../fakes';
import { createMemoryClaims } from '../memory/claims';

const HOUR_MS = 60 * 60_000;

function factory(start: string) {
  const clock = createClock(at(start));
  const claims = createMemoryClaims();
  const taken: Manifest[] = [];
  const state: { fails?: true; pruneFails?: true; held?: Held; pruned: number; lookedFor: number } = {
    pruned: 0,
    lookedFor: 0,
  };
  const hire = () =>
    createBackupWatch({
      async take() {
        if (state.fails) throw new Error('the account is away');
        const startedAt = clock.now();
        const manifest = {
          id: `backup-${taken.length}`,
          format: 1,
          prefix: 'jags',
          startedAt,
          finishedAt: startedAt,
          tables: {},
        };
        taken.push(manifest);
        return manifest;
      },
      async newest() {
        state.lookedFor += 1;
        return taken.at(-1);
      },
      async prune() {
        state.pruned += 1;
        if (state.pruneFails) throw new Error('one of them cannot be read');
        return [];
      },
      claims,
      hold: { find: async () => state.held },
      now: clock.now,
      log: createMemoryLog(),
    });
  const days = () => taken.map(({ startedAt }) => new Date(startedAt).toISOString().slice(0, 13));
  return { clock, hire, state, days };
}

it('takes one each night, whichever of two instances comes first', async () => {
  const { clock, hire, days } = factory('2026-11-24T00:00');
  const [one, other] = [hire(), hire()];
  for (let n = 0; n < 96; n += 1) {
    await Promise.all([one.look(), other.look()]);
    clock.pass(HOUR_MS / 2);
  }
  expect(days()).toEqual(['2026-11-24T02', '2026-11-25T02']);
});

it('tries again hours later where it failed, and takes one a day all the same', async () => {
  const { clock, hire, state, days } = factory('2026-11-24T02:00');
  const watch = hire();
  state.fails = true;
  await expect(watch.look()).rejects.toThrow('the account is away');
  delete state.fails;
  clock.pass(HOUR_MS);
  await watch.look();
  expect(days()).toEqual([]);
  clock.pass(3 * HOUR_MS);
  await watch.look();
  clock.pass(4 * HOUR_MS);
  await watch.look();
  expect(days()).toEqual(['2026-11-24T06']);
});

it('removes what is too old though no backup can be taken', async () => {
  const { hire, state } = factory('2026-11-24T02:00');
  state.fails = true;
  await expect(hire().look()).rejects.toThrow();
  expect(state.pruned).toBe(1);
});

it('takes one though too old ones cannot be removed, and says that they cannot', async () => {
  const { hire, state, days } = factory('2026-11-24T02:00');
  state.pruneFails = true;
  await expect(hire().look()).rejects.toThrow('one of them cannot be read');
  expect(days()).toEqual(['2026-11-24T02']);
});

it('looks for the newest also when none is due, so that its age is known all day', async () => {
  const { hire, state, days } = factory('2026-11-24T00:30');
  await hire().look();
  expect(state.lookedFor).toBe(1);
  expect(days()).toEqual([]);
});

it('takes none of what is only half restored, and one of what is held', async () => {
  const { hire, state, days } = factory('2026-11-24T02:00');
  const held = { backup: 'b', takenAt: 1, since: 2 };
  state.held = { ...held, stage: 'restoring' };
  await hire().look();
  expect(days()).toEqual([]);
  state.held = { ...held, stage: 'held' };
  await hire().look();
  expect(days()).toEqual(['2026-11-24T02']);
});

it('takes the first of a new installation by day, and on the day the clocks change', async () => {
  const { hire, days, clock } = factory('2026-03-28T15:00');
  await hire().look();
  clock.pass(12 * HOUR_MS);
  await hire().look();
  expect(days()).toEqual(['2026-03-28T15', '2026-03-29T03']);
});
