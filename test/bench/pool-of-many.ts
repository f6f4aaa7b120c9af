/** Many facilitators with full diaries, the same in every run. */
import {
  addDays,
  addWorkingDays,
  instantAt,
  type LocalDate,
  type WorkingHours,
} from '../../src/domain/calendar';
import { type Interval, MINUTE_MS } from '../../src/domain/intervals';
import type { Candidate, MatchingQuestion } from '../../src/domain/matching';
import { defaultPolicy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import type { Facilitator, Reservation } from '../../src/domain/facilitator';
import { aFacilitator, anAsk, aRequest, aReservation, askedAt, aSlot, participantAnswers } from '../builders';

export const WORKING_DAYS = 20;
export const PARTICIPANTS = 12;

const FIRST = '2026-12-08';
const DAYS: readonly LocalDate[] = Array.from({ length: WORKING_DAYS }, (_, n) =>
  addWorkingDays(FIRST, n, defaultPolicy),
);
/** Eight hours with four of these gone: on most days an afternoon is long enough, on the others nothing is. */
const BUSY_FROM = ['09:00', '11:00', '13:00', '16:00'];
const BUSY_MINUTES = [30, 45, 60, 90, 120];

const WEEKS: readonly WorkingHours['days'][] = [
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  ['monday', 'tuesday', 'wednesday'],
  ['wednesday', 'thursday', 'friday'],
];

const WEIGHTS = [1, 1, 0.5, 1, 2];
const MOST_SESSIONS = 24;
const YEAR_DAYS = 385;
const SESSION_STARTS = ['09:30', '11:00', '13:30', '15:00'];

/** A request of twelve people who can all be seen, over twenty working days. */
export function aLargeRequest(): Extract<Request, { state: 'submitted' }> {
  const ask = anAsk({
    // The requester is the twelfth.
    participants: participantAnswers(PARTICIPANTS - 1),
    earliest: FIRST,
    latest: DAYS.at(-1)!,
  });
  return aRequest.searching({ ask });
}

export function aQuestion(facilitators: number): MatchingQuestion {
  const { id, requester, ask, round, passed } = aLargeRequest();
  return {
    requestId: id,
    requester,
    ask,
    round,
    passed,
    candidates: manyCandidates(facilitators),
    participants: Array.from({ length: PARTICIPANTS }, (_, n) => ({ known: true, busy: busyOf(n) })),
    now: askedAt,
    policy: defaultPolicy,
  };
}

export function manyCandidates(count: number): Candidate[] {
  return Array.from({ length: count }, (_, n) => ({
    facilitator: aFacilitator({
      id: `fac00000-0000-4000-9000-${String(n).padStart(12, '0')}`,
      name: `Facilitator ${n}`,
      mail: `facilitator.${n}@norfolk-sandbox.example`,
      weight: WEIGHTS[n % WEIGHTS.length]!,
      ...historyOf(n),
    }),
    availability: {
      known: true,
      busy: busyOf(n),
      workingHours: {
        days: WEEKS[n % WEEKS.length]!,
        start: '09:00',
        end: '17:00',
        zone: 'Europe/London',
      },
    },
    reservations: aYearOf(n),
  }));
}

/** One in ten joined within the year, one in ten took a pause in it, and one in fifty has left. */
function historyOf(n: number): Pick<Facilitator, 'joinedOn' | 'leftOn' | 'pauses'> {
  const day = addDays('2025-12-01', (n * 37) % 340);
  if (n % 50 === 7) return { leftOn: day };
  if (n % 10 === 3) return { joinedOn: day };
  return n % 10 === 6 ? { pauses: [{ from: day, until: addDays(day, 28) }] } : {};
}

/** Up to two sessions a month, as many as the cap allows; each given two to four weeks before. */
function aYearOf(n: number): Reservation[] {
  return Array.from({ length: n % (MOST_SESSIONS + 1) }, (_, k): Reservation => {
    const days = (n * 13 + k * 17) % YEAR_DAYS;
    const day = addWorkingDays(addDays('2025-12-01', days), 0, defaultPolicy);
    const slot = aSlot(`${day}T${SESSION_STARTS[(n + k) % SESSION_STARTS.length]!}`);
    const givenOn = addDays(day, -14 - ((n * 5 + k) % 15));
    return aReservation({ requestId: `request-${n}-${k}`, slot, givenOn });
  });
}

/** Spread by arithmetic, not by chance. */
function busyOf(person: number): Interval[] {
  return DAYS.flatMap((date, day) =>
    BUSY_FROM.map((from, part) => {
      const start = instantAt(date, from);
      const minutes = BUSY_MINUTES[(person * 7 + day * 3 + part * 5) % BUSY_MINUTES.length]!;
      return { start, end: start + minutes * MINUTE_MS };
    }),
  );
}
