/** Own backups of the tables: what is read and written there, and where backups lie. Adapters are in azure. */
import type { Instant } from '../domain/intervals';

/** Every table of an installation; azure/clients.ts can have no other. */
export const TABLE_NAMES = [
  'requests',
  'index',
  'facilitators',
  'conversations',
  'tally',
  'facts',
  'figures',
  'links',
  'limits',
  'calls',
  'responses',
  'evaluations',
  'subscriptions',
  'deliveries',
  'governance',
  'erasures',
  'operations',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** Table Storage's own types ("Understanding the Table service data model"). */
export type ColumnType = 'String' | 'Int32' | 'Int64' | 'Double' | 'Boolean' | 'DateTime' | 'Guid' | 'Binary';

/** A property with its type; of numbers that fit and truth values as such, everything else as the service writes it. */
export interface Column {
  readonly type: ColumnType;
  readonly value: string | number | boolean;
}

/** A row as it is stored, without what the service adds to it. */
export interface StoredRow {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly columns: Readonly<Record<string, Column>>;
}

/** The rows of one installation. */
export interface TableRows {
  /**
   * Every row in key order, some at a time. `by partition`: each partition whole and as of one moment; otherwise as the pages
   * come, which is quicker and holds less in memory.
   */
  read(table: TableName, by: 'partition' | 'page'): AsyncIterable<readonly StoredRow[]>;
  isEmpty(table: TableName): Promise<boolean>;
  /** In the order given, each in place of what is there under its keys. */
  write(table: TableName, rows: readonly StoredRow[]): Promise<void>;
  /** One row, or the whole partition. Done when there is none. */
  remove(table: TableName, partitionKey: string, rowKey?: string): Promise<void>;
  /** Puts one row in place of itself, as it is when nobody writes in between. Done when there is none. */
  change(
    table: TableName,
    partitionKey: string,
    rowKey: string,
    to: (row: StoredRow) => StoredRow,
  ): Promise<void>;
  clear(table: TableName): Promise<void>;
}

/** What one table came to in a backup. */
export interface TableSummary {
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the blob, as hex. */
  readonly sha256: string;
}

/** Written last: a backup without one does not count. */
export interface Manifest {
  readonly id: string;
  /** Of the format, see FORMAT in backup/exporting.ts. */
  readonly format: number;
  /** Of the tables it was taken of. */
  readonly prefix: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  /** One that a newer version took may hold others besides. */
  readonly tables: Readonly<Partial<Record<TableName, TableSummary>>>;
}

/** Where backups lie: one folder each, with a blob for each table and the manifest. */
export interface BackupStore {
  /** Ids of every backup there is anything of, oldest first. */
  ids(): Promise<readonly string[]>;
  /** Undefined for one that was not finished. */
  manifest(id: string): Promise<Manifest | undefined>;
  putManifest(manifest: Manifest): Promise<void>;
  put(id: string, table: TableName, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  get(id: string, table: TableName): AsyncIterable<Uint8Array>;
  /** The manifest first, so that what is left of it counts no more. */
  remove(id: string): Promise<void>;
}
