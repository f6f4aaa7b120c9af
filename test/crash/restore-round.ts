/**
 * One disaster, as it would come: two bots under steady clicks, backups taken beside them, everything in storage gone at once;
 * restored and confirmed by the commands, and carried on with. What came back of what people were told is done is counted.
 */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConversations } from '../../src/azure/conversation-table';
import { onTables } from '../azure/embedded-storage';
import { createInstances } from '../../src/azure/operations-table';
import type { RequestId } from '../../src/domain/request';
import { type StoredRow, TABLE_NAMES, type TableName } from '../../src/ports/backups';
import type { Erasure } from '../../src/ports/erasures';
import { type Backups, openBackups } from '../../src/starting/backups';
import { anAsk } from '../builders';
import { withdraws } from '../bench/presses';
import { type BotProcess, MAIN, settingsOf } from '../sandbox/bot-process';
import { practitioners } from '../sandbox/people';
import { freePort } from '../sandbox/steady-ports';
import { type Acknowledged, clicksFor, startClicking } from './clicking';
import { wrongsAfterwards } from './restore-wrongs';
import { buildTown, type Town } from './town';
import { until } from './until';

export interface RoundOptions {
  readonly seed: number;
  /** How long people click before the backup that is restored, and after it, in milliseconds; longer where nothing is done yet. */
  readonly beforeMs: number;
  readonly afterMs: number;
  /** Afterwards, on what was restored. */
  readonly carryOnMs: number;
}

export interface Round {
  readonly seed: number;
  readonly requests: number;
  /** Presses people were told are done, before the backup that is restored began. */
  readonly acknowledgedBefore: number;
  /** Those of them that were not there again; and those of erased requests left out. */
  readonly lostBefore: number;
  readonly acknowledgedAfter: number;
  readonly lostAfter: number;
  /** From the beginning of the backup to the end of everything, in milliseconds. */
  readonly uncoveredMs: number;
  /** From the first command to the last, in milliseconds. */
  readonly restoringMs: number;
  /** Rows erased before the backup and after it; and those of them that were there again. */
  readonly erasedRows: number;
  readonly erasedAndBack: number;
  /** Events of what is lost, which the review told whoever restores of. */
  readonly strayEvents: number;
  readonly pressedAfterwards: number;
  /** A sentence each: what is wrong once everything has come to rest. */
  readonly wrongs: readonly string[];
}

const PEOPLE = 4;
const LONGEST_REST_MS = 240_000;
const SOON_MS = 60_000;
const MARK = 'Zymurgy lanterns';
const execute = promisify(execFile);

export async function runRound({ seed, beforeMs, afterMs, carryOnMs }: RoundOptions): Promise<Round> {
  // Told by Outlook, as where it runs: what was cancelled there after the backup comes to light.
  const town = await buildTown({ notified: true, settings: { POLICY_ANSWER_CHECK_SECONDS: '1' } });
  const backups = backupsOf(town);
  const { requests } = onTables(town.tables);
  let bots: BotProcess[] = [];
  try {
    bots = await twoBots(town);
    const urls = bots.map(({ url }) => url);
    const before = await closedRequest(town, urls[0]!);
    const after = await closedRequest(town, urls[0]!);
    await createConversations(town.tables).keepPerson(practitioners[3].id, '{}');
    const clicking = startClicking({ town, bots: urls, seed, people: PEOPLE });

    // 1. Backups are taken under load, and something is erased on either side of the last.
    await clicksFor(beforeMs, clicking);
    await command(town, 'backup');
    const erased = await erase(backups, [before]);
    await clicksFor(beforeMs, clicking);
    const [, id] = /Backup taken: (\S+)/.exec(await command(town, 'backup'))!;
    const { startedAt } = (await backups.store.manifest(id!))!;
    await clicksFor(afterMs, clicking);
    erased.push(...(await erase(backups, [after, practitioners[3].id])));

    // 2. Everything is gone while people click.
    const stopped = clicking.stop();
    await Promise.all(bots.map((bot) => bot.kill()));
    await stopped;
    const destroyedAt = Date.now();
    const audited = await auditedIn(requests, clicking.acknowledged);
    const unsaved = clicking.acknowledged.filter((each) => !audited.has(nameOf(each)));
    await destroy(town);

    // 3. Restored by the commands, under bots that rest, and confirmed.
    await command(town, 'restore', '--from', id!, '--apply');
    bots = await twoBots(town);
    await until(
      async () => (await createInstances(town.tables).all()).filter(({ rests }) => rests).length === 2,
      'both bots to rest',
    );
    const back = await auditedIn(requests, clicking.acknowledged);
    const erasedAndBack = await stillThere(backups, erased, [before, after, practitioners[3].id, MARK]);
    const review = await command(town, 'restore', '--review');
    const strays = await deleteStrays(town, review);
    await command(town, 'restore', '--confirm', '--by', 'Ada Admin');
    const restoringMs = Date.now() - destroyedAt;

    // 4. People carry on, with what there was and with more.
    const open = await onTables(town.tables).index.open();
    const on = startClicking({
      town,
      bots: bots.map(({ url }) => url),
      seed: seed + 1,
      people: PEOPLE,
      open: [...open],
    });
    await clicksFor(carryOnMs, on);
    await on.stop();
    const known = await requestsIn(backups);
    const isBefore = ({ at }: Acknowledged) => at < startedAt;
    const withdrawn = new Set(
      clicking.acknowledged
        .filter((each) => each.what === 'withdraw' && !isBefore(each))
        .map(({ requestId }) => requestId),
    );
    const wrongs = await wrongsAtLast(town, known, withdrawn);
    const lost = clicking.acknowledged.filter((each) => !back.has(nameOf(each)));
    return {
      seed,
      requests: new Set([...clicking.acknowledged, ...on.acknowledged].map(({ requestId }) => requestId))
        .size,
      acknowledgedBefore: clicking.acknowledged.filter(isBefore).length,
      lostBefore: lost.filter(isBefore).length,
      acknowledgedAfter: clicking.acknowledged.filter((each) => !isBefore(each)).length,
      lostAfter: lost.filter((each) => !isBefore(each)).length,
      uncoveredMs: destroyedAt - startedAt,
      restoringMs,
      erasedRows: erased.length,
      erasedAndBack,
      strayEvents: strays,
      pressedAfterwards: on.acknowledged.length,
      wrongs: [
        ...unsaved.map((each) => `told to be done and not saved: ${nameOf(each)}`),
        ...[...clicking.failed, ...on.failed].map((each) => `not answered that it is done: ${each}`),
        ...wrongs,
      ],
    };
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await town.stop();
  }
}

/** Once everything is done and Outlook was looked at; what is wrong for longer stays wrong. */
async function wrongsAtLast(
  town: Town,
  known: readonly RequestId[],
  withdrawn: ReadonlySet<RequestId>,
): Promise<readonly string[]> {
  for (const end = Date.now() + LONGEST_REST_MS; ; await pause(1_000)) {
    const left = (await Promise.all(known.map(dueOf))).flat();
    const wrongs = [
      ...(left.length > 0 ? [`still to do: ${left.join(', ')}`] : []),
      ...(await wrongsAfterwards(town, known, withdrawn)),
    ];
    if (wrongs.length === 0 || Date.now() > end) return wrongs;
  }

  /** Looking whether a facilitator has answered goes on as long as they have not. */
  async function dueOf(id: RequestId): Promise<readonly string[]> {
    const { effects } = (await onTables(town.tables).workbench.work(id))!;
    return effects
      .filter(({ effect, dueAt = 0, retryAt = 0 }) => {
        return effect.kind !== 'watch-answer' && Math.max(dueAt, retryAt) < Date.now() + SOON_MS;
      })
      .map(({ effect }) => `${effect.kind} of ${id}`);
  }
}

async function twoBots(town: Town): Promise<BotProcess[]> {
  return [await town.startBot(), await town.startBot({ onPort: await freePort() })];
}

async function command(town: Town, name: 'backup' | 'restore', ...args: string[]): Promise<string> {
  const file = join(dirname(MAIN), `${name}.js`);
  const env = settingsOf({ port: 0, storage: town.storage, graph: town.microsoft365.url });
  const { stdout } = await execute(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'], ...env },
  });
  return stdout;
}

function backupsOf({ storage: connectionString }: Town): Backups {
  const account = { kind: 'connection-string', connectionString } as const;
  const config = { storage: account, backupStorage: account, storagePrefix: 'jags' };
  return openBackups({ config, credentials: undefined, now: () => Date.now() });
}

/** Withdrawn, and everything about it done: what may be erased. */
async function closedRequest(town: Town, bot: string): Promise<RequestId> {
  const id = await town.request(undefined, { ask: { ...anAsk(), reason: `${MARK} are all we think of.` } });
  await fetch(`${bot}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(withdraws(id)),
  });
  await until(
    async () => (await town.state(id)).state === 'closed' && (await town.toDo(id)).length === 0,
    'a request to be withdrawn',
  );
  return id;
}

/** Every row that names one of them, in any table a backup holds or that is made anew of it. */
async function erase(backups: Backups, names: readonly string[]): Promise<Erasure[]> {
  const what: Erasure[] = [];
  for (const [table, rows] of await everyRow(backups))
    for (const row of rows)
      if (names.some((name) => JSON.stringify(row).includes(name)))
        what.push({ table, partitionKey: row.partitionKey, rowKey: row.rowKey, why: 'retention' });
  await backups.erasures.erase(what);
  return what;
}

async function stillThere(
  backups: Backups,
  erased: readonly Erasure[],
  names: readonly string[],
): Promise<number> {
  const keys = new Set(erased.map(keyOf));
  let found = 0;
  for (const [table, rows] of await everyRow(backups))
    found += rows.filter(
      (row) => keys.has(keyOf({ table, ...row })) || names.some((name) => JSON.stringify(row).includes(name)),
    ).length;
  return found;
}

function keyOf({ table, partitionKey, rowKey = '' }: Pick<Erasure, 'table' | 'partitionKey' | 'rowKey'>) {
  return JSON.stringify([table, partitionKey, rowKey]);
}

async function everyRow({ rows }: Backups): Promise<readonly (readonly [TableName, readonly StoredRow[]])[]> {
  const found: (readonly [TableName, readonly StoredRow[]])[] = [];
  for (const table of TABLE_NAMES.filter((name) => !/^(erasures|operations)$/.test(name)))
    for await (const page of rows.read(table, 'page')) found.push([table, page]);
  return found;
}

async function requestsIn(backups: Backups): Promise<readonly RequestId[]> {
  const all = await everyRow(backups);
  const keys = all.flatMap(([table, rows]) =>
    table === 'requests' ? rows.filter(({ rowKey }) => rowKey === 'request') : [],
  );
  return keys.map(({ partitionKey }) => partitionKey);
}

/** Tables and queues; backups lie in blobs, and in production in an account of their own. */
async function destroy({ tables }: Town): Promise<void> {
  for (const name of TABLE_NAMES) await tables[name].deleteTable();
  for (const queue of [tables.wakeUps, tables.eventChanges, tables.errands]) await queue.delete();
}

async function auditedIn(
  requests: ReturnType<typeof onTables>['requests'],
  presses: readonly Acknowledged[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const id of new Set(presses.map(({ requestId }) => requestId)))
    for (const { what } of await requests.history(id)) found.add(`${id} ${what}`);
  return found;
}

function nameOf({ requestId, what }: Acknowledged): string {
  return `${requestId} ${what}`;
}

/** As the review asks for: whoever restores takes out of the calendar what no restored request knows of. */
async function deleteStrays({ microsoft365, tables }: Town, review: string): Promise<number> {
  const told = review
    .split('\n')
    .filter((line) => line.includes('which no restored request knows of')).length;
  const known = new Set(
    (await onTables(tables).openRequests.all()).flatMap((each) => ('event' in each ? [each.event.id] : [])),
  );
  const { events } = microsoft365.tenant;
  const strays = events.list().filter(({ immutableId }) => !known.has(immutableId));
  if (strays.length !== told)
    throw new Error(`Expected the review to tell of ${strays.length} events, got ${told}`);
  for (const { id } of strays) events.remove(id);
  return strays.length;
}
