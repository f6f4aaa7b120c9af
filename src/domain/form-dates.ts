/** The days and times of the form: what is past, too soon, too far ahead, or leaves no session. */
import {
  addDays,
  type DaySpan,
  firstDayWithNotice,
  holdsASession,
  isLocalDate,
  isWithin,
  isWorkingDay,
  type LocalDate,
  localDate,
  TIMES_OF_DAY,
  type TimeOfDay,
  WEEKDAYS,
  type Weekday,
  type Window,
} from './calendar';
import type { FormAnswers } from './form';
import { choices, type FormProblem, isEmpty } from './form-fields';
import type { Instant } from './intervals';
import type { Policy } from './policy';

/** When a session could be, as typed. */
export type DateAnswers = Pick<FormAnswers, 'earliest' | 'latest' | 'days' | 'times'>;

/** Other dates for a request; whether the schools agree stays as it was where it is not asked. */
export type NewDatesAnswers = DateAnswers & Partial<Pick<FormAnswers, 'schoolsAgree'>>;

/** What has to fit in the dates: how long a session is, and the days left out for the schools' sake. */
export interface Fitting {
  readonly minutes: number;
  readonly avoided: readonly DaySpan[];
}

/** Every problem of the dates; those of the whole window only once each of them is right. */
export function checkDates(
  answers: DateAnswers,
  { minutes, avoided }: Fitting,
  now: Instant,
  policy: Policy,
): FormProblem[] {
  const { earliest, latest } = answers;
  const dates = [...date('earliest', earliest, now, policy), ...date('latest', latest, now, policy)];
  const problems = [
    ...(dates.length > 0 ? dates : order(earliest, latest, now, policy)),
    ...choices('days', answers.days, WEEKDAYS),
    ...choices('times', answers.times, TIMES_OF_DAY),
  ];
  if (problems.length > 0) return problems;
  const window = datesOf(answers);
  if (holdsASession({ ...window, avoided }, minutes, now, policy)) return [];
  return holdsASession(window, minutes, now, policy)
    ? [{ field: 'schoolsAgree', fault: 'school-holidays' }]
    : [{ field: 'days', fault: 'no-working-time' }];
}

/** The dates as asked for; only for answers that passed their checks. */
export function datesOf({ earliest, latest, days, times }: DateAnswers): Window {
  return { earliest, latest, days: days as Weekday[], times: times as TimeOfDay[] };
}

function order(earliest: string, latest: string, now: Instant, policy: Policy): FormProblem[] {
  if (latest < earliest) return [{ field: 'latest', fault: 'reversed', allowed: earliest }];
  const first = firstDayWithNotice(now, policy);
  return latest < first ? [{ field: 'latest', fault: 'before-notice', allowed: first }] : [];
}

function date(field: 'earliest' | 'latest', value: string, now: Instant, policy: Policy): FormProblem[] {
  if (isEmpty(value)) return [{ field, fault: 'empty' }];
  if (!isLocalDate(value)) return [{ field, fault: 'not-a-date' }];
  const today = localDate(now);
  if (value < today) return [{ field, fault: 'in-the-past', allowed: today }];
  const furthest = addDays(today, policy.horizonDays);
  return value > furthest ? [{ field, fault: 'too-far-ahead', allowed: furthest }] : [];
}

/**
 * Dates a new form starts with: the first day with enough notice, and the target for a session after it, which pauses on
 * the days avoided (domain.md). Never further than may be asked for.
 */
export function suggestedDates(
  now: Instant,
  policy: Policy,
  avoided: readonly DaySpan[] = [],
): { readonly earliest: LocalDate; readonly latest: LocalDate } {
  const earliest = firstDayWithNotice(now, policy);
  const furthest = addDays(localDate(now), policy.horizonDays);
  const counts = (day: LocalDate): boolean => isWorkingDay(day, policy) && !isWithin(day, avoided);
  let latest = earliest;
  let left = Math.max(policy.sessionTargetDays - policy.noticeDays, 1);
  while (left > 0 && latest < furthest) {
    latest = addDays(latest, 1);
    if (counts(latest)) left -= 1;
  }
  return { earliest, latest };
}
