/** Takes a backup: every table that is kept, one after another, and the manifest when all of them are there. */
import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../domain/intervals';
import type { BackupStore, Manifest, StoredRow, TableName, TableRows, TableSummary } from '../ports/backups';
import { KEPT_TABLES, tablesThatAre } from './kept-tables';
import { toZipped } from './row-lines';

/** Of how rows are written; a restore takes this one. */
export const FORMAT = 1;

export interface ExportingNeeds {
  readonly rows: Pick<TableRows, 'read'>;
  readonly store: BackupStore;
  readonly prefix: string;
  readonly now: () => Instant;
}

/** Throws where it could not be finished: what there is of it then counts for nothing, and is pruned after a day. */
export async function takeBackup({ rows, store, prefix, now }: ExportingNeeds): Promise<Manifest> {
  const startedAt = now();
  const id = backupId(startedAt);
  const tables: Partial<Record<TableName, TableSummary>> = {};
  for (const table of tablesThatAre('kept')) tables[table] = await exportTable(table);
  const manifest: Manifest = { id, format: FORMAT, prefix, startedAt, finishedAt: now(), tables };
  await store.putManifest(manifest);
  return manifest;

  async function exportTable(table: TableName): Promise<TableSummary> {
    const counted = { rows: 0, bytes: 0 };
    const hash = createHash('sha256');
    await store.put(id, table, hashed(toZipped(keptRows(table))));
    return { ...counted, sha256: hash.digest('hex') };

    async function* keptRows(name: TableName): AsyncGenerator<readonly StoredRow[]> {
      const kept = KEPT_TABLES[name];
      if (kept.is !== 'kept') return;
      for await (const batch of rows.read(name, kept.by)) {
        const some = kept.rows ? batch.filter(kept.rows) : batch;
        counted.rows += some.length;
        if (some.length > 0) yield some;
      }
    }

    async function* hashed(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces) {
        counted.bytes += piece.byteLength;
        hash.update(piece);
        yield piece;
      }
    }
  }
}

/** When it was begun, which may be read from it again, and something by chance. */
function backupId(at: Instant): string {
  const moment = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-');
  return `${moment}Z-${randomBytes(3).toString('hex')}`;
}

const BACKUP_ID = /^(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2})Z-[0-9a-f]{6}$/;

/** When a backup was begun; undefined for what is no id of one. */
export function begunAt(id: string): Instant | undefined {
  const [, day, hours, minutes, seconds] = BACKUP_ID.exec(id) ?? [];
  return day === undefined ? undefined : Date.parse(`${day}${hours}:${minutes}:${seconds}Z`);
}
