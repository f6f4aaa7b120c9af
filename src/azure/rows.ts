/** Reading and writing rows: what is stored is JSON in one string property, and what went wrong is told apart. */
import {
  RestError,
  type TableClient,
  type TableEntityResult,
  type TransactionAction,
} from '@azure/data-tables';
import { Fault } from '../ports';

/** A row as we write it: the JSON, and columns only where they are filtered by or read by people. */
export type Columns = Record<string, unknown> & { readonly data: string };
export type Row = TableEntityResult<Columns>;

/** A string property holds 32 Ki UTF-16 characters at most ("Understanding the Table service data model"). */
export const LONGEST_PROPERTY = 32 * 1024;

/** What is stored of a value. Throws a permanent `Fault` when it is too long to be stored; `what` names it there. */
export function toData(value: object, what: string): string {
  const data = JSON.stringify(value);
  if (data.length <= LONGEST_PROPERTY) return data;
  throw new Fault(
    `Expected ${what} to take at most ${LONGEST_PROPERTY} characters as JSON, got ${data.length}`,
    { permanent: true },
  );
}

/** A stored value; only for rows written through `toData` of the same type. */
export function fromData<T>({ data }: { readonly data: string }): T {
  return JSON.parse(data) as T;
}

/** One point read; undefined when there is no such row. */
export async function readRow(
  table: TableClient,
  partitionKey: string,
  rowKey: string,
): Promise<Row | undefined> {
  try {
    return await table.getEntity<Columns>(partitionKey, rowKey);
  } catch (error) {
    if (isMissingRow(error)) return undefined;
    throw error;
  }
}

/** Every row a filter selects, in key order; pages of a thousand are read as needed. Build filters with `odata`. */
export async function readRows(
  table: TableClient,
  filter: string,
  select?: readonly string[],
): Promise<Row[]> {
  const rows: Row[] = [];
  const queryOptions = { filter, ...(select && { select: [...select] }) };
  for await (const row of table.listEntities<Columns>({ queryOptions })) rows.push(row);
  return rows;
}

/**
 * All or nothing, in one partition. `conflict`: a row was there, was gone, or was not in the version expected.
 * At most 100 operations fit in; ours are about a dozen. A `delete` cannot be made conditional here, the SDK drops its
 * etag: pair it with an `update` that is.
 */
export async function commit(
  table: TableClient,
  actions: TransactionAction[],
): Promise<'committed' | 'conflict'> {
  return unlessConflict(table.submitTransaction(actions).then(() => 'committed' as const));
}

/** The result of one conditional write, or `conflict`. Every other failure is thrown. */
export async function unlessConflict<T>(write: Promise<T>): Promise<T | 'conflict'> {
  try {
    return await write;
  } catch (error) {
    if (isMissingRow(error) || hasCode(error, 'UpdateConditionNotSatisfied', 'EntityAlreadyExists'))
      return 'conflict';
    throw error;
  }
}

/** A missing table is a fault, a missing row is an answer; both are 404. */
function isMissingRow(error: unknown): boolean {
  return hasCode(error, 'ResourceNotFound', 'EntityNotFound');
}

/** The service's own code: in `code` for a transaction, in `details` for a single operation. */
function hasCode(error: unknown, ...codes: string[]): boolean {
  if (!(error instanceof RestError)) return false;
  const details = error.details as { odataError?: { code?: string } } | undefined;
  const code = details?.odataError?.code ?? error.code;
  return code !== undefined && codes.includes(code);
}
