/** Erases so that it stays erased: recorded before it is deleted, and taken out of whatever is restored. */
import type { Instant } from '../domain/intervals';
import { Fault } from '../ports';
import type { Column, StoredRow, TableName, TableRows } from '../ports/backups';
import type {
  Erasure,
  ErasureList,
  Erasures,
  PersonForgotten,
  RecordedErasure,
  RowErasure,
} from '../ports/erasures';
import { createForgetting } from './forgetting';
import { keysHash, personHash } from './hashes';

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
    async forget({ keys, spared, why }) {
      const at = now();
      checkCode(why);
      const places = spared.map(({ table, partitionKey, rowKey }) => keysHash(table, partitionKey, rowKey));
      await list.record(
        keys.map((key): PersonForgotten => ({ person: personHash(key), spared: places, at, why })),
      );
    },
  };

  async function remove({ table, partitionKey, rowKey, property }: Erasure): Promise<void> {
    if (property === undefined) return rows.remove(table, partitionKey, rowKey);
    return rows.change(table, partitionKey, rowKey, (row) => without(row, property));
  }
}

/** The list is kept for good: what is in it may not name anybody. */
function recorded({ table, partitionKey, rowKey, property, why }: Erasure, at: Instant): RowErasure {
  checkCode(why);
  const hash = keysHash(table, partitionKey, rowKey);
  return { table, hash, at, why, ...(property !== undefined && { property }) };
}

function checkCode(why: string): void {
  if (!CODE.test(why))
    throw new Fault(`Expected why something is erased as a code, got ${JSON.stringify(why.slice(0, 60))}`, {
      permanent: true,
    });
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
  for (const each of erasures) {
    if ('person' in each) continue;
    const { hash, property } = each;
    if (property === undefined) whole.add(hash);
    else parts.set(hash, [...(parts.get(hash) ?? []), property]);
  }
  const forget = createForgetting(erasures.filter((each) => 'person' in each));
  let count = 0;
  return {
    of(table, row) {
      const ofRow = keysHash(table, row.partitionKey, row.rowKey);
      const isErased = whole.has(ofRow) || whole.has(keysHash(table, row.partitionKey));
      const gone = parts.get(ofRow);
      const left = isErased ? undefined : forget(table, (gone ?? []).reduce(without, row));
      if (left !== row) count += 1;
      return left;
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
