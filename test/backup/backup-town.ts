/** An installation with backups, on Azurite: everything as the programs put it together, and a clock of its own. */
import { createHold, createInstances, createOperations } from '../../src/azure/operations-table';
import { createRequestIndex } from '../../src/azure/request-index';
import { createStorage, type Storage } from '../../src/azure/clients';
import { restore, type Wanted } from '../../src/backup/restoring';
import { type StoredRow, TABLE_NAMES, type TableName } from '../../src/ports/backups';
import { type Backups, openBackups } from '../../src/starting/backups';
import { onTables } from '../azure/embedded-storage';
import { askedAt } from '../builders';
import { createClock } from '../fakes';
import { startStorage, type StorageInProcess } from '../sandbox/storage';

let prefixes = 0;

export function useBackupTown() {
  let running: StorageInProcess;
  beforeAll(async () => {
    running = await startStorage();
  });
  afterAll(() => running.stop());
  return {
    get connectionString() {
      return running.connectionString;
    },
    /** With tables of its own, empty. */
    async settle(start = askedAt, prefix = `town${(prefixes += 1)}`) {
      const clock = createClock(start);
      const { connectionString } = running;
      const storage = createStorage({ connectionString, prefix, patient: true });
      await storage.prepare();
      const account = { kind: 'connection-string', connectionString } as const;
      const config = { storage: account, backupStorage: account, storagePrefix: prefix };
      const backups = openBackups({ config, credentials: undefined, now: clock.now });
      return aTown({ prefix, clock, storage, backups });
    },
  };
}

export type BackupTown = ReturnType<typeof aTown>;

function aTown(town: {
  prefix: string;
  clock: ReturnType<typeof createClock>;
  storage: Storage;
  backups: Backups;
}) {
  const { storage, backups, clock } = town;
  const hold = createHold(storage);
  const operations = createOperations(storage);
  const instances = createInstances(storage);
  return {
    ...town,
    ...onTables(storage, clock.now),
    hold,
    operations,
    instances,
    /** Restores a backup of `of`, by default our own, into these tables. */
    restore(wanted: Partial<Wanted> & Pick<Wanted, 'from'>, of: { readonly backups: Backups } = { backups }) {
      const index = createRequestIndex(storage.index);
      return restore(
        {
          store: of.backups.store,
          erasures: of.backups.erasureList,
          target: {
            rows: backups.rows,
            erasures: backups.erasureList,
            hold,
            operations,
            instances,
            relist: (...listing) => index.relist(...listing),
          },
          keepFirst: async () => (await backups.take()).id,
          now: clock.now,
        },
        { replace: false, apply: true, ...wanted },
      );
    },
    async rowsOf(table: TableName): Promise<StoredRow[]> {
      const found: StoredRow[] = [];
      for await (const rows of backups.rows.read(table, 'page')) found.push(...rows);
      return found;
    },
    async everything(): Promise<Record<string, StoredRow[]>> {
      const found: Record<string, StoredRow[]> = {};
      for (const table of TABLE_NAMES)
        for await (const rows of backups.rows.read(table, 'page'))
          found[table] = [...(found[table] ?? []), ...rows];
      return found;
    },
  };
}
