/** Opens storage at a start, and waits for it. */
import { setTimeout as pause } from 'node:timers/promises';
import { createStorage, type Storage } from '../azure/clients';
import type { Config } from '../config';
import type { Credentials } from '../credentials';
import type { Log } from '../log';

const PREPARE_AGAIN_MS = 5_000;

/** The tables and queues of the settings, not looked at yet. */
export function openStorage(
  { storage, storagePrefix: prefix }: Config,
  credentials: Credentials | undefined,
  throttled?: () => void,
): Storage {
  const common = { prefix, ...(throttled && { throttled }) };
  if (storage.kind === 'connection-string')
    return createStorage({ ...common, connectionString: storage.connectionString });
  if (!credentials)
    throw new Error('Expected a sign-in for STORAGE_ACCOUNT, got ANONYMOUS. See .env.sample.');
  return createStorage({ ...common, account: storage.account, credential: credentials.storage });
}

/** Started while storage is out of reach, the bot lives, sends who fears for a child to CADS, and goes on once it can. */
export async function untilPrepared(storage: Storage, log: Log): Promise<void> {
  for (;;) {
    try {
      return await storage.prepare();
    } catch (error) {
      log.error({ err: error }, 'could not prepare storage; will try again');
      await pause(PREPARE_AGAIN_MS);
    }
  }
}

/** Whether it was answered, whatever the answer. */
export async function answers(asked: Promise<void>): Promise<boolean> {
  return asked.then(
    () => true,
    () => false,
  );
}
