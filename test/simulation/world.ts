/** Two years that could have been: a pool, what is asked of it, everybody's diaries, and who will refuse or cancel. */
import type { Ask } from '../../src/domain/ask';
import { defaultAgencies } from '../../src/domain/agencies';
import type { Availability } from '../../src/domain/availability';
import {
  addDays,
  instantAt,
  isWorkingDay,
  type LocalDate,
  localDate,
  WEEKDAYS,
} from '../../src/domain/calendar';
import type { Facilitator } from '../../src/domain/facilitator';
import { type Instant, type Interval, MINUTE_MS, union } from '../../src/domain/intervals';
import { defaultLocalities } from '../../src/domain/localities';
import type { Participant, Requester } from '../../src/domain/people';
import { defaultPolicy, type Policy } from '../../src/domain/policy';
import { anAsk } from '../builders';
import { chanceOf } from './chance';
import { FIRST_DAY, LAST_DAY, thePool } from './pool';

export interface Setting {
  readonly seed: number;
  readonly requests: number;
  /** `free`: nobody has anything else to do, no participant is seen, and no month is ever full. */
  readonly calendars: 'ordinary' | 'free';
}

export interface AskedFor {
  readonly id: string;
  readonly at: Instant;
  readonly requester: Requester;
  readonly ask: Ask;
  /** Whose calendars can be seen, by the person's number. */
  readonly seen: readonly string[];
}

export interface World {
  readonly policy: Policy;
  readonly pool: readonly Facilitator[];
  readonly requests: readonly AskedFor[];
  availabilityOf(person: string, over: Interval): Availability;
  refuses(request: AskedFor, facilitator: Facilitator): boolean;
  /** How far between booking and session it is cancelled, from 0 to 1; undefined when it is not. */
  cancelledAt(request: AskedFor): number | undefined;
}

const REFUSED = 0.12;
const CANCELLED = 0.06;
const SEEN = 0.6;
const PRACTITIONERS = 250;
const TEAMS = defaultAgencies.flatMap(({ teams }) => teams.map(({ code }) => code));

export function aWorld({ seed, requests, calendars }: Setting): World {
  const free = calendars === 'free';
  const policy = { ...defaultPolicy, sessionsPerMonth: free ? 99 : 3 };
  const busyOn = remembered((person: string, date: LocalDate) => busyDay(seed, person, date));
  return {
    policy,
    pool: thePool(seed).map((each) => (free ? withoutCap(each) : each)),
    requests: asked(seed, requests, policy),
    availabilityOf(person, over) {
      if (free) return { known: true, busy: [] };
      const busy: Interval[] = [];
      for (let date = localDate(over.start); date <= localDate(over.end); date = addDays(date, 1))
        busy.push(...busyOn(person, date));
      return { known: true, busy };
    },
    refuses: ({ id }, facilitator) => chanceOf(seed, 'refuses', id, facilitator.id).happens(REFUSED),
    cancelledAt({ id }) {
      const chance = chanceOf(seed, 'cancels', id);
      return chance.happens(CANCELLED) ? chance.next() : undefined;
    },
  };

  function asked(seed: number, count: number, policy: Policy): AskedFor[] {
    const chance = chanceOf(seed, 'asked');
    const days: LocalDate[] = [];
    for (let date = FIRST_DAY; date <= LAST_DAY; date = addDays(date, 1))
      if (isWorkingDay(date, policy)) days.push(date);
    const times = Array.from(
      { length: count },
      () => instantAt(chance.pick(days), '08:00') + chance.whole(0, 10 * 60) * MINUTE_MS,
    );
    return times.sort((a, b) => a - b).map((at, n) => request(seed, n, at, free));
  }
}

function request(seed: number, n: number, at: Instant, unseen: boolean): AskedFor {
  const chance = chanceOf(seed, 'request', n);
  const people = Array.from({ length: chance.whole(3, 8) }, () => chance.whole(1, PRACTITIONERS));
  const [asker, ...others] = [...new Set(people)];
  const earliest = addDays(localDate(at), chance.whole(0, 20));
  return {
    id: `5e550000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    at,
    requester: { id: `practitioner-${asker}`, name: `Practitioner ${asker}`, team: teamOf(seed, asker!) },
    ask: anAsk({
      participants: others.map((who): Participant => ({
        name: `Practitioner ${who}`,
        mail: `practitioner.${who}@norfolk-sandbox.example`,
        team: teamOf(seed, who),
      })),
      earliest,
      latest: addDays(earliest, chance.whole(25, 40)),
      days: chance.happens(0.7) ? WEEKDAYS : WEEKDAYS.filter(() => chance.happens(0.6)),
      times: chance.happens(0.8)
        ? ['morning', 'afternoon']
        : [chance.pick(['morning', 'afternoon'] as const)],
      place: chance.happens(0.25) ? { kind: 'in-person' } : { kind: 'online' },
      locality: chance.pick(defaultLocalities).code,
    }),
    seen: unseen
      ? []
      : [...new Set(people)].filter(() => chance.happens(SEEN)).map((who) => `practitioner-${who}`),
  };
}

function teamOf(seed: number, practitioner: number): string {
  return chanceOf(seed, 'team', practitioner).pick(TEAMS);
}

/** Some days full, most half full; some people do not work on some days of the week at all. */
function busyDay(seed: number, person: string, date: LocalDate): readonly Interval[] {
  const weekday = new Date(date).getUTCDay();
  const workless = chanceOf(seed, person, 'weekday', weekday).happens(0.15);
  const chance = chanceOf(seed, person, date);
  const day = { start: instantAt(date, '08:00'), end: instantAt(date, '18:00') };
  if (workless || chance.happens(0.08)) return [day];
  return union(
    Array.from({ length: chance.whole(2, 5) }, () => {
      const start = day.start + chance.whole(0, 19) * 30 * MINUTE_MS;
      return { start, end: start + chance.pick([30, 60, 60, 90, 120, 180]) * MINUTE_MS };
    }),
  );
}

function withoutCap({ sessionsPerMonth: _, ...facilitator }: Facilitator): Facilitator {
  return facilitator;
}

function remembered<T>(tell: (person: string, date: LocalDate) => T): (person: string, date: LocalDate) => T {
  const known = new Map<string, T>();
  return (person, date) => {
    const key = `${person} ${date}`;
    const told = known.get(key) ?? tell(person, date);
    known.set(key, told);
    return told;
  };
}
