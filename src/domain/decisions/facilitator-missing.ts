/** What those who take part may do: say that the facilitator has not come. */
import { canBeMissedFrom, facilitatorMissing } from '../facilitator-missing';
import type { Instant } from '../intervals';
import type { Person } from '../people';
import type { Request } from '../request';
import { takesPart } from '../taking-part';
import { accept, type Decision, type Facts, refuse } from './decision';

/**
 * The coordinators are called at once, and once however many say it. `start` is when the session began as far as their
 * card knew: one that has been moved since is answered with its new time. Whoever facilitates it in their place is missed
 * like the first.
 */
export function missFacilitator(request: Request, start: Instant, by: Person, facts: Facts): Decision {
  if (!takesPart(request, by)) return refuse('not-taking-part');
  if (request.state === 'closed' && request.outcome.kind !== 'completed') return refuse('not-taking-place');
  if (request.state === 'held' || request.state === 'closed') return refuse('session-over');
  if (request.state !== 'booked' && request.state !== 'uncovered') return refuse('not-taking-place');
  const { slot } = request.match;
  if (slot.start !== start) return refuse('session-moved');
  if (facts.now < canBeMissedFrom(request.match)) return refuse('not-begun');
  if (facts.now >= slot.end) return refuse('session-over');
  if (facilitatorMissing(request)) return accept(request);
  return accept(
    { ...request, missing: { at: facts.now } },
    { kind: 'call-coordinators', about: 'facilitator-missing' },
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
  );
}
