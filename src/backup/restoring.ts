/**
 * Restores a backup: nothing of it is written before all of it was read through and everything outward is held; what has been
 * erased since is left out as it is written, so that nobody can ever read it.
 */
import type { Instant } from '../domain/intervals';
import type { BackupStore, Manifest, StoredRow, TableName, TableRows } from '../ports/backups';
import type { ErasureList } from '../ports/erasures';
import type { Hold, Instance, Instances, Operations } from '../ports/operations';
import { createReplay, type Replay } from './erasing';
import { KEPT_TABLES, tablesThatAre } from './kept-tables';
import { isUnknownReservation, type KnownAttempts, type Listing, mendedRequest } from './mending';
import { fromZipped, inBatches } from './row-lines';
import { problemsOf } from './verifying';

/** The tables that are written to. */
export interface Target {
  readonly rows: TableRows;
  readonly erasures: ErasureList;
  readonly hold: Hold;
  readonly instances: Instances;
  readonly operations: Operations;
  readonly relist: (id: string, owners: readonly string[], isOpen: boolean) => Promise<void>;
}

export interface RestoringNeeds {
  readonly store: Pick<BackupStore, 'get' | 'manifest'>;
  /** Of the installation the backup was taken of, as it stands now. */
  readonly erasures: ErasureList;
  readonly target: Target;
  /** Keeps what is about to be replaced; its id. */
  readonly keepFirst: () => Promise<string>;
  readonly now: () => Instant;
}

export interface Wanted {
  readonly from: string;
  readonly replace: boolean;
  readonly apply: boolean;
}

/** `refused`: nothing was written, and why. */
export type Restored =
  | { readonly refused: readonly string[] }
  | {
      readonly manifest: Manifest;
      readonly rows: number;
      readonly erased: number;
      /** Reservations nobody knows of any more. */
      readonly givenBack: number;
      /** What was there, as a backup of its own. */
      readonly keptFirst?: string;
    };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Instances tell of themselves twice a minute. */
export const SEEN_WITHIN_MS = 3 * MINUTE_MS;
/** What was erased while or just before a backup was taken may be in it; much earlier, it was written again since. */
const BEFORE_BACKUP_MS = DAY_MS;

export async function restore(needs: RestoringNeeds, wanted: Wanted): Promise<Restored> {
  const { store, target, now } = needs;
  const manifest = await store.manifest(wanted.from);
  if (!manifest) return { refused: [`There is no finished backup ${wanted.from}. See them with --list.`] };
  const refused = [
    ...(await problemsOf(store, manifest)),
    ...runningNow(await target.instances.all(), now()),
    ...(wanted.replace ? [] : await notEmpty(target.rows)),
  ];
  if (refused.length > 0) return { refused };
  const from = manifest.startedAt - BEFORE_BACKUP_MS;
  const [ofSource, ofTarget] = [await needs.erasures.since(from), await target.erasures.since(from)];
  const replay = createReplay([...ofSource, ...ofTarget]);
  if (!wanted.apply) return { manifest, ...(await rehearsed(store, manifest, replay)) };

  const before = await target.hold.find();
  const kept = before?.stage === 'restoring' ? before.replaces : undefined;
  const held = { backup: manifest.id, takenAt: manifest.startedAt, since: now() };
  await target.hold.set({ ...held, stage: 'restoring', ...(kept && { replaces: kept }) });
  const isThere = (await notEmpty(target.rows)).length > 0;
  // What one that was interrupted has written is no backup of anything: what was there before it is kept already.
  const replaces = kept ?? (isThere ? { keptFirst: await needs.keepFirst() } : {});
  const { keptFirst } = replaces;
  const started = runningNow(await target.instances.all(), now());
  if (started.length > 0) {
    await (before ? target.hold.set(before) : target.hold.lift());
    return { refused: started };
  }
  await target.hold.set({ ...held, stage: 'restoring', replaces });
  if (isThere) for (const table of written()) await target.rows.clear(table);
  const known = new Set(ofTarget.map((each) => JSON.stringify(each)));
  // Whoever goes on with these tables has backups of before in hand, too.
  await target.erasures.record(ofSource.filter((each) => !known.has(JSON.stringify(each))));
  const done = await writeAll({ store, target, replay, manifest });
  await target.hold.set({ ...held, stage: 'held' });
  await target.operations.note({
    at: now(),
    what: 'restored',
    detail: { ...done, backup: manifest.id, ...(keptFirst !== undefined && { keptFirst }) },
  });
  return { manifest, ...done, ...(keptFirst !== undefined && { keptFirst }) };
}

interface Writing {
  readonly store: Pick<BackupStore, 'get'>;
  readonly target: Target;
  readonly replay: Replay;
  readonly manifest: Manifest;
}

/** Requests first: what facilitators have reserved is judged by what requests know of. */
async function writeAll({ store, target, replay, manifest }: Writing) {
  const known: KnownAttempts = new Map();
  let rows = 0;
  let givenBack = 0;
  for (const table of tablesIn(manifest)) {
    const batches = table === 'requests' ? inPartitions(left(table)) : inBatches(left(table));
    for await (const batch of batches) {
      const listings: Listing[] = [];
      const mended = mend(table, batch, listings);
      // Before the request: one that is listed and not there does no harm, the other way round it would be lost.
      for (const { id, owners, isOpen } of listings) await target.relist(id, owners, isOpen);
      await target.rows.write(table, mended);
      rows += mended.length;
    }
  }
  return { rows, erased: replay.count, givenBack };

  async function* left(table: TableName): AsyncGenerator<StoredRow> {
    for await (const row of fromZipped(store.get(manifest.id, table))) {
      const still = replay.of(table, row);
      if (still) yield still;
    }
  }

  function mend(table: TableName, batch: readonly StoredRow[], listings: Listing[]): readonly StoredRow[] {
    if (table === 'facilitators') {
      const stay = batch.filter((row) => !isUnknownReservation(row, known, manifest.startedAt));
      givenBack += batch.length - stay.length;
      return stay;
    }
    if (table !== 'requests') return batch;
    const mended = mendedRequest(batch, known);
    if (mended.listing) listings.push(mended.listing);
    return mended.rows;
  }
}

/** What would be written. */
async function rehearsed(store: Pick<BackupStore, 'get'>, manifest: Manifest, replay: Replay) {
  let rows = 0;
  for (const table of tablesIn(manifest))
    for await (const row of fromZipped(store.get(manifest.id, table))) if (replay.of(table, row)) rows += 1;
  return { rows, erased: replay.count, givenBack: 0 };
}

async function* inPartitions(rows: AsyncIterable<StoredRow>): AsyncGenerator<readonly StoredRow[]> {
  let partition: StoredRow[] = [];
  for await (const row of rows) {
    if (partition.length > 0 && partition[0]!.partitionKey !== row.partitionKey) {
      yield partition;
      partition = [];
    }
    partition.push(row);
  }
  if (partition.length > 0) yield partition;
}

/** In the order they are kept in. An older backup may have fewer; those tables are then empty. */
function tablesIn({ tables }: Manifest): readonly TableName[] {
  return tablesThatAre('kept').filter((name) => tables[name] !== undefined);
}

function written(): readonly TableName[] {
  return (Object.keys(KEPT_TABLES) as TableName[]).filter((name) => KEPT_TABLES[name].is !== 'left-out');
}

async function notEmpty(rows: Pick<TableRows, 'isEmpty'>): Promise<string[]> {
  const found: string[] = [];
  for (const table of written())
    if (!(await rows.isEmpty(table)))
      found.push(
        `The table of ${table} is not empty. To put the backup in place of everything that is there, add --replace.`,
      );
  return found;
}

function runningNow(instances: readonly Instance[], now: Instant): string[] {
  return instances
    .filter(({ seenAt }) => Math.abs(now - seenAt) < SEEN_WITHIN_MS)
    .map(
      ({ name, seenAt }) =>
        `The bot is running: ${name} was seen at ${new Date(seenAt).toISOString()}. Stop every instance, slots too, wait three minutes, and try again.`,
    );
}
