/** A pool in memory that keeps state and versions, for what changes facilitators; nobody is reserved in it. */
import type { Facilitator } from '../../src/domain/facilitator';
import type { PersonId } from '../../src/domain/people';
import type { LoadedFacilitator, Pool, PoolAuditEntry } from '../../src/ports/pool';

export interface RosterPool extends Pick<Pool, 'all' | 'find' | 'save' | 'history'> {
  /** As somebody else does, without asking. */
  put(facilitator: Facilitator): void;
  /** Those there are now, by name. */
  readonly facilitators: readonly Facilitator[];
}

export function createRosterPool(given: readonly Facilitator[] = []): RosterPool {
  const kept = new Map<PersonId, LoadedFacilitator>();
  const audits = new Map<PersonId, PoolAuditEntry[]>();
  let versions = 0;
  const put = (facilitator: Facilitator) =>
    void kept.set(facilitator.id, { facilitator, reservations: [], version: String((versions += 1)) });
  given.forEach(put);
  return {
    put,
    get facilitators() {
      return [...kept.values()]
        .map(({ facilitator }) => facilitator)
        .sort((one, other) => one.name.localeCompare(other.name));
    },
    all: async () => [...kept.values()],
    find: async (id) => kept.get(id),
    async save(facilitator, audit, was) {
      const { id } = facilitator;
      if (kept.get(id)?.version !== was) return 'conflict';
      put(facilitator);
      audits.set(id, [...(audits.get(id) ?? []), audit]);
      return 'saved';
    },
    history: async (id) => audits.get(id) ?? [],
  };
}
