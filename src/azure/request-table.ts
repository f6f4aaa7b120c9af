/**
 * Requests as rows, one partition each: `request`, `effect-{lane}-{sequence}`, `lease-{lane}`, `card-…` and
 * `audit-{instant}-{random}`. A decision is one transaction in that partition; nothing of it is ever written alone.
 */
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import pLimit from 'p-limit';
import { mayActFor } from '../domain/people';
import type { Request, RequestId } from '../domain/request';
import type { AuditEntry, Loaded, Requests, Save } from '../ports';
import { requestKey } from './keys';
import type { RequestIndex } from './request-index';
import { auditRow, cardRow, effectRow, leaseWrite, newEffect, requestRow, toLoaded } from './request-rows';
import { commit, fromData, readRow, readRows } from './rows';

export interface RequestTableNeeds {
  readonly requests: TableClient;
  readonly index: RequestIndex;
}

/** A person has few requests; a faulty caller shall not open hundreds of connections at once all the same. */
const READS_AT_ONCE = 8;

export function createRequests({ requests, index }: RequestTableNeeds): Requests {
  return { load, enter: (id, owner) => index.enter(id, owner), save, audit, history, ofPerson };

  async function load(id: RequestId): Promise<Loaded | undefined> {
    const row = await readRow(requests, requestKey(id), 'request');
    return row && toLoaded(row);
  }

  async function save(wanted: Save): Promise<'saved' | 'conflict'> {
    const { next } = wanted;
    const audited = auditRow(next.id, wanted.audit);
    const result = await commit(requests, [...transactionOf(wanted), ['create', audited]]);
    if (result === 'committed') return 'saved';
    // A try whose answer was lost may have been written, and its retry then met its own rows. Its audit row tells.
    return (await readRow(requests, audited.partitionKey, audited.rowKey)) ? 'saved' : 'conflict';
  }

  async function audit(id: RequestId, entry: AuditEntry): Promise<void> {
    await requests.upsertEntity(auditRow(id, entry), 'Replace');
  }

  async function history(id: RequestId): Promise<readonly AuditEntry[]> {
    const filter = odata`PartitionKey eq ${requestKey(id)} and RowKey ge ${'audit-'} and RowKey lt ${'audit.'}`;
    return (await readRows(requests, filter)).map((row) => fromData<AuditEntry>(row));
  }

  async function ofPerson(id: string): Promise<readonly Request[]> {
    const limit = pLimit(READS_AT_ONCE);
    const ids = await index.ofPerson(id);
    const loaded = await Promise.all(ids.map((each) => limit(() => load(each))));
    // A row without its request is left where a submit did not get through, and one of a request that somebody else has now.
    return loaded
      .flatMap((each) => each?.request ?? [])
      .filter(({ requester }) => mayActFor(requester, id))
      .sort((one, other) => other.submittedAt - one.submittedAt || (one.id < other.id ? -1 : 1));
  }
}

function transactionOf({ was, next, effects, audit, completes, shown, trace }: Save): TransactionAction[] {
  const partitionKey = requestKey(next.id);
  const before = was?.sequence ?? 0;
  const request = requestRow(next, before + effects.length);
  const from = { savedAt: audit.at, ...(trace !== undefined && { trace }) };
  return [
    was ? ['update', request, 'Replace', { etag: was.version }] : ['create', request],
    ...effects.map((effect, i): TransactionAction => [
      'create',
      { partitionKey, ...effectRow(newEffect(effect, before + i + 1, from)) },
    ]),
    ...(completes
      ? [
          leaseWrite(completes.lease),
          ['delete', { partitionKey, rowKey: completes.effect.key }] as TransactionAction,
        ]
      : []),
    ...(shown ? [['upsert', cardRow(next.id, shown.card, shown.where), 'Replace'] as TransactionAction] : []),
  ];
}
