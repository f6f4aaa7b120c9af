/**
 * How often strangers ask for what: one partition for each kind, one row for each hour and whoever is counted, whose name
 * is a hash that is another in the next hour. Nothing readable is stored, and of past hours soon nothing at all.
 */
import { createHash } from 'node:crypto';
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import type { Instant } from '../domain/intervals';
import type { Counted, Limits } from '../ports/links';
import { createCounter } from './counter';
import { limitKey } from './keys';
import { commit } from './rows';

export interface LimitNeeds {
  readonly limits: TableClient;
  readonly now: () => Instant;
}

/** More than one row goes for each that comes, so that old ones do not pile up; a transaction takes no more than 100. */
const MOST_REMOVED = 50;
/** `YYYY-MM-DDTHH`: keys of an earlier hour sort before those of a later. */
const HOUR_LENGTH = 13;

export function createLimits({ limits, now }: LimitNeeds): Limits {
  const counter = createCounter(limits);
  /** Of which kinds nothing is left of before which hour, as far as this instance knows: saves it looking again. */
  const clearedBefore = new Map<string, string>();

  return {
    async take(what, most) {
      const hour = new Date(now()).toISOString().slice(0, HOUR_LENGTH);
      const partitionKey = limitKey(what.kind);
      // What is far above is not counted: whoever floods a page costs a read each time and stands in nobody's way.
      const count = await counter.up({ partitionKey, rowKey: rowOf(what, hour), most: most + 1 });
      if (count === 1) await clear(partitionKey, hour);
      if (count <= most) return 'within';
      return count === most + 1 ? 'reached' : 'above';
    },
  };

  /** Another instance may be at the same; what one leaves, the next to count something new takes away. */
  async function clear(partitionKey: string, hour: string): Promise<void> {
    if (clearedBefore.get(partitionKey) === hour) return;
    const queryOptions = {
      filter: odata`PartitionKey eq ${partitionKey} and RowKey lt ${hour}`,
      select: ['PartitionKey', 'RowKey'],
    };
    const pages = limits
      .listEntities<{ rowKey: string }>({ queryOptions })
      .byPage({ maxPageSize: MOST_REMOVED });
    for await (const page of pages) {
      const past = page.map((row): TransactionAction => ['delete', { partitionKey, rowKey: row.rowKey }]);
      if (past.length > 0) await commit(limits, past);
      if (past.length < MOST_REMOVED) clearedBefore.set(partitionKey, hour);
      break;
    }
  }
}

/** With the hour in it, so that nobody can be followed from one hour to the next. */
function rowOf({ kind, of }: Counted, hour: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([kind, of, hour]))
    .digest('hex');
  return `${hour}_${hash}`;
}
