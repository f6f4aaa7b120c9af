/** How long people waited in the sandbox's past: mostly within the targets, and sometimes not. */
import { localDate, startOfWorkingDay, startOfWorkingDayBefore } from '../../../src/domain/calendar';
import { type Instant, MINUTE_MS } from '../../../src/domain/intervals';
import type { Policy } from '../../../src/domain/policy';
import type { Chance } from '../../simulation/chance';

const LATE = 0.12;
const HOUR_MS = 60 * MINUTE_MS;

export interface Waits {
  readonly submittedAt: Instant;
  readonly answeredAt: Instant;
  readonly offeredAt: Instant;
  readonly acceptedAt: Instant;
}

/** What came before a session at that time. */
export function waitsBefore(chance: Chance, start: Instant, policy: Policy): Waits {
  const toSession = chance.happens(LATE) ? chance.whole(21, 32) : chance.whole(12, 20);
  const submittedAt = within(chance, startOfWorkingDayBefore(localDate(start), toSession, policy), 7);
  const answeredAt = answerTo(chance, submittedAt, policy);
  const offeredAt = answeredAt + chance.whole(2, 20) * MINUTE_MS;
  return {
    submittedAt,
    answeredAt,
    offeredAt,
    acceptedAt: later(chance, offeredAt, chance.whole(0, 2), policy),
  };
}

/** When a coordinator looked at it: mostly on the day or the next. */
export function answerTo(chance: Chance, submittedAt: Instant, policy: Policy): Instant {
  return later(chance, submittedAt, chance.happens(LATE) ? chance.whole(3, 6) : chance.whole(0, 2), policy);
}

/** So many working days later, in working hours; on the same day within the hour. */
export function later(chance: Chance, from: Instant, days: number, policy: Policy): Instant {
  return days === 0
    ? from + chance.whole(5, 55) * MINUTE_MS
    : within(chance, startOfWorkingDay(from, days, policy), 7);
}

function within(chance: Chance, from: Instant, hours: number): Instant {
  return from + Math.floor(chance.next() * hours * HOUR_MS);
}
