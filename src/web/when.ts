/** Days and times as people in Norfolk read them. */
import { type LocalDate, ZONE } from '../domain/calendar';
import type { Instant, Interval } from '../domain/intervals';

const ofDay = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const ofInstant = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: ZONE });

const DATE = ofDay({ day: 'numeric', month: 'long', year: 'numeric' });
const WEEKDAY_DATE = ofInstant({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = ofDay({ month: 'long' });
const MONTH_YEAR = ofDay({ month: 'long', year: 'numeric' });
const MINUTE = ofInstant({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const CLOCK = ofInstant({ hour: '2-digit', minute: '2-digit' });

/** "8 December 2026". */
export function dateInWords(date: LocalDate): string {
  return DATE.format(Date.parse(date));
}

/** "May", or "May 2025" when it was not this year. */
export function monthInWords(date: LocalDate, today: LocalDate): string {
  return (date.slice(0, 4) === today.slice(0, 4) ? MONTH : MONTH_YEAR).format(Date.parse(date));
}

/** "Tuesday 8 December 2026". */
export function dayOf(instant: Instant): string {
  return WEEKDAY_DATE.format(instant).replace(',', '');
}

/** "Tuesday 8 December 2026, 10:00 to 11:30". */
export function slotInWords({ start, end }: Interval): string {
  return `${dayOf(start)}, ${CLOCK.format(start)} to ${CLOCK.format(end)}`;
}

/** "24 Nov 2026, 10:00". */
export function minuteInWords(instant: Instant): string {
  return MINUTE.format(instant);
}

const DAY_MS = 24 * 60 * 60_000;

/** Calendar days from one day to another. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
