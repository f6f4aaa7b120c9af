/** Where the sweep keeps how far it has read, and the queue of what changed in the calendar, in memory. */
import type {
  CalendarNews,
  CalendarQueue,
  CalendarReading,
  Kept,
  SharedRow,
} from '../../src/ports/calendar-watch';

export function createMemoryRow(): SharedRow<CalendarReading> {
  let kept: Kept<CalendarReading> | undefined;
  let versions = 0;
  return {
    find: async () => kept,
    async put(row, was) {
      if (was?.version !== kept?.version) return 'conflict';
      kept = { row, version: String((versions += 1)) };
      return kept;
    },
  };
}

export interface MemoryCalendarQueue extends CalendarQueue {
  /** What was put off shows up again. */
  showAgain(): void;
}

export function createMemoryCalendarQueue(): MemoryCalendarQueue {
  const waiting: CalendarNews[] = [];
  const later: CalendarNews[] = [];
  return {
    send: async (news) => void waiting.push(news),
    receive: async () =>
      waiting.splice(0, 32).map((news) => ({
        news,
        done: async () => undefined,
        later: async (left) => void later.push(left),
      })),
    showAgain: () => void waiting.push(...later.splice(0)),
  };
}
