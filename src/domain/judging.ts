/**
 * The hard rules, one facilitator at a time: the slots they can take, or the first rule that removes them. A hard rule
 * cannot be broken by anybody; only the facts it is judged by can change.
 */
import { invited } from './ask';
import { type DaySpan, isWithin, type LocalDate, localDate } from './calendar';
import {
  bufferMinutesOf,
  type Facilitator,
  heldWithin,
  isInPool,
  mayBeThere,
  mayTakeOn,
  type Reservation,
  takenBy,
} from './facilitator';
import { earlierFacilitator } from './follow-up';
import { dependence, type Involved } from './independence';
import { contains, type Interval, MINUTE_MS, overlaps, union } from './intervals';
import type { Clash, Removal } from './match';
import type { Candidate, MatchingQuestion } from './matching';
import { clearOf, type Slot, slotsWithin } from './slots';

/** What is judged alike for everybody. */
export interface Field {
  readonly question: MatchingQuestion;
  readonly slots: readonly Slot[];
  /** The same, those first that suit most of the participants. */
  readonly wanted: readonly Slot[];
  readonly within: (hours: Known['workingHours']) => readonly Slot[];
  readonly involved: Involved;
}

type Known = Extract<Candidate['availability'], { known: true }>;

/** More would be a timetable, not an explanation. */
const MOST_CLASHES = 3;

/** The slots a facilitator can take, in the order of time and at least one; or the first rule that removes them. */
export function judge(candidate: Candidate, field: Field): readonly Slot[] | Removal {
  const { facilitator, availability, reservations } = candidate;
  const { slots, question } = field;
  const { policy, passed, ask, now } = question;
  const { leftOn, joinedOn, trainedUntil, pauses = [] } = facilitator;
  if (leftOn !== undefined && leftOn <= (slots[0]?.day ?? localDate(now)))
    return { rule: 'left', on: leftOn };
  const inPool = joinedOn === undefined ? slots : slots.filter(({ day }) => isInPool(facilitator, day));
  if (joinedOn !== undefined && (slots.length > 0 ? inPool.length === 0 : joinedOn > localDate(now)))
    return { rule: 'not-joined', from: joinedOn };
  if (passed.includes(facilitator.id)) return { rule: 'passed' };
  if (facilitator.id === earlierFacilitator(ask, policy).leftOut) return { rule: 'facilitated-before' };
  if (knowsFamily(facilitator, question)) return { rule: 'knows-family' };
  const dependent = dependence(facilitator, field.involved, policy);
  if (dependent) return { rule: dependent };
  if (slots.length > 0) {
    if (!inPool.some(({ day }) => trainedUntil !== undefined && day <= trainedUntil))
      return { rule: 'not-trained', ...(trainedUntil !== undefined && { until: trainedUntil }) };
    if (!slots.some(({ day }) => mayTakeOn(facilitator, day)))
      return { rule: 'paused', until: lastDay(pauses, slots) };
  }
  if (!availability.known)
    return {
      rule: 'calendar-unknown',
      ...(availability.why === 'declared-too-long-ago' && { since: availability.since }),
    };
  const own = reservations.filter(({ observes }) => !observes);
  const loadOf = loadByMonth(own);
  const cap = facilitator.sessionsPerMonth ?? policy.sessionsPerMonth;
  const isAllowed = (slot: Slot) => mayTakeOn(facilitator, slot.day) && loadOf(slot) < cap;
  if (slots.length > 0 && !slots.some(isAllowed)) return { rule: 'cap', most: cap };
  const sessions = sessionsOf(reservations, question);
  const bufferMs = bufferMinutesOf(ask.place.kind === 'in-person', policy) * MINUTE_MS;
  const { declared, workingHours } = availability;
  const atWork = declared ? slotsWithin(slots, declared.free) : field.within(workingHours);
  const free = clearOf(clearOf(atWork, availability.busy, bufferMs), timeOf(sessions), 0).filter(isAllowed);
  if (free.length > 0) return free;
  const diary = { atWork, busy: availability.busy, sessions, bufferMs };
  return { rule: 'no-free-slot', clashes: clashes(field.wanted, isAllowed, diary) };
}

/** Whether somebody could sit in beside the facilitator at that time: independent like them, and free. */
export function mayObserve(candidate: Candidate, slot: Interval, question: MatchingQuestion): boolean {
  const { facilitator, availability, reservations } = candidate;
  const { requester, ask, policy } = question;
  if (!mayBeThere(facilitator, localDate(slot.start))) return false;
  if (knowsFamily(facilitator, question)) return false;
  if (dependence(facilitator, { requester, participants: invited(ask) }, policy)) return false;
  if (!availability.known) return false;
  if (availability.declared && !availability.declared.free.some((each) => contains(each, slot))) return false;
  const bufferMs = bufferMinutesOf(ask.place.kind === 'in-person', policy) * MINUTE_MS;
  const sessions = sessionsOf(reservations, question);
  return clearOf(clearOf([slot], availability.busy, bufferMs), timeOf(sessions), 0).length > 0;
}

/** This family, or that of the session this one follows up: the same one. */
function knowsFamily({ knownFamilies = [] }: Facilitator, { requestId, ask }: MatchingQuestion): boolean {
  const earlier = ask.followUpOf?.requestId;
  return knownFamilies.some((each) => each === requestId || each === earlier);
}

/** The end of the pauses that take the slots; a later pause does not matter. */
function lastDay(pauses: readonly DaySpan[], slots: readonly Slot[]): LocalDate {
  const inTheWay = pauses.filter((pause) => slots.some(({ day }) => isWithin(day, [pause])));
  return inTheWay.reduce((last, { until }) => (until > last ? until : last), slots[0]!.day);
}

interface Session {
  readonly slot: Interval;
  /** With the buffers around it. */
  readonly taken: Interval;
}

/** Those that are not over; the rest of a year takes no time any more. */
function sessionsOf(
  reservations: readonly Reservation[],
  { ask, policy, now }: MatchingQuestion,
): readonly Session[] {
  const inPerson = ask.place.kind === 'in-person';
  const sessions: Session[] = [];
  for (const each of reservations) {
    if (each.state !== 'held') continue;
    const taken = takenBy(each, inPerson, policy);
    if (taken.end > now) sessions.push({ slot: each.slot, taken });
  }
  return sessions;
}

function timeOf(sessions: readonly Session[]): Interval[] {
  return union(sessions.map(({ taken }) => taken));
}

function loadByMonth(own: readonly Reservation[]): (slot: Slot) => number {
  const known = new Map<Interval, number>();
  return ({ month }) => {
    const load = known.get(month) ?? heldWithin(own, month);
    known.set(month, load);
    return load;
  };
}

interface Diary {
  readonly atWork: readonly Slot[];
  readonly busy: readonly Interval[];
  readonly sessions: readonly Session[];
  readonly bufferMs: number;
}

/** What takes the first few of the slots they would otherwise be allowed. */
function clashes(wanted: readonly Slot[], isAllowed: (slot: Slot) => boolean, diary: Diary): Clash[] {
  const found: Clash[] = [];
  for (const slot of wanted) {
    if (found.length === MOST_CLASHES) break;
    if (isAllowed(slot)) found.push(clashOf(slot, diary));
  }
  return found;
}

function clashOf({ start, end }: Slot, { atWork, busy, sessions, bufferMs }: Diary): Clash {
  const slot = { start, end };
  if (!atWork.some((each) => each.start === start)) return { slot, with: 'hours' };
  const needed = { start: start - bufferMs, end: end + bufferMs };
  const entry = busy.find((each) => overlaps(each, needed));
  if (entry) return { slot, with: 'diary', taken: entry };
  const session = sessions.find(({ taken }) => overlaps(taken, slot));
  return { slot, with: 'session', ...(session && { taken: session.slot }) };
}
