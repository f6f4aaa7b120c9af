/** Reads a backup through before anything is written of it: what is damaged, cut off or not of this format is not restored. */
import { createHash } from 'node:crypto';
import { Fault } from '../ports';
import type { BackupStore, Manifest, TableName } from '../ports/backups';
import { FORMAT } from './exporting';
import { KEPT_TABLES } from './kept-tables';
import { fromZipped } from './row-lines';

/** What is wrong with it, a sentence each; none where it can be restored. It guards against damage, not against a forger. */
export async function problemsOf(store: Pick<BackupStore, 'get'>, manifest: Manifest): Promise<string[]> {
  if (manifest.format !== FORMAT)
    return [`Backup ${manifest.id} has format ${manifest.format}; this version restores ${FORMAT}.`];
  const problems: string[] = [];
  for (const table of Object.keys(manifest.tables) as TableName[]) {
    const problem = await problemOf(store, manifest, table);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

async function problemOf(
  store: Pick<BackupStore, 'get'>,
  { id, tables }: Manifest,
  table: TableName,
): Promise<string | undefined> {
  if (!Object.hasOwn(KEPT_TABLES, table))
    return `Backup ${id} holds a table of ${table}, which this version does not know. Restore it with the version that took it.`;
  if (KEPT_TABLES[table].is !== 'kept') return `Backup ${id} holds ${table}, which is never restored.`;
  const { rows, bytes, sha256 } = tables[table]!;
  const hash = createHash('sha256');
  const counted = { rows: 0, bytes: 0 };
  try {
    for await (const { partitionKey, rowKey } of fromZipped(seen(store.get(id, table)))) {
      if (typeof partitionKey !== 'string' || typeof rowKey !== 'string')
        throw new Fault('Expected a row to have its keys, got one that has not');
      counted.rows += 1;
    }
  } catch (error) {
    return `${table} of backup ${id} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (counted.bytes !== bytes || hash.digest('hex') !== sha256)
    return `${table} of backup ${id} is not what was written: expected ${bytes} bytes with hash ${sha256.slice(0, 12)}…, got ${counted.bytes} others.`;
  return counted.rows === rows
    ? undefined
    : `${table} of backup ${id} should have ${rows} rows, and has ${counted.rows}.`;

  async function* seen(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      counted.bytes += chunk.byteLength;
      hash.update(chunk);
      yield chunk;
    }
  }
}
