/** Backups, put together: of one installation's tables, in the account that is named for them. */
import { backupContainers, createBackupStore } from '../azure/backup-blobs';
import type { Storage } from '../azure/clients';
import { createErasureList } from '../azure/erasure-list';
import { createTableRows } from '../azure/table-export';
import { createErasures } from '../backup/erasing';
import { takeBackup } from '../backup/exporting';
import { newestBackup, pruneBackups } from '../backup/pruning';
import type { Config } from '../config';
import type { Credentials } from '../credentials';
import type { Instant } from '../domain/intervals';
import type { BackupStore, Manifest, TableRows } from '../ports/backups';
import type { ErasureList, Erasures } from '../ports/erasures';
import { backupAccountOf, openStorage } from './storage';

export interface Backups {
  /** Clients that wait as long as it takes; nobody has clicked. */
  readonly storage: Storage;
  readonly rows: TableRows;
  readonly store: BackupStore;
  readonly erasureList: ErasureList;
  /** For whoever has to erase something so that it stays erased. */
  readonly erasures: Erasures;
  take(): Promise<Manifest>;
  /** The newest that was finished; undefined where there is none. */
  newest(): Promise<Manifest | undefined>;
  /** What was removed. */
  prune(): Promise<readonly string[]>;
}

export interface BackupsNeeds {
  readonly config: Pick<Config, 'storage' | 'backupStorage' | 'storagePrefix'>;
  readonly credentials: Credentials | undefined;
  readonly now: () => Instant;
}

export function openBackups({ config, credentials, now }: BackupsNeeds): Backups {
  const { storagePrefix: prefix } = config;
  const storage = openStorage(config, credentials, { patient: true });
  const rows = createTableRows(storage);
  const containers = backupContainers(backupAccountOf(config, credentials), prefix);
  const store = createBackupStore(containers);
  const erasureList = createErasureList({ erasures: storage.erasures, container: containers.erasures });
  return {
    storage,
    rows,
    store,
    erasureList,
    erasures: createErasures({ list: erasureList, rows, now }),
    take: () => takeBackup({ rows, store, prefix, now }),
    newest: () => newestBackup(store),
    prune: () => pruneBackups(store, now()),
  };
}
