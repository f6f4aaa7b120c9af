/** The part of the requester's card in which other dates are given, while nothing has been decided. */
import { minutesOf, schoolTakesPart, teamsOf } from '../domain/ask';
import type { NewDatesAnswers } from '../domain/form-dates';
import type { Policy } from '../domain/policy';
import type { Request } from '../domain/request';
import { datesNeed } from '../wording/waiting';
import { schoolsQuestion, type SchoolsQuestion } from './schools';
import { hoursInWords } from '../wording/when';

export interface OtherDates extends SchoolsQuestion {
  readonly style: 'positive' | 'default';
  readonly need: string;
  readonly earliest: string;
  readonly latest: string;
  /** Comma-separated, as in the form. */
  readonly days: string;
  readonly times: string;
  readonly morning: string;
  readonly afternoon: string;
}

/**
 * Filled in with the dates as they are, or as just typed. Of somebody who has been asked the days are left open: what
 * they gave before cannot do, and the first of it may have passed.
 */
export function presentOtherDates(request: Request, policy: Policy, typed?: NewDatesAnswers): OtherDates {
  const { requester, ask } = request;
  const hasSchool = schoolTakesPart(teamsOf(requester, ask), policy);
  const agreed = typed?.schoolsAgree ?? ask.schoolsAgree ?? false;
  const isAsked = request.state === 'submitted' && request.datesAsked !== undefined;
  const { earliest, latest, days, times } = typed ?? ask;
  const isOpen = isAsked && !typed;
  return {
    style: isAsked ? 'positive' : 'default',
    need: datesNeed(policy, minutesOf(ask, policy)),
    earliest: isOpen ? '' : earliest,
    latest: isOpen ? '' : latest,
    days: days.join(','),
    times: times.join(','),
    ...schoolsQuestion('with-school', hasSchool, agreed, policy),
    morning: `Morning, ${hoursInWords(policy.dayStart, policy.noon)}`,
    afternoon: `Afternoon, ${hoursInWords(policy.noon, policy.dayEnd)}`,
  };
}
