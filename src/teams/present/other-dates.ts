/** The part of the requester's card in which other dates are given, while nothing has been decided. */
import type { DateAnswers } from '../../domain/form-dates';
import type { Policy } from '../../domain/policy';
import type { Request } from '../../domain/request';
import { datesNeed } from '../wording/waiting';
import { hoursInWords } from './when';

export interface OtherDates {
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
export function presentOtherDates(request: Request, policy: Policy, typed?: DateAnswers): OtherDates {
  const isAsked = request.state === 'submitted' && request.datesAsked !== undefined;
  const { earliest, latest, days, times } = typed ?? request.ask;
  const isOpen = isAsked && !typed;
  return {
    style: isAsked ? 'positive' : 'default',
    need: datesNeed(policy),
    earliest: isOpen ? '' : earliest,
    latest: isOpen ? '' : latest,
    days: days.join(','),
    times: times.join(','),
    morning: `Morning, ${hoursInWords(policy.dayStart, policy.noon)}`,
    afternoon: `Afternoon, ${hoursInWords(policy.noon, policy.dayEnd)}`,
  };
}
