/**
 * Working days, slots and the only time-zone arithmetic of the program. Inside, time is an Instant (UTC);
 * days are LocalDates of Europe/London. Luxon knows the zones, date-holidays England's bank holidays.
 */
import type Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import { type Instant, intersect, type Interval, MINUTE_MS, union } from './intervals';
import type { Policy } from './policy';

export const ZONE = 'Europe/London';

const DAY_MS = 24 * 60 * MINUTE_MS;

/** A calendar day, `YYYY-MM-DD`, in London unless a name says otherwise. */
export type LocalDate = string;
/** A wall-clock time, `HH:mm`. */
export type LocalTime = string;

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Whether a day lies in one of the spans. */
export function isWithin(date: LocalDate, spans: readonly DaySpan[]): boolean {
  return spans.some(({ from, until }) => from <= date && date <= until);
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const TIMES_OF_DAY = ['morning', 'afternoon'] as const;
export type TimeOfDay = (typeof TIMES_OF_DAY)[number];

const ALL_DAYS = [...WEEKDAYS, 'saturday', 'sunday'] as const;
export type AnyWeekday = (typeof ALL_DAYS)[number];

/** A person's weekly hours as their diary tells them, in the zone they live by. */
export interface WorkingHours {
  readonly days: readonly AnyWeekday[];
  readonly start: LocalTime;
  readonly end: LocalTime;
  /** IANA name, or a fixed offset such as `UTC+2`. */
  readonly zone: string;
}

const bankHolidaysByYear = new Map<number, ReadonlySet<LocalDate>>();

/** England's bank holidays of a year, substitutes for weekends included. */
export function bankHolidays(year: number): ReadonlySet<LocalDate> {
  let known = bankHolidaysByYear.get(year);
  if (!known) {
    const days = england()
      .getHolidays(year)
      .filter(({ type }) => type === 'public');
    known = new Set(days.map(({ date }) => date.slice(0, 10)));
    bankHolidaysByYear.set(year, known);
  }
  return known;
}

let calendarOfEngland: Holidays | undefined;

/** Loaded when first asked for: it brings the holidays of the whole world, a tenth of what a start would load. */
function england(): Holidays {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const Calendar = require('date-holidays') as typeof Holidays;
  calendarOfEngland ??= new Calendar('GB', 'ENG');
  return calendarOfEngland;
}

/** Whether the text names a real day of the calendar as `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  // 30 February is read as a day in March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day an instant falls on. Asked often, of every session there is. */
export function localDate(instant: Instant, zone: string = ZONE): LocalDate {
  const offset = offsetThroughout(Math.floor(instant / DAY_MS), zone);
  if (offset === undefined) return DateTime.fromMillis(instant, { zone }).toISODate()!;
  return dateOf(Math.floor((instant + offset) / DAY_MS));
}

const offsets = new Map<string, Map<number, number | undefined>>();

/** How far a zone is ahead of UTC all through a day of UTC; undefined where its clock changes, or nobody knows the zone. */
function offsetThroughout(utcDay: number, zone: string): number | undefined {
  const ofZone = offsets.get(zone) ?? new Map<number, number | undefined>();
  offsets.set(zone, ofZone);
  if (!ofZone.has(utcDay)) {
    const [first, last] = [0, DAY_MS - 1].map(
      (at) => DateTime.fromMillis(utcDay * DAY_MS + at, { zone }).offset * MINUTE_MS,
    );
    ofZone.set(utcDay, first === last ? first : undefined);
  }
  return ofZone.get(utcDay);
}

const dates = new Map<number, LocalDate>();

/** The n-th day since 1970. */
function dateOf(day: number): LocalDate {
  const known = dates.get(day) ?? new Date(day * DAY_MS).toISOString().slice(0, 10);
  dates.set(day, known);
  return known;
}

/** An instant on London's clock without an offset, `YYYY-MM-DDTHH:mm:ss`, as calendars take it next to a zone's name. */
export function londonWallClock(instant: Instant): string {
  return DateTime.fromMillis(instant, { zone: ZONE }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

/** The instant of a wall-clock time on a day; a time that summer time skips moves forward with the clock. */
export function instantAt(date: LocalDate, time: LocalTime, zone: string = ZONE): Instant {
  const midnight = plainMidnight(date, zone);
  if (midnight === undefined) return DateTime.fromISO(`${date}T${time}`, { zone }).toMillis();
  return midnight + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE_MS;
}

const midnights = new Map<string, Instant | undefined>();
/** Some years of days in some zones; whoever types dates of all centuries makes nothing grow. */
const MOST_MIDNIGHTS = 10_000;

/** Where a day of a zone begins, when all its hours follow evenly; undefined on a day the clock changes. Asked often. */
function plainMidnight(date: LocalDate, zone: string): Instant | undefined {
  const key = `${date} ${zone}`;
  if (!midnights.has(key)) {
    if (midnights.size >= MOST_MIDNIGHTS) midnights.clear();
    const start = DateTime.fromISO(date, { zone });
    const isPlain = start.plus({ days: 1 }).toMillis() - start.toMillis() === DAY_MS;
    midnights.set(key, isPlain ? start.toMillis() : undefined);
  }
  return midnights.get(key);
}

/** The day so many calendar days later (or earlier). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(Date.parse(date) / DAY_MS + days);
}

/** Calendar days from one day to another. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day so many calendar months later; the 31st becomes a shorter month's last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return day(date).plus({ months }).toFormat('yyyy-MM-dd');
}

/** The month of a day, `YYYY-MM`. */
export function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}

/** The London month of a day, from its first midnight to the next month's. */
export function monthSpan(date: LocalDate): Interval {
  const first = `${monthOf(date)}-01`;
  return { start: instantAt(first, '00:00'), end: instantAt(addMonths(first, 1), '00:00') };
}

export function weekdayOf(date: LocalDate): AnyWeekday {
  return ALL_DAYS[(new Date(date).getUTCDay() + 6) % 7]!;
}

/** Monday to Friday, less England's bank holidays and the closed days of policy. */
export function isWorkingDay(date: LocalDate, policy: Policy): boolean {
  const weekday = weekdayOf(date);
  if (weekday === 'saturday' || weekday === 'sunday') return false;
  return !bankHolidays(Number(date.slice(0, 4))).has(date) && !policy.extraClosedDays.includes(date);
}

/** The n-th working day after a day (n = 0: that day itself, or the next working day if it is none). */
export function addWorkingDays(date: LocalDate, days: number, policy: Policy): LocalDate {
  let at = date;
  while (!isWorkingDay(at, policy)) at = addDays(at, 1);
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at, policy)) left -= 1;
  }
  return at;
}

/** The working day something done at that instant counts for: a day ends at `policy.dayEnd` (domain.md). */
export function dayOfAsking(now: Instant, policy: Policy): LocalDate {
  const today = localDate(now);
  const over = now >= instantAt(today, policy.dayEnd);
  return addWorkingDays(over ? addDays(today, 1) : today, 0, policy);
}

/** Working days between the day something counts for and the day it is now: how old it is. */
export function workingDaysSince(then: Instant, now: Instant, policy: Policy): number {
  const today = localDate(now);
  let days = 0;
  for (let day = addDays(dayOfAsking(then, policy), 1); day <= today; day = addDays(day, 1))
    if (isWorkingDay(day, policy)) days += 1;
  return days;
}

/** The end of the n-th working day after now: when an answer is due. */
export function endOfWorkingDay(now: Instant, days: number, policy: Policy): Instant {
  return instantAt(addWorkingDays(dayOfAsking(now, policy), days, policy), policy.dayEnd);
}

/** The start of the n-th working day after now. */
export function startOfWorkingDay(now: Instant, days: number, policy: Policy): Instant {
  return instantAt(addWorkingDays(dayOfAsking(now, policy), days, policy), policy.dayStart);
}

/** The start of the n-th working day before a day (n = 0: that day itself, or the last working day before it). */
export function startOfWorkingDayBefore(date: LocalDate, days: number, policy: Policy): Instant {
  let at = date;
  while (!isWorkingDay(at, policy)) at = addDays(at, -1);
  for (let left = days; left > 0;) {
    at = addDays(at, -1);
    if (isWorkingDay(at, policy)) left -= 1;
  }
  return instantAt(at, policy.dayStart);
}

/** The end of the n-th working day after the one an instant falls on, whatever its hour: the wait after a wait. */
export function endOfWorkingDayAfter(instant: Instant, days: number, policy: Policy): Instant {
  return instantAt(addWorkingDays(localDate(instant), days, policy), policy.dayEnd);
}

/** The first day a session asked for now may be offered on. */
export function firstDayWithNotice(now: Instant, policy: Policy): LocalDate {
  return addWorkingDays(dayOfAsking(now, policy), policy.noticeDays, policy);
}

export interface Window {
  readonly earliest: LocalDate;
  /** The last day a session may be on (inclusive). */
  readonly latest: LocalDate;
  readonly days: readonly Weekday[];
  readonly times: readonly TimeOfDay[];
  /** Days no session may be on besides: school holidays, where a school takes part and has not agreed to them. */
  readonly avoided?: readonly DaySpan[];
}

/** The hours in which a session may lie: working days, the days and times asked for, enough notice, none gone by. */
export function openHours(window: Window, now: Instant, policy: Policy): Interval[] {
  const notice = firstDayWithNotice(now, policy);
  const open: Interval[] = [];
  for (
    let date = window.earliest < notice ? notice : window.earliest;
    date <= window.latest;
    date = addDays(date, 1)
  ) {
    if (!isWorkingDay(date, policy) || !window.days.includes(weekdayOf(date) as Weekday)) continue;
    if (isWithin(date, window.avoided ?? [])) continue;
    for (const time of window.times) open.push(hoursOf(date, time, policy));
  }
  return intersect(union(open), [{ start: now, end: Infinity }]);
}

/** Whether a session of so many minutes fits anywhere in a window, whoever is free. */
export function holdsASession(window: Window, minutes: number, now: Instant, policy: Policy): boolean {
  return slotsIn(openHours(window, now, policy), minutes, policy.slotStepMinutes).length > 0;
}

function hoursOf(date: LocalDate, time: TimeOfDay, policy: Policy): Interval {
  return time === 'morning'
    ? { start: instantAt(date, policy.dayStart), end: instantAt(date, policy.noon) }
    : { start: instantAt(date, policy.noon), end: instantAt(date, policy.dayEnd) };
}

/** A person's weekly hours as instants over a stretch of time; hours over midnight end the next day, and a zone nobody knows has none. */
export function workingTime(hours: WorkingHours, over: Interval): Interval[] {
  const { days, start, end, zone } = hours;
  if (!DateTime.fromMillis(over.start, { zone }).isValid) return [];
  const last = localDate(over.end, zone);
  const worked: Interval[] = [];
  for (let date = addDays(localDate(over.start, zone), -1); date <= last; date = addDays(date, 1)) {
    if (!days.includes(weekdayOf(date))) continue;
    const from = instantAt(date, start, zone);
    const until = instantAt(end > start ? date : addDays(date, 1), end, zone);
    worked.push({ start: Math.max(from, over.start), end: Math.min(until, over.end) });
  }
  return union(worked);
}

/** Slots of one length starting on a regular step of the London clock, each wholly inside one of the open intervals. */
export function slotsIn(open: readonly Interval[], minutes: number, stepMinutes: number): Interval[] {
  const length = minutes * MINUTE_MS;
  const step = stepMinutes * MINUTE_MS;
  return open.flatMap(({ start, end }) => {
    const slots: Interval[] = [];
    // London is a whole number of hours from UTC, so steps of the clock are steps of the epoch.
    for (let at = Math.ceil(start / step) * step; at + length <= end; at += step)
      slots.push({ start: at, end: at + length });
    return slots;
  });
}

function day(date: LocalDate): DateTime {
  return DateTime.fromISO(date, { zone: 'utc' });
}
