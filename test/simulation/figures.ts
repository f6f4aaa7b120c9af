/** What two years came to: how evenly the work lay, how long people waited, and who was never helped. */
import { addDays, localDate, type LocalDate, workingDaysSince } from '../../src/domain/calendar';
import { type Facilitator, weightOf } from '../../src/domain/facilitator';
import type { Played } from './play';
import { FIRST_DAY, isAlwaysThere, LAST_DAY } from './pool';
import type { World } from './world';

export interface Figures {
  /** Sessions per unit of weight, the most less the least, among those who were always there. */
  readonly spread: number;
  /** The same over any twelve months, at its widest. */
  readonly spreadOfYear: number;
  /** How far a joiner lay from those who were always there, from joining on, at most; per unit of weight. */
  readonly joiners: number;
  /** Working days from asking to the session. */
  readonly wait: { readonly median: number; readonly ninetieth: number };
  readonly firstTime: number;
  readonly never: number;
  /** Of the participants whose calendars could be seen, the share who were free. */
  readonly participantsFree: number;
}

export function figuresOf({ pool, policy }: World, { outcomes, reservations }: Played): Figures {
  const always = pool.filter(isAlwaysThere);
  const loads = (over: Span) => always.map((each) => loadOf(each, reservations, over));
  const joiners = pool.filter(({ joinedOn }) => joinedOn !== undefined);
  const waits = outcomes.flatMap(({ request, session }) =>
    session ? [workingDaysSince(request.at, session.slot.start, policy)] : [],
  );
  const seen = outcomes.flatMap(({ request, session }) => (session ? [request.seen.length] : []));
  const free = outcomes.flatMap(({ session }) => (session ? [session.participantsFree] : []));
  return {
    spread: width(loads(WHOLE)),
    spreadOfYear: Math.max(...years().map((over) => width(loads(over)))),
    joiners: Math.max(
      ...joiners.map((each) => {
        const givenFrom = each.joinedOn!;
        const others = sum(loads({ ...WHOLE, givenFrom })) / always.length;
        return Math.abs(loadOf(each, reservations, { ...WHOLE, givenFrom }) - others);
      }),
    ),
    wait: { median: quantile(waits, 0.5), ninetieth: quantile(waits, 0.9) },
    firstTime: outcomes.filter(({ asked, session }) => session && asked === 1).length / outcomes.length,
    never: outcomes.filter(({ session }) => !session).length / outcomes.length,
    participantsFree: sum(seen) === 0 ? NaN : sum(free) / sum(seen),
  };
}

/** Sessions on these days; `givenFrom`: only what was given from that day on. */
interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly givenFrom?: LocalDate;
}

const WHOLE: Span = { from: FIRST_DAY, until: '9999-12-31' };

/** A year from the first of each month on, as far as there is one. */
function years(): Span[] {
  const spans: Span[] = [];
  for (let from = FIRST_DAY; addDays(from, 365) <= LAST_DAY; from = addDays(from, 30))
    spans.push({ from, until: addDays(from, 364) });
  return spans;
}

/** Sessions on some days per unit of weight. */
function loadOf(facilitator: Facilitator, reservations: Played['reservations'], over: Span): number {
  const held = reservations.get(facilitator.id)!.filter(({ state, slot, givenOn }) => {
    const day = localDate(slot.start);
    return state === 'held' && day >= over.from && day <= over.until && givenOn! >= (over.givenFrom ?? '');
  });
  return held.length / weightOf(facilitator);
}

/** Sessions per unit of weight and month in the pool, pauses not counted. */
export function monthlyLoadOf(facilitator: Facilitator, reservations: Played['reservations']): number {
  const { joinedOn = FIRST_DAY, leftOn = addDays(LAST_DAY, 1), pauses = [] } = facilitator;
  const days = daysBetween(joinedOn, leftOn);
  const away = sum(pauses.map(({ from, until }) => daysBetween(from, addDays(until, 1))));
  return (loadOf(facilitator, reservations, WHOLE) * MONTH) / (days - away);
}

/** Days of an average month. */
const MONTH = 365.25 / 12;

function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function width(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
