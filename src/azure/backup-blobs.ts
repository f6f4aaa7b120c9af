/** Backups as blobs: `{id}/{table}.jsonl.gz`, and `{id}/manifest.json` last of all. */
import { Readable } from 'node:stream';
import type { TokenCredential } from '@azure/identity';
import { BlobServiceClient, type ContainerClient, RestError } from '@azure/storage-blob';
import { z } from 'zod';
import { Fault } from '../ports';
import type { BackupStore, Manifest, TableName } from '../ports/backups';

export type BackupAccount =
  { readonly account: string; readonly credential: TokenCredential } | { readonly connectionString: string };

/** The two containers of an installation: backups expire, what is known to be erased does not. */
export interface BackupContainers {
  readonly backups: ContainerClient;
  readonly erasures: ContainerClient;
}

const BLOCK_BYTES = 4 * 1024 * 1024;
const BLOCKS_AT_ONCE = 2;
const MANIFEST = 'manifest.json';

const summary = z.object({
  rows: z.number().int().min(0),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const ManifestSchema = z.object({
  id: z.string(),
  format: z.number().int(),
  prefix: z.string(),
  startedAt: z.number(),
  finishedAt: z.number(),
  tables: z.record(z.string(), summary),
});

/** Connects to nothing yet. */
export function backupContainers(of: BackupAccount, prefix: string): BackupContainers {
  const service =
    'account' in of
      ? new BlobServiceClient(`https://${of.account}.blob.core.windows.net`, of.credential)
      : BlobServiceClient.fromConnectionString(of.connectionString);
  return {
    backups: service.getContainerClient(`${prefix}-backups`),
    erasures: service.getContainerClient(`${prefix}-erasures`),
  };
}

/** Asked first: in Azure they are deployed, and the bot may use these two but make none. */
export async function ensureThere(container: ContainerClient): Promise<void> {
  if (!(await container.exists())) await container.createIfNotExists();
}

export function createBackupStore({ backups }: Pick<BackupContainers, 'backups'>): BackupStore {
  return {
    async ids() {
      const found: string[] = [];
      try {
        for await (const each of backups.listBlobsByHierarchy('/'))
          if (each.kind === 'prefix') found.push(each.name.slice(0, -1));
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
      return found.sort();
    },

    async manifest(id) {
      try {
        const bytes = await backups.getBlobClient(`${id}/${MANIFEST}`).downloadToBuffer();
        return readManifest(id, bytes);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    async putManifest(manifest) {
      const text = JSON.stringify(manifest, undefined, 2);
      await backups
        .getBlockBlobClient(`${manifest.id}/${MANIFEST}`)
        .upload(text, Buffer.byteLength(text), { blobHTTPHeaders: { blobContentType: 'application/json' } });
    },

    async put(id, table, bytes) {
      await ensureThere(backups);
      await backups
        .getBlockBlobClient(nameOf(id, table))
        .uploadStream(Readable.from(bytes), BLOCK_BYTES, BLOCKS_AT_ONCE, {
          blobHTTPHeaders: { blobContentType: 'application/gzip' },
        });
    },

    async *get(id, table) {
      const { readableStreamBody } = await backups.getBlobClient(nameOf(id, table)).download();
      for await (const chunk of readableStreamBody!) yield chunk as Buffer;
    },

    async remove(id) {
      await backups.getBlobClient(`${id}/${MANIFEST}`).deleteIfExists();
      for await (const { name } of backups.listBlobsFlat({ prefix: `${id}/` }))
        await backups.getBlobClient(name).deleteIfExists();
    },
  };
}

/**
 * Throws where there is one that is none of ours: it is never taken for a backup that was not finished. One of a newer version
 * may name tables that this one does not know: they only keep it from being restored.
 */
function readManifest(id: string, bytes: Buffer): Manifest {
  const manifest = ManifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  if (manifest.id !== id)
    throw new Fault(`Expected the manifest of backup ${id} to be its own, got that of ${manifest.id}`);
  return manifest;
}

function nameOf(id: string, table: TableName): string {
  return `${id}/${table}.jsonl.gz`;
}

/** The blob or its whole container: before the first backup there is neither. */
function isMissing(error: unknown): boolean {
  return error instanceof RestError && error.statusCode === 404;
}
