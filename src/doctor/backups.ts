/** How old the newest backup is. */
import { BlobServiceClient, RestError } from '@azure/storage-blob';
import { backupTooOld, blobsUnseen, NO_BACKUPS, NO_BLOBS } from './advice';
import { type Check, failed, ok, type Outcome, skipped } from './check';
import type { Ground } from './ground';

const HOUR_MS = 60 * 60_000;
const MOST_HOURS = 48;
const NONE: readonly unknown[] = ['ContainerNotFound'];

export const BACKUPS: readonly Check[] = [
  {
    name: 'backups',
    async run(ground) {
      const blobs = openBlobs(ground);
      if (!blobs) return skipped(NO_BLOBS);
      const looked = await newestOf(blobs, `${ground.config.storagePrefix}-backups`);
      return 'unseen' in looked ? skipped(blobsUnseen(looked.unseen)) : judged(looked.at, ground.now());
    },
  },
];

function judged(newest: number | undefined, now: number): Outcome {
  if (newest === undefined) return skipped(NO_BACKUPS);
  const hours = Math.floor((now - newest) / HOUR_MS);
  return hours >= MOST_HOURS ? failed(backupTooOld(hours)) : ok();
}

function openBlobs({ config: { storage }, credentials }: Ground): BlobServiceClient | undefined {
  const retryOptions = { maxTries: 2, tryTimeoutInMs: 5_000 };
  if (storage.kind === 'account')
    return credentials
      ? new BlobServiceClient(`https://${storage.account}.blob.core.windows.net`, credentials.storage, {
          retryOptions,
        })
      : undefined;
  // The emulator's may name tables and queues alone; the address would then be made up from the account's name.
  const { connectionString } = storage;
  if (!/BlobEndpoint=|EndpointSuffix=|UseDevelopmentStorage=true/i.test(connectionString)) return undefined;
  return BlobServiceClient.fromConnectionString(connectionString, { retryOptions });
}

/** When the newest was written; undefined where there are none. An installation may do without backups, and without the role. */
async function newestOf(
  blobs: BlobServiceClient,
  container: string,
): Promise<{ readonly at: number | undefined } | { readonly unseen: string }> {
  let newest: number | undefined;
  try {
    for await (const { properties } of blobs.getContainerClient(container).listBlobsFlat())
      newest = Math.max(newest ?? 0, properties.lastModified.getTime());
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    if (NONE.includes(error.code)) return { at: undefined };
    return { unseen: error.code ?? String(error.statusCode) };
  }
  return { at: newest };
}
