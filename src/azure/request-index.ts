/**
 * Which requests are open, and which are a person's: so that lists and sweeps cost in proportion to what they show.
 * Rows are written before the request they name and removed after it; one too many is harmless, one too few is not.
 */
import { odata, type TableClient } from '@azure/data-tables';
import type { Instant } from '../domain/intervals';
import type { PersonId } from '../domain/people';
import type { RequestId } from '../domain/request';
import { personKey, requestKey } from './keys';
import { readRow, readRows, unlessConflict } from './rows';

export interface RequestIndex {
  /** Before the save that makes it somebody's: it shall be found, whatever happens in between. */
  enter(id: RequestId, owner: PersonId): Promise<void>;
  /** For one that was restored: among everybody's own, and among what is open where there is something left to do. */
  relist(id: RequestId, owners: readonly PersonId[], isOpen: boolean): Promise<void>;
  open(): Promise<readonly RequestId[]>;
  ofPerson(id: PersonId): Promise<readonly RequestId[]>;
  /** The row that lists a request as open. */
  openRow(id: RequestId): Promise<OpenRow | undefined>;
  /** Takes it off, unless it has been entered again since it was read. */
  strike(id: RequestId, row: OpenRow): Promise<void>;
}

export interface OpenRow {
  readonly etag: string;
  readonly enteredAt: Instant;
}

const OPEN = 'open';

export function createRequestIndex(index: TableClient): RequestIndex {
  return {
    async enter(id, owner) {
      const rowKey = requestKey(id);
      await Promise.all([
        index.upsertEntity({ partitionKey: OPEN, rowKey }, 'Replace'),
        index.upsertEntity({ partitionKey: ofPersonKey(owner), rowKey }, 'Replace'),
      ]);
    },
    async relist(id, owners, isOpen) {
      const rowKey = requestKey(id);
      const partitions = [...(isOpen ? [OPEN] : []), ...owners.map(ofPersonKey)];
      await Promise.all(
        partitions.map((partitionKey) => index.upsertEntity({ partitionKey, rowKey }, 'Replace')),
      );
    },
    open: () => idsIn(OPEN),
    ofPerson: (id) => idsIn(ofPersonKey(id)),
    async openRow(id) {
      const row = await readRow(index, OPEN, requestKey(id));
      return row && { etag: row.etag, enteredAt: Date.parse(row.timestamp!) };
    },
    async strike(id, { etag }) {
      await unlessConflict(index.deleteEntity(OPEN, requestKey(id), { etag }));
    },
  };

  async function idsIn(partition: string): Promise<RequestId[]> {
    const rows = await readRows(index, odata`PartitionKey eq ${partition}`, ['RowKey']);
    return rows.map(({ rowKey }) => rowKey!);
  }
}

function ofPersonKey(id: PersonId): string {
  return `person-${personKey(id)}`;
}
