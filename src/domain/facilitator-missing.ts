/** Nobody facilitates a session that has begun: said by those who sit there and wait, while there is time to help. */
import { localDate } from './calendar';
import { type Instant, MINUTE_MS } from './intervals';
import type { Match } from './match';
import type { Request } from './request';

/** Somebody at the session said so at that moment; who it was is nobody's business. */
export interface FacilitatorMissing {
  readonly at: Instant;
}

/** Why it is not passed on. */
export const ON_THE_DAY = [
  'not-taking-part',
  'not-taking-place',
  'not-begun',
  'session-moved',
  'session-over',
] as const;

/** *Policy*: whoever is a few minutes late has most often only been held up. */
const NOT_BEFORE_MS = 5 * MINUTE_MS;

/** From when on it can be said, until the end of the session. */
export function canBeMissedFrom({ slot }: Match): Instant {
  return slot.start + NOT_BEFORE_MS;
}

/** Whether it was said of the session as it stands; one moved to another time has not been missed. */
export function facilitatorMissing(request: Request): FacilitatorMissing | undefined {
  const said = request.state === 'booked' || request.state === 'uncovered' ? request.missing : undefined;
  return said && 'match' in request && said.at >= canBeMissedFrom(request.match) ? said : undefined;
}

/** Whether it is the day of the session, and its end has not passed: what is of use only then is offered only then. */
export function isOnTheDay({ slot }: Match, now: Instant): boolean {
  return localDate(now) === localDate(slot.start) && now < slot.end;
}
