/** What coordinators have in hand: which open requests they look at, how old each is and what of it is overdue. */
import { workingDaysSince } from './calendar';
import type { Instant } from './intervals';
import type { Policy } from './policy';
import type { Closed, Request, State } from './request';

/** Who has it now, as a coordinator asks for it; "held" is a session that has taken place. */
export const QUEUE_STATES = [
  'all',
  'waiting',
  'requester',
  'arranging',
  'booked',
  'uncovered',
  'held',
] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

/** How long ago it was asked for, in working days; or whether something of it is overdue. */
export const QUEUE_AGES = ['all', 'overdue', 'over-5', 'over-10', 'over-20'] as const;
export type QueueAge = (typeof QUEUE_AGES)[number];

export interface QueueFilter {
  readonly state: QueueState;
  readonly age: QueueAge;
}

export type OpenRequest = Exclude<Request, Closed>;

const QUEUE_STATE_OF: Record<Exclude<State, 'closed'>, QueueState> = {
  submitted: 'waiting',
  returned: 'requester',
  approved: 'arranging',
  offered: 'arranging',
  booked: 'booked',
  uncovered: 'uncovered',
  held: 'held',
};

/** The open requests that fit, in the order given. */
export function queueOf(
  requests: readonly Request[],
  { state, age }: QueueFilter,
  now: Instant,
  policy: Policy,
): OpenRequest[] {
  return requests
    .flatMap((each) => (each.state === 'closed' ? [] : [each]))
    .filter((each) => state === 'all' || QUEUE_STATE_OF[each.state] === state)
    .filter((each) => isOfAge(each, age, now, policy));
}

/** Until when somebody has to act; undefined while nothing waits for a person, or there is no target. */
export function dueAt(request: Request): Instant | undefined {
  switch (request.state) {
    case 'submitted':
      return request.answerDueAt;
    case 'offered':
      return request.answerBy;
    case 'uncovered':
      return request.match.slot.start;
    default:
      return undefined;
  }
}

export function isOverdue(request: Request, now: Instant): boolean {
  const due = dueAt(request);
  return due !== undefined && due < now;
}

/** Working days since it was asked for; the day of asking is day 0. */
export function ageInDays({ submittedAt }: Request, now: Instant, policy: Policy): number {
  return workingDaysSince(submittedAt, now, policy);
}

function isOfAge(request: Request, age: QueueAge, now: Instant, policy: Policy): boolean {
  switch (age) {
    case 'all':
      return true;
    case 'overdue':
      return isOverdue(request, now);
    case 'over-5':
      return ageInDays(request, now, policy) > 5;
    case 'over-10':
      return ageInDays(request, now, policy) > 10;
    case 'over-20':
      return ageInDays(request, now, policy) > 20;
  }
}
