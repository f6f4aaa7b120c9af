/** Whether whoever an arranged session relies on still stands by for its day, as the pool knows them now. */
import { isWithin, localDate, type LocalDate } from './calendar';
import type { Facilitator } from './facilitator';
import type { PersonId } from './people';
import { isStanding } from './rearranging';
import type { Request } from './request';
import { FACILITATOR_TROUBLES, type FacilitatorTrouble } from './setback';

/** Why a facilitator cannot take a session on a day any more; undefined when they can. */
export function unreliableOn(
  { leftOn, pauses = [], trainedUntil }: Facilitator,
  day: LocalDate,
): Exclude<FacilitatorTrouble, 'beside-unavailable'> | undefined {
  if (leftOn !== undefined && leftOn <= day) return 'facilitator-left';
  if (isWithin(day, pauses)) return 'facilitator-paused';
  if (trainedUntil === undefined || trainedUntil < day) return 'facilitator-untrained';
  return undefined;
}

/** What an arranged session is in trouble with because of one facilitator; nothing when it does not rely on them. */
export function troublesWith(request: Request, facilitator: Facilitator): readonly FacilitatorTrouble[] {
  if (!('match' in request) || request.state === 'held' || !isArrangedWith(request, facilitator.id))
    return [];
  const why = unreliableOn(facilitator, localDate(request.match.slot.start));
  if (request.match.facilitator.id === facilitator.id && request.state !== 'uncovered')
    return why ? [why] : [];
  // Of whoever is only asked nothing is said: they answer for themselves.
  if (request.beside?.facilitator.id !== facilitator.id) return [];
  const isObserver = request.beside.as === 'observer';
  // An observer needs no training.
  return why && !(isObserver && why === 'facilitator-untrained') ? ['beside-unavailable'] : [];
}

/** The troubles of that kind a request has that one facilitator is the reason of. */
export function knownTroublesWith(request: Request, { id }: Facilitator): readonly FacilitatorTrouble[] {
  const isFirst = 'match' in request && request.match.facilitator.id === id;
  return (request.troubles ?? []).flatMap(({ kind }) => {
    const found = FACILITATOR_TROUBLES.find((each) => each === kind);
    return found && isFirst === (found !== 'beside-unavailable') ? [found] : [];
  });
}

/** Whether a session is arranged, being arranged, or was held, with somebody as its facilitator or beside them. */
export function isArrangedWith(request: Request, id: PersonId): boolean {
  if (!('match' in request)) return false;
  if (request.beside?.facilitator.id === id) return true;
  if (isStanding(request) && request.rearranging?.chosen?.match.facilitator.id === id) return true;
  // Whoever dropped out of it is not relied on any more.
  return request.state !== 'uncovered' && request.match.facilitator.id === id;
}
