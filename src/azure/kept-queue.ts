/** Messages in Azure Queue Storage that are kept until they are worked, each try after a longer wait than the one before. */
import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { z } from 'zod';
import { queueDeadline } from './patience';
import { ifStillOurs } from './wake-up-queue';

export interface KeptQueueNeeds<Message> {
  readonly queue: QueueClient;
  /** What comes out of the queue is read by it: what is not ours may hold anything. */
  readonly schema: z.ZodType<Message, z.ZodTypeDef, unknown>;
  /** For the log: "calendar changes". */
  readonly called: string;
  readonly log: { warn(fields: object, message: string): void };
  /** Absent: for ever. */
  readonly keptSeconds?: number;
  /** After the first try that failed; doubled each time. */
  readonly firstWaitSeconds?: number;
}

export interface KeptMessage<Message> {
  readonly message: Message;
  done(): Promise<void>;
  /** What is left of it comes again. */
  later(left: Message): Promise<void>;
}

export interface KeptQueue<Message> {
  send(message: Message): Promise<void>;
  receive(): Promise<readonly KeptMessage<Message>[]>;
}

/** As long as a batch may take; after it, a message whose instance has died shows up again. */
const IN_HAND_SECONDS = 240;
/** With the waits below more than a day. */
const MOST_DELIVERIES = 200;
const LONGEST_WAIT_SECONDS = 600;
/** The service's own limit is seven days unless told so. */
const FOR_EVER = -1;
/** As many as the service gives at once. */
const MOST_AT_ONCE = 32;

export function createKeptQueue<Message>({
  queue,
  schema,
  called,
  log,
  keptSeconds = FOR_EVER,
  firstWaitSeconds = 15,
}: KeptQueueNeeds<Message>): KeptQueue<Message> {
  return {
    async send(message) {
      await queue.sendMessage(JSON.stringify(message), {
        messageTimeToLive: keptSeconds,
        ...queueDeadline(),
      });
    },

    async receive() {
      const { receivedMessageItems } = await queue.receiveMessages({
        numberOfMessages: MOST_AT_ONCE,
        visibilityTimeout: IN_HAND_SECONDS,
        ...queueDeadline(),
      });
      const received = await Promise.all(receivedMessageItems.map(toMessage));
      return received.filter((one) => one !== undefined);
    },
  };

  /** A message that cannot be used goes, with a line in the log: it would come back for ever. */
  async function toMessage(item: DequeuedMessageItem): Promise<KeptMessage<Message> | undefined> {
    const { messageId, dequeueCount, popReceipt } = item;
    const read = schema.safeParse(parsed(item.messageText));
    if (read.success && dequeueCount <= MOST_DELIVERIES) return keptMessage(read.data, item);
    log.warn(
      { messageId, dequeueCount },
      read.success ? `${called} given up on after many tries` : `unreadable ${called} deleted`,
    );
    await ifStillOurs(queue.deleteMessage(messageId, popReceipt, queueDeadline()));
    return undefined;
  }

  function keptMessage(message: Message, item: DequeuedMessageItem): KeptMessage<Message> {
    const { messageId, popReceipt, dequeueCount } = item;
    return {
      message,
      async done() {
        await ifStillOurs(queue.deleteMessage(messageId, popReceipt, queueDeadline()));
      },
      async later(left) {
        const seconds = Math.min(firstWaitSeconds * 2 ** (dequeueCount - 1), LONGEST_WAIT_SECONDS);
        const text = JSON.stringify(left);
        await ifStillOurs(queue.updateMessage(messageId, popReceipt, text, seconds, queueDeadline()));
      },
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no schema takes it, so that it is told of, without its text
  }
}
