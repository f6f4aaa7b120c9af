/** Days and times as people in Norfolk read them: London time, weekday first. */
import { DateTime } from 'luxon';
import { type LocalDate, type LocalTime, ZONE } from '../domain/calendar';
import type { Instant, Interval } from '../domain/intervals';

const DAY = 'cccc d LLLL yyyy';

/** "Tuesday 8 December 2026", of a calendar day. */
export function dayInWords(date: LocalDate): string {
  return format(DateTime.fromISO(date, { zone: 'utc' }), DAY);
}

/** "8 December 2026", of a calendar day. */
export function dateInWords(date: LocalDate): string {
  return format(DateTime.fromISO(date, { zone: 'utc' }), 'd LLLL yyyy');
}

/** "March 2027", of a calendar day. */
export function monthInWords(date: LocalDate): string {
  return format(DateTime.fromISO(date, { zone: 'utc' }), 'LLLL yyyy');
}

/** "Mar 27", under a chart, of a calendar day. */
export function monthInShort(date: LocalDate): string {
  return format(DateTime.fromISO(date, { zone: 'utc' }), 'LLL yy');
}

/** "May", or "May 2025" when it was not this year. */
export function recentMonthInWords(date: LocalDate, today: LocalDate): string {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  return format(DateTime.fromISO(date, { zone: 'utc' }), isThisYear ? 'LLLL' : 'LLLL yyyy');
}

/** "Tuesday 8 December 2026", of an instant. */
export function dayOf(instant: Instant): string {
  return format(london(instant), DAY);
}

/** "17:00 on Thursday 26 November 2026". */
export function momentInWords(instant: Instant): string {
  return format(london(instant), `HH:mm 'on' ${DAY}`);
}

/** "Tue 24 Nov 2026, 10:00": of something that is over. */
export function minuteInWords(instant: Instant): string {
  return format(london(instant), 'ccc d LLL yyyy, HH:mm');
}

/** "Tuesday 8 December 2026, 10:00 to 11:30". */
export function slotInWords({ start, end }: Interval): string {
  return `${format(london(start), `${DAY}, HH:mm`)} to ${format(london(end), 'HH:mm')}`;
}

/** "Tue 8 Dec 10:00", where there is little room. */
export function startInShort(instant: Instant): string {
  return format(london(instant), 'ccc d LLL HH:mm');
}

/** "8 Dec 10:00", where there is less. */
export function dayAndTime(instant: Instant): string {
  return format(london(instant), 'd LLL HH:mm');
}

/** "10:00", of an instant. */
export function clockInWords(instant: Instant): string {
  return format(london(instant), 'HH:mm');
}

/** "8 to 18 December 2026", "30 November to 4 December 2026". */
export function daysInWords(earliest: LocalDate, latest: LocalDate): string {
  if (earliest === latest) return dateInWords(earliest);
  const [from, to] = [earliest, latest].map((date) => DateTime.fromISO(date, { zone: 'utc' }));
  if (!from || !to) return '';
  const start = from.hasSame(to, 'month') ? 'd' : from.hasSame(to, 'year') ? 'd LLLL' : 'd LLLL yyyy';
  return `${format(from, start)} to ${format(to, 'd LLLL yyyy')}`;
}

/** "09:00 to 12:30". */
export function hoursInWords(from: LocalTime, to: LocalTime): string {
  return `${from} to ${to}`;
}

function format(at: DateTime, pattern: string): string {
  return at.setLocale('en-GB').toFormat(pattern);
}

function london(instant: Instant): DateTime {
  return DateTime.fromMillis(instant, { zone: ZONE });
}
