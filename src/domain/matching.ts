/**
 * Who could facilitate, when, and why them. Hard rules remove a facilitator and say which rule did; what is left is
 * ranked: the facilitator a follow-up prefers, slots where visible participants are free, then the least loaded facilitator, then the earlier slot, then
 * a stable tie that differs from request to request. A calendar that cannot be seen is unknown, never free.
 */
import type { Ask } from './ask';
import type { Availability } from './availability';
import { type Facilitator, heldWithin, type Reservation } from './facilitator';
import { type LocalDate, localDate, monthOf, monthSpan, openHours, slotsIn, workingTime } from './calendar';
import { findAgency } from './agencies';
import { earlierFacilitator } from './follow-up';
import { dependence } from './independence';
import { contains, type Instant, type Interval, MINUTE_MS, union } from './intervals';
import type { PersonId, Requester } from './people';
import type { Policy } from './policy';
import { best, markDays, type Option, tieOf } from './ranking';
import type { HardRule, Match, Matches, RequestId } from './request';

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

/** A slot and what every facilitator's judgement needs of it, worked out once. */
interface Slot extends Interval {
  readonly day: LocalDate;
  /** The London month it counts for. */
  readonly month: Interval;
  readonly participantsFree: number;
}

type Options = readonly Option<Candidate, Slot>[];

/** Up to `policy.matchesShown` matches, best first: different facilitators before further slots of the same one. */
export function findMatches(question: MatchingQuestion): Matches {
  const { policy, now, participants } = question;
  const seen = participants.flatMap((each) => (each.known ? [each] : []));
  const slots = slotsOf(question, seen);
  const whoWorks = slotsByWorkingHours(slots);
  const removed: Partial<Record<HardRule, number>> = {};
  const options = question.candidates.flatMap((candidate): Options[] => {
    const found = optionsOf(candidate, slots, whoWorks, question);
    if (typeof found !== 'string') return [found];
    removed[found] = (removed[found] ?? 0) + 1;
    return [];
  });
  return {
    round: question.round,
    foundAt: now,
    best: chosen(options, policy.matchesShown).map((option, n) => asMatch(option, n, seen.length, question)),
    calendars: { seen: seen.length, asked: participants.length },
    removed,
  };
}

type Known = Extract<Availability, { known: true }>;

function slotsOf({ ask, now, policy }: MatchingQuestion, seen: readonly Known[]): Slot[] {
  const months = new Map<string, Interval>();
  const slots = openHours(ask, now, policy).flatMap((hours) => {
    const day = localDate(hours.start);
    const month = months.get(monthOf(day)) ?? monthSpan(day);
    months.set(monthOf(day), month);
    const within = slotsIn([hours], policy.sessionMinutes, policy.slotStepMinutes);
    return within.map((slot) => ({ ...slot, day, month, participantsFree: 0 }));
  });
  const free = new Map<Instant, number>();
  for (const { busy } of seen)
    for (const { start } of clearOf(slots, busy, 0)) free.set(start, (free.get(start) ?? 0) + 1);
  return slots.map((slot) => ({ ...slot, participantsFree: free.get(slot.start) ?? 0 }));
}

/** Many facilitators keep the same hours: the slots inside them are looked for once. */
function slotsByWorkingHours(slots: readonly Slot[]): (diary: Known) => readonly Slot[] {
  const first = slots[0];
  const last = slots.at(-1);
  const known = new Map<string, readonly Slot[]>();
  return ({ workingHours }) => {
    if (!workingHours || !first || !last) return slots;
    const key = JSON.stringify(workingHours);
    const found =
      known.get(key) ?? within(slots, workingTime(workingHours, { start: first.start, end: last.end }));
    known.set(key, found);
    return found;
  };
}

/** The slots a facilitator can take, the few best of them in order; or the first hard rule that removes them. */
function optionsOf(
  candidate: Candidate,
  slots: readonly Slot[],
  whoWorks: (diary: Known) => readonly Slot[],
  question: MatchingQuestion,
): Options | HardRule {
  const { facilitator, availability, reservations } = candidate;
  const { policy, passed, requester, ask, requestId } = question;
  if (passed.includes(facilitator.id)) return 'passed';
  const { preferred, leftOut } = earlierFacilitator(ask, policy);
  if (facilitator.id === leftOut) return 'facilitated-before';
  const dependent = dependence(facilitator, { requester, participants: ask.participants }, policy.agencies);
  if (dependent) return dependent;
  const isTrained = ({ day }: Slot) => day <= facilitator.trainedUntil;
  if (slots.length > 0 && !slots.some(isTrained)) return 'not-trained';
  if (!availability.known) return 'calendar-unknown';
  const loadOf = loadByMonth(reservations);
  const cap = facilitator.sessionsPerMonth ?? policy.sessionsPerMonth;
  const isAllowed = (slot: Slot) => isTrained(slot) && loadOf(slot) < cap;
  if (slots.length > 0 && !slots.some(isAllowed)) return 'cap';
  const ours = union(reservations.filter(({ state }) => state === 'held').map(({ slot }) => slot));
  const bufferMs = policy.bufferMinutes * MINUTE_MS;
  const clear = clearOf(clearOf(whoWorks(availability), availability.busy, bufferMs), ours, bufferMs);
  const free = clear.filter(isAllowed);
  if (free.length === 0) return 'no-free-slot';
  const tie = tieOf(requestId, facilitator.id);
  const isPreferred = facilitator.id === preferred;
  const options = free.map((slot) => ({
    candidate,
    slot,
    load: loadOf(slot),
    tie,
    again: false,
    preferred: isPreferred,
  }));
  return best(markDays(options), policy.matchesShown);
}

/** The slots that lie inside one of the intervals; both sorted. */
function within(slots: readonly Slot[], intervals: readonly Interval[]): Slot[] {
  let i = 0;
  return slots.filter((slot) => {
    while (i < intervals.length && intervals[i]!.end <= slot.start) i += 1;
    return i < intervals.length && contains(intervals[i]!, slot);
  });
}

/** The slots with so much free time before and after; both sorted, what is taken without overlaps. */
function clearOf(slots: readonly Slot[], taken: readonly Interval[], bufferMs: number): Slot[] {
  let i = 0;
  return slots.filter(({ start, end }) => {
    while (i < taken.length && taken[i]!.end + bufferMs <= start) i += 1;
    return i === taken.length || end + bufferMs <= taken[i]!.start;
  });
}

function loadByMonth(reservations: readonly Reservation[]): (slot: Slot) => number {
  const known = new Map<Interval, number>();
  return ({ month }) => {
    const load = known.get(month) ?? heldWithin(reservations, month);
    known.set(month, load);
    return load;
  };
}

/** First the best of each facilitator, then their best on other days, then further slots. */
function chosen(options: readonly Options[], most: number): Options {
  const first = best(
    options.flatMap((each) => each.slice(0, 1)),
    most,
  );
  const further = options.flatMap((each) => each.slice(1));
  return [...first, ...best(further, most - first.length)];
}

function asMatch(
  { candidate, slot, load, preferred }: Options[number],
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
      ...(preferred ? [{ kind: 'facilitated-before' } as const] : []),
      { kind: 'trained-until', until: trainedUntil },
      { kind: 'agency', another },
      { kind: 'sessions-this-month', count: load },
      ...(seen > 0 ? [{ kind: 'participants-free', free: slot.participantsFree, seen } as const] : []),
    ],
  };
}
