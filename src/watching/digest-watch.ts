/**
 * Begins the coordinators' day: tells their channel on a working day, in the morning, once, what needs them. Any number
 * of instances may watch: the day is claimed before anything is posted.
 */
import { instantAt, isWorkingDay, localDate, type LocalDate } from '../domain/calendar';
import { digestOf } from '../domain/digest';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { OpenRequests } from '../ports';
import type { Claims, DigestMessenger } from '../ports/digest';
import { createWatch, type Watch } from './watch';

export interface DigestWatchNeeds {
  readonly openRequests: OpenRequests;
  readonly claims: Claims;
  readonly messenger: DigestMessenger;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: { error(fields: object, message: string): void };
  readonly everyMs?: number;
}

const FEW_MINUTES_MS = 3 * 60_000;

export function createDigestWatch(needs: DigestWatchNeeds): Watch {
  const { openRequests, claims, messenger, policy, now, log, everyMs = FEW_MINUTES_MS } = needs;
  return createWatch({
    look,
    everyMs,
    failed: (error) => log.error({ err: error }, 'could not tell the coordinators what needs them'),
  });

  /** A day that begins with nothing to tell is over with that: what comes in later has a card of its own. */
  async function look(): Promise<void> {
    const today = localDate(now());
    if (!isMorningOf(today)) return;
    const digest = digestOf(await openRequests.all(), now(), policy);
    const key = `digest-${today}`;
    if (!(await claims.claim(key)) || !digest) return;
    // One that may have been posted is not posted twice, so only this answer gives the day up again.
    if ((await messenger.post(digest)) === 'nowhere') await claims.drop(key);
  }

  /** After noon it would be yesterday's news: whoever was down all morning waits for the next day. */
  function isMorningOf(day: LocalDate): boolean {
    const isTime = instantAt(day, policy.digestTime) <= now() && now() < instantAt(day, policy.noon);
    return isTime && isWorkingDay(day, policy);
  }
}
