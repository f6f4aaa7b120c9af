/** What the rows of a request's partition look like, and how each is read back. */
import { randomBytes } from 'node:crypto';
import type { TransactionAction } from '@azure/data-tables';
import { dueAt, laneOf } from '../domain/lanes';
import type { Effect, Request, RequestId } from '../domain/request';
import type { AuditEntry, Lease, Loaded, SavedEffect, ShownCard } from '../ports';
import { cardKey, ordinal, requestKey } from './keys';
import { fromData, type Row, toData } from './rows';

/** A type, not an interface: only that is assignable to the SDK's record of columns. */
type Entity = {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly data: string;
};

/** The request is its JSON; the other columns are for people who look into the table, and for the sequence. */
export function requestRow(request: Request, sequence: number) {
  return {
    partitionKey: requestKey(request.id),
    rowKey: 'request',
    data: toData(request, `request ${request.id}`),
    state: request.state,
    requesterId: request.requester.id,
    submittedAt: new Date(request.submittedAt).toISOString(),
    sequence,
  };
}

export function toLoaded(row: Row): Loaded {
  const request = asItIsCalledNow(fromData<Request>(row));
  return { request, version: row.etag, sequence: Number(row.sequence) };
}

/** "unmatched" stood among the ways to end for long, and no decision had it: whoever finds it means that no dates fitted. */
function asItIsCalledNow(request: Request): Request {
  if (request.state !== 'closed' || (request.outcome.kind as string) !== 'unmatched') return request;
  return { ...request, outcome: { kind: 'silent' } };
}

/** An effect just decided, under the next number of its request. */
export function newEffect(
  effect: Effect,
  sequence: number,
  from: Pick<SavedEffect, 'savedAt' | 'trace'>,
): SavedEffect {
  const lane = laneOf(effect);
  const due = dueAt(effect);
  const key = `effect-${lane}-${ordinal(sequence)}`;
  return { key, lane, effect, tries: 0, ...from, ...(due !== undefined && { dueAt: due }) };
}

/** The row of an effect, without its partition. */
export function effectRow({ key, ...rest }: SavedEffect): Omit<Entity, 'partitionKey'> {
  return { rowKey: key, data: toData(rest, `effect ${rest.effect.kind}`) };
}

export function toSavedEffect(row: Row): SavedEffect {
  return { key: row.rowKey!, ...fromData<Omit<SavedEffect, 'key'>>(row) };
}

/**
 * Makes a transaction fail when the lease is lost, and renews it to `lease.until`. Every write gives the row a new
 * version: the lease has to be read again before the next.
 */
export function leaseWrite(lease: Lease): TransactionAction {
  return ['update', leaseRow(lease), 'Replace', { etag: lease.version }];
}

export function leaseRow({ requestId, lane, owner, until }: Omit<Lease, 'version'>): Entity {
  return {
    partitionKey: requestKey(requestId),
    rowKey: `lease-${lane}`,
    data: toData({ lane, owner, until }, `lease of ${owner}`),
  };
}

export function toLease(requestId: RequestId, row: Row): Lease {
  return { requestId, ...fromData<Pick<Lease, 'lane' | 'owner' | 'until'>>(row), version: row.etag };
}

export function cardRow(id: RequestId, card: string, shown: ShownCard): Entity {
  return { partitionKey: requestKey(id), rowKey: cardKey(card), data: toData(shown, `card ${card}`) };
}

/** Sorted by instant; the random part keeps apart what happened within a millisecond. */
export function auditRow(id: RequestId, entry: AuditEntry): Entity {
  const at = new Date(entry.at).toISOString();
  return {
    partitionKey: requestKey(id),
    rowKey: `audit-${at}-${randomBytes(8).toString('hex')}`,
    data: toData(entry, `audit entry ${entry.what}`),
  };
}
