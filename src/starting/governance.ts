/** What information governance looks through and erases, put together: of clients that wait, because a whole store is read. */
import { createGovernanceLog, createLegalHolds } from '../azure/governance-table';
import { createDatedRows } from '../azure/table-export';
import type { Instant } from '../domain/intervals';
import type { RequestErasing } from '../ports/retention';
import type { PersonErasing, PersonRecords } from '../ports/person-records';
import type { GovernanceLog, LegalHolds } from '../ports/governance';
import { createPersonErasing } from '../retention/person-erasing';
import { createPersonRecords } from '../retention/person-records';
import type { Backups } from './backups';

export interface Governing {
  readonly records: PersonRecords;
  readonly personErasing: PersonErasing;
  readonly erasing: RequestErasing;
  readonly holds: LegalHolds;
  readonly log: GovernanceLog;
}

export interface GoverningNeeds {
  readonly backups: Pick<Backups, 'storage' | 'rows' | 'erasures'>;
  /** Whole requests, with their cards and events. */
  readonly erasing: RequestErasing;
  readonly now: () => Instant;
}

export function createGoverning({ backups, erasing, now }: GoverningNeeds): Governing {
  const { storage, rows: tableRows, erasures } = backups;
  const holds = createLegalHolds(storage);
  const looking = { rows: createDatedRows(storage), holds };
  return {
    ...{ erasing, holds },
    records: createPersonRecords(looking),
    personErasing: createPersonErasing({ ...looking, tableRows, erasures, now }),
    log: createGovernanceLog(storage),
  };
}
