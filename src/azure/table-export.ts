/** Rows of all tables, read and written as they are stored. */
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import { Fault } from '../ports';
import { type StoredRow, TABLE_NAMES, type TableName, type TableRows } from '../ports/backups';
import type { DatedRow, DatedRows } from '../ports/retention';
import { readExactly, toEntity, toStored } from './exact-types';
import { unlessConflict } from './rows';

/** A page, or what is read in one go of a partition; the service gives no more. */
const PAGE = 1_000;
/** A transaction takes 100 operations and 4 MiB; of what JSON makes of it half leaves room for how it is sent. */
const MOST_ROWS = 100;
const MOST_CHARACTERS = 1024 * 1024;
/** Somebody would have to write in between each time. */
const MOST_READINGS = 20;

/** The clients must be patient ones, and nobody else's: they are made to read types exactly. */
export function createTableRows(tables: Readonly<Record<TableName, TableClient>>): TableRows {
  for (const name of TABLE_NAMES) readExactly(tables[name]);
  return {
    read: (table, by) => (by === 'page' ? pages(tables[table], '') : partitions(tables[table])),

    async isEmpty(table) {
      const queryOptions = { select: ['PartitionKey'] };
      for await (const page of tables[table].listEntities({ queryOptions }).byPage({ maxPageSize: 1 }))
        if (page.length > 0) return false;
      return true;
    },

    async write(table, rows) {
      for (const together of inTransactions(rows))
        await tables[table].submitTransaction(
          together.map((row): TransactionAction => ['upsert', toEntity(row), 'Replace']),
        );
    },

    async remove(table, partitionKey, rowKey) {
      if (rowKey !== undefined) await unlessConflict(tables[table].deleteEntity(partitionKey, rowKey));
      else await removeAll(tables[table], odata`PartitionKey eq ${partitionKey}`);
    },

    async change(table, partitionKey, rowKey, to) {
      for (let tries = 0; tries < MOST_READINGS; tries += 1) {
        const row = await readExact(tables[table], partitionKey, rowKey);
        if (!row) return;
        const written = tables[table].updateEntity(toEntity(to(toStored(row))), 'Replace', {
          etag: row.etag,
        });
        if ((await unlessConflict(written)) !== 'conflict') return;
      }
      throw new Fault(`Expected a turn in changing a row within ${MOST_READINGS} tries, got none`);
    },

    clear: (table) => removeAll(tables[table], ''),
  };
}

/** The same rows with the service's own time of their last write; of the same clients as `createTableRows`. */
export function createDatedRows(tables: Readonly<Record<TableName, TableClient>>): DatedRows {
  return {
    async *read(table) {
      const list = tables[table].listEntities<{ timestamp: string }>({ disableTypeConversion: true });
      for await (const page of list.byPage({ maxPageSize: PAGE }))
        if (page.length > 0)
          yield page.map((row): DatedRow => ({ ...toStored(row), writtenAt: writtenAt(row) }));
    },
  };
}

function writtenAt({ timestamp }: { readonly timestamp?: unknown }): number {
  const at = Date.parse(String((timestamp as { value?: string }).value ?? timestamp));
  if (Number.isNaN(at)) throw new Fault('Expected a row to say when it was written, got none that does');
  return at;
}

async function readExact(table: TableClient, partitionKey: string, rowKey: string) {
  const filter = odata`PartitionKey eq ${partitionKey} and RowKey eq ${rowKey}`;
  for await (const row of table.listEntities({ queryOptions: { filter }, disableTypeConversion: true }))
    return row;
  return undefined;
}

async function* pages(table: TableClient, filter: string): AsyncGenerator<readonly StoredRow[]> {
  const list = table.listEntities({
    ...(filter !== '' && { queryOptions: { filter } }),
    disableTypeConversion: true,
  });
  for await (const page of list.byPage({ maxPageSize: PAGE })) if (page.length > 0) yield page.map(toStored);
}

/** Which there are is read first; each is then read by itself, because only one partition in one go is of one moment. */
async function* partitions(table: TableClient): AsyncGenerator<readonly StoredRow[]> {
  let last: string | undefined;
  for await (const { partitionKey } of table.listEntities({ queryOptions: { select: ['PartitionKey'] } })) {
    if (partitionKey === undefined || partitionKey === last) continue;
    last = partitionKey;
    const rows = await wholePartition(table, partitionKey);
    if (rows.length > 0) yield rows;
  }
}

async function wholePartition(table: TableClient, partitionKey: string): Promise<readonly StoredRow[]> {
  let before: string | undefined;
  for (let readings = 0; readings < MOST_READINGS; readings += 1) {
    const { rows, versions, inOneGo } = await readPartition(table, partitionKey);
    // Larger than one page it may have changed between two: then until two readings agree.
    if (inOneGo || versions === before) return rows;
    before = versions;
  }
  throw new Fault(`Expected a partition to stand still within ${MOST_READINGS} readings, got none that did`);
}

async function readPartition(table: TableClient, partitionKey: string) {
  const rows: StoredRow[] = [];
  const versions: string[] = [];
  let pagesRead = 0;
  const list = table.listEntities({
    queryOptions: { filter: odata`PartitionKey eq ${partitionKey}` },
    disableTypeConversion: true,
  });
  for await (const page of list.byPage({ maxPageSize: PAGE })) {
    pagesRead += 1;
    rows.push(...page.map(toStored));
    versions.push(...page.map(({ rowKey, etag }) => `${rowKey} ${etag}`));
  }
  return { rows, versions: versions.join('\n'), inOneGo: pagesRead <= 1 };
}

async function removeAll(table: TableClient, filter: string): Promise<void> {
  const queryOptions = { ...(filter !== '' && { filter }), select: ['PartitionKey', 'RowKey'] };
  for await (const page of table.listEntities({ queryOptions }).byPage({ maxPageSize: MOST_ROWS }))
    for (const together of inTransactions(
      page.map(({ partitionKey, rowKey }) => ({
        partitionKey: partitionKey!,
        rowKey: rowKey!,
        columns: {},
      })),
    ))
      await table.submitTransaction(
        together.map(({ partitionKey, rowKey }): TransactionAction => ['delete', { partitionKey, rowKey }]),
      );
}

/** In their order; a transaction is of one partition. */
function* inTransactions(rows: readonly StoredRow[]): Generator<readonly StoredRow[]> {
  let together: StoredRow[] = [];
  let characters = 0;
  for (const row of rows) {
    const length = JSON.stringify(row.columns).length;
    const isFull = together.length === MOST_ROWS || characters + length > MOST_CHARACTERS;
    if (together.length > 0 && (isFull || row.partitionKey !== together[0]!.partitionKey)) {
      yield together;
      together = [];
      characters = 0;
    }
    together.push(row);
    characters += length;
  }
  if (together.length > 0) yield together;
}
