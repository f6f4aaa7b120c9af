import type { Facilitator, Reservation } from '../../src/domain/facilitator';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, aFacilitatorRef, anotherFacilitator, aReservation, aSlot, at } from '../builders';
import { freshStorage, lossyLine, onTables, useEmbeddedStorage } from './embedded-storage';
import { putFacilitator } from '../put-facilitator';

const embedded = useEmbeddedStorage();
const fay = aFacilitator({ sessionsPerMonth: 3 });
const amber = aFacilitator({ ...aFacilitatorRef(anotherFacilitator) });
const now = () => at('2026-11-24T10:00');

async function pooled(...facilitators: Facilitator[]) {
  const { pool, storage } = onTables(embedded.storage, now);
  for (const each of facilitators) await putFacilitator(pool, each);
  const reserve = (over: Partial<Reservation> = {}, id = fay.id) =>
    pool.reserve(id, aReservation(over), defaultPolicy);
  const held = async (id = fay.id) =>
    (await pool.all()).find(({ facilitator }) => facilitator.id === id)?.reservations;
  return { pool, storage, reserve, held };
}

describe('reserving', () => {
  it('keeps the slot, and says so again when it is repeated', async () => {
    const { reserve, held } = await pooled(fay, amber);
    expect(await reserve()).toBe('reserved');
    expect(await reserve()).toBe('reserved');
    expect(await held()).toEqual([aReservation()]);
    expect(await held(amber.id)).toEqual([]);
  });

  it.each([
    ['the same slot', '2026-12-08T10:00', 'slot-taken'],
    ['one that overlaps', '2026-12-08T11:00', 'slot-taken'],
    ['one within the buffer', '2026-12-08T11:40', 'slot-taken'],
    ['one right after the buffer', '2026-12-08T11:45', 'reserved'],
    ['another day', '2026-12-09T10:00', 'reserved'],
  ])('for a second request %s: %s is %s', async (_what, from, answer) => {
    const { reserve } = await pooled(fay);
    await reserve();
    expect(await reserve({ requestId: 'second-request', slot: aSlot(from) })).toBe(answer);
  });

  it('stops at the cap of the month, and goes on in the next', async () => {
    const { reserve } = await pooled({ ...fay, sessionsPerMonth: 1 });
    await reserve();
    const requestId = 'second-request';
    expect(await reserve({ requestId, slot: aSlot('2026-12-18T10:00') })).toBe('cap-reached');
    expect(await reserve({ requestId, slot: aSlot('2027-01-05T10:00') })).toBe('reserved');
  });

  it('answers that a facilitator who is not in the pool is gone', async () => {
    const { reserve } = await pooled();
    expect(await reserve()).toBe('gone');
  });

  it.each(Array.from({ length: 5 }, (_, n) => [n]))(
    'of overlapping slots at the same time succeeds once (round %i)',
    async () => {
      const { reserve, held } = await pooled(fay);
      const answers = await Promise.all([
        reserve({ requestId: 'request-one', slot: aSlot('2026-12-08T10:00') }),
        reserve({ requestId: 'request-two', slot: aSlot('2026-12-08T10:30') }),
      ]);
      expect(answers.sort()).toEqual(['reserved', 'slot-taken']);
      expect(await held()).toHaveLength(1);
    },
  );

  it('by twenty requests at once never passes the cap', async () => {
    const { reserve, held } = await pooled(fay);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        reserve({
          requestId: `request-${n}`,
          slot: aSlot(`2026-12-${String(n + 1).padStart(2, '0')}T10:00`),
        }),
      ),
    );
    expect(answers.filter((answer) => answer === 'reserved')).toHaveLength(3);
    expect(answers.filter((answer) => answer === 'cap-reached')).toHaveLength(17);
    expect(await held()).toHaveLength(3);
  });

  it('is one query and one transaction', async () => {
    const { reserve } = await pooled(fay);
    expect(await embedded.callsOf(() => reserve())).toEqual([
      'GET table /Facilitators',
      'POST table /$batch',
    ]);
  });

  it('whose answer got lost is known to have succeeded', async () => {
    const line = await lossyLine(embedded.connectionString);
    const storage = freshStorage(line.connectionString);
    await storage.prepare();
    const { pool } = onTables(storage, now);
    await putFacilitator(pool, fay);
    line.loseAnswers(2);
    expect(await pool.reserve(fay.id, aReservation(), defaultPolicy)).toBe('reserved');
    expect((await pool.all())[0]?.reservations).toEqual([aReservation()]);
    await line.close();
  });
});

describe('releasing', () => {
  it('frees the slot for others, and not for the same attempt', async () => {
    const { pool, reserve, held } = await pooled(fay);
    await reserve();
    await pool.release(fay.id, 'another-request', 1);
    expect(await held()).toEqual([]);
    expect(await reserve()).toBe('released');
    expect(await reserve({ attempt: 2 })).toBe('reserved');
  });

  it('before reserving stops the reserve that comes late, and takes no time from anybody', async () => {
    const { pool, reserve } = await pooled(fay);
    await pool.release(fay.id, 'another-request', 1);
    expect(await reserve()).toBe('released');
    expect(await reserve({ requestId: 'second-request' })).toBe('reserved');
  });

  it('is repeated without harm, one query the second time', async () => {
    const { pool } = await pooled(fay);
    const release = () => pool.release(fay.id, 'another-request', 1);
    expect(await embedded.callsOf(release)).toEqual(['GET table /Facilitators', 'POST table /$batch']);
    expect(await embedded.callsOf(release)).toEqual(['GET table /Facilitators']);
  });

  it('at the same time as reserving leaves nothing held, whoever comes first', async () => {
    const { pool, reserve, held } = await pooled(fay);
    const [answer] = await Promise.all([reserve(), pool.release(fay.id, 'another-request', 1)]);
    expect(['reserved', 'released']).toContain(answer);
    expect(await held()).toEqual([]);
    expect(await reserve()).toBe('released');
  });

  it('for a facilitator who is gone does nothing anybody sees', async () => {
    const { pool } = await pooled();
    await pool.release(fay.id, 'another-request', 1);
    expect(await pool.all()).toEqual([]);
  });
});

describe('the pool', () => {
  it('is everybody with what they hold, in one scan', async () => {
    const { pool, reserve } = await pooled(fay, amber);
    await reserve({}, amber.id);
    let all: unknown;
    const calls = await embedded.callsOf(async () => (all = await pool.all()));
    expect(all).toEqual([
      { facilitator: fay, reservations: [] },
      { facilitator: amber, reservations: [aReservation()] },
    ]);
    expect(calls).toEqual(['GET table /Facilitators']);
  });

  it('looks back a year on the month in hand, no further', async () => {
    const { reserve, held } = await pooled(fay);
    const inside = aReservation({ requestId: 'inside-it', slot: aSlot('2025-11-03T10:00') });
    await reserve(inside);
    await reserve({ requestId: 'outside-it', slot: aSlot('2025-10-01T10:00') });
    expect(await held()).toEqual([inside]);
  });

  it('takes a changed profile and keeps the reservations', async () => {
    const { pool, reserve } = await pooled(fay);
    await reserve();
    const changed = { ...fay, trainedUntil: '2028-03-31' };
    await putFacilitator(pool, changed);
    expect(await pool.all()).toEqual([{ facilitator: changed, reservations: [aReservation()] }]);
  });

  it('is for people with an Entra id only', async () => {
    const { pool } = await pooled();
    await expect(putFacilitator(pool, { ...fay, id: 'fay/../x' })).rejects.toThrow(
      /Expected an Entra object id/,
    );
  });
});
