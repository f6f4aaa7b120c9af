/** Which request a row is about: by its keys, or by what it says. */
import type { StoredRow, TableName } from '../ports/backups';
import type { RequestId } from '../domain/request';
import { contentOf } from './kinds-of-rows';
import type { StoredDelivery, StoredLink } from './when-over';

/** Undefined for one that is about none. */
export function requestOf(table: TableName, row: StoredRow): RequestId | undefined {
  const { partitionKey, rowKey } = row;
  switch (table) {
    case 'requests':
    case 'evaluations':
      return partitionKey;
    case 'index':
    case 'facts':
      return rowKey;
    case 'links':
      return contentOf<StoredLink>(row)?.terms?.requestId;
    case 'facilitators':
      return rowKey.startsWith('reservation-')
        ? contentOf<{ readonly requestId?: string }>(row)?.requestId
        : undefined;
    case 'deliveries':
      return contentOf<StoredDelivery>(row)?.announcement?.requestId;
    default:
      return undefined;
  }
}
