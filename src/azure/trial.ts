/** Proves that tables and queues can be written to, with what nothing else reads and what is taken away again. */
import { TableClient } from '@azure/data-tables';
import type { QueueClient } from '@azure/storage-queue';
import type { Storage } from './clients';
import { queueDeadline } from './patience';
import { readRow, unlessConflict } from './rows';
import { ifStillOurs } from './wake-up-queue';

/** In the table of conversations, where only single rows are looked for; the same one always, so that none is left behind. */
const ROW = { partitionKey: 'doctor', rowKey: 'trial' };
/** Out of everybody's sight, and gone by itself should it not be removed: it never shows up. */
const HIDDEN_SECONDS = 120;

/** `missing`: a table is not there. Everything else is thrown. */
export async function provesTables(storage: Storage): Promise<'proved' | 'missing'> {
  const tables = Object.values(storage).filter((each) => each instanceof TableClient);
  return unlessMissing(async () => {
    await Promise.all(tables.map((table) => readRow(table, ROW.partitionKey, ROW.rowKey)));
    await storage.conversations.upsertEntity(ROW, 'Replace');
    await unlessConflict(storage.conversations.deleteEntity(ROW.partitionKey, ROW.rowKey));
  });
}

/** `missing`: a queue is not there. Everything else is thrown. */
export async function provesQueues(
  storage: Pick<Storage, 'wakeUps' | 'eventChanges' | 'errands'>,
): Promise<'proved' | 'missing'> {
  const queues = [storage.wakeUps, storage.eventChanges, storage.errands];
  return unlessMissing(async () => void (await Promise.all(queues.map(prove))));
}

/** The time by the storage account's own clock; undefined where it does not tell. */
export async function storageTime({ wakeUps }: Pick<Storage, 'wakeUps'>): Promise<number | undefined> {
  return (await wakeUps.getProperties(queueDeadline())).date?.getTime();
}

async function prove(queue: QueueClient): Promise<void> {
  const { messageId, popReceipt } = await queue.sendMessage('doctor', {
    visibilityTimeout: HIDDEN_SECONDS,
    messageTimeToLive: HIDDEN_SECONDS + 1,
    ...queueDeadline(),
  });
  await ifStillOurs(queue.deleteMessage(messageId, popReceipt, queueDeadline()));
}

interface Coded {
  readonly code?: string;
  readonly details?: { readonly odataError?: { readonly code?: string } };
}

const MISSING: readonly unknown[] = ['TableNotFound', 'QueueNotFound'];

async function unlessMissing(prove: () => Promise<void>): Promise<'proved' | 'missing'> {
  try {
    await prove();
    return 'proved';
  } catch (error) {
    // Two packages, each with a RestError of its own; the service's code is in the one place or the other.
    const { code, details } = error as Coded;
    if ([code, details?.odataError?.code].some((each) => MISSING.includes(each))) return 'missing';
    throw error;
  }
}
