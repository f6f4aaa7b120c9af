/**
 * What programs have submitted: one partition for each caller, one row for each key they gave, and one for each request.
 * Callers and keys are hashes, so that nothing a form or a flow puts into a key can be read here.
 */
import { createHash } from 'node:crypto';
import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { Calls, KeptCall } from '../ports/calls';
import { requestKey } from './keys';
import { commit, fromData, readRow, toData } from './rows';

export function createCalls({ calls }: { readonly calls: TableClient }): Calls {
  return {
    async find(caller, key) {
      const row = await readRow(calls, hashed(caller), keyRow(key));
      return row && fromData<KeptCall>(row);
    },

    async keep(caller, key, kept) {
      const partitionKey = hashed(caller);
      const actions: TransactionAction[] = [
        ['create', { partitionKey, rowKey: keyRow(key), data: toData(kept, 'a call') }],
        ['upsert', { partitionKey, rowKey: ownRow(kept.requestId), data: '{}' }, 'Replace'],
      ];
      return (await commit(calls, actions)) === 'conflict' ? 'conflict' : 'kept';
    },

    async drop(caller, key, { requestId }) {
      const partitionKey = hashed(caller);
      await commit(calls, [
        ['delete', { partitionKey, rowKey: keyRow(key) }],
        ['delete', { partitionKey, rowKey: ownRow(requestId) }],
      ]);
    },

    async hasSubmitted(caller, id) {
      return (await readRow(calls, hashed(caller), ownRow(id))) !== undefined;
    },
  };
}

const keyRow = (key: string) => `key-${hashed(key)}`;
const ownRow = (id: string) => `request-${requestKey(id)}`;

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
