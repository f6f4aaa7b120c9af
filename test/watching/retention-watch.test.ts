import { createRetentionWatch } from '../../src/watching/retention-watch';
import { at } from '../builders';
import { createClock, createMemoryLog } from '../fakes';
import { createMemoryClaims } from '../memory/claims';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function aNight(start = at('2026-12-01T03:00')) {
  const clock = createClock(start);
  const claims = createMemoryClaims();
  const log = createMemoryLog();
  const night = { clock, log, sweeps: 0, fails: false };
  const sweep = async () => {
    night.sweeps += 1;
    if (night.fails) throw new Error('Expected storage to answer, got no connection');
    return { requests: 1, rows: 2, onHold: 0, left: 0 };
  };
  const watch = () => createRetentionWatch({ sweep, claims, now: clock.now, log });
  return Object.assign(night, { watch });
}

it('erases what is over once a night, whichever instance comes first', async () => {
  const night = aNight();
  const [one, other] = [night.watch(), night.watch()];
  night.clock.pass(20 * MINUTE_MS);
  await one.look();
  expect(night.sweeps).toBe(0);
  night.clock.pass(15 * MINUTE_MS);
  await Promise.all([one.look(), other.look()]);
  await one.look();
  expect(night.sweeps).toBe(1);
  night.clock.pass(24 * HOUR_MS);
  await other.look();
  expect(night.sweeps).toBe(2);
});

it('does so in the day too, where nobody was there at night, but not as soon as it starts', async () => {
  const night = aNight(at('2026-12-01T11:00'));
  const watch = night.watch();
  await watch.look();
  expect(night.sweeps).toBe(0);
  night.clock.pass(30 * MINUTE_MS);
  await watch.look();
  expect(night.sweeps).toBe(1);
});

it('tries a night again that failed', async () => {
  const night = aNight();
  const watch = night.watch();
  night.fails = true;
  night.clock.pass(HOUR_MS);
  await expect(watch.look()).rejects.toThrow('no connection');
  night.fails = false;
  await watch.look();
  await watch.look();
  expect(night.sweeps).toBe(2);
});
