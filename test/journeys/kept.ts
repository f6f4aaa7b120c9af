/** What is kept of a request where it is stored: its own row, and the time of facilitators that is reserved. */
import { createStorage } from '../../src/azure/clients';
import { createFacilitatorTable } from '../../src/azure/facilitator-table';
import { createRequestIndex } from '../../src/azure/request-index';
import { createRequests } from '../../src/azure/request-table';
import type { Interval } from '../../src/domain/intervals';
import type { PersonId } from '../../src/domain/people';
import { referenceOf, type Request } from '../../src/domain/request';
import { practitioners } from '../sandbox/people';
import type { WholeSystem } from './whole-system';

const [petra] = practitioners;

export interface Reserved {
  /** Whose time. */
  readonly name: string;
  readonly slot: Interval;
}

/** The request of Petra Practice with that reference, or of somebody else. */
export async function requestKept(
  system: WholeSystem,
  reference: string,
  requester: PersonId = petra.id,
): Promise<Request> {
  const own = await requestsOf(system, requester);
  const found = own.find(({ id }) => referenceOf(id) === reference);
  if (!found) throw new Error(`Expected a request ${reference} of theirs, got ${own.length} others.`);
  return found;
}

/** Everything somebody has asked for. */
export async function requestsOf(system: WholeSystem, requester: PersonId): Promise<readonly Request[]> {
  const { requests, index } = storageOf(system);
  return createRequests({ requests, index: createRequestIndex(index) }).ofPerson(requester);
}

/** All the time that is reserved, for whatever request. */
export async function timeReserved(system: WholeSystem): Promise<Reserved[]> {
  const { facilitators } = storageOf(system);
  const pool = await createFacilitatorTable({ facilitators, now: Date.now }).all();
  return pool.flatMap(({ facilitator: { name }, reservations }) =>
    reservations.map(({ slot }) => ({ name, slot })),
  );
}

function storageOf({ sandbox: { storage } }: WholeSystem) {
  return createStorage({ prefix: 'jags', connectionString: storage.connectionString, patient: true });
}
