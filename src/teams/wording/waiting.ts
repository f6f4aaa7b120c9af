/** What people read of a request that waits too long. */
import type { Instant } from '../../domain/intervals';
import { dayOf } from '../present/when';

export const OVERDUE = 'Overdue: waiting for a decision';

/** For the coordinators, and for the lead. */
export function dueInWords(due: Instant, isOverdue: boolean): string {
  return isOverdue ? `An answer was due by ${dayOf(due)}.` : `Answer due by ${dayOf(due)}.`;
}

/** For the requester: a day that has passed is never held out to them. */
export function hearingInWords(due: Instant, isOverdue: boolean): string {
  return isOverdue
    ? 'This is taking longer than it should. The coordinators have been reminded.'
    : `You should hear by ${dayOf(due)}.`;
}

/** Beside the card the lead is shown. */
export const FOR_THE_LEAD =
  'You are shown this because no coordinator has decided in time. Please make sure that somebody does.';
