/** What monitoring shows as of this moment: what waits, and how the pool is used. No names, and nobody is ranked. */
import { addMonths, instantAt, localDate } from '../calendar';
import { type Facilitator, heldWithin, mayTakeOn, type Reservation } from '../facilitator';
import type { Instant } from '../intervals';
import type { Policy } from '../policy';
import { idleSince, isTrainingEnding } from '../pool-notices';
import { ageInDays } from '../queue';
import type { Request, State } from '../request';
import { whyUnmatched } from '../unmatched';
import { waitsOnRequester } from '../waiting';
import type { Now } from './monitoring';

/** A facilitator with their reservations: see `PoolEntry`. */
export interface Pooled {
  readonly facilitator: Facilitator;
  readonly reservations: readonly Reservation[];
}

const USED_MONTHS = 12;
const WAITING: readonly State[] = ['submitted', 'approved', 'offered'];

/** Open requests, and everybody of the pool. */
export function nowOf(open: readonly Request[], pool: readonly Pooled[], now: Instant, policy: Policy): Now {
  const waiting = open.filter((each) => WAITING.includes(each.state) && !waitsOnRequester(each));
  return {
    waiting: waiting.length,
    longestWaitDays: Math.max(0, ...waiting.map((each) => ageInDays(each, now, policy))),
    unmatched: open.filter((each) => whyUnmatched(each) !== undefined).length,
    pool: poolNow(pool, now, policy),
  };
}

function poolNow(pool: readonly Pooled[], now: Instant, policy: Policy): Now['pool'] {
  const today = localDate(now);
  const inForce = pool.filter(({ facilitator }) => mayTakeOn(facilitator, today));
  const since = instantAt(addMonths(today, -USED_MONTHS), '00:00');
  const sessions = inForce.map(({ reservations }) => {
    const own = reservations.filter(({ observes, slot }) => !observes && slot.end <= now);
    return heldWithin(own, { start: since, end: now });
  });
  return {
    inForce: inForce.length,
    used: sessions.filter((each) => each > 0).length,
    load: [...new Set(sessions)]
      .sort((one, other) => one - other)
      .map((each) => ({
        sessions: each,
        facilitators: sessions.filter((count) => count === each).length,
      })),
    trainingRunningOut: inForce.filter(({ facilitator }) => isTrainingEnding(facilitator, today, policy))
      .length,
    outOfPractice: inForce.filter(
      ({ facilitator, reservations }) => idleSince(facilitator, reservations, now, policy) !== undefined,
    ).length,
  };
}
