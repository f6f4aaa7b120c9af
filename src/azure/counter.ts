/** Numbers that are raised by whoever comes, one row each. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { TableClient } from '@azure/data-tables';
import pLimit from 'p-limit';
import { Fault } from '../ports';
import { fromData, readRow, type Row, toData, unlessConflict } from './rows';

export interface Counting {
  readonly partitionKey: string;
  readonly rowKey: string;
  /** Stored with the number. */
  readonly beside?: object;
  /** From there on nothing is written any more. */
  readonly most?: number;
}

export interface Counter {
  /** One more: the number with it; where `most` had been reached, one above it. */
  up(what: Counting): Promise<number>;
}

/** Other instances may count the same at once; each gets a turn well before this. */
const MOST_TRIES = 40;
const JITTER_MS = 40;

export function createCounter(table: TableClient): Counter {
  /** Of one instance one at a time, so that they do not stand in each other's way. */
  const inTurn = pLimit(1);
  return { up: (what) => inTurn(() => raise(table, what)) };
}

/** The number in a row. */
export function countIn(row: Row): number {
  return fromData<{ count: number }>(row).count;
}

/** A write whose answer was lost is made again, so that storage in trouble may count one too many, never too few. */
async function raise(
  table: TableClient,
  { partitionKey, rowKey, beside = {}, most = Infinity }: Counting,
): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const row = await readRow(table, partitionKey, rowKey);
    const before = row ? countIn(row) : 0;
    if (before >= most) return most + 1;
    const count = before + 1;
    const next = { partitionKey, rowKey, data: toData({ ...beside, count }, 'a count') };
    const write = row ? table.updateEntity(next, 'Replace', { etag: row.etag }) : table.createEntity(next);
    if ((await unlessConflict(write)) !== 'conflict') return count;
    await sleep(Math.random() * JITTER_MS);
  }
  throw new Fault(`Expected a turn in counting in ${partitionKey} within ${MOST_TRIES} tries, got none`);
}
