/** What pages ask to be mailed, through Azure Queue Storage: an address or the id of a link, gone once it is mailed. */
import { randomUUID } from 'node:crypto';
import type { QueueClient } from '@azure/storage-queue';
import { z } from 'zod';
import { isMail } from '../domain/mail-address';
import type { Errand, Errands } from '../ports/mailer';
import { createKeptQueue } from './kept-queue';

export interface ErrandQueueNeeds {
  readonly errands: QueueClient;
  readonly log: { warn(fields: object, message: string): void };
  /** After the first try that failed; doubled each time. */
  readonly firstWaitSeconds?: number;
}

/** A link that is mailed later helps nobody: whoever wanted it has asked again. */
const KEPT_SECONDS = 24 * 60 * 60;

const mail = z.string().refine(isMail);
const link = z.string().regex(/^[0-9a-f]{64}$/);
const Message = z.object({
  key: z.string().uuid(),
  errand: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ask-link'), mail }),
    z.object({ kind: z.literal('new-links'), mail }),
    z.object({ kind: z.literal('new-link'), link }),
    z.object({ kind: z.literal('code'), link }),
    z.object({ kind: z.literal('facilitating-link'), link }),
  ]),
});

export function createErrands({ errands, ...needs }: ErrandQueueNeeds): Errands {
  const kept = createKeptQueue<{ readonly key: string; readonly errand: Errand }>({
    queue: errands,
    schema: Message,
    called: 'errand',
    keptSeconds: KEPT_SECONDS,
    ...needs,
  });
  return {
    send: (errand) => kept.send({ key: randomUUID(), errand }),
    async receive() {
      const received = await kept.receive();
      return received.map((one) => ({ ...one.message, ...one, later: () => one.later(one.message) }));
    },
  };
}
