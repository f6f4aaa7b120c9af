/**
 * Matching as a patient person would do it with a diary on paper: minute by minute, rule by rule, with no code of `src`
 * (types only) and no cleverness. Slow and plainly right; `findMatches` and `judgePool` must agree with it.
 */
import type { Interval } from '../../../src/domain/intervals';
import type { HardRule } from '../../../src/domain/match';
import type { Candidate, MatchingQuestion } from '../../../src/domain/matching';
import { every, isAtWork, isInSpan, londonDay, MINUTE, remembered, starts } from './clock';
import { type Share, sharesOf } from './fair-share';

/** A facilitator in a slot that breaks no rule, with all that ranks it. */
export interface Possibility {
  readonly facilitator: string;
  readonly start: number;
  readonly end: number;
  /** Facilitated the session this one follows up, where that is preferred. */
  readonly preferred: boolean;
  readonly participantsFree: number;
  readonly share: Share;
  readonly near: boolean;
  readonly otherAgency: boolean;
  readonly teamTakesPart: boolean;
  readonly checkable: boolean;
}

/** Everybody of the pool: what they could take, or the first rule that leaves nothing of it. */
export type Finding =
  | { readonly id: string; readonly possible: readonly Possibility[] }
  | { readonly id: string; readonly rule: HardRule };

/** A team that is in nobody's list any more belongs to no agency. */
export const UNLISTED = 'cs-closed-down';

const agencyOf = (team: string) => (team === UNLISTED ? undefined : team.split('-')[0]);
const isOther = (team: string) => team.endsWith('-other');
const isSameAgency = (one: string, other: string) =>
  agencyOf(one) !== undefined && agencyOf(one) === agencyOf(other);

function teamsOf({ requester, ask }: MatchingQuestion): string[] {
  const { participants, picked = [], toBeNamed = [] } = ask;
  return [requester, ...participants, ...picked, ...toBeNamed].map(({ team }) => team);
}

function isInvolved({ id, mail }: Candidate['facilitator'], { requester, ask }: MatchingQuestion): boolean {
  const people: readonly { readonly id?: string; readonly mail?: string }[] = [
    requester,
    ...ask.participants,
    ...(ask.picked ?? []),
  ];
  return people.some(
    (person) =>
      person.id?.toLowerCase() === id.toLowerCase() || person.mail?.toLowerCase() === mail.toLowerCase(),
  );
}

/** Whether a minute lies in one of them. */
function isIn(minute: number, busy: readonly Interval[]): boolean {
  return busy.some(({ start, end }) => start <= minute && minute < end);
}

const month = (instant: number) => londonDay(instant).slice(0, 7);

interface Rule {
  readonly rule: HardRule;
  /** Whether the rule forbids a session that starts then; asked without one where the window holds none. */
  readonly forbids: (start?: number) => boolean;
}

/** In the order they are judged. */
function rulesFor(candidate: Candidate, question: MatchingQuestion, length: number): readonly Rule[] {
  const { facilitator, availability, reservations } = candidate;
  const { ask, policy, requester } = question;
  const {
    id,
    team,
    leftOn,
    joinedOn,
    trainedUntil,
    pauses = [],
    knownFamilies = [],
    excludedTeams = [],
  } = facilitator;
  const earlier = ask.followUpOf;
  const teams = teamsOf(question);
  const apart = policy.teamsApart === 'everybody' ? teams : [requester.team];
  const held = reservations.filter(({ state }) => state === 'held');
  const cap = facilitator.sessionsPerMonth ?? policy.sessionsPerMonth;

  const needs = (inPerson: boolean) =>
    (inPerson && policy.travelMinutes > policy.bufferMinutes ? policy.travelMinutes : policy.bufferMinutes) *
    MINUTE;
  const own = needs(ask.place.kind === 'in-person');
  const works = remembered(
    (minute) =>
      availability.known &&
      (availability.declared
        ? isIn(minute, availability.declared.free)
        : availability.workingHours === undefined || isAtWork(minute, availability.workingHours)),
  );
  const isDiaryFree = remembered((minute) => availability.known && !isIn(minute, availability.busy));
  const isClear = (start: number) =>
    every(start, start + length, works) &&
    every(start - own, start + length + own, isDiaryFree) &&
    held.every(({ slot, inPerson }) => {
      const need = Math.max(own, needs(inPerson === true));
      return every(start - need, start + length + need, (minute) => !isIn(minute, [slot]));
    });
  const loadIn = (start: number) =>
    held.filter(({ slot, observes }) => !observes && month(slot.start) === month(start)).length;

  const always = (broken: boolean) => () => broken;
  const onDay = (broken: (day: string) => boolean) => (start?: number) =>
    start !== undefined && broken(londonDay(start));
  return [
    {
      rule: 'left',
      forbids: (start) => leftOn !== undefined && londonDay(start ?? question.now) >= leftOn,
    },
    {
      rule: 'not-joined',
      forbids: (start) => joinedOn !== undefined && londonDay(start ?? question.now) < joinedOn,
    },
    { rule: 'passed', forbids: always(question.passed.includes(id)) },
    {
      rule: 'facilitated-before',
      forbids: always(policy.followUpFacilitator === 'fresh' && earlier?.facilitator === id),
    },
    {
      rule: 'knows-family',
      forbids: always(
        knownFamilies.some((known) => known === question.requestId || known === earlier?.requestId),
      ),
    },
    { rule: 'participant', forbids: always(isInvolved(facilitator, question)) },
    { rule: 'same-team', forbids: always(apart.includes(team) && !isOther(team)) },
    { rule: 'same-agency', forbids: always(policy.otherAgencyOnly && isSameAgency(team, requester.team)) },
    { rule: 'excluded', forbids: always(teams.some((each) => excludedTeams.includes(each))) },
    { rule: 'not-trained', forbids: onDay((day) => trainedUntil === undefined || day > trainedUntil) },
    { rule: 'paused', forbids: onDay((day) => isInSpan(day, pauses)) },
    { rule: 'calendar-unknown', forbids: always(!availability.known) },
    { rule: 'cap', forbids: (start) => start !== undefined && loadIn(start) >= cap },
    { rule: 'no-free-slot', forbids: (start) => start === undefined || !isClear(start) },
  ];
}

/** What is to be said of each facilitator of the pool. */
export function findings(question: MatchingQuestion): Finding[] {
  const { policy, ask, requester, candidates, participants, now } = question;
  const length = (ask.minutes ?? policy.sessionMinutes) * MINUTE;
  const teams = teamsOf(question);
  const isSchoolIn = teams.some((team) => agencyOf(team) === 'ed');
  const all = starts(ask, now, policy, isSchoolIn && !ask.schoolsAgree ? policy.schoolHolidays : []);
  const seen = participants.flatMap((each) => (each.known ? [each.busy] : []));
  const freeIn = new Map(
    all.map((start) => [
      start,
      seen.filter((busy) => every(start, start + length, (minute) => !isIn(minute, busy))).length,
    ]),
  );
  const shares = sharesOf(candidates, now, policy);
  return candidates.map((candidate): Finding => {
    const { id, team, localities = [] } = candidate.facilitator;
    let left: readonly (number | undefined)[] = all.length > 0 ? all : [undefined];
    for (const { rule, forbids } of rulesFor(candidate, question, length)) {
      left = left.filter((start) => !forbids(start));
      if (left.length === 0) return { id, rule };
    }
    const possible = left.map((start): Possibility => ({
      facilitator: id,
      start: start!,
      end: start! + length,
      preferred: policy.followUpFacilitator === 'same' && ask.followUpOf?.facilitator === id,
      participantsFree: freeIn.get(start!)!,
      share: shares.get(id)!,
      near: ask.locality !== undefined && localities.includes(ask.locality),
      otherAgency: !isSameAgency(team, requester.team),
      teamTakesPart: teams.includes(team) && !isOther(team),
      checkable: !isOther(team) || !teams.some((each) => isSameAgency(each, team)),
    }));
    return { id, possible };
  });
}

/** Preferred, more participants free, less of a fair share had, earlier, near, another agency. Equal ones are a tie. */
export function compare(a: Possibility, b: Possibility): number {
  return (
    Number(b.preferred) - Number(a.preferred) ||
    b.participantsFree - a.participantsFree ||
    a.share.turn - b.share.turn ||
    a.start - b.start ||
    Number(b.near) - Number(a.near) ||
    Number(b.otherAgency) - Number(a.otherAgency)
  );
}

/** All possibilities, best first: the best one of each facilitator, their best on other days, then the others. */
export function ranked(all: readonly Possibility[]): Possibility[] {
  const isBestAmong = (one: Possibility, rivals: (other: Possibility) => boolean) =>
    all.every((other) => other.facilitator !== one.facilitator || !rivals(other) || compare(one, other) <= 0);
  const isBest = (one: Possibility) => isBestAmong(one, () => true);
  const isBestOfDay = (one: Possibility) =>
    isBestAmong(one, (other) => londonDay(other.start) === londonDay(one.start));
  const best = all.filter(isBest).sort(compare);
  const otherDays = all.filter((one) => !isBest(one) && isBestOfDay(one)).sort(compare);
  const further = all.filter((one) => !isBestOfDay(one)).sort(compare);
  return [...best, ...otherDays, ...further];
}
