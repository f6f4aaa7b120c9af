/** What all instances know together of the organiser's calendar: single rows beside the conversations. */
import type { TableClient } from '@azure/data-tables';
import type { CalendarReading, Kept, KnownSubscription, SharedRow } from '../ports/calendar-watch';
import { fromData, readRow, toData, unlessConflict } from './rows';

const CALENDAR = 'calendar';

interface CalendarRowsNeeds {
  readonly conversations: TableClient;
}

export function createSubscriptionRow({ conversations }: CalendarRowsNeeds): SharedRow<KnownSubscription> {
  return sharedRow(conversations, 'subscription');
}

export function createReadingRow({ conversations }: CalendarRowsNeeds): SharedRow<CalendarReading> {
  return sharedRow(conversations, 'reading');
}

function sharedRow<Value extends object>(table: TableClient, rowKey: string): SharedRow<Value> {
  return {
    async find() {
      const found = await readRow(table, CALENDAR, rowKey);
      return found && { row: fromData<Value>(found), version: found.etag };
    },
    async put(row, was) {
      const entity = { partitionKey: CALENDAR, rowKey, data: toData(row, `the calendar's ${rowKey}`) };
      const written = await unlessConflict(
        was ? table.updateEntity(entity, 'Replace', { etag: was.version }) : table.createEntity(entity),
      );
      if (written === 'conflict') return 'conflict';
      return { row, version: written.etag ?? '' } satisfies Kept<Value>;
    },
  };
}
