/**
 * Who could facilitate, when, and why them. Hard rules remove a facilitator and say which rule did (judging.ts); what is
 * left is ranked (ranking.ts). A calendar that cannot be seen is unknown, never free.
 */
import { type Ask, invited } from './ask';
import type { Availability } from './availability';
import { type Burden, burdens } from './fair-share';
import type { Facilitator, Reservation } from './facilitator';
import { earlierFacilitator } from './follow-up';
import { doesTeamTakePart, isSameAgency, isTeamCheckable } from './independence';
import type { Instant, Interval } from './intervals';
import { type Field, judge, mayObserve } from './judging';
import {
  type Beside,
  type HardRule,
  type Match,
  type Matches,
  type Reason,
  refOf,
  type Removal,
  type Verdict,
} from './match';
import type { PersonId, Requester } from './people';
import { answered, type Poll } from './poll';
import type { Policy } from './policy';
import { best, bestSlots, byFit, type Option, type Standing, tieOf } from './ranking';
import type { RequestId } from './request';
import { type Slot, slotsByWorkingHours, slotsOf } from './slots';

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
  /** The whole pool: what is a fair share depends on everybody. */
  readonly candidates: readonly Candidate[];
  /** One per participant (the requester among them). */
  readonly participants: readonly Availability[];
  /** Addresses of those whose calendars could not be seen; absent where all were. */
  readonly unseen?: readonly string[];
  /** What some of them answered about a few times; absent where nobody was asked. */
  readonly poll?: Poll;
  readonly now: Instant;
  readonly policy: Policy;
  /** Only this slot is asked about, whatever the days and times asked for. */
  readonly only?: Interval;
  /** Any slot but this one: the time a session is to be moved away from. */
  readonly not?: Interval;
  /** Nor any that shares time with it. */
  readonly clearOfIt?: true;
}

type Options = readonly [Option<Candidate, Slot>, ...Option<Candidate, Slot>[]];
type Judged = { readonly candidate: Candidate } & (
  { readonly options: Options } | { readonly removal: Removal }
);

/**
 * Up to `policy.matchesShown` matches, best first: different facilitators before further slots of the same one. `among`: whom
 * to judge; everybody counts for what is a fair share.
 */
export function findMatches(
  question: MatchingQuestion,
  among: (facilitator: PersonId) => boolean = () => true,
): Matches {
  const { policy, now, participants, round } = question;
  const all = judgeAll(question);
  const { seen, shares } = all;
  const judged = all.judged.filter(({ candidate }) => among(candidate.facilitator.id));
  const removed: Partial<Record<HardRule, number>> = {};
  for (const each of judged)
    if ('removal' in each) removed[each.removal.rule] = (removed[each.removal.rule] ?? 0) + 1;
  const options = judged.flatMap((each) => ('options' in each ? [each.options] : []));
  return {
    round,
    foundAt: now,
    best: chosen(options, policy.matchesShown).map((option, n) =>
      asMatch(option, `${round}-${n + 1}`, { question, seen, shares }),
    ),
    calendars: { seen, asked: participants.length },
    ...(question.unseen && question.unseen.length > 0 && { unseen: question.unseen }),
    removed,
  };
}

/** What matching says of everybody in the pool: those who could take it by rank, then the others in the pool's order. */
export function judgePool(question: MatchingQuestion): readonly Verdict[] {
  const { judged, seen, shares } = judgeAll(question);
  const able = judged.flatMap((each) => ('options' in each ? [each] : []));
  const order = best(
    able.map(({ options }) => options[0]),
    able.length,
  );
  const rankOf = new Map(order.map(({ of }, n) => [of.candidate, n + 1]));
  const matchOf = (option: Option<Candidate, Slot>): Match =>
    asMatch(option, `${option.of.candidate.facilitator.id}@${option.slot.start}`, { question, seen, shares });
  const verdicts = judged.map((each): Verdict => {
    const facilitator = refOf(each.candidate.facilitator);
    if ('removal' in each) return { facilitator, removal: each.removal };
    const [first, ...further] = each.options;
    return {
      facilitator,
      matches: [matchOf(first), ...further.map(matchOf)],
      rank: rankOf.get(each.candidate)!,
    };
  });
  const rank = (verdict: Verdict) => ('rank' in verdict ? verdict.rank : verdicts.length + 1);
  return verdicts.sort((a, b) => rank(a) - rank(b));
}

/** Whether somebody could come beside the facilitator at that time; a second facilitator by the same rules as the first. */
export function mayBeBeside(
  candidate: Candidate,
  as: Beside['as'],
  slot: Interval,
  question: MatchingQuestion,
): boolean {
  if (as === 'observer') return mayObserve(candidate, slot, question);
  const free = judge(candidate, fieldOf(question).field);
  return !('rule' in free) && free.some(({ start }) => start === slot.start);
}

/** How many facilitators could take it. */
export function countAble(question: MatchingQuestion): number {
  const { field } = fieldOf(question);
  return question.candidates.filter((candidate) => !('rule' in judge(candidate, field))).length;
}

function judgeAll(question: MatchingQuestion): {
  readonly judged: readonly Judged[];
  readonly seen: number;
  readonly shares: ReadonlyMap<PersonId, Burden>;
} {
  const { candidates, now, policy } = question;
  const { field, seen } = fieldOf(question);
  const shares = burdens(candidates, now, policy);
  const judged = candidates.map((candidate): Judged => {
    const found = judge(candidate, field);
    return 'rule' in found
      ? { candidate, removal: found }
      : { candidate, options: optionsOf(candidate, found, question, shares) };
  });
  return { judged, seen, shares };
}

function fieldOf(question: MatchingQuestion): { readonly field: Field; readonly seen: number } {
  const seen = question.participants.flatMap((each) => (each.known ? [each.busy] : []));
  const slots = slotsOf(question, seen).map((slot) => {
    const suits = answered(question, slot).filter(({ starts }) => starts.includes(slot.start)).length;
    return suits === 0 ? slot : { ...slot, participantsFree: slot.participantsFree + suits };
  });
  const wanted = [...slots].sort(byFit);
  const involved = { requester: question.requester, participants: invited(question.ask) };
  const field = { question, slots, wanted, within: slotsByWorkingHours(slots), involved };
  return { field, seen: seen.length };
}

/** The few best of the slots a facilitator can take, best first. */
function optionsOf(
  candidate: Candidate,
  free: readonly Slot[],
  { requestId, ask, requester, policy }: MatchingQuestion,
  shares: ReadonlyMap<PersonId, Burden>,
): Options {
  const { id, team, localities } = candidate.facilitator;
  const standing: Standing<Candidate> = {
    candidate,
    turn: shares.get(id)!.turn,
    near: ask.locality !== undefined && (localities?.includes(ask.locality) ?? false),
    otherAgency: !isSameAgency(team, requester.team, policy.agencies),
    tie: tieOf(requestId, id),
    preferred: id === earlierFacilitator(ask, policy).preferred,
  };
  const slots = bestSlots(free, Math.max(policy.matchesShown, 1));
  // There is at least one slot.
  return slots.map(({ slot, again }) => ({ of: standing, slot, again })) as unknown as Options;
}

/** First the best of each facilitator, then their best on other days, then further slots. */
function chosen(options: readonly Options[], most: number): readonly Option<Candidate, Slot>[] {
  const first = best(
    options.map(([one]) => one),
    most,
  );
  const further = options.flatMap(([, ...others]) => others);
  return [...first, ...best(further, most - first.length)];
}

interface Known {
  readonly question: MatchingQuestion;
  /** Participants whose calendars were seen. */
  readonly seen: number;
  readonly shares: ReadonlyMap<PersonId, Burden>;
}

function asMatch(option: Option<Candidate, Slot>, id: string, known: Known): Match {
  const { slot, of } = option;
  const { facilitator } = of.candidate;
  return {
    id,
    facilitator: refOf(facilitator),
    slot: { start: slot.start, end: slot.end },
    reasons: reasonsOf(option, known),
    ...(facilitator.acceptsAutomatically && { automatic: true }),
  };
}

function reasonsOf(
  { of: { candidate, preferred, near, otherAgency }, slot }: Option<Candidate, Slot>,
  { question, seen: calendars, shares }: Known,
): Reason[] {
  const { requester, ask, policy } = question;
  const told = answered(question, slot).length;
  const seen = calendars + told;
  const { facilitator, availability } = candidate;
  const { sessions, share } = shares.get(facilitator.id)!;
  const declaredOn = availability.known ? availability.declared?.on : undefined;
  const involved = { requester, participants: invited(ask) };
  return [
    declaredOn === undefined ? { kind: 'free' } : { kind: 'declared', on: declaredOn },
    ...(preferred ? [{ kind: 'facilitated-before' } as const] : []),
    ...(seen > 0
      ? [
          {
            kind: 'participants-free',
            free: slot.participantsFree,
            seen,
            ...(told > 0 && { answered: told }),
          } as const,
        ]
      : []),
    { kind: 'fair-share', sessions, share, months: policy.fairShareMonths },
    ...(ask.locality === undefined ? [] : [{ kind: 'locality', same: near } as const]),
    { kind: 'agency', another: otherAgency },
    ...(doesTeamTakePart(facilitator, involved, policy) ? [{ kind: 'team-takes-part' } as const] : []),
    ...(isTeamCheckable(facilitator, involved, policy) ? [] : [{ kind: 'team-not-checkable' } as const]),
    ...(facilitator.trainedUntil === undefined
      ? []
      : [{ kind: 'trained-until', until: facilitator.trainedUntil } as const]),
  ];
}
