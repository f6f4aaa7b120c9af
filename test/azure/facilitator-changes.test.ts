/** Changing what is known of a facilitator, beside those who reserve their time. */
import type { Facilitator } from '../../src/domain/facilitator';
import { defaultPolicy } from '../../src/domain/policy';
import type { PoolAuditEntry } from '../../src/ports/pool';
import { aFacilitator, aReservation, at, theCoordinator } from '../builders';
import { onTables, useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const fay = aFacilitator();
const now = () => at('2026-11-24T10:00');
const entry = (...changed: string[]): PoolAuditEntry => ({ at: now(), by: theCoordinator, changed });
const paused: Facilitator = { ...fay, pauses: [{ from: '2026-12-01', until: '2026-12-31' }] };

const desk = () => onTables(embedded.storage, now).pool;

describe('Changing a facilitator', () => {
  it('adds one once', async () => {
    const pool = desk();
    expect(await pool.save(fay, entry('name'))).toBe('saved');
    expect(await pool.save({ ...fay, name: 'Somebody Else' }, entry('name'))).toBe('conflict');
    expect((await pool.find(fay.id))?.facilitator).toEqual(fay);
  });

  it('lets one of two changes win that were made on the same version', async () => {
    const pool = desk();
    await pool.save(fay, entry());
    const { version } = (await pool.find(fay.id))!;
    const [one, other] = await Promise.all([
      pool.save({ ...fay, weight: 2 }, entry('weight'), version),
      pool.save(paused, entry('pauses'), version),
    ]);
    expect([one, other].sort()).toEqual(['conflict', 'saved']);
  });

  it('is not disturbed by a reservation made meanwhile, and keeps it', async () => {
    const pool = desk();
    await pool.save(fay, entry());
    const { version } = (await pool.find(fay.id))!;
    expect(await pool.reserve(fay.id, aReservation(), defaultPolicy)).toBe('reserved');
    expect(await pool.save({ ...fay, weight: 2 }, entry('weight'), version)).toBe('saved');
    expect((await pool.find(fay.id))?.reservations).toEqual([aReservation()]);
  });

  it('and reserving at once never end in a session in a pause', async () => {
    const pool = desk();
    await pool.save(fay, entry());
    const { version } = (await pool.find(fay.id))!;
    await Promise.all([
      pool.save(paused, entry('pauses'), version),
      ...Array.from({ length: 5 }, (_, n) =>
        pool.reserve(fay.id, aReservation({ requestId: `request-${n}x` }), defaultPolicy),
      ),
    ]);
    // Whoever reserved first was before the pause: the pool's watch finds those. After it nobody gets through.
    expect(await pool.reserve(fay.id, aReservation({ requestId: 'too-late-now' }), defaultPolicy)).not.toBe(
      'reserved',
    );
    const held = (await pool.find(fay.id))!.reservations;
    expect(held.length).toBeLessThanOrEqual(1);
  });

  it('is remembered with who did it, oldest first', async () => {
    const pool = desk();
    await pool.save(fay, { ...entry('name', 'mail'), at: now() });
    const { version } = (await pool.find(fay.id))!;
    await pool.save(paused, { ...entry('pauses'), at: now() + 1, by: 'system' }, version);
    expect(await pool.history(fay.id)).toEqual([
      { at: now(), by: theCoordinator, changed: ['name', 'mail'] },
      { at: now() + 1, by: 'system', changed: ['pauses'] },
    ]);
  });

  it('finds nobody who is not there', async () => {
    expect(await desk().find(fay.id)).toBeUndefined();
    expect(await desk().history(fay.id)).toEqual([]);
  });
});

describe('A notice', () => {
  it('is claimed by one of many who watch, and again once it was dropped', async () => {
    const pool = desk();
    const claims = () =>
      Promise.all(Array.from({ length: 5 }, () => pool.claimNotice(fay.id, 'training-ending-2027-03-31')));
    expect((await claims()).filter(Boolean)).toHaveLength(1);
    await pool.dropNotice(fay.id, 'training-ending-2027-03-31');
    expect((await claims()).filter(Boolean)).toHaveLength(1);
    expect(await pool.claimNotice(fay.id, 'training-ending-2029-03-31')).toBe(true);
  });

  it('is known by a code and a day, and nothing else', async () => {
    await expect(desk().claimNotice(fay.id, 'what somebody/said')).rejects.toThrow('Expected a notice');
  });

  it('does not make somebody a member of the pool', async () => {
    const pool = desk();
    await pool.claimNotice(fay.id, 'training-ending-2027-03-31');
    expect(await pool.all()).toEqual([]);
    expect(await pool.find(fay.id)).toBeUndefined();
  });
});
