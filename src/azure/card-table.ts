/** Where the cards of a request stand: rows `card-…` in the request's partition. */
import type { TableClient } from '@azure/data-tables';
import type { Cards, ShownCard } from '../ports';
import { cardKey, requestKey } from './keys';
import { cardRow } from './request-rows';
import { fromData, readRow } from './rows';

export function createCards({ requests }: { readonly requests: TableClient }): Cards {
  return {
    async find(requestId, card) {
      const row = await readRow(requests, requestKey(requestId), cardKey(card));
      return row && fromData<ShownCard>(row);
    },
    async put(requestId, card, shown) {
      await requests.upsertEntity(cardRow(requestId, card, shown), 'Replace');
    },
  };
}
