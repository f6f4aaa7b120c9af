/** Legal holds and what was done in the name of information governance: one small table, in every backup. */
import { randomUUID } from 'node:crypto';
import { odata, type TableClient } from '@azure/data-tables';
import type { LegalHold } from '../domain/legal-hold';
import type { GovernanceEntry, GovernanceLog, LegalHolds } from '../ports/governance';
import { ordinal, legalHoldRow } from './keys';
import { fromData, readRows, toData, unlessConflict } from './rows';

interface GovernanceNeeds {
  readonly governance: TableClient;
}

const HOLD = 'hold';
const NOTE = 'note';
/** Later moments sort first, so that the latest are read without the others. */
const END_OF_TIME = 9_999_999_999_999;

export function createLegalHolds({ governance }: GovernanceNeeds): LegalHolds {
  return {
    async all() {
      const rows = await readRows(governance, odata`PartitionKey eq ${HOLD}`);
      return rows.map((row) => fromData<LegalHold>(row)).sort((one, other) => one.setAt - other.setAt);
    },
    async set(hold) {
      const row = { partitionKey: HOLD, rowKey: legalHoldRow(hold.id), data: toData(hold, 'a legal hold') };
      await governance.upsertEntity(row, 'Replace');
    },
    async lift(id) {
      await unlessConflict(governance.deleteEntity(HOLD, legalHoldRow(id)));
    },
  };
}

export function createGovernanceLog({ governance }: GovernanceNeeds): GovernanceLog {
  return {
    async note(entry) {
      const rowKey = `${ordinal(END_OF_TIME - entry.at).padStart(13, '0')}-${randomUUID().slice(0, 8)}`;
      const data = toData(entry, 'what was done in the name of information governance');
      await governance.createEntity({ partitionKey: NOTE, rowKey, data });
    },
    async latest(most) {
      const queryOptions = { filter: odata`PartitionKey eq ${NOTE}` };
      const found: GovernanceEntry[] = [];
      for await (const row of governance.listEntities<{ data: string }>({ queryOptions })) {
        if (found.length === most) break;
        found.push(fromData<GovernanceEntry>(row));
      }
      return found;
    },
  };
}
