/** What people read of a request that waits: when it is due, that it is overdue, and that other dates are needed. */
import { waitsOnRequester } from '../domain/waiting';
import type { Submitted } from '../domain/request';
import type { Policy } from '../domain/policy';
import { dayOf } from './when';
import { COORDINATOR_STATES, REQUESTER_STATES } from './states';

/** The state on the coordinators' card. */
export function waitForCoordinators(request: Submitted): string {
  if (request.raised) return 'Overdue: waiting for a decision';
  return waitsOnRequester(request) ? 'Waiting for other dates' : COORDINATOR_STATES.submitted;
}

/** What coordinators are waiting for, and until when. */
export function dueInWords(request: Submitted): string[] {
  const { answerDueAt: due, raised, datesAsked } = request;
  const asked =
    datesAsked && `The requester has been asked for other dates, by ${dayOf(datesAsked.answerBy)}.`;
  if (asked && waitsOnRequester(request)) return [`${asked} Without an answer the request is closed then.`];
  return [
    ...(asked ? [`These dates end soon. ${asked}`] : []),
    raised ? `An answer was due by ${dayOf(due)}.` : `Answer due by ${dayOf(due)}.`,
  ];
}

/** The state on the requester's card. */
export function waitForRequester({ datesAsked }: Submitted): string {
  return datesAsked ? 'Needs other dates from you. Not confirmed yet' : REQUESTER_STATES.submitted;
}

/** Who has it now and what comes next. A day that has passed is never held out to the requester. */
export function hearingInWords(request: Submitted): string[] {
  const { answerDueAt: due, raised, setback, datesAsked } = request;
  const hearing = raised
    ? 'This is taking longer than it should. The coordinators have been reminded.'
    : `You should hear by ${dayOf(due)}.`;
  if (datesAsked && waitsOnRequester(request))
    return [
      'No time could be found in the dates you gave.',
      `Please give other dates by ${dayOf(datesAsked.answerBy)}. Without an answer the request is closed then.`,
    ];
  if (datesAsked)
    return [
      'The dates you gave end soon, and nothing has been arranged yet.',
      `Please give other dates by ${dayOf(datesAsked.answerBy)}, so that there is more to choose from.`,
      hearing,
    ];
  return [
    setback
      ? 'An arrangement fell through. A coordinator is choosing another facilitator or time.'
      : 'A coordinator reads it and chooses a facilitator and a time.',
    hearing,
  ];
}

/** Above the fields for other dates. */
export function datesNeed({ noticeDays }: Policy, minutes: number): string {
  return `A session takes ${minutes} minutes and needs ${noticeDays} working days' notice.`;
}

/** When dates were sent that cannot do; what follows says why. */
export const DATES_NOT_CHANGED = 'Your dates have not been changed yet.';

/** Beside the card the lead is shown. */
export const FOR_THE_LEAD =
  'You are shown this because no coordinator has decided in time. Please make sure that somebody does.';
