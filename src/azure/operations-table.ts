/** One small table about the installation itself: the hold, its instances, and what was done by whoever runs it. */
import { randomUUID } from 'node:crypto';
import { odata, type TableClient } from '@azure/data-tables';
import type { Held, Hold, Instance, Instances, OperationEntry, Operations } from '../ports/operations';
import { fromData, readRow, readRows, toData, unlessConflict } from './rows';

const HOLD = { partitionKey: 'hold', rowKey: 'hold' };
const INSTANCES = 'instance';
const NOTES = 'note';

interface OperationsNeeds {
  readonly operations: TableClient;
}

export function createHold({ operations }: OperationsNeeds): Hold {
  return {
    async find() {
      const row = await readRow(operations, HOLD.partitionKey, HOLD.rowKey);
      return row && fromData<Held>(row);
    },
    async set(held) {
      await operations.upsertEntity({ ...HOLD, data: toData(held, 'the hold') }, 'Replace');
    },
    async lift() {
      await unlessConflict(operations.deleteEntity(HOLD.partitionKey, HOLD.rowKey));
    },
  };
}

export function createInstances({ operations }: OperationsNeeds): Instances {
  return {
    async seen(instance) {
      const data = toData(instance, 'an instance');
      await operations.upsertEntity(
        { partitionKey: INSTANCES, rowKey: instanceRow(instance.name), data },
        'Replace',
      );
    },
    async gone(name) {
      await unlessConflict(operations.deleteEntity(INSTANCES, instanceRow(name)));
    },
    async all() {
      const rows = await readRows(operations, odata`PartitionKey eq ${INSTANCES}`);
      return rows.map((row) => fromData<Instance>(row));
    },
  };
}

export function createOperations({ operations }: OperationsNeeds): Operations {
  return {
    async note(entry) {
      const rowKey = `${new Date(entry.at).toISOString()}-${randomUUID().slice(0, 8)}`;
      await operations.createEntity({ partitionKey: NOTES, rowKey, data: toData(entry, 'a note') });
    },
    async notes() {
      const rows = await readRows(operations, odata`PartitionKey eq ${NOTES}`);
      return rows.map((row) => fromData<OperationEntry>(row));
    },
  };
}

/** A host's name and a port; whatever else a host may be called stays out of the key. */
function instanceRow(name: string): string {
  return name.replace(/[^\w.:-]/g, '_').slice(0, 200);
}
