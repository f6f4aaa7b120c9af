/**
 * Erases what is over, once each night, whichever instance gets to it first: after the backup, so that the last one with it in it is
 * as old as can be. A night that failed is tried again some hours later.
 */
import { instantAt, localDate } from '../domain/calendar';
import type { Instant } from '../domain/intervals';
import type { Claims } from '../ports/digest';
import type { Swept } from '../retention/sweeping';
import { createWatch, type Watch } from './watch';

export interface RetentionWatchNeeds {
  readonly sweep: () => Promise<Swept>;
  readonly claims: Claims;
  readonly now: () => Instant;
  readonly log: {
    info(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  readonly everyMs?: number;
}

const HALF_AN_HOUR_MS = 30 * 60_000;
const BEGINS_AT = '03:30';
/** Whoever has just started has more pressing things to do, and so has storage. */
const SETTLED_AFTER_MS = 10 * 60_000;

export function createRetentionWatch(needs: RetentionWatchNeeds): Watch {
  const { sweep, claims, now, log, everyMs = HALF_AN_HOUR_MS } = needs;
  const since = now();
  return createWatch({
    look,
    everyMs,
    failed: (error) => log.error({ err: error }, 'could not erase what is over; will try again'),
  });

  async function look(): Promise<void> {
    const today = localDate(now());
    if (now() < instantAt(today, BEGINS_AT) || now() - since < SETTLED_AFTER_MS) return;
    const night = `retention-${today}`;
    if (!(await claims.claim(night))) return;
    try {
      const { requests, rows, left } = await sweep();
      log.info({ count: requests, rows, failed: left }, 'what is over has been erased');
    } catch (error) {
      await claims.drop(night);
      throw error;
    }
  }
}
