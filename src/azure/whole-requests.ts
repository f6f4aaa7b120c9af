/** Requests with all that hangs on them, for whoever erases them: a scan of their table, which erasing itself keeps small. */
import { odata, type TableClient } from '@azure/data-tables';
import type { Request } from '../domain/request';
import type { ShownCard } from '../ports';
import type { WholeRequests } from '../ports/retention';
import { requestKey } from './keys';
import { toLoaded, toSavedEffect } from './request-rows';
import { type Columns, fromData, readRows } from './rows';

export function createWholeRequests({ requests }: { readonly requests: TableClient }): WholeRequests {
  return {
    async *all() {
      const queryOptions = { filter: odata`RowKey eq ${'request'}` };
      for await (const row of requests.listEntities<Columns>({ queryOptions })) yield fromData<Request>(row);
    },

    async find(id) {
      const rows = await readRows(requests, odata`PartitionKey eq ${requestKey(id)}`);
      const request = rows.find(({ rowKey }) => rowKey === 'request');
      if (!request) return undefined;
      const effects = rows.filter(({ rowKey }) => rowKey?.startsWith('effect-')).map(toSavedEffect);
      return {
        request: toLoaded(request).request,
        cards: rows
          .filter(({ rowKey }) => rowKey?.startsWith('card-'))
          .map((row) => fromData<ShownCard>(row)),
        hasWork: effects.some(({ parked }) => parked === undefined),
      };
    },
  };
}
