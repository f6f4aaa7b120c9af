/**
 * Watches the pool by the hour: tells once of training about to end and the like, and finds what a crash made a change to the
 * pool miss. Any number of instances may watch: a notice is claimed before it is given.
 */
import type { ArrangedSessions } from './arranged-sessions';
import { instantAt, isWorkingDay, localDate } from '../domain/calendar';
import type { Instant } from '../domain/intervals';
import { noticeKey, noticesDue, type PoolNotice } from '../domain/pool-notices';
import type { Policy } from '../domain/policy';
import type { Pool, PoolEntry, PoolMessenger } from '../ports/pool';
import { createWatch, type Watch } from './watch';

export interface PoolWatchNeeds {
  readonly pool: Pick<Pool, 'all' | 'claimNotice' | 'dropNotice'>;
  readonly arranged: ArrangedSessions;
  readonly messenger: PoolMessenger;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: { error(fields: object, message: string): void };
  readonly everyMs?: number;
}

const HOUR_MS = 60 * 60_000;

export function createPoolWatch(needs: PoolWatchNeeds): Watch {
  const { pool, arranged, messenger, policy, now, log, everyMs = HOUR_MS } = needs;
  return createWatch({
    look,
    everyMs,
    failed: (error) => log.error({ err: error }, 'could not look after the pool; will try again'),
  });

  async function look(): Promise<void> {
    const entries = await pool.all();
    await arranged.lookAfter(entries.map(({ facilitator }) => facilitator));
    if (!isOfficeTime()) return;
    for (const entry of entries)
      for (const notice of noticesDue(entry.facilitator, entry.reservations, now(), policy))
        await tellOnce(entry, notice);
  }

  /** Never at night or on a day off. */
  function isOfficeTime(): boolean {
    const today = localDate(now());
    const isOpen = instantAt(today, policy.dayStart) <= now() && now() < instantAt(today, policy.dayEnd);
    return isOpen && isWorkingDay(today, policy);
  }

  /** A notice that certainly was not given is given next time; one that may have been is not given twice. */
  async function tellOnce({ facilitator }: PoolEntry, notice: PoolNotice): Promise<void> {
    const key = noticeKey(notice);
    if (!(await pool.claimNotice(facilitator.id, key))) return;
    try {
      const told = await messenger.tell('coordinators', facilitator, notice);
      if (told === 'nowhere') await pool.dropNotice(facilitator.id, key);
      else if (notice.kind !== 'not-facilitated') await messenger.tell('facilitator', facilitator, notice);
    } catch (error) {
      log.error({ err: error }, 'could not tell of something in the pool');
    }
  }
}
