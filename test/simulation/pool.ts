/** Forty invented facilitators: some with less time or more, some who join, leave or pause on the way. */
import { defaultAgencies } from '../../src/domain/agencies';
import { addDays, type LocalDate } from '../../src/domain/calendar';
import type { Facilitator } from '../../src/domain/facilitator';
import { defaultLocalities } from '../../src/domain/localities';
import { chanceOf } from './chance';

export const FIRST_DAY: LocalDate = '2026-09-01';
export const LAST_DAY: LocalDate = '2028-08-31';
/** From the first day to the last. */
const DAYS = 730;

const PEOPLE = 40;
/** By their numbers: everybody before them is there from the beginning to the end, and available. */
const JOINERS = { from: 26, to: 32 };
const LEAVERS = { from: 32, to: 35 };
const CAP = { half: 2, whole: 3, double: 6 };

export function thePool(seed: number): Facilitator[] {
  return Array.from({ length: PEOPLE }, (_, n) => facilitator(seed, n));
}

/** Present from the first day to the last without a pause. */
export function isAlwaysThere({ joinedOn, leftOn, pauses = [] }: Facilitator): boolean {
  return joinedOn === undefined && leftOn === undefined && pauses.length === 0;
}

function facilitator(seed: number, n: number): Facilitator {
  const chance = chanceOf(seed, 'facilitator', n);
  const size = chance.pick(['half', 'whole', 'whole', 'whole', 'double'] as const);
  const { teams } = chance.pick(defaultAgencies);
  return {
    id: `facilitator-${String(n).padStart(2, '0')}`,
    name: `Facilitator ${n}`,
    mail: `facilitator.${n}@norfolk-sandbox.example`,
    team: chance.pick(teams).code,
    trainedUntil: '2030-12-31',
    weight: { half: 1, whole: 2, double: 4 }[size],
    sessionsPerMonth: CAP[size],
    localities: defaultLocalities.filter(() => chance.happens(0.3)).map(({ code }) => code),
    ...comingAndGoing(n, chance.whole(60, DAYS - 200), chance.whole(14, 120)),
  };
}

function comingAndGoing(
  n: number,
  day: number,
  length: number,
): Pick<Facilitator, 'joinedOn' | 'leftOn' | 'pauses'> {
  const from = addDays(FIRST_DAY, day);
  if (n < JOINERS.from) return {};
  if (n < JOINERS.to) return { joinedOn: from };
  if (n < LEAVERS.to) return { leftOn: from };
  return { pauses: [{ from, until: addDays(from, length) }] };
}
