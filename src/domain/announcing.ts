/**
 * What others may be told of a request, as it comes about: that something happened and where the request stands then,
 * never what it is about. A flow that hears of it looks with its own eyes, as far as its role lets it.
 */
import type { Instant } from './intervals';
import type { Outcome } from './outcome';
import { isSameTime, isStanding } from './rearranging';
import type { Request, State } from './request';

/** In the order in which one request can meet them first. */
export const REQUEST_EVENTS = [
  'submitted',
  'answered',
  'offered',
  'booked',
  'changed',
  'held',
  'closed',
] as const;
export type RequestEvent = (typeof REQUEST_EVENTS)[number];

/** How it stood when it happened: told late, it is still told as it was. */
export interface AnnounceEffect {
  readonly kind: 'announce';
  readonly event: RequestEvent;
  readonly state: State;
  /** How it ended; absent until then. */
  readonly ended?: Outcome['kind'];
  readonly happenedAt: Instant;
}

/** What there is to tell of one decision; a decision that shows on cards alone is nobody else's business. */
export function announcementsOf(
  before: Request | undefined,
  next: Request,
  happenedAt: Instant,
): readonly AnnounceEffect[] {
  return REQUEST_EVENTS.filter((event) => HAPPENED[event](before, next)).map((event) => ({
    kind: 'announce',
    event,
    state: next.state,
    ...(next.state === 'closed' && { ended: next.outcome.kind }),
    happenedAt,
  }));
}

const HAPPENED: Record<RequestEvent, (before: Request | undefined, next: Request) => boolean> = {
  submitted: (before) => before === undefined,
  // From waiting to a coordinator's word: returned, declined, or a match approved.
  answered: (before, next) => {
    if (before?.state !== 'submitted') return false;
    if (next.state === 'closed') return next.outcome.kind === 'declined';
    return next.state !== 'submitted';
  },
  offered: (before, next) => before?.state !== 'offered' && next.state === 'offered',
  booked: (before, next) => before !== undefined && !isStanding(before) && next.state === 'booked',
  changed: isChanged,
  held: (before, next) => before?.state !== 'held' && next.state === 'held',
  closed: (before, next) => before?.state !== 'closed' && next.state === 'closed',
};

/** What is asked for is another, or a session that stands has another time, or another facilitator, or none. */
function isChanged(before: Request | undefined, next: Request): boolean {
  if (before === undefined) return false;
  if ((before.revision ?? 0) !== (next.revision ?? 0)) return true;
  if (!isStanding(before) || !isStanding(next)) return false;
  return (
    before.state !== next.state ||
    before.match.facilitator.id !== next.match.facilitator.id ||
    !isSameTime(before.match.slot, next.match.slot)
  );
}
