/** What the facilitator may do: take the session on, or say that they cannot. */
import type { Person } from '../people';
import type { Offered, Request } from '../request';
import { type Decision, type Facts, refuse } from './decision';
import { backToCoordinator, book } from './transitions';

export function acceptOffer(request: Request, attempt: number, by: Person, facts: Facts): Decision {
  const offer = offered(request, attempt, by);
  if ('refused' in offer) return offer;
  if (facts.now >= offer.match.slot.start) return refuse('too-late');
  return book(offer, facts);
}

export function cannotFacilitate(request: Request, attempt: number, by: Person, facts: Facts): Decision {
  const offer = offered(request, attempt, by);
  return 'refused' in offer ? offer : backToCoordinator(offer, 'facilitator-cannot', facts);
}

function offered(request: Request, attempt: number, by: Person): Offered | ReturnType<typeof refuse> {
  if (!('match' in request)) return refuse('not-offered');
  if (request.match.facilitator.id !== by.id) return refuse('facilitator-only');
  if (request.attempt !== attempt) return refuse('not-offered');
  if (request.state === 'booked') return refuse('already-decided');
  return request.state === 'offered' ? request : refuse('not-offered');
}
