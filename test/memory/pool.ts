/** A pool in memory, with versions as the table has them. */
import {
  judgeReservation,
  type Facilitator,
  type Reservation,
  reservationKey,
} from '../../src/domain/facilitator';
import type { Pool, PoolAuditEntry, PoolEntry } from '../../src/ports/pool';
import type { Wire } from '../fakes';

export interface MemoryPool extends Pool {
  readonly notices: ReadonlySet<string>;
}

/** What is in it to begin with; a cut wire fails every call. */
export function createMemoryPool(
  wire: Wire = { cut: false },
  facilitators: readonly Facilitator[] = [],
): MemoryPool {
  const rows = new Map<
    string,
    {
      facilitator: Facilitator;
      version: number;
      audit: PoolAuditEntry[];
      reservations: Map<string, Reservation>;
    }
  >();
  const notices = new Set<string>();
  const reach = (): void => {
    if (wire.cut) throw new Error('Expected storage to answer, got a cut wire');
  };
  const entryOf = (id: string): PoolEntry | undefined => {
    const row = rows.get(id.toLowerCase());
    return row && { facilitator: row.facilitator, reservations: [...row.reservations.values()] };
  };
  for (const facilitator of facilitators)
    rows.set(facilitator.id.toLowerCase(), { facilitator, version: 1, audit: [], reservations: new Map() });
  return {
    notices,
    async all() {
      reach();
      return [...rows.keys()].flatMap((id) => entryOf(id) ?? []);
    },
    async find(id) {
      reach();
      const entry = entryOf(id);
      return entry && { ...entry, version: String(rows.get(id.toLowerCase())!.version) };
    },
    async save(facilitator, audit, was) {
      reach();
      const row = rows.get(facilitator.id.toLowerCase());
      if ((row && String(row.version)) !== was) return 'conflict';
      rows.set(facilitator.id.toLowerCase(), {
        facilitator,
        version: (row?.version ?? 0) + 1,
        audit: [...(row?.audit ?? []), audit],
        reservations: row?.reservations ?? new Map<string, Reservation>(),
      });
      return 'saved';
    },
    async history(id) {
      reach();
      return rows.get(id.toLowerCase())?.audit ?? [];
    },
    async reserve(id, wanted, policy) {
      reach();
      const row = rows.get(id.toLowerCase());
      if (!row) return 'gone';
      const refusal = judgeReservation(row.facilitator, [...row.reservations.values()], wanted, policy);
      if (refusal) return refusal;
      row.reservations.set(reservationKey(wanted.requestId, wanted.attempt), wanted);
      return 'reserved';
    },
    async release(id, requestId, attempt) {
      reach();
      const row = rows.get(id.toLowerCase());
      const key = reservationKey(requestId, attempt);
      const found = row?.reservations.get(key);
      row?.reservations.set(key, {
        requestId,
        attempt,
        slot: found?.slot ?? { start: 0, end: 0 },
        state: 'released',
      });
    },
    async claimNotice(id, key) {
      reach();
      const name = `${id} ${key}`;
      if (notices.has(name)) return false;
      notices.add(name);
      return true;
    },
    async dropNotice(id, key) {
      reach();
      notices.delete(`${id} ${key}`);
    },
  };
}
