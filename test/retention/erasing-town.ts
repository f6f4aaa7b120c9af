/** The whole program in this process, as in test/faults, with what erases put together as the bot has it. */
import { backupContainers } from '../../src/azure/backup-blobs';
import { createStorage } from '../../src/azure/clients';
import { createErasureList } from '../../src/azure/erasure-list';
import { createLegalHolds } from '../../src/azure/governance-table';
import { createDatedRows, createTableRows } from '../../src/azure/table-export';
import { createWholeRequests } from '../../src/azure/whole-requests';
import { createErasures } from '../../src/backup/erasing';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { TABLE_NAMES } from '../../src/ports/backups';
import type { DatedRow } from '../../src/ports/retention';
import { certify } from '../../src/retention/certificate';
import { createRetentionOf } from '../../src/starting/retention';
import type { Town } from '../faults/town';
import { ORGANISER_ID } from '../sandbox/people';

export function erasingIn(town: Town) {
  const { connectionString, graph, adapter, conversations, clock, log } = town;
  const now = () => clock.now;
  // Clients of its own, as whoever reads rows exactly needs them.
  const prefix = town.storage.requests.tableName.slice(0, -'Requests'.length);
  const storage = createStorage({ connectionString, prefix, patient: true });
  const rows = createTableRows(storage);
  const { erasures: container } = backupContainers({ connectionString }, prefix);
  const list = createErasureList({ erasures: storage.erasures, container });
  const erasures = createErasures({ list, rows, now });
  const dated = createDatedRows(storage);
  const holds = createLegalHolds(storage);
  return {
    prefix,
    rows,
    holds,
    list,
    retention: createRetentionOf({
      config: { policy, organiser: ORGANISER_ID },
      backups: { storage, rows, erasures },
      graph,
      telling: { adapter, appId: '', conversations },
      now,
      log,
    }),
    certificate: () => certify({ requests: createWholeRequests(storage), rows: dated, holds, policy, now }),
    /** Every row of every table, by table. */
    async everything(): Promise<ReadonlyMap<string, readonly DatedRow[]>> {
      const found = new Map<string, readonly DatedRow[]>();
      for (const table of TABLE_NAMES) {
        const all: DatedRow[] = [];
        for await (const page of dated.read(table)) all.push(...page);
        found.set(table, all);
      }
      return found;
    },
  };
}
