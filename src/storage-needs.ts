/** Which storage the settings name, and how to sign in there. */
import type { StorageNeeds } from './azure/clients';
import type { Config } from './config';
import type { Credentials } from './credentials';

/** Throws when an account is named and there is no sign-in. */
export function storageNeeds(
  { storage, storagePrefix: prefix }: Pick<Config, 'storage' | 'storagePrefix'>,
  credentials: Credentials | undefined,
): StorageNeeds {
  if (storage.kind === 'connection-string') return { prefix, connectionString: storage.connectionString };
  if (!credentials)
    throw new Error('Expected a sign-in for STORAGE_ACCOUNT, got ANONYMOUS. See .env.sample.');
  return { prefix, account: storage.account, credential: credentials.storage };
}
