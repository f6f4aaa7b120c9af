/** The days and times of the form: what is past, too soon, too far ahead, or leaves no session. */
import {
  addDays,
  addWorkingDays,
  firstDayWithNotice,
  holdsASession,
  isLocalDate,
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

/** Every problem of the dates; those of the whole window only once each of them is right. */
export function checkDates(answers: DateAnswers, now: Instant, policy: Policy): FormProblem[] {
  const { earliest, latest } = answers;
  const dates = [...date('earliest', earliest, now, policy), ...date('latest', latest, now, policy)];
  const problems = [
    ...(dates.length > 0 ? dates : order(earliest, latest, now, policy)),
    ...choices('days', answers.days, WEEKDAYS),
    ...choices('times', answers.times, TIMES_OF_DAY),
  ];
  if (problems.length > 0) return problems;
  return holdsASession(datesOf(answers), now, policy) ? [] : [{ field: 'days', fault: 'no-working-time' }];
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

/** Dates a new form starts with: the first day with enough notice, and the target for a session after it. */
export function suggestedDates(now: Instant, policy: Policy): { earliest: string; latest: string } {
  const earliest = firstDayWithNotice(now, policy);
  const spare = Math.max(policy.sessionTargetDays - policy.noticeDays, 1);
  return { earliest, latest: addWorkingDays(earliest, spare, policy) };
}
