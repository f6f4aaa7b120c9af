/** Wakes the worker through Azure Queue Storage. Messages hold ids only, and losing one loses only time. */
import { type DequeuedMessageItem, type QueueClient, RestError } from '@azure/storage-queue';
import { z } from 'zod';
import type { WakeUp, WakeUps } from '../ports';
import { requestKey } from './keys';
import { queueDeadline } from './patience';

export interface WakeUpQueueNeeds {
  readonly wakeUps: QueueClient;
  readonly log: { warn(fields: object, message: string): void };
}

/** A wake-up is sent before the save it tells of; this long the save has to arrive first. */
const HIDDEN_AT_FIRST_SECONDS = 1;
/** As long as a lane may be worked; after it, a message whose worker has died shows up again. */
const IN_HAND_SECONDS = 240;
/** A busy lane is asked again every other second, so this is some minutes; the sweep sees to the rest. */
const MOST_DELIVERIES = 200;
/** Never expires: the service's own limit is seven days. */
const FOR_EVER = -1;
/** As many as the service gives at once. */
const MOST_AT_ONCE = 32;

const Message = z.object({ requestId: z.string().transform(requestKey) });

export function createWakeUps({ wakeUps, log }: WakeUpQueueNeeds): WakeUps {
  return {
    async send(id) {
      await wakeUps.sendMessage(JSON.stringify({ requestId: requestKey(id) }), {
        visibilityTimeout: HIDDEN_AT_FIRST_SECONDS,
        messageTimeToLive: FOR_EVER,
        ...queueDeadline(),
      });
    },

    async receive(most) {
      const { receivedMessageItems } = await wakeUps.receiveMessages({
        numberOfMessages: Math.min(most, MOST_AT_ONCE),
        visibilityTimeout: IN_HAND_SECONDS,
        ...queueDeadline(),
      });
      const received = await Promise.all(receivedMessageItems.map(toWakeUp));
      return received.filter((wakeUp) => wakeUp !== undefined);
    },
  };

  /** A message that cannot be used goes, with a line in the log: it would come back for ever. */
  async function toWakeUp(message: DequeuedMessageItem): Promise<WakeUp | undefined> {
    const { messageId, dequeueCount } = message;
    const requestId = requestIdIn(message.messageText);
    if (requestId && dequeueCount <= MOST_DELIVERIES) return wakeUp(requestId, message);
    // Never its text: what is not ours may hold anything.
    log.warn(
      { messageId, dequeueCount, ...(requestId && { requestId }) },
      requestId
        ? 'wake-up given up on after many deliveries; the sweep goes on'
        : 'unreadable wake-up deleted',
    );
    await ifStillOurs(wakeUps.deleteMessage(messageId, message.popReceipt, queueDeadline()));
    return undefined;
  }

  function wakeUp(requestId: string, { messageId, messageText, popReceipt }: DequeuedMessageItem): WakeUp {
    return {
      requestId,
      async done() {
        await ifStillOurs(wakeUps.deleteMessage(messageId, popReceipt, queueDeadline()));
      },
      async again(seconds) {
        await ifStillOurs(
          wakeUps.updateMessage(messageId, popReceipt, messageText, seconds, queueDeadline()),
        );
      },
    };
  }
}

function requestIdIn(text: string): string | undefined {
  try {
    return Message.parse(JSON.parse(text)).requestId;
  } catch {
    return undefined;
  }
}

/** A message that showed up again meanwhile belongs to whoever has it now. */
export async function ifStillOurs(change: Promise<unknown>): Promise<void> {
  try {
    await change;
  } catch (error) {
    const gone =
      error instanceof RestError && ['MessageNotFound', 'PopReceiptMismatch'].includes(error.code ?? '');
    if (!gone) throw error;
  }
}
