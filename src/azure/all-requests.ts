/** Every request there is, open or closed: a scan of their table, for rebuilding alone. */
import { odata, type TableClient } from '@azure/data-tables';
import type { RequestId } from '../domain/request';

/** Ids as they are read, a page at a time. */
export function createAllRequests({
  requests,
}: {
  readonly requests: TableClient;
}): () => AsyncIterable<RequestId> {
  return async function* () {
    const queryOptions = { filter: odata`RowKey eq ${'request'}`, select: ['PartitionKey'] };
    for await (const row of requests.listEntities({ queryOptions })) yield row.partitionKey!;
  };
}
