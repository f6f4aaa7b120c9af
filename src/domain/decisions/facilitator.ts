/** What the facilitator may do: take the session on, or say that they cannot, also after they had taken it on. */
import type { Person } from '../people';
import { chosenOf, isStanding } from '../rearranging';
import type { Offered, Request } from '../request';
import { comesToNothing, seatTaken } from './choice';
import { accept, type Acceptance, type Decision, type Facts, isRefusal, refuse } from './decision';
import { backToCoordinator, book } from './transitions';
import { uncover } from './uncovering';

export function acceptOffer(request: Request, attempt: number, by: Person, facts: Facts): Decision {
  const chosen = chosenOf(request, attempt);
  if (chosen?.stage.at === 'asked' && isStanding(request))
    return chosen.match.facilitator.id === by.id
      ? onCard(seatTaken(request, chosen, facts), facts)
      : refuse('facilitator-only');
  const offer = offered(request, attempt, by);
  if ('refused' in offer) return offer;
  if (facts.now >= offer.match.slot.start) return refuse('too-late');
  return onCard(book(offer, facts), facts);
}

/** A no in Outlook that they had given before counts no longer. */
function onCard(decision: Decision, { now }: Facts): Decision {
  if (isRefusal(decision) || decision.next.state !== 'booked') return decision;
  return { ...decision, next: { ...decision.next, acceptedAt: now } };
}

/**
 * No reason is asked. Whoever knows the family is not offered its requests again; that is kept with them in the pool. A booked
 * session then stands without a facilitator, and somebody else is looked for.
 */
export function cannotFacilitate(
  request: Request,
  { attempt, knowsFamily }: { readonly attempt: number; readonly knowsFamily?: true },
  by: Person,
  facts: Facts,
): Decision {
  const given = givenUp(request, attempt, knowsFamily ? 'knows-family' : 'facilitator-cannot', by, facts);
  if ('refused' in given || !knowsFamily) return given;
  return accept(given.next, { kind: 'note-family', facilitator: by.id }, ...given.effects);
}

function givenUp(
  request: Request,
  attempt: number,
  why: 'knows-family' | 'facilitator-cannot',
  by: Person,
  facts: Facts,
): Acceptance | ReturnType<typeof refuse> {
  const chosen = chosenOf(request, attempt);
  if (chosen?.stage.at === 'asked' && isStanding(request))
    return chosen.match.facilitator.id === by.id
      ? comesToNothing(request, chosen, why)
      : refuse('facilitator-only');
  const isTheirs = request.state === 'booked' && request.match.facilitator.id === by.id;
  if (isTheirs && request.attempt === attempt)
    return facts.now < request.match.slot.start ? uncover(request, why, facts) : refuse('too-late');
  const offer = offered(request, attempt, by);
  return 'refused' in offer ? offer : backToCoordinator(offer, why, facts);
}

function offered(request: Request, attempt: number, by: Person): Offered | ReturnType<typeof refuse> {
  if (!('match' in request)) return refuse('not-offered');
  if (request.match.facilitator.id !== by.id) return refuse('facilitator-only');
  if (request.attempt !== attempt) return refuse('not-offered');
  if (request.state === 'booked') return refuse('already-decided');
  return request.state === 'offered' ? request : refuse('not-offered');
}
