import { claimRow } from '../../src/azure/keys';
import type { Bounce } from '../../src/ports/mail';
import { createBounceWatch } from '../../src/watching/bounce-watch';
import { at } from '../builders';
import type { Wire } from '../fakes';
import { createMemoryClaims } from '../memory/claims';

const NOW = at('2026-11-24T23:58');
const MINUTE_MS = 60_000;
const ONE: Bounce = { key: 'abcdefghjkmnpqrstvwxyz0123/effect-0000000007', at: NOW - MINUTE_MS };
const OTHER: Bounce = { key: 'abcdefghjkmnpqrstvwxyz0123/effect-0000000008', at: NOW - 2 * MINUTE_MS };

/** Several instances of the bot, with one mailbox and one storage. */
function watching(...bounces: Bounce[]) {
  const world = { now: NOW, bounces, failing: undefined as string | undefined };
  const wire: Wire = { cut: false };
  const claims = createMemoryClaims(wire);
  const reported: string[] = [];
  const errors: string[] = [];
  const instance = () =>
    createBounceWatch({
      mail: { bounced: async (since) => world.bounces.filter((bounce) => bounce.at >= since) },
      claims,
      report: async ({ key }) => {
        if (key === world.failing) throw new Error('nobody to tell');
        reported.push(key);
      },
      now: () => world.now,
      log: { error: (_fields, message) => void errors.push(message) },
      everyMs: 1,
    });
  return { watch: instance(), another: instance(), world, wire, claims, reported, errors };
}

describe('A letter that came back', () => {
  it('is told of once, whoever looks and however often, over midnight too', async () => {
    const { watch, another, world, reported } = watching(ONE, OTHER);
    await Promise.all([watch.look(), another.look()]);
    for (let looks = 0; looks < 4; looks += 1) {
      world.now += 5 * MINUTE_MS;
      await another.look();
    }
    expect([...reported].sort()).toEqual([ONE.key, OTHER.key]);
  });

  it('is told of when it came back within a day', async () => {
    const day = 24 * 60 * MINUTE_MS;
    const { watch, reported } = watching({ ...ONE, at: NOW - day - 1 }, { ...OTHER, at: NOW - day });
    await watch.look();
    expect(reported).toEqual([OTHER.key]);
  });

  it('is told of by a later look when it could not be, and keeps no other from it', async () => {
    const { watch, another, world, reported, errors } = watching(ONE, OTHER);
    world.failing = ONE.key;
    await watch.look();
    expect(reported).toEqual([OTHER.key]);
    expect(errors).toHaveLength(1);
    world.failing = undefined;
    await another.look();
    expect(reported).toEqual([OTHER.key, ONE.key]);
  });

  it('is claimed without its key being readable', async () => {
    const { watch, claims } = watching(ONE);
    await watch.look();
    const [claim = ''] = claims.kept;
    expect(claim).toMatch(/^bounce-[0-9a-f-]{36}-2026-11-24$/);
    expect(claimRow(claim)).toBe(claim);
  });

  it('is told of by itself once started, over a storage that was out of reach', async () => {
    const { watch, wire, errors, reported } = watching(ONE);
    wire.cut = true;
    watch.start();
    while (errors.length === 0) await new Promise((done) => setTimeout(done, 1));
    wire.cut = false;
    while (reported.length === 0) await new Promise((done) => setTimeout(done, 1));
    await watch.stop();
    expect(reported).toEqual([ONE.key]);
  });
});
