/** Notices letters that came back, and has each told of once, whichever instance sees it first. */
import { localDate } from '../domain/calendar';
import type { Instant } from '../domain/intervals';
import { uuidFrom } from '../ids';
import type { Claims } from '../ports/digest';
import type { Bounce, Mail } from '../ports/mail';
import { createWatch, type Watch } from './watch';

export interface BounceWatchNeeds {
  readonly mail: Pick<Mail, 'bounced'>;
  readonly claims: Claims;
  /** Tells whoever has to know; throws where that has to be tried again. */
  readonly report: (bounce: Bounce) => Promise<void>;
  readonly now: () => Instant;
  readonly log: { error(fields: object, message: string): void };
  readonly everyMs?: number;
}

const FEW_MINUTES_MS = 5 * 60_000;
/** Longer than a mail server tries and an instance is down. */
const LOOKED_BACK_MS = 24 * 60 * 60_000;

export function createBounceWatch({
  mail,
  claims,
  report,
  now,
  log,
  everyMs = FEW_MINUTES_MS,
}: BounceWatchNeeds): Watch {
  return createWatch({
    look,
    everyMs,
    failed: (error) => log.error({ err: error }, 'could not look for letters that came back; will try again'),
  });

  async function look(): Promise<void> {
    for (const bounce of await mail.bounced(now() - LOOKED_BACK_MS)) await reportOnce(bounce);
  }

  /** One that could not be told of does not keep the others from it. */
  async function reportOnce(bounce: Bounce): Promise<void> {
    // By the day it came back, which is the same whenever it is seen.
    const claim = `bounce-${uuidFrom(bounce.key)}-${localDate(bounce.at)}`;
    if (!(await claims.claim(claim))) return;
    try {
      await report(bounce);
    } catch (error) {
      await claims.drop(claim);
      log.error({ err: error }, 'could not tell of a letter that came back; will try again');
    }
  }
}
