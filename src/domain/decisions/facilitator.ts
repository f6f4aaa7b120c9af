/** What the facilitator may do: take the session on, or say that they cannot. */
import type { Person } from '../people';
import type { Offered, Request } from '../request';
import { accept, type Decision, type Facts, refuse } from './decision';
import { backToCoordinator, book } from './transitions';

export function acceptOffer(request: Request, attempt: number, by: Person, facts: Facts): Decision {
  const offer = offered(request, attempt, by);
  if ('refused' in offer) return offer;
  if (facts.now >= offer.match.slot.start) return refuse('too-late');
  return book(offer, facts);
}

/** No reason is asked. Whoever knows the family is not offered its requests again; that is kept with them in the pool. */
export function cannotFacilitate(
  request: Request,
  { attempt, knowsFamily }: { readonly attempt: number; readonly knowsFamily?: true },
  by: Person,
  facts: Facts,
): Decision {
  const offer = offered(request, attempt, by);
  if ('refused' in offer) return offer;
  if (!knowsFamily) return backToCoordinator(offer, 'facilitator-cannot', facts);
  const { next, effects } = backToCoordinator(offer, 'knows-family', facts);
  return accept(next, { kind: 'note-family', facilitator: offer.match.facilitator.id }, ...effects);
}

function offered(request: Request, attempt: number, by: Person): Offered | ReturnType<typeof refuse> {
  if (!('match' in request)) return refuse('not-offered');
  if (request.match.facilitator.id !== by.id) return refuse('facilitator-only');
  if (request.attempt !== attempt) return refuse('not-offered');
  if (request.state === 'booked') return refuse('already-decided');
  return request.state === 'offered' ? request : refuse('not-offered');
}
