/** Clocks and days as a patient person would read them off a wall and a calendar: no code of `src`, no library of dates. */
import type { WorkingHours } from '../../../src/domain/calendar';
import type { Ask } from '../../../src/domain/ask';
import type { Policy } from '../../../src/domain/policy';
import { CLOSED_WEEKDAYS } from './bank-holidays';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
const QUARTER = 15 * MINUTE;
const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

interface WallClock {
  readonly date: string;
  readonly weekday: string;
  readonly dayBefore: string;
  readonly minute: number;
}

const quarters = new Map<string, Map<number, WallClock | undefined>>();

/** What a clock in the zone shows at the quarter before; nothing where nobody knows the zone. Every zone is a number of quarters from UTC. */
function quarterBefore(instant: number, zone: string): WallClock | undefined {
  const ofZone = quarters.get(zone) ?? new Map<number, WallClock | undefined>();
  quarters.set(zone, ofZone);
  const quarter = Math.floor(instant / QUARTER) * QUARTER;
  if (!ofZone.has(quarter)) ofZone.set(quarter, readClock(quarter, zone));
  return ofZone.get(quarter);
}

function readClock(instant: number, zone: string): WallClock | undefined {
  const fixed = /^UTC([+-]\d+)$/.exec(zone);
  const text = fixed
    ? new Date(instant + Number(fixed[1]) * 60 * MINUTE).toISOString().slice(0, 16).replace('T', ' ')
    : clockOf(zone)?.format(instant);
  if (text === undefined) return undefined;
  const [date, time] = text.split(' ') as [string, string];
  const weekday = new Date(date).getUTCDay();
  return { date, weekday: NAMES[weekday]!, dayBefore: NAMES[(weekday + 6) % 7]!, minute: minutes(time) };
}

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  } catch {
    return undefined;
  }
}

/** `09:30` as minutes of the day. */
export function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function minuteOf(instant: number, { minute }: WallClock): number {
  return minute + Math.floor((instant % QUARTER) / MINUTE);
}

/** London's day, weekday and minute of the day. */
export function london(instant: number): {
  readonly date: string;
  readonly weekday: string;
  readonly minute: number;
} {
  const clock = quarterBefore(instant, 'Europe/London')!;
  return { date: clock.date, weekday: clock.weekday, minute: minuteOf(instant, clock) };
}

export function londonDay(instant: number): string {
  return quarterBefore(instant, 'Europe/London')!.date;
}

/** Monday to Friday, less what is written down as closed. */
export function isWorkingDay(date: string, closed: readonly string[]): boolean {
  const weekday = new Date(date).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !CLOSED_WEEKDAYS[Number(date.slice(0, 4))]!.includes(date.slice(5)) && !closed.includes(date);
}

export function nextDay(date: string): string {
  return new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
}

export function isInSpan(
  date: string,
  spans: readonly { readonly from: string; readonly until: string }[],
): boolean {
  return spans.some(({ from, until }) => date >= from && date <= until);
}

/** The day of asking is day 0, a day ends at 17:00, and a day off does not count. */
function firstDay(now: number, policy: Policy): string {
  const asked = london(now);
  let date = asked.minute >= 17 * 60 ? nextDay(asked.date) : asked.date;
  for (let left = policy.noticeDays; ; date = nextDay(date)) {
    if (!isWorkingDay(date, policy.extraClosedDays)) continue;
    if (left === 0) return date;
    left -= 1;
  }
}

export function isAtWork(instant: number, hours: WorkingHours): boolean {
  const clock = quarterBefore(instant, hours.zone);
  if (!clock) return false;
  const now = minuteOf(instant, clock);
  const [start, end] = [minutes(hours.start), minutes(hours.end)];
  const days: readonly string[] = hours.days;
  const today = days.includes(clock.weekday);
  if (start < end) return today && start <= now && now < end;
  return (today && start <= now) || (days.includes(clock.dayBefore) && now < end);
}

/** Each minute is judged once, however many slots it lies in. */
export function remembered(judge: (minute: number) => boolean): (minute: number) => boolean {
  const judged = new Map<number, boolean>();
  return (minute) => {
    const known = judged.get(minute) ?? judge(minute);
    judged.set(minute, known);
    return known;
  };
}

export function every(from: number, to: number, holds: (minute: number) => boolean): boolean {
  for (let minute = from; minute < to; minute += MINUTE) if (!holds(minute)) return false;
  return true;
}

/** Every start of a session inside the window, judged minute by minute. `avoided`: days no session may be on besides. */
export function starts(
  ask: Ask,
  now: number,
  policy: Policy,
  avoided: readonly { readonly from: string; readonly until: string }[],
): number[] {
  const notice = firstDay(now, policy);
  const isOpen = remembered((minute) => {
    const { date, weekday, minute: time } = london(minute);
    const half =
      time >= 9 * 60 && time < 12.5 * 60 ? 'morning' : time >= 12.5 * 60 && time < 17 * 60 ? 'afternoon' : '';
    return (
      (ask.times as readonly string[]).includes(half) &&
      date >= ask.earliest &&
      date <= ask.latest &&
      date >= notice &&
      isWorkingDay(date, policy.extraClosedDays) &&
      !isInSpan(date, avoided) &&
      (ask.days as readonly string[]).includes(weekday)
    );
  });
  const length = (ask.minutes ?? policy.sessionMinutes) * MINUTE;
  const found: number[] = [];
  for (let at = Date.parse(ask.earliest) - DAY; at < Date.parse(ask.latest) + 2 * DAY; at += MINUTE)
    if (at >= now && london(at).minute % policy.slotStepMinutes === 0 && every(at, at + length, isOpen))
      found.push(at);
  return found;
}
