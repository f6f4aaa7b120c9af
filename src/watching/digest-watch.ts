/**
 * Begins the coordinators' day: tells their channel on a working day, in the morning, once, what needs them. Any number
 * of instances may watch: the day is claimed before anything is posted.
 */
import { instantAt, isWorkingDay, localDate, type LocalDate } from '../domain/calendar';
import { digestOf } from '../domain/digest';
import type { Instant } from '../domain/intervals';
import { type Signal, signalKey } from '../domain/monitoring/signals';
import type { Policy } from '../domain/policy';
import type { OpenRequests } from '../ports';
import type { Claims, DigestMessenger } from '../ports/digest';
import { createWatch, type Watch } from './watch';

export interface DigestWatchNeeds {
  readonly openRequests: OpenRequests;
  /** What monitoring shows that coordinators should know; each is told once. */
  readonly signals: () => Promise<readonly Signal[]>;
  readonly claims: Claims;
  readonly messenger: DigestMessenger;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: { error(fields: object, message: string): void };
  readonly everyMs?: number;
}

const FEW_MINUTES_MS = 3 * 60_000;

export function createDigestWatch(needs: DigestWatchNeeds): Watch {
  const { openRequests, signals, claims, messenger, policy, now, log, everyMs = FEW_MINUTES_MS } = needs;
  return createWatch({
    look,
    everyMs,
    failed: (error) => log.error({ err: error }, 'could not tell the coordinators what needs them'),
  });

  /** A day that begins with nothing to tell is over with that: what comes in later has a card of its own. */
  async function look(): Promise<void> {
    const today = localDate(now());
    if (!isMorningOf(today)) return;
    const open = await openRequests.all();
    const day = `digest-${today}`;
    if (!(await claims.claim(day))) return;
    const news: Signal[] = [];
    for (const signal of await found()) if (await claims.claim(signalKey(signal))) news.push(signal);
    const digest = digestOf(open, now(), policy, news);
    // One that may have been posted is not posted twice, so only this answer gives the day up again.
    if (digest && (await messenger.post(digest)) === 'nowhere')
      for (const key of [day, ...news.map(signalKey)]) await claims.drop(key);
  }

  /** What needs the coordinators does not wait for monitoring: a signal that cannot be read is told another morning. */
  async function found(): Promise<readonly Signal[]> {
    try {
      return await signals();
    } catch (error) {
      log.error({ err: error }, 'could not tell what monitoring has come to show; tried again tomorrow');
      return [];
    }
  }

  /** After noon it would be yesterday's news: whoever was down all morning waits for the next day. */
  function isMorningOf(day: LocalDate): boolean {
    const isTime = instantAt(day, policy.digestTime) <= now() && now() < instantAt(day, policy.noon);
    return isTime && isWorkingDay(day, policy);
  }
}
