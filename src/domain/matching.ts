/**
 * Who could facilitate, when, and why them. Hard rules remove a facilitator and say which rule did; what is left is
 * ranked: slots where visible participants are free, then the least loaded facilitator, then the earlier slot, then
 * a stable tie that differs from request to request. A calendar that cannot be seen is unknown, never free.
 */
import type { Availability } from './availability';
import { freeTime } from './availability';
import { type Facilitator, type Reservation, sessionsInMonth, withBuffer } from './facilitator';
import { localDate, openHours, slotsIn } from './calendar';
import { findAgency } from './agencies';
import { dependence } from './independence';
import { contains, type Instant, intersect, type Interval, overlaps, subtract, union } from './intervals';
import type { Policy } from './policy';
import type { Ask, HardRule, Match, Matches, PersonId, Requester, RequestId } from './request';

export interface Candidate {
  readonly facilitator: Facilitator;
  readonly availability: Availability;
  readonly reservations: readonly Reservation[];
}

export interface MatchingQuestion {
  readonly requestId: RequestId;
  readonly round: number;
  readonly requester: Requester;
  readonly ask: Ask;
  readonly passed: readonly PersonId[];
  readonly candidates: readonly Candidate[];
  /** One per participant (the requester among them). */
  readonly participants: readonly Availability[];
  readonly now: Instant;
  readonly policy: Policy;
}

interface Slot extends Interval {
  readonly participantsFree: number;
}

interface Option {
  readonly candidate: Candidate;
  readonly slot: Slot;
  readonly load: number;
  readonly tie: number;
}

/** Up to `policy.matchesShown` matches, best first: different facilitators before further slots of the same one. */
export function findMatches(question: MatchingQuestion): Matches {
  const { policy, now, ask, participants } = question;
  const open = openHours(ask, now, policy);
  const seen = participants.flatMap((each) => (each.known ? [each] : []));
  const slots = slotsIn(open, policy.sessionMinutes, policy.slotStepMinutes).map((slot) => ({
    ...slot,
    participantsFree: seen.filter(({ busy }) => !busy.some((taken) => overlaps(taken, slot))).length,
  }));
  const removed: Partial<Record<HardRule, number>> = {};
  const options = question.candidates.map((candidate) => {
    const found = optionsOf(candidate, slots, open, question);
    if (typeof found === 'string') removed[found] = (removed[found] ?? 0) + 1;
    return typeof found === 'string' ? [] : found.sort(byPreference);
  });
  return {
    round: question.round,
    foundAt: now,
    best: chosen(options, policy.matchesShown).map((option, n) => asMatch(option, n, seen.length, question)),
    calendars: { seen: seen.length, asked: participants.length },
    removed,
  };
}

/** Every slot the facilitator can take, or the first hard rule that removes them. */
function optionsOf(
  candidate: Candidate,
  slots: readonly Slot[],
  open: readonly Interval[],
  question: MatchingQuestion,
): Option[] | HardRule {
  const { facilitator, availability, reservations } = candidate;
  const { policy, passed, requester, ask } = question;
  if (passed.includes(facilitator.id)) return 'passed';
  const dependent = dependence(facilitator, { requester, participants: ask.participants }, policy.agencies);
  if (dependent) return dependent;
  const trained = slots.filter(({ start }) => localDate(start) <= facilitator.trainedUntil);
  if (trained.length === 0 && slots.length > 0) return 'not-trained';
  if (!availability.known) return 'calendar-unknown';
  const cap = facilitator.sessionsPerMonth ?? policy.sessionsPerMonth;
  const loads = loadByMonth(reservations);
  const underCap = trained.filter((slot) => loads(slot.start) < cap);
  if (underCap.length === 0 && trained.length > 0) return 'cap';
  const tie = hash(`${question.requestId}:${facilitator.id}`);
  const options = slotsWithin(underCap, freeOf(candidate, open, policy)).map((slot) => ({
    candidate,
    slot,
    load: loads(slot.start),
    tie,
  }));
  return options.length > 0 ? options : 'no-free-slot';
}

/** The facilitator's free time inside the open hours, less our own sessions and the buffers around everything busy. */
function freeOf(
  { availability, reservations }: Candidate,
  open: readonly Interval[],
  policy: Policy,
): Interval[] {
  if (!availability.known) return [];
  const ours = reservations.filter(({ state }) => state === 'held').map(({ slot }) => slot);
  const taken = union([...availability.busy, ...ours].map((busy) => withBuffer(busy, policy)));
  return subtract(intersect(open, freeTime(availability, open)), taken);
}

/** The slots that lie inside one of the free intervals; both sorted. */
function slotsWithin(slots: readonly Slot[], free: readonly Interval[]): Slot[] {
  let i = 0;
  return slots.filter((slot) => {
    while (i < free.length && free[i]!.end <= slot.start) i += 1;
    return i < free.length && contains(free[i]!, slot);
  });
}

function loadByMonth(reservations: readonly Reservation[]): (at: Instant) => number {
  const known = new Map<string, number>();
  return (at) => {
    const month = localDate(at).slice(0, 7);
    const load = known.get(month) ?? sessionsInMonth(reservations, at);
    known.set(month, load);
    return load;
  };
}

function byPreference(a: Option, b: Option): number {
  return (
    b.slot.participantsFree - a.slot.participantsFree ||
    a.load - b.load ||
    a.slot.start - b.slot.start ||
    a.tie - b.tie ||
    (a.candidate.facilitator.id < b.candidate.facilitator.id ? -1 : 1)
  );
}

/** First the best of each facilitator, then the next slots of any. */
function chosen(options: readonly (readonly Option[])[], most: number): Option[] {
  const first = options.flatMap((each) => each.slice(0, 1)).sort(byPreference);
  const further = options.flatMap((each) => each.slice(1, most)).sort(byPreference);
  return [...first, ...further].slice(0, most);
}

function asMatch(
  { candidate, slot, load }: Option,
  n: number,
  seen: number,
  { round, requester, policy }: MatchingQuestion,
): Match {
  const { id, name, mail, team, trainedUntil } = candidate.facilitator;
  const another = findAgency(policy.agencies, team) !== findAgency(policy.agencies, requester.team);
  return {
    id: `${round}-${n + 1}`,
    facilitator: { id, name, mail, team },
    slot: { start: slot.start, end: slot.end },
    reasons: [
      { kind: 'free' },
      { kind: 'trained-until', until: trainedUntil },
      { kind: 'agency', another },
      { kind: 'sessions-this-month', count: load },
      ...(seen > 0 ? [{ kind: 'participants-free', free: slot.participantsFree, seen } as const] : []),
    ],
  };
}

/** FNV-1a: spreads ties evenly over requests, and is the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
