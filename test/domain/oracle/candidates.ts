/** Any facilitator there could be: diaries, hours, pauses, sessions of a year and of the days to come. */
import fc from 'fast-check';
import type { Availability } from '../../../src/domain/availability';
import type { DaySpan, WorkingHours } from '../../../src/domain/calendar';
import type { Facilitator, Reservation } from '../../../src/domain/facilitator';
import { type Instant, type Interval, union } from '../../../src/domain/intervals';
import type { Candidate } from '../../../src/domain/matching';
import { aFacilitator } from '../../builders';
import { DAY, MINUTE } from './clock';
import { UNLISTED } from './matching';

/** One of the values every few times, and nothing else. */
export function rarely<T>(...values: readonly T[]): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  );
}

export function dayFrom(now: Instant, days: number): string {
  return new Date(now + days * DAY).toISOString().slice(0, 10);
}

/** Whole minutes, mostly inside office hours of the days after `now`. */
function intervals(now: Instant, maxLength: number): fc.Arbitrary<Interval[]> {
  const midnight = Math.floor(now / DAY) * DAY;
  const one = fc
    .tuple(
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 7 * 60, max: 18 * 60 }),
      fc.constantFrom(1, 15, 29, 60, 240, 1440),
    )
    .map(([days, minute, length]) => {
      const start = midnight + days * DAY + minute * MINUTE;
      return { start, end: start + length * MINUTE };
    });
  return fc.array(one, { maxLength });
}

const aWeek = fc.uniqueArray(
  fc.constantFrom('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'),
  { minLength: 4 },
) as fc.Arbitrary<WorkingHours['days']>;
const someHours: fc.Arbitrary<WorkingHours> = fc.record({
  days: aWeek,
  start: fc.constantFrom('08:30', '09:00', '10:15', '13:00', '22:00', '00:00'),
  end: fc.constantFrom('12:00', '15:45', '17:00', '06:00', '00:00'),
  zone: fc.constantFrom(
    'Europe/London',
    'Europe/Amsterdam',
    'UTC+2',
    'UTC-5',
    'America/New_York',
    'Asia/Kolkata',
    'Nowhere/Known',
  ),
});

export function anAvailability(now: Instant, maxLength: number): fc.Arbitrary<Availability> {
  const known = fc
    .tuple(intervals(now, maxLength), fc.option(someHours, { nil: undefined, freq: 2 }))
    .map(([busy, hours]): Availability => ({
      known: true,
      busy: union(busy),
      ...(hours && { workingHours: hours }),
    }));
  const declared = intervals(now, maxLength).map((free): Availability => ({
    known: true,
    busy: [],
    declared: { on: dayFrom(now, -10), free: union(free) },
  }));
  const unknown = fc.constantFrom<Availability[]>(
    { known: false, why: 'no-answer' },
    { known: false, why: 'outside-tenant' },
    { known: false, why: 'declared-too-long-ago', since: dayFrom(now, -100) },
  );
  return fc.oneof(
    { weight: 8, arbitrary: known },
    { weight: 2, arbitrary: declared },
    { weight: 1, arbitrary: unknown },
  );
}

/** In these days, or within and just without the year before. */
function reservations(now: Instant, maxLength: number): fc.Arbitrary<Reservation[]> {
  const one = fc.record({
    soon: intervals(now, 1),
    daysAgo: fc.constantFrom(0, 0, 3, 20, 29, 30, 31, 60, 180, 200, 363, 365, 366, 400),
    daysAhead: fc.constantFrom(undefined, 0, 1, 10, 30),
    state: fc.constantFrom(...(['held', 'held', 'held', 'released'] as const)),
    inPerson: rarely(true as const),
    observes: rarely(true as const),
  });
  return fc.array(one, { maxLength }).map((all) =>
    all.flatMap(({ soon: [slot], daysAgo, daysAhead, state, inPerson, observes }, n): Reservation[] => {
      if (!slot) return [];
      const [start, end] = [slot.start - daysAgo * DAY, slot.end - daysAgo * DAY];
      return [
        {
          requestId: `other-${n}`,
          attempt: 1,
          slot: { start, end },
          state,
          ...(daysAhead !== undefined && { givenOn: dayFrom(start, -daysAhead) }),
          ...(inPerson && { inPerson }),
          ...(observes && { observes }),
        },
      ];
    }),
  );
}

const somePauses = (now: Instant): fc.Arbitrary<DaySpan[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(-370, -200, -30, 0, 2, 5, 9), fc.constantFrom(0, 1, 3, 30))
      .map(([from, days]) => ({ from: dayFrom(now, from), until: dayFrom(now, from + days) })),
    { maxLength: 2 },
  );

function someFacilitator(now: Instant, n: number): fc.Arbitrary<Facilitator> {
  return fc
    .record({
      team: fc.constantFrom('hl-mh', 'vs-fa', 'cs-iro', 'cs-fs', 'cs-other', 'po-ch', UNLISTED),
      trainedUntil: fc.constantFrom(undefined, 2, 4, 300, 700, 700, 700),
      sessionsPerMonth: rarely(0, 1, 4),
      weight: fc.constantFrom(undefined, 0.5, 1, 2),
      joinedOn: rarely(-400, -365, -180, -31, -30, -10, -1, 0, 3, 7, 40),
      leftOn: rarely(-100, 0, 1, 3, 6, 60),
      pauses: fc.option(somePauses(now), { nil: undefined }),
      localities: fc.constantFrom(undefined, ['norwich'], ['north', 'south']),
      excludedTeams: rarely(['ed-pri', 'po-ch'], ['cs-fs'], ['ed-sec']),
      knownFamilies: rarely(['earlier-request'], ['somebody-else']),
    })
    .map((made): Facilitator => {
      const { trainedUntil: _, ...facilitator } = aFacilitator({
        id: `facilitator-${n}`,
        name: `Facilitator ${n}`,
        mail: `Facilitator.${n}@norfolk-sandbox.example`,
        team: made.team,
      });
      const day = (days: number) => dayFrom(now, days);
      return {
        ...facilitator,
        ...(made.trainedUntil !== undefined && { trainedUntil: day(made.trainedUntil) }),
        ...(made.sessionsPerMonth !== undefined && { sessionsPerMonth: made.sessionsPerMonth }),
        ...(made.weight !== undefined && { weight: made.weight }),
        ...(made.joinedOn !== undefined && { joinedOn: day(made.joinedOn) }),
        ...(made.leftOn !== undefined && { leftOn: day(made.leftOn) }),
        ...(made.pauses && { pauses: made.pauses }),
        ...(made.localities && { localities: made.localities }),
        ...(made.excludedTeams && { excludedTeams: made.excludedTeams }),
        ...(made.knownFamilies && { knownFamilies: made.knownFamilies }),
      };
    });
}

export function aCandidate(now: Instant, n: number): fc.Arbitrary<Candidate> {
  return fc.record({
    facilitator: someFacilitator(now, n),
    availability: anAvailability(now, 6),
    reservations: reservations(now, 5),
  });
}
