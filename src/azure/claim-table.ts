/** What is done once, whoever gets to it first: one row each beside the conversations, inserted only where there is none. */
import type { TableClient } from '@azure/data-tables';
import type { Claims } from '../ports/digest';
import { claimRow } from './keys';
import { unlessConflict } from './rows';

const CLAIMS = 'claim';

export function createClaims({ conversations }: { readonly conversations: TableClient }): Claims {
  return {
    async claim(key) {
      const row = { partitionKey: CLAIMS, rowKey: claimRow(key), data: '{}' };
      return (await unlessConflict(conversations.createEntity(row))) !== 'conflict';
    },
    async drop(key) {
      await unlessConflict(conversations.deleteEntity(CLAIMS, claimRow(key)));
    },
  };
}
