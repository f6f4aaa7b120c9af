/** What there is to look at in the organiser's calendar, through Azure Queue Storage: ids only, kept until it is worked. */
import type { QueueClient } from '@azure/storage-queue';
import { z } from 'zod';
import { type CalendarNews, type CalendarQueue, LIFECYCLE_EVENTS } from '../ports/calendar-watch';
import { createKeptQueue } from './kept-queue';

export interface CalendarQueueNeeds {
  readonly eventChanges: QueueClient;
  readonly log: { warn(fields: object, message: string): void };
  /** After the first try that failed; doubled each time. */
  readonly firstWaitSeconds?: number;
}

/** A message may take 64 KiB, and an id some hundreds of characters. */
const MOST_IDS = 50;

const News = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('events'), ids: z.array(z.string().min(1)) }),
  z.object({ kind: z.literal('everything') }),
  z.object({ kind: z.literal('lifecycle'), event: z.enum(LIFECYCLE_EVENTS) }),
]);

/** Never expires; what is given up on after more than a day, the weekly reading of everything sees to. */
export function createCalendarQueue({ eventChanges, ...needs }: CalendarQueueNeeds): CalendarQueue {
  const kept = createKeptQueue<CalendarNews>({
    queue: eventChanges,
    schema: News,
    called: 'calendar changes',
    ...needs,
  });
  return {
    async send(news) {
      await Promise.all(inMessages(news).map((one) => kept.send(one)));
    },
    async receive() {
      const received = await kept.receive();
      return received.map(({ message: news, ...rest }) => ({ news, ...rest }));
    },
  };
}

function inMessages(news: CalendarNews): CalendarNews[] {
  if (news.kind !== 'events') return [news];
  const count = Math.ceil(news.ids.length / MOST_IDS);
  return Array.from({ length: count }, (_, n) => ({
    kind: 'events',
    ids: news.ids.slice(n * MOST_IDS, (n + 1) * MOST_IDS),
  }));
}
