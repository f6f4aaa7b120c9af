/** The worker's side of the request rows: what is to do, who may do it, and what is done. */
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import type { Instant } from '../domain/intervals';
import { isOpen, type RequestId } from '../domain/request';
import type { Lease, Work, Workbench } from '../ports';
import { requestKey } from './keys';
import type { RequestIndex } from './request-index';
import { effectRow, leaseRow, leaseWrite, toLease, toLoaded, toSavedEffect } from './request-rows';
import { commit, readRow, readRows, unlessConflict } from './rows';

export interface WorkbenchNeeds {
  readonly requests: TableClient;
  readonly index: RequestIndex;
  readonly now: () => Instant;
}

/** An index row is written just before its request; after this long without one the submit did not get through. */
const SURPLUS_AFTER_MS = 60 * 60_000;

export function createWorkbench({ requests, index, now }: WorkbenchNeeds): Workbench {
  return {
    /** Leaves out audit and cards, which sort before the effects and grow with the years. */
    async work(id): Promise<Work | undefined> {
      const filter = odata`PartitionKey eq ${requestKey(id)} and RowKey ge ${'effect-'}`;
      const rows = await readRows(requests, filter);
      const request = rows.find(({ rowKey }) => rowKey === 'request');
      if (!request) return undefined;
      return {
        loaded: toLoaded(request),
        effects: rows.filter(({ rowKey }) => rowKey?.startsWith('effect-')).map(toSavedEffect),
        leases: rows.filter(({ rowKey }) => rowKey?.startsWith('lease-')).map((row) => toLease(id, row)),
      };
    },

    async claim(requestId, lane, owner, until, held) {
      const row = leaseRow({ requestId, lane, owner, until });
      const written = await unlessConflict(
        held ? requests.updateEntity(row, 'Replace', { etag: held.version }) : requests.createEntity(row),
      );
      return written === 'conflict' ? undefined : { requestId, lane, owner, until, version: written.etag! };
    },

    async release(lease) {
      const { partitionKey, rowKey } = leaseRow(lease);
      await unlessConflict(requests.deleteEntity(partitionKey, rowKey, { etag: lease.version }));
    },

    complete: (lease, ...effects) =>
      underLease(
        lease,
        ...effects.map(({ key }): TransactionAction => [
          'delete',
          { partitionKey: requestKey(lease.requestId), rowKey: key },
        ]),
      ),

    postpone: (lease, effect) =>
      underLease(lease, [
        'update',
        { partitionKey: requestKey(lease.requestId), ...effectRow(effect) },
        'Replace',
        { etag: '*' },
      ]),

    open: () => index.open(),

    async settle(id) {
      // Each is read after the one before it can no longer change: the row is struck only as it was read here, and a
      // closed request gets new effects only from an effect it still has.
      const row = await index.openRow(id);
      if (!row) return;
      const request = await readRow(requests, requestKey(id), 'request');
      const mayGo = request
        ? !isOpen(toLoaded(request).request) && !(await hasEffects(id))
        : now() - row.enteredAt > SURPLUS_AFTER_MS;
      if (mayGo) await index.strike(id, row);
    },
  };

  async function underLease(lease: Lease, ...actions: TransactionAction[]): Promise<'saved' | 'lost'> {
    const result = await commit(requests, [leaseWrite(lease), ...actions]);
    return result === 'committed' ? 'saved' : 'lost';
  }

  async function hasEffects(id: RequestId): Promise<boolean> {
    const filter = odata`PartitionKey eq ${requestKey(id)} and RowKey ge ${'effect-'} and RowKey lt ${'effect.'}`;
    return (await readRows(requests, filter, ['RowKey'])).length > 0;
  }
}
