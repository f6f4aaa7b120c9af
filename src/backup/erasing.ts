/** Erases so that it stays erased: recorded before it is deleted, and taken out of whatever is restored. */
import { createHash } from 'node:crypto';
import type { Instant } from '../domain/intervals';
import { Fault } from '../ports';
import type { Column, StoredRow, TableName, TableRows } from '../ports/backups';
import type { Erasure, ErasureList, Erasures, RecordedErasure } from '../ports/erasures';

export interface ErasingNeeds {
  readonly list: ErasureList;
  readonly rows: Pick<TableRows, 'remove' | 'change'>;
  readonly now: () => Instant;
}

const CODE = /^[a-z][a-z-]{0,39}$/;

export function createErasures({ list, rows, now }: ErasingNeeds): Erasures {
  return {
    async erase(what) {
      const at = now();
      await list.record(what.map((each) => recorded(each, at)));
      for (const each of what) await remove(each);
    },
  };

  async function remove({ table, partitionKey, rowKey, property }: Erasure): Promise<void> {
    if (property === undefined) return rows.remove(table, partitionKey, rowKey);
    return rows.change(table, partitionKey, rowKey, (row) => without(row, property));
  }
}

/** The list is kept for good: what is in it may not name anybody. */
function recorded({ table, partitionKey, rowKey, property, why }: Erasure, at: Instant): RecordedErasure {
  if (!CODE.test(why))
    throw new Fault(`Expected why something is erased as a code, got ${JSON.stringify(why.slice(0, 60))}`, {
      permanent: true,
    });
  const hash = keysHash(table, partitionKey, rowKey);
  return { table, hash, at, why, ...(property !== undefined && { property }) };
}

/**
 * SHA-256 of the keys. A request's id is by chance; of a person's id it tells nobody who they were, but whoever has a list of ids
 * can see whether theirs is among them.
 */
export function keysHash(table: TableName, partitionKey: string, rowKey?: string): string {
  return createHash('sha256')
    .update(JSON.stringify([table, partitionKey, ...(rowKey === undefined ? [] : [rowKey])]))
    .digest('hex');
}

export interface Replay {
  /** The row as it may be restored, or undefined where it may not. */
  of(table: TableName, row: StoredRow): StoredRow | undefined;
  /** How many rows it has kept out or changed. */
  readonly count: number;
}

export function createReplay(erasures: readonly RecordedErasure[]): Replay {
  const whole = new Set<string>();
  const parts = new Map<string, string[]>();
  for (const { hash, property } of erasures)
    if (property === undefined) whole.add(hash);
    else parts.set(hash, [...(parts.get(hash) ?? []), property]);
  let count = 0;
  return {
    of(table, row) {
      const ofRow = keysHash(table, row.partitionKey, row.rowKey);
      const isErased = whole.has(ofRow) || whole.has(keysHash(table, row.partitionKey));
      const gone = parts.get(ofRow);
      if (!isErased && !gone) return row;
      count += 1;
      return isErased ? undefined : gone!.reduce(without, row);
    },
    get count() {
      return count;
    },
  };
}

/** A column, or a field in the JSON of one; what is not there is gone already. */
function without(row: StoredRow, property: string): StoredRow {
  const [name = '', ...path] = property.split('.');
  const { [name]: column, ...others } = row.columns;
  if (!column) return row;
  const left: Record<string, Column> = path.length === 0 ? {} : { [name]: withoutField(column, path) };
  return { ...row, columns: { ...others, ...left } };
}

function withoutField(column: Column, path: readonly string[]): Column {
  const content: unknown = JSON.parse(String(column.value));
  let holder: unknown = content;
  for (const step of path.slice(0, -1)) holder = (holder as Record<string, unknown> | undefined)?.[step];
  if (typeof holder !== 'object' || holder === null) return column;
  delete (holder as Record<string, unknown>)[path.at(-1)!];
  return { ...column, value: JSON.stringify(content) };
}
