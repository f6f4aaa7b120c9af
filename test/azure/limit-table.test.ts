import { createLimits } from '../../src/azure/limit-table';
import { at } from '../builders';
import { useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const HOUR_MS = 60 * 60_000;
const NOW = at('2026-11-24T10:00');
const ONE = { kind: 'ask-for', of: 'hattie.hazel@meadow-primary.example' };

function limits() {
  const clock = { now: NOW };
  const one = () => createLimits({ limits: embedded.storage.limits, now: () => clock.now });
  return { limits: one(), another: one(), clock };
}

async function rows(): Promise<Record<string, unknown>[]> {
  const found = [];
  for await (const row of embedded.storage.limits.listEntities()) found.push(row);
  return found;
}

describe('A limit', () => {
  it('takes so many in an hour, says which is the first above, and begins again with the next hour', async () => {
    const { limits: ours, another, clock } = limits();
    const taken = [];
    for (let n = 0; n < 5; n += 1) taken.push(await (n % 2 ? ours : another).take(ONE, 2));
    expect(taken).toEqual(['within', 'within', 'reached', 'above', 'above']);
    clock.now += HOUR_MS - 1;
    expect(await ours.take(ONE, 2)).toBe('above');
    clock.now += 1;
    expect(await ours.take(ONE, 2)).toBe('within');
  });

  it('lets exactly so many of fifty at once in, and one be the first above', async () => {
    const { limits: ours, another } = limits();
    const taken = await Promise.all(
      Array.from({ length: 50 }, (_, n) => (n % 2 ? ours : another).take({ kind: 'ask-all', of: '' }, 10)),
    );
    const count = (what: string) => taken.filter((one) => one === what).length;
    expect([count('within'), count('reached'), count('above')]).toEqual([10, 1, 39]);
  });

  it('counts kinds and those who are counted apart', async () => {
    const { limits: ours } = limits();
    const all = [
      ONE,
      { ...ONE, kind: 'code' },
      { ...ONE, of: 'percy.plum@police.example' },
      { kind: 'ask-for', of: '' },
    ];
    for (const what of all) expect(await ours.take(what, 1)).toBe('within');
    for (const what of all) expect(await ours.take(what, 1)).toBe('reached');
  });

  it('writes nothing any more for whoever is far above', async () => {
    const { limits: ours } = limits();
    for (let n = 0; n < 3; n += 1) await ours.take(ONE, 1);
    const calls = await embedded.callsOf(() => ours.take(ONE, 1));
    expect(calls.every((call) => call.startsWith('GET'))).toBe(true);
  });

  it('stores nothing that can be read, nor followed into the next hour', async () => {
    const { limits: ours, clock } = limits();
    await ours.take(ONE, 1);
    const [before] = await rows();
    expect(JSON.stringify(before)).not.toMatch(/hattie|meadow/);
    expect(JSON.parse(String(before!['data']))).toEqual({ count: 1 });
    clock.now += HOUR_MS;
    await ours.take(ONE, 1);
    const [after] = await rows();
    expect(String(after!['rowKey']).split('_')[1]).not.toBe(String(before!['rowKey']).split('_')[1]);
  });

  it('forgets past hours, some at a time, of its own kind', async () => {
    const { limits: ours, another, clock } = limits();
    for (let n = 0; n < 60; n += 1) await ours.take({ kind: 'ask-from', of: `192.0.2.${n}` }, 1);
    await ours.take(ONE, 1);
    clock.now += HOUR_MS;
    await ours.take({ kind: 'ask-from', of: '198.51.100.1' }, 1);
    expect(await rows()).toHaveLength(60 - 50 + 2);
    await another.take({ kind: 'ask-from', of: '198.51.100.2' }, 1);
    const left = await rows();
    expect(left.map(({ partitionKey }) => partitionKey).sort()).toEqual(['ask-for', 'ask-from', 'ask-from']);
  });

  it.each(['', 'Ask', 'ask for', "x' or '1'", 'a'.repeat(41)])(
    'takes codes only as its kind, not %j',
    async (kind) => {
      await expect(limits().limits.take({ kind, of: '' }, 1)).rejects.toThrow(/Expected a kind of limit/);
    },
  );
});
