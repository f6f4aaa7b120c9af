/** Opens storage at a start, and waits for it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BackupAccount } from '../azure/backup-blobs';
import { createStorage, type Storage, type StorageNeeds } from '../azure/clients';
import type { Config } from '../config';
import type { Credentials } from '../credentials';
import type { Log } from '../log';

const PREPARE_AGAIN_MS = 5_000;

/** The tables and queues of the settings, not looked at yet. `patient`: for what nobody has clicked for. */
export function openStorage(
  { storage, storagePrefix: prefix }: Pick<Config, 'storage' | 'storagePrefix'>,
  credentials: Credentials | undefined,
  how: Pick<StorageNeeds, 'patient' | 'throttled'> = {},
): Storage {
  const common = { prefix, ...how };
  if (storage.kind === 'connection-string')
    return createStorage({ ...common, connectionString: storage.connectionString });
  if (!credentials)
    throw new Error('Expected a sign-in for STORAGE_ACCOUNT, got ANONYMOUS. See .env.sample.');
  return createStorage({ ...common, account: storage.account, credential: credentials.storage });
}

/** Where backups lie: an account of their own, or the bot's. */
export function backupAccountOf(
  { backupStorage: storage }: Pick<Config, 'backupStorage'>,
  credentials: Credentials | undefined,
): BackupAccount {
  if (storage.kind === 'connection-string') return { connectionString: storage.connectionString };
  if (!credentials)
    throw new Error('Expected a sign-in for the account of the backups, got ANONYMOUS. See .env.sample.');
  return { account: storage.account, credential: credentials.storage };
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
