/**
 * Two years of a practice that never was, for the sandbox: requests as they ended, and what was said of their sessions. Drift
 * really starts in one month. The same for the same seed and moment.
 */
import { instantAt, isWorkingDay, localDate, monthSpan, addDays } from '../../../src/domain/calendar';
import { type Facilitator, mayTakeOn } from '../../../src/domain/facilitator';
import { type Instant, type Interval, MINUTE_MS } from '../../../src/domain/intervals';
import { monthAfter, monthAt, monthsBetween } from '../../../src/domain/monitoring/month';
import type { Month } from '../../../src/domain/monitoring/monitoring';
import { DRIFT_DESIGN } from '../../../src/domain/monitoring/drift-design';
import type { Policy } from '../../../src/domain/policy';
import { type Chance, chanceOf } from '../../simulation/chance';
import { type DoorShown, doorsShown } from './doors';
import { pastEnding } from './ended';
import { openRequest } from './open';
import type { PastRequest } from './past-request';
import { ENDINGS, type EndedAs, sessionsIn } from './seasons';
import { pastSession } from './session';

export interface HistoryOptions {
  readonly now: Instant;
  readonly pool: readonly Facilitator[];
  readonly policy: Policy;
  readonly seed?: number;
  /** How many whole months ago drift begins, 1: with the last. */
  readonly driftMonthsAgo?: number;
}

export interface History {
  readonly seed: number;
  readonly driftFrom: Month;
  readonly requests: readonly PastRequest[];
  readonly doors: readonly DoorShown[];
}

export const DEFAULT_SEED = 11;
export const DEFAULT_DRIFT_MONTHS_AGO = 8;
/** So many whole months, and what there is of the present one. */
export const HISTORY_MONTHS = 24;
/** Sessions to come are asked for by now: without them the last months would seem to have had few requests. */
const MONTHS_AHEAD = 2;
/** The share of sessions that drift once it has begun; before, as many as the chart takes for well. */
export const SHARE_AFTER = 0.4;
const DAY_MS = 24 * 60 * MINUTE_MS;
const TIMES = ['09:30', '10:00', '11:00', '13:00', '13:30', '14:00', '15:00'];

export function inventHistory(options: HistoryOptions): History {
  const { now, seed = DEFAULT_SEED, driftMonthsAgo = DEFAULT_DRIFT_MONTHS_AGO } = options;
  const current = monthAt(now);
  const driftFrom = monthAfter(current, -driftMonthsAgo);
  const months = monthsBetween(monthAfter(current, -HISTORY_MONTHS), monthAfter(current, MONTHS_AHEAD));
  const requests = months.flatMap((month, n) =>
    requestsOf(month, {
      ...options,
      share: month < driftFrom ? DRIFT_DESIGN.baseline : SHARE_AFTER,
      key: [seed, n],
    }),
  );
  return { seed, driftFrom, requests, doors: doorsShown(now, seed, HISTORY_MONTHS) };
}

interface MonthOptions extends HistoryOptions {
  /** How many sessions drift, out of one. */
  readonly share: number;
  readonly key: readonly number[];
}

/** Sessions of a month, and requests that would have led to one in it. */
function requestsOf(month: Month, { now, pool, policy, share, key }: MonthOptions): PastRequest[] {
  const chance = chanceOf('history', ...key);
  const diary = diaryOf(month, pool, chance, policy);
  const about = (mean: number) => Math.max(0, Math.round(mean + (chance.next() - 0.5) * Math.sqrt(mean) * 2));
  const kinds: ('session' | EndedAs)[] = [
    ...Array<'session'>(about(sessionsIn(month))).fill('session'),
    ...(Object.keys(ENDINGS) as EndedAs[]).flatMap((as) =>
      Array<EndedAs>(wholeOf(chance, ENDINGS[as] * sessionsIn(month))).fill(as),
    ),
  ];
  return kinds.flatMap((kind, n) => {
    const own = chanceOf('history', ...key, n);
    const place = diary(kind === 'session');
    if (!place) return [];
    const arrangement = { name: `history ${key.join(' ')} ${n}`, n, ...place, drifts: own.happens(share) };
    if (kind === 'session') {
      if (place.slot.end < now) return [pastSession(own, arrangement, now, policy)];
      return place.slot.start > now + DAY_MS ? (openRequest(own, arrangement, now, policy) ?? []) : [];
    }
    const past = pastEnding(own, kind, arrangement, policy);
    return past.request.state === 'closed' && past.request.closedAt < now ? [past] : [];
  });
}

/** So many on average, and a whole number each time. */
function wholeOf(chance: Chance, mean: number): number {
  return Math.floor(mean) + Number(chance.happens(mean - Math.floor(mean)));
}

/** Finds a time and a facilitator of the pool who may take it, with fewest sessions in the month; nobody twice on a day. */
function diaryOf(month: Month, pool: readonly Facilitator[], chance: Chance, policy: Policy) {
  const days = workingDaysOf(month, policy);
  const taken = new Map<string, string[]>();
  const had = (id: string) => taken.get(id) ?? [];
  return (isHeld: boolean): { readonly slot: Interval; readonly facilitator: Facilitator } | undefined => {
    const start = chance.whole(0, days.length - 1);
    for (const day of [...days.slice(start), ...days.slice(0, start)]) {
      const free = pool.filter(
        (each) =>
          mayTakeOn(each, day) &&
          had(each.id).length < policy.sessionsPerMonth &&
          !had(each.id).includes(day),
      );
      const fewest = Math.min(...free.map(({ id }) => had(id).length));
      const least = free.filter(({ id }) => had(id).length === fewest);
      const facilitator = least[0] && chance.pick(least);
      if (!facilitator) continue;
      if (isHeld) taken.set(facilitator.id, [...had(facilitator.id), day]);
      const from = instantAt(day, chance.pick(TIMES));
      return { slot: { start: from, end: from + policy.sessionMinutes * MINUTE_MS }, facilitator };
    }
    return undefined;
  };
}

function workingDaysOf(month: Month, policy: Policy): string[] {
  const { start, end } = monthSpan(`${month}-01`);
  const days: string[] = [];
  for (let day = localDate(start); day < localDate(end); day = addDays(day, 1))
    if (isWorkingDay(day, policy)) days.push(day);
  return days;
}
