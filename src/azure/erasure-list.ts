/**
 * The list of what was erased: rows of a table by month, and the same as lines of one append blob a month beside the backups, in a
 * container of its own that nothing expires in. Either alone is the whole list; together they survive the loss of either.
 */
import { randomUUID } from 'node:crypto';
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import { type ContainerClient, RestError } from '@azure/storage-blob';
import { z } from 'zod';
import type { Instant } from '../domain/intervals';
import { Fault } from '../ports';
import { TABLE_NAMES } from '../ports/backups';
import type { ErasureList, RecordedErasure } from '../ports/erasures';
import { ensureThere } from './backup-blobs';
import { fromData, readRows, toData } from './rows';

export interface ErasureListNeeds {
  readonly erasures: TableClient;
  readonly container: ContainerClient;
}

/** A transaction takes a hundred; a block of the blob far more. */
const AT_ONCE = 100;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Line = z.union([
  z.object({
    table: z.enum(TABLE_NAMES),
    hash: Hash,
    property: z.string().optional(),
    at: z.number(),
    why: z.string(),
  }),
  z.object({ person: Hash, spared: z.array(Hash).readonly(), at: z.number(), why: z.string() }),
]);

export function createErasureList({ erasures, container }: ErasureListNeeds): ErasureList {
  return {
    async record(all) {
      await ensureThere(container);
      for (const month of new Set(all.map(({ at }) => monthOf(at)))) {
        const ofMonth = all.filter(({ at }) => monthOf(at) === month);
        for (let n = 0; n < ofMonth.length; n += AT_ONCE) await add(month, ofMonth.slice(n, n + AT_ONCE));
      }
    },

    async since(from) {
      const month = monthOf(from);
      const [rows, lines] = await Promise.all([
        readRows(erasures, odata`PartitionKey ge ${month}`),
        linesFrom(month),
      ]);
      const all = [...rows.map((row) => fromData<RecordedErasure>(row)), ...lines];
      const each = new Map(all.map((one) => [JSON.stringify(Line.parse(one)), one]));
      return [...each.values()].filter(({ at }) => at >= from);
    },
  };

  async function add(month: string, some: readonly RecordedErasure[]): Promise<void> {
    const blob = container.getAppendBlobClient(blobOf(month));
    await blob.createIfNotExists();
    const text = some.map((each) => `${JSON.stringify(each)}\n`).join('');
    await blob.appendBlock(text, Buffer.byteLength(text));
    await erasures.submitTransaction(
      some.map((each) => ['create', { partitionKey: month, ...rowOf(each) }] as TransactionAction),
    );
  }

  async function linesFrom(month: string): Promise<RecordedErasure[]> {
    const found: RecordedErasure[] = [];
    try {
      for await (const { name } of container.listBlobsFlat())
        if (name >= blobOf(month))
          found.push(...read(name, await container.getBlobClient(name).downloadToBuffer()));
    } catch (error) {
      // Nothing was ever erased.
      if (!(error instanceof RestError && error.code === 'ContainerNotFound')) throw error;
    }
    return found;
  }
}

function read(name: string, bytes: Buffer): RecordedErasure[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { success, data } = Line.safeParse(parsed(line));
      // Left out, something would come back that must not.
      if (!success) throw new Fault(`Expected every line of ${name} to be an erasure, got one that is not`);
      if ('person' in data) return data;
      const { property, ...rest } = data;
      return { ...rest, ...(property !== undefined && { property }) };
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // no schema takes it
  }
}

function rowOf(erasure: RecordedErasure) {
  const rowKey = `${new Date(erasure.at).toISOString()}-${randomUUID()}`;
  return { rowKey, data: toData(erasure, 'an erasure') };
}

function monthOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 7);
}

function blobOf(month: string): string {
  return `erased-${month}.jsonl`;
}
