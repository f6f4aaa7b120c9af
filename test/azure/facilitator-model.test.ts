/** Random reserves and releases, several at a time, held against a model that knows only what was answered. */
import fc from 'fast-check';
import { type Reservation, sessionsInMonth } from '../../src/domain/facilitator';
import { MINUTE_MS, overlaps } from '../../src/domain/intervals';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, aSlot, at } from '../builders';
import { freshStorage, onTables, useEmbeddedStorage } from './embedded-storage';
import { putFacilitator } from '../put-facilitator';

const embedded = useEmbeddedStorage();
const fay = aFacilitator({ sessionsPerMonth: 3 });

const step = fc.record({
  act: fc.constantFrom('reserve', 'reserve', 'release'),
  requestId: fc.constantFrom('request-a', 'request-b', 'request-c', 'request-d'),
  attempt: fc.integer({ min: 1, max: 2 }),
  start: fc.constantFrom('12-08T10:00', '12-08T11:00', '12-08T11:45', '12-09T10:00', '12-10T14:00'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const wanted = ({ requestId, attempt, start }: Step): Reservation => ({
  requestId,
  attempt,
  // The slot belongs to the attempt, as in the program: repeating it never moves it.
  slot: aSlot(`2026-${start}`),
  state: 'held',
});
const keyOf = ({ requestId, attempt }: Pick<Reservation, 'requestId' | 'attempt'>) =>
  `${requestId}/${attempt}`;

async function freshPool() {
  const storage = freshStorage(embedded.connectionString);
  await storage.prepare();
  const { pool } = onTables(storage, () => at('2026-11-24T10:00'));
  await putFacilitator(pool, fay);
  const held = async () => (await pool.all())[0]!.reservations;
  return { pool, held };
}

it('one after the other, they answer as a plain list would', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const { pool, held } = await freshPool();
      const model = new Map<string, Reservation | 'released'>();
      for (const each of steps) {
        const reservation = wanted(each);
        if (each.act === 'release') {
          await pool.release(fay.id, each.requestId, each.attempt);
          model.set(keyOf(each), 'released');
          continue;
        }
        const expected = answerOf(model, reservation);
        expect(await pool.reserve(fay.id, reservation, defaultPolicy)).toBe(expected);
        if (expected === 'reserved' && !model.has(keyOf(each))) model.set(keyOf(each), reservation);
      }
      const standing = [...model.values()].filter((each) => each !== 'released');
      expect((await held()).map(keyOf).sort()).toEqual(standing.map(keyOf).sort());
    }),
    { numRuns: 15 },
  );
});

it('all at once, they never share time, pass the cap, or leave a released one standing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      const { pool, held } = await freshPool();
      await Promise.all(
        steps.map((each) =>
          each.act === 'release'
            ? pool.release(fay.id, each.requestId, each.attempt)
            : pool.reserve(fay.id, wanted(each), defaultPolicy),
        ),
      );
      const standing = await held();
      const released = new Set(steps.filter(({ act }) => act === 'release').map(keyOf));
      expect(standing.filter((each) => released.has(keyOf(each)))).toEqual([]);
      expect(standing.length).toBeLessThanOrEqual(3);
      standing.forEach((one, i) =>
        standing.slice(i + 1).forEach((other) => expect(overlaps(one.slot, other.slot)).toBe(false)),
      );
    }),
    { numRuns: 15 },
  );
});

/** Written from the rule in words: tombstone first, then the same again, then time with its buffers, then the month. */
function answerOf(model: ReadonlyMap<string, Reservation | 'released'>, asked: Reservation): string {
  const same = model.get(keyOf(asked));
  if (same) return same === 'released' ? 'released' : 'reserved';
  const standing = [...model.values()].filter((each) => each !== 'released');
  const apart = (one: Reservation) =>
    asked.slot.start - one.slot.end >= defaultPolicy.bufferMinutes * MINUTE_MS ||
    one.slot.start - asked.slot.end >= defaultPolicy.bufferMinutes * MINUTE_MS;
  if (!standing.every(apart)) return 'slot-taken';
  return sessionsInMonth(standing, asked.slot.start) >= 3 ? 'cap-reached' : 'reserved';
}
