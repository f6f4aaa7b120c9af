/** Puts a facilitator into a pool for a test: added, or replaced as they are now; their reservations stay. */
import type { Facilitator } from '../src/domain/facilitator';
import type { Pool } from '../src/ports/pool';

export async function putFacilitator(
  pool: Pick<Pool, 'find' | 'save'>,
  facilitator: Facilitator,
): Promise<void> {
  const found = await pool.find(facilitator.id);
  const saved = await pool.save(facilitator, { at: 0, by: 'system', changed: [] }, found?.version);
  if (saved !== 'saved') throw new Error(`Expected ${facilitator.id} to be put into the pool, got ${saved}`);
}
