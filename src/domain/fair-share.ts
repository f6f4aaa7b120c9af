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
  /** Sessions per unit of weight, those counted that they could not have had: the lower, the sooner it is their turn. */
  readonly level: number;
  /** How many sessions would be theirs if all had the same level. */
  readonly share: number;
}

/** Sessions that the same facilitators could have had. */
interface Batch {
  /** The day they were given. */
  readonly givenOn: LocalDate;
  /** The day they are on. */
  readonly day: LocalDate;
  count: number;
}

/** The burden of everybody in the pool. Sessions that were cancelled are not held, so they do not count. */
export function burdens(
  pool: readonly Member[],
  now: Instant,
  policy: Policy,
): ReadonlyMap<PersonId, Burden> {
  const since = addMonths(localDate(now), -policy.fairShareMonths);
  const counted = pool.map((member) => ({ ...member, sessions: sessionsSince(member, since) }));
  const batches = batchesOf(counted.flatMap(({ sessions }) => sessions));
  const sometimesAway = pool.filter(({ facilitator }) => isSometimesAway(facilitator, since));
  const credits = creditsOf(sometimesAway, batches, totalWeight(pool));
  const levels = counted.map(({ facilitator, sessions }) => ({
    facilitator,
    sessions: sessions.length,
    level: sessions.length / weightOf(facilitator) + (credits.get(facilitator.id) ?? 0),
  }));
  const average = averageLevel(levels, localDate(now));
  return new Map(
    levels.map(({ facilitator, sessions, level }) => [
      facilitator.id,
      { sessions, level: rounded(level), share: rounded(average * weightOf(facilitator)) },
    ]),
  );
}

/** Held and not observed, from a day on. */
function sessionsSince({ reservations }: Member, since: LocalDate): readonly Omit<Batch, 'count'>[] {
  return reservations.flatMap(({ state, observes, slot, givenOn }) => {
    if (state !== 'held' || observes) return [];
    const day = localDate(slot.start);
    return day < since ? [] : [{ day, givenOn: givenOn ?? day }];
  });
}

function batchesOf(sessions: readonly Omit<Batch, 'count'>[]): readonly Batch[] {
  const batches = new Map<string, Batch>();
  for (const { givenOn, day } of sessions) {
    const key = `${givenOn} ${day}`;
    const batch = batches.get(key) ?? { givenOn, day, count: 0 };
    batch.count += 1;
    batches.set(key, batch);
  }
  return [...batches.values()];
}

function isSometimesAway({ joinedOn, leftOn, pauses = [] }: Facilitator, since: LocalDate): boolean {
  return (
    (joinedOn !== undefined && joinedOn > since) ||
    leftOn !== undefined ||
    pauses.some(({ until }) => until >= since)
  );
}

/** Whether a session given on one day for another could not have been theirs. */
function isAway({ joinedOn, leftOn, pauses = [] }: Facilitator, { givenOn, day }: Batch): boolean {
  return (
    (joinedOn !== undefined && givenOn < joinedOn) ||
    (leftOn !== undefined && day >= leftOn) ||
    isWithin(day, pauses)
  );
}

/** What each who was away is credited per unit of weight: an even part of every session they could not have had. */
function creditsOf(
  sometimesAway: readonly Member[],
  batches: readonly Batch[],
  whole: number,
): ReadonlyMap<PersonId, number> {
  const credits = new Map<PersonId, number>();
  for (const batch of batches) {
    const away = sometimesAway.filter(({ facilitator }) => isAway(facilitator, batch));
    const present = whole - totalWeight(away);
    // Somebody had it; if they are recorded as away themselves, nobody is owed anything for it.
    if (away.length === 0 || present <= 0) continue;
    for (const { facilitator } of away)
      credits.set(facilitator.id, (credits.get(facilitator.id) ?? 0) + batch.count / present);
  }
  return credits;
}

function totalWeight(members: readonly Member[]): number {
  return members.reduce((sum, { facilitator }) => sum + weightOf(facilitator), 0);
}

/** Over those who are in the pool now. */
function averageLevel(
  levels: readonly { readonly facilitator: Facilitator; readonly level: number }[],
  today: LocalDate,
): number {
  const present = levels.filter(({ facilitator: { leftOn } }) => leftOn === undefined || leftOn > today);
  const whole = present.reduce((sum, { facilitator }) => sum + weightOf(facilitator), 0);
  const work = present.reduce((sum, { facilitator, level }) => sum + level * weightOf(facilitator), 0);
  return whole > 0 ? work / whole : 0;
}

/** Sums of fractions differ in their last digits with the order of adding: nobody comes first for that. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
