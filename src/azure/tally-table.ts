/**
 * How often what happened: one partition a month, one row for each kind and agency, holding a number and nothing else.
 * What is stored with a row by the service is only when the number was last raised.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { odata, type TableClient } from '@azure/data-tables';
import pLimit from 'p-limit';
import { type Counted, Fault, type Tally } from '../ports';
import { countKey, monthKey } from './keys';
import { fromData, readRow, readRows, type Row, toData, unlessConflict } from './rows';

export interface TallyTable extends Tally {
  /** Everything counted in a month (YYYY-MM), by kind and agency. */
  counts(month: string): Promise<readonly (Counted & { readonly count: number })[]>;
}

/** Other instances may count the same at once; each gets a turn well before this. */
const MOST_TRIES = 40;
const JITTER_MS = 40;

export function createTally({ tally }: { readonly tally: TableClient }): TallyTable {
  /** Of one instance one at a time, so that they do not stand in each other's way. */
  const inTurn = pLimit(1);

  return {
    count: (what) => inTurn(() => raise(what)),

    async counts(month) {
      const rows = await readRows(tally, odata`PartitionKey eq ${monthKey(month)}`);
      return rows.map((row) => ({ ...fromData<Omit<Counted, 'month'>>(row), month, count: countIn(row) }));
    },
  };

  /** A write whose answer was lost is made again, so that storage in trouble may count one too many, never too few. */
  async function raise({ kind, agency, month }: Counted): Promise<void> {
    const [partitionKey, rowKey] = [monthKey(month), countKey(kind, agency)];
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const row = await readRow(tally, partitionKey, rowKey);
      const count = (row ? countIn(row) : 0) + 1;
      const next = { partitionKey, rowKey, data: toData({ kind, agency, count }, 'a count') };
      const write = row ? tally.updateEntity(next, 'Replace', { etag: row.etag }) : tally.createEntity(next);
      if ((await unlessConflict(write)) !== 'conflict') return;
      await sleep(Math.random() * JITTER_MS);
    }
    throw new Fault(`Expected a turn in counting ${kind} within ${MOST_TRIES} tries, got none`);
  }
}

function countIn(row: Row): number {
  return fromData<{ count: number }>(row).count;
}
