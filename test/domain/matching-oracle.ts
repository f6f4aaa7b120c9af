/**
 * Matching as a patient person would do it with a diary on paper: minute by minute, rule by rule, with no code of `src`
 * (types only) and no cleverness. Slow and plainly right; `findMatches` must agree with it.
 */
import type { Availability } from '../../src/domain/availability';
import type { Interval } from '../../src/domain/intervals';
import type { Candidate, MatchingQuestion } from '../../src/domain/matching';
import { CLOSED_WEEKDAYS } from './bank-holidays';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export interface Possibility {
  readonly facilitator: string;
  readonly start: number;
  readonly participantsFree: number;
  readonly load: number;
  /** Facilitated the session this one follows up, where that is preferred. */
  readonly preferred: boolean;
}

interface WallClock {
  readonly date: string;
  readonly weekday: string;
  readonly dayBefore: string;
  readonly minute: number;
}

const wallClocks = new Map<string, WallClock>();

/** What a clock in the zone shows. Every zone is a number of quarters from UTC, so one look a quarter is enough. */
function wallClock(instant: number, zone: string): WallClock {
  const quarter = Math.floor(instant / QUARTER) * QUARTER;
  const key = `${zone} ${quarter}`;
  const clock = wallClocks.get(key) ?? readClock(quarter, zone);
  wallClocks.set(key, clock);
  return { ...clock, minute: clock.minute + Math.floor((instant - quarter) / MINUTE) };
}

function readClock(instant: number, zone: string): WallClock {
  const fixed = /^UTC([+-]\d+)$/.exec(zone);
  const text = fixed
    ? new Date(instant + Number(fixed[1]) * 60 * MINUTE).toISOString().slice(0, 16).replace('T', ' ')
    : new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
        instant,
      );
  const [date, time] = text.split(' ') as [string, string];
  const weekday = new Date(date).getUTCDay();
  return {
    date,
    weekday: NAMES[weekday]!,
    dayBefore: NAMES[(weekday + 6) % 7]!,
    minute: minutes(time),
  };
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function isWorkingDay(date: string, closed: readonly string[]): boolean {
  const weekday = new Date(date).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !CLOSED_WEEKDAYS[Number(date.slice(0, 4))]!.includes(date.slice(5)) && !closed.includes(date);
}

function nextDay(date: string): string {
  return new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
}

/** The day of asking is day 0, a day ends at 17:00, and a day off does not count. */
function firstDay({ now, policy }: MatchingQuestion): string {
  const asked = wallClock(now, 'Europe/London');
  let date = asked.minute >= 17 * 60 ? nextDay(asked.date) : asked.date;
  for (let left = policy.noticeDays; ; date = nextDay(date)) {
    if (!isWorkingDay(date, policy.extraClosedDays)) continue;
    if (left === 0) return date;
    left -= 1;
  }
}

function isBusy(minute: number, busy: readonly Interval[]): boolean {
  return busy.some(({ start, end }) => start <= minute && minute < end);
}

function isAtWork(minute: number, availability: Extract<Availability, { known: true }>): boolean {
  const hours = availability.workingHours;
  if (!hours) return true;
  const { weekday, dayBefore, minute: now } = wallClock(minute, hours.zone);
  const [start, end] = [minutes(hours.start), minutes(hours.end)];
  const today = (hours.days as readonly string[]).includes(weekday);
  if (start < end) return today && start <= now && now < end;
  return (today && start <= now) || ((hours.days as readonly string[]).includes(dayBefore) && now < end);
}

/** Each minute is judged once, however many slots it lies in. */
function remembered(judge: (minute: number) => boolean): (minute: number) => boolean {
  const judged = new Map<number, boolean>();
  return (minute) => {
    const known = judged.get(minute) ?? judge(minute);
    judged.set(minute, known);
    return known;
  };
}

function every(from: number, to: number, holds: (minute: number) => boolean): boolean {
  for (let minute = from; minute < to; minute += MINUTE) if (!holds(minute)) return false;
  return true;
}

/** Every start of a session inside the window, judged minute by minute. */
function starts(question: MatchingQuestion): number[] {
  const { ask, policy, now } = question;
  const notice = firstDay(question);
  const isOpen = remembered((minute) => {
    const { date, weekday, minute: time } = wallClock(minute, 'Europe/London');
    const half =
      time >= 9 * 60 && time < 12.5 * 60 ? 'morning' : time >= 12.5 * 60 && time < 17 * 60 ? 'afternoon' : '';
    return (
      date >= ask.earliest &&
      date <= ask.latest &&
      date >= notice &&
      isWorkingDay(date, policy.extraClosedDays) &&
      (ask.days as readonly string[]).includes(weekday) &&
      (ask.times as readonly string[]).includes(half)
    );
  });
  const found: number[] = [];
  for (let at = Date.parse(ask.earliest) - DAY; at < Date.parse(ask.latest) + 2 * DAY; at += MINUTE)
    if (
      at > now &&
      wallClock(at, 'Europe/London').minute % policy.slotStepMinutes === 0 &&
      every(at, at + policy.sessionMinutes * MINUTE, isOpen)
    )
      found.push(at);
  return found;
}

function isInvolved({ facilitator }: Candidate, { requester, ask }: MatchingQuestion): boolean {
  return [requester, ...ask.participants].some(
    (person) => person.id === facilitator.id || person.mail?.toLowerCase() === facilitator.mail.toLowerCase(),
  );
}

function monthOf(instant: number): string {
  return wallClock(instant, 'Europe/London').date.slice(0, 7);
}

/** Every (facilitator, slot) that breaks no rule. */
export function possibilities(question: MatchingQuestion): Possibility[] {
  const { policy, requester, candidates, participants } = question;
  const length = policy.sessionMinutes * MINUTE;
  const buffer = policy.bufferMinutes * MINUTE;
  const all = starts(question);
  const participantsFree = new Map(
    all.map((start) => [
      start,
      participants.filter(
        (each) => each.known && every(start, start + length, (minute) => !isBusy(minute, each.busy)),
      ).length,
    ]),
  );
  return candidates.flatMap((candidate): Possibility[] => {
    const { facilitator, availability, reservations } = candidate;
    const held = reservations.filter(({ state }) => state === 'held');
    const facilitatedBefore = question.ask.followUpOf?.facilitator === facilitator.id;
    if (facilitatedBefore && policy.followUpFacilitator === 'fresh') return [];
    const preferred = facilitatedBefore && policy.followUpFacilitator === 'same';
    const sameTeam = facilitator.team === requester.team && !facilitator.team.endsWith('-other');
    if (question.passed.includes(facilitator.id) || isInvolved(candidate, question) || sameTeam) return [];
    if (!availability.known) return [];
    const taken = [...availability.busy, ...held.map(({ slot }) => slot)];
    const works = remembered((minute) => isAtWork(minute, availability));
    const hasTime = remembered((minute) => !isBusy(minute, taken));
    return all.flatMap((start) => {
      const load = held.filter(({ slot }) => monthOf(slot.start) === monthOf(start)).length;
      const possible =
        wallClock(start, 'Europe/London').date <= (facilitator.trainedUntil ?? '') &&
        load < (facilitator.sessionsPerMonth ?? policy.sessionsPerMonth) &&
        every(start, start + length, works) &&
        every(start - buffer, start + length + buffer, hasTime);
      return possible
        ? [
            {
              facilitator: facilitator.id,
              start,
              participantsFree: participantsFree.get(start)!,
              load: held.length,
              preferred,
            },
          ]
        : [];
    });
  });
}

/** Preferred, then more participants free, then less loaded, then earlier. Equal ones are a tie. */
export function compare(a: Possibility, b: Possibility): number {
  return (
    Number(b.preferred) - Number(a.preferred) ||
    b.participantsFree - a.participantsFree ||
    a.load - b.load ||
    a.start - b.start
  );
}

/** All possibilities, best first: the best one of each facilitator, their best on other days, then the others. */
export function ranked(all: readonly Possibility[]): Possibility[] {
  const isBestAmong = (one: Possibility, rivals: (other: Possibility) => boolean) =>
    all.every((other) => other.facilitator !== one.facilitator || !rivals(other) || compare(one, other) <= 0);
  const isBest = (one: Possibility) => isBestAmong(one, () => true);
  const isBestOfDay = (one: Possibility) => isBestAmong(one, (other) => dayOf(other) === dayOf(one));
  const best = all.filter(isBest).sort(compare);
  const otherDays = all.filter((one) => !isBest(one) && isBestOfDay(one)).sort(compare);
  const further = all.filter((one) => !isBestOfDay(one)).sort(compare);
  return [...best, ...otherDays, ...further];
}

const LONDON_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

function dayOf({ start }: Possibility): string {
  return LONDON_DAY.format(start);
}
