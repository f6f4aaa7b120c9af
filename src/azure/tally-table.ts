/**
 * How often what happened: one partition a month, one row for each kind and agency, holding a number and nothing else.
 * What is stored with a row by the service is only when the number was last raised.
 */
import { odata, type TableClient } from '@azure/data-tables';
import type { Counted, Tally } from '../ports';
import { countIn, createCounter } from './counter';
import { countKey, monthKey } from './keys';
import { fromData, readRows } from './rows';

export interface TallyTable extends Tally {
  /** Everything counted in a month (YYYY-MM), by kind and agency. */
  counts(month: string): Promise<readonly (Counted & { readonly count: number })[]>;
}

export function createTally({ tally }: { readonly tally: TableClient }): TallyTable {
  const counter = createCounter(tally);
  return {
    async count({ kind, agency, month }) {
      await counter.up({
        partitionKey: monthKey(month),
        rowKey: countKey(kind, agency),
        beside: { kind, agency },
      });
    },

    async counts(month) {
      const rows = await readRows(tally, odata`PartitionKey eq ${monthKey(month)}`);
      return rows.map((row) => ({ ...fromData<Omit<Counted, 'month'>>(row), month, count: countIn(row) }));
    },
  };
}
