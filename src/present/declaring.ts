/** What facilitators may say of their own time: a break until a day, and the hours they declare anew. */
import { addDays, isLocalDate, type LocalDate, type Weekday, WEEKDAYS } from '../domain/calendar';
import type { Declared } from '../domain/declared';
import type { Policy } from '../domain/policy';
import { type DayChoice, hoursOf } from './own-facilitating';

/** Hours and leave as given; both days '' where there is no leave to be added. */
export interface DeclaredAnswers extends Readonly<Record<Weekday, DayChoice>> {
  readonly leaveFrom: string;
  readonly leaveUntil: string;
}

const LONGEST_PAUSE_DAYS = 366;

/** Whether a break may last until that day, as typed. */
export function canPauseUntil(until: string, today: LocalDate): boolean {
  return isLocalDate(until) && until >= today && until <= addDays(today, LONGEST_PAUSE_DAYS);
}

/** The hours as given, with today's date; or what is wrong with them. Leave that is over is dropped. */
export function declaredAnew(
  declared: Declared,
  given: DeclaredAnswers,
  today: LocalDate,
  policy: Policy,
): Declared | 'no-hours' | 'bad-leave' {
  const days = WEEKDAYS.map((day) => [day, hoursOf(given[day], policy) ?? declared.week[day] ?? []] as const);
  if (days.every(([, hours]) => hours.length === 0)) return 'no-hours';
  const { leaveFrom: from, leaveUntil: until } = given;
  if ((from !== '' || until !== '') && !isSpan(from, until)) return 'bad-leave';
  const leave = declared.leave.filter((each) => each.until >= today);
  return {
    on: today,
    week: Object.fromEntries(days.filter(([, hours]) => hours.length > 0)),
    exceptions: declared.exceptions.filter(({ date }) => date >= today),
    leave: from === '' ? leave : [...leave, { from, until }],
  };
}

function isSpan(from: LocalDate, until: LocalDate): boolean {
  return isLocalDate(from) && isLocalDate(until) && from <= until;
}
