/** What there is to look at in the organiser's calendar, through Azure Queue Storage: ids only, kept until it is worked. */
import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import { z } from 'zod';
import {
  type CalendarNews,
  type CalendarQueue,
  LIFECYCLE_EVENTS,
  type ReceivedNews,
} from '../ports/calendar-watch';
import { queueDeadline } from './patience';
import { ifStillOurs } from './wake-up-queue';

export interface CalendarQueueNeeds {
  readonly eventChanges: QueueClient;
  readonly log: { warn(fields: object, message: string): void };
  /** After the first try that failed; doubled each time. */
  readonly firstWaitSeconds?: number;
}

/** As long as a batch may take; after it, a message whose instance has died shows up again. */
const IN_HAND_SECONDS = 240;
/** With the waits below more than a day; the weekly reading of everything sees to the rest. */
const MOST_DELIVERIES = 200;
const LONGEST_WAIT_SECONDS = 600;
/** Never expires: the service's own limit is seven days. */
const FOR_EVER = -1;
/** As many as the service gives at once. */
const MOST_AT_ONCE = 32;
/** A message may take 64 KiB, and an id some hundreds of characters. */
const MOST_IDS = 50;

const News = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('events'), ids: z.array(z.string().min(1)) }),
  z.object({ kind: z.literal('everything') }),
  z.object({ kind: z.literal('lifecycle'), event: z.enum(LIFECYCLE_EVENTS) }),
]);

export function createCalendarQueue({
  eventChanges,
  log,
  firstWaitSeconds = 15,
}: CalendarQueueNeeds): CalendarQueue {
  return {
    async send(news) {
      await Promise.all(
        inMessages(news).map((one) =>
          eventChanges.sendMessage(JSON.stringify(one), {
            messageTimeToLive: FOR_EVER,
            ...queueDeadline(),
          }),
        ),
      );
    },

    async receive() {
      const { receivedMessageItems } = await eventChanges.receiveMessages({
        numberOfMessages: MOST_AT_ONCE,
        visibilityTimeout: IN_HAND_SECONDS,
        ...queueDeadline(),
      });
      const received = await Promise.all(receivedMessageItems.map(toNews));
      return received.filter((one) => one !== undefined);
    },
  };

  /** A message that cannot be used goes, with a line in the log: it would come back for ever. */
  async function toNews(message: DequeuedMessageItem): Promise<ReceivedNews | undefined> {
    const { messageId, dequeueCount, popReceipt } = message;
    const news = newsIn(message.messageText);
    if (news && dequeueCount <= MOST_DELIVERIES) return receivedNews(news, message);
    log.warn(
      { messageId, dequeueCount },
      news ? 'calendar changes given up on after many tries' : 'unreadable calendar changes deleted',
    );
    await ifStillOurs(eventChanges.deleteMessage(messageId, popReceipt, queueDeadline()));
    return undefined;
  }

  function receivedNews(news: CalendarNews, message: DequeuedMessageItem): ReceivedNews {
    const { messageId, popReceipt, dequeueCount } = message;
    return {
      news,
      async done() {
        await ifStillOurs(eventChanges.deleteMessage(messageId, popReceipt, queueDeadline()));
      },
      async later(left) {
        const seconds = Math.min(firstWaitSeconds * 2 ** (dequeueCount - 1), LONGEST_WAIT_SECONDS);
        const text = JSON.stringify(left);
        await ifStillOurs(eventChanges.updateMessage(messageId, popReceipt, text, seconds, queueDeadline()));
      },
    };
  }
}

function inMessages(news: CalendarNews): CalendarNews[] {
  if (news.kind !== 'events') return [news];
  const count = Math.ceil(news.ids.length / MOST_IDS);
  return Array.from({ length: count }, (_, n) => ({
    kind: 'events',
    ids: news.ids.slice(n * MOST_IDS, (n + 1) * MOST_IDS),
  }));
}

function newsIn(text: string): CalendarNews | undefined {
  try {
    return News.parse(JSON.parse(text));
  } catch {
    return undefined; // the caller tells of it, without its text
  }
}
