/** A request as programs see it: its state and its times. Never why it was asked for, who takes part, or the case reference. */
import { isStanding } from '../domain/rearranging';
import { type Request, referenceOf, type RequestId } from '../domain/request';
import type { Instant } from '../domain/intervals';

export interface ShownSession {
  readonly start: string;
  readonly end: string;
  readonly place: 'online' | 'in-person';
}

/** @param linkTo where coordinators open it; absent where nothing leads there */
export function shownRequest(request: Request, linkTo?: (id: RequestId) => string) {
  const { id, requester, submittedAt, answerDueAt } = request;
  const session = sessionOf(request);
  return {
    id,
    reference: referenceOf(id),
    state: request.state,
    ...(request.state === 'closed' && { ended: request.outcome.kind }),
    submittedAt: inUtc(submittedAt),
    answerDueAt: inUtc(answerDueAt),
    confirmed: !requester.unconfirmed,
    ...(linkTo && { link: linkTo(id) }),
    ...(session && { session }),
  };
}

/** Once its event exists, until its request is closed. */
export function sessionOf(request: Request): ShownSession | undefined {
  if (request.state !== 'offered' && request.state !== 'held' && !isStanding(request)) return undefined;
  const { start, end } = request.match.slot;
  return { start: inUtc(start), end: inUtc(end), place: request.ask.place.kind };
}

export function inUtc(at: Instant): string {
  return new Date(at).toISOString();
}
