/**
 * Takes a backup each night, whichever instance gets to it first, and removes those that get too old, which waits for no backup
 * to succeed. One that failed, or whose instance died, is taken again some hours later.
 */
import { instantAt, localDate } from '../domain/calendar';
import type { Instant } from '../domain/intervals';
import type { Manifest } from '../ports/backups';
import type { Claims } from '../ports/digest';
import type { Hold } from '../ports/operations';
import { createWatch, type Watch } from './watch';

export interface BackupWatchNeeds {
  readonly take: () => Promise<Manifest>;
  readonly newest: () => Promise<Manifest | undefined>;
  /** What was removed. */
  readonly prune: () => Promise<readonly string[]>;
  readonly claims: Pick<Claims, 'claim'>;
  readonly hold: Pick<Hold, 'find'>;
  readonly now: () => Instant;
  readonly log: {
    info(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  readonly everyMs?: number;
}

const MINUTE_MS = 60_000;
const HALF_AN_HOUR_MS = 30 * MINUTE_MS;
/** When the fewest work. */
const TAKEN_AT = '02:00';
/** One try each: as long as a backup may take. */
const TRY_EVERY_MS = 4 * 60 * MINUTE_MS;
/** The names of a day's tries. */
const TRIES = [
  'backup',
  'backupsecond',
  'backupthird',
  'backupfourth',
  'backupfifth',
  'backupsixth',
] as const;

export function createBackupWatch(needs: BackupWatchNeeds): Watch {
  const { take, newest, prune, claims, hold, now, log, everyMs = HALF_AN_HOUR_MS } = needs;
  return createWatch({
    look,
    everyMs,
    failed: (error) => log.error({ err: error }, 'could not take or remove backups; will try again'),
  });

  /** Neither waits for the other to succeed. */
  async function look(): Promise<void> {
    const [removing] = await Promise.allSettled([removeOld()]);
    await takeIfDue();
    if (removing.status === 'rejected') throw removing.reason;
  }

  async function removeOld(): Promise<void> {
    const removed = await prune();
    if (removed.length > 0)
      log.info({ count: removed.length }, 'backups removed that are not to be kept longer');
  }

  async function takeIfDue(): Promise<void> {
    const today = localDate(now());
    const since = now() - instantAt(today, TAKEN_AT);
    // Asked at every look: whoever watches over backups learns so how old the newest is.
    const taken = await isTaken(instantAt(today, TAKEN_AT));
    if (since < 0 || taken || (await isBeingRestored())) return;
    const name = TRIES[Math.min(Math.floor(since / TRY_EVERY_MS), TRIES.length - 1)]!;
    if (!(await claims.claim(`${name}-${today}`))) return;
    const { startedAt, finishedAt, tables } = await take();
    const count = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    log.info({ count, durationMs: finishedAt - startedAt }, 'backup taken');
  }

  async function isTaken(from: Instant): Promise<boolean> {
    const last = await newest();
    return last !== undefined && last.startedAt >= from;
  }

  /** Half of something is no backup of it. */
  async function isBeingRestored(): Promise<boolean> {
    return (await hold.find())?.stage === 'restoring';
  }
}
