/**
 * How much of the work each facilitator has had, against their weight. A session somebody could not have had (they had not
 * joined when it was given, or were away on its day) counts for them as their part of it: so joiners start at the pool's
 * level rather than at zero, and a pause builds up no debt. Sessions leave the count one by one, never all at a month's end.
 */
import { addMonths, isWithin, type LocalDate, localDate } from './calendar';
import { type Facilitator, type Reservation, weightOf } from './facilitator';
import type { Instant } from './intervals';
import type { PersonId } from './people';
import type { Policy } from './policy';

export interface Member {
  readonly facilitator: Facilitator;
  readonly reservations: readonly Reservation[];
}

export interface Burden {
  /** Sessions facilitated or to be facilitated, within `policy.fairShareMonths` back from now. */
  readonly sessions: number;
  /** Sessions per unit of weight, with their part of those they could not have had. */
  readonly level: number;
  /**
   * Their level halfway through one more session: the lower, the sooner it is their turn. A session is much for a small weight
   * and little for a great one; compared by halves, all stay as close to each other as whole sessions allow (Webster's method).
   */
  readonly turn: number;
  /** How many sessions would be theirs if all had the same level. */
  readonly share: number;
}

interface Account {
  readonly facilitator: Facilitator;
  readonly weight: number;
  readonly sessions: number;
  /** Per unit of weight: their part of the sessions they could not have had. */
  credit: number;
}

/** How many sessions there are on each day, by the day they were given. */
type Given = Map<LocalDate, Map<LocalDate, number>>;

/** The burden of everybody in the pool. Sessions that were cancelled are not held, so they do not count. */
export function burdens(
  pool: readonly Member[],
  now: Instant,
  policy: Policy,
): ReadonlyMap<PersonId, Burden> {
  const since = addMonths(localDate(now), -policy.fairShareMonths);
  const given: Given = new Map();
  const accounts = pool.map(({ facilitator, reservations }): Account => {
    const sessions = countSince(since, reservations, given);
    return { facilitator, weight: weightOf(facilitator), sessions, credit: 0 };
  });
  creditThoseAway(accounts, given);
  const average = averageLevel(accounts, localDate(now));
  return new Map(
    accounts.map((account) => [
      account.facilitator.id,
      {
        sessions: account.sessions,
        level: rounded(levelOf(account)),
        turn: rounded(levelOf(account) + 0.5 / account.weight),
        share: rounded(average * account.weight),
      },
    ]),
  );
}

/** How many are held and not observed, from a day on; each is noted in `given`. */
function countSince(since: LocalDate, reservations: readonly Reservation[], given: Given): number {
  let count = 0;
  for (const { state, observes, slot, givenOn } of reservations) {
    if (state !== 'held' || observes) continue;
    const day = localDate(slot.start);
    if (day < since) continue;
    count += 1;
    const ofTheDay = given.get(day) ?? new Map<LocalDate, number>();
    given.set(day, ofTheDay.set(givenOn ?? day, (ofTheDay.get(givenOn ?? day) ?? 0) + 1));
  }
  return count;
}

/** An even part of every session for everybody who could not have had it, taken of the weight of those who could. */
function creditThoseAway(accounts: readonly Account[], given: Given): void {
  const whole = totalWeight(accounts);
  const sometimesAway = accounts.filter(({ facilitator: { leftOn, pauses = [] } }) => leftOn ?? pauses[0]);
  const lastJoinedFirst = accounts
    .filter(({ facilitator: { joinedOn } }) => joinedOn !== undefined)
    .sort((a, b) => (a.facilitator.joinedOn! < b.facilitator.joinedOn! ? 1 : -1));
  for (const [day, ofTheDay] of given) {
    const away = sometimesAway.filter(({ facilitator }) => isAway(facilitator, day));
    const others = lastJoinedFirst.filter(({ facilitator }) => !isAway(facilitator, day));
    const present = whole - totalWeight(away);
    let parts = 0;
    for (const [givenOn, count] of ofTheDay) {
      const joined = others.findIndex(({ facilitator: { joinedOn } }) => joinedOn! <= givenOn);
      const notYet = joined === -1 ? others : others.slice(0, joined);
      // Somebody had it; if all are recorded as away, nobody is owed anything for it.
      if (away.length + notYet.length === accounts.length) continue;
      const part = count / (present - totalWeight(notYet));
      for (const account of notYet) account.credit += part;
      parts += part;
    }
    for (const account of away) account.credit += parts;
  }
}

function isAway({ leftOn, pauses }: Facilitator, day: LocalDate): boolean {
  return (leftOn !== undefined && day >= leftOn) || (pauses !== undefined && isWithin(day, pauses));
}

function totalWeight(accounts: readonly Account[]): number {
  return accounts.reduce((sum, { weight }) => sum + weight, 0);
}

function levelOf({ sessions, weight, credit }: Account): number {
  return sessions / weight + credit;
}

/** Over those who are in the pool now. */
function averageLevel(accounts: readonly Account[], today: LocalDate): number {
  const present = accounts.filter(({ facilitator: { leftOn } }) => leftOn === undefined || leftOn > today);
  const whole = totalWeight(present);
  const work = present.reduce((sum, account) => sum + levelOf(account) * account.weight, 0);
  return whole > 0 ? work / whole : 0;
}

/** Sums of fractions differ in their last digits with the order of adding: nobody comes first for that. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
