/** A booked session loses its facilitator, and stands all the same: somebody else is looked for, until its time comes. */
import type { Rearranging } from '../rearranging';
import type { Booked, Request, Uncovered } from '../request';
import { FACILITATOR_TROUBLES, type Setback, type Trouble } from '../setback';
import { accept, type Acceptance, type Facts } from './decision';
import { cannotFacilitate, close, movedBack, releasedChosen, showFacilitator } from './transitions';

/**
 * The facilitator of a booked session is lost. The others stay invited: with somebody else at the same time they see only a
 * changed name.
 */
export function uncover(request: Booked, why: Setback['why'], facts: Facts): Acceptance {
  const { bookedAt, acceptedAt, rearranging, troubles, ...rest } = request;
  const { attempt, match, passed } = request;
  const next: Uncovered = {
    ...rest,
    ...troublesLeft(request),
    state: 'uncovered',
    uncoveredAt: facts.now,
    round: request.round + 1,
    passed: cannotFacilitate(why) ? [...passed, match.facilitator.id] : passed,
    rearranging: { ...wish(rearranging), setback: { why, facilitator: match.facilitator.name } },
  };
  return accept(
    next,
    ...movedBack(request),
    { kind: 'release', attempt, facilitator: match.facilitator.id },
    ...releasedChosen(request),
    { kind: 'find-matches', round: next.round },
    { kind: 'invite-participants', attempt },
    { kind: 'end-uncovered', attempt, at: match.slot.start },
    ...showFacilitator(request),
    { kind: 'show-coordinators' },
    { kind: 'call-coordinators' },
    { kind: 'show-requester' },
  );
}

/** Who asked for another time still wants one; but not whoever would have facilitated it then. */
function wish({ askedBy }: Rearranging = {}): Pick<Rearranging, 'askedBy'> {
  return askedBy === 'requester' || askedBy === 'coordinator' ? { askedBy } : {};
}

/** Its time has come, and there is nobody to facilitate it: called off, so that nobody waits for somebody. */
export function uncoveredBegun(request: Uncovered, facts: Facts): Acceptance {
  if (facts.now < request.match.slot.start) return accept(request);
  const { next, effects } = close(request, { kind: 'cancelled', reason: 'facilitator' }, facts);
  return accept(next, ...effects, { kind: 'call-coordinators' }, { kind: 'call-requester' });
}

/**
 * What goes on being a trouble once there is another facilitator, or none: not what was said of the former one; and who is
 * invited is told anew.
 */
export function troublesLeft({ troubles = [] }: Request): { readonly troubles?: readonly Trouble[] } {
  const gone: readonly string[] = [...FACILITATOR_TROUBLES, 'not-invited'];
  const left = troubles.filter((each) => !gone.includes(each.kind) && !isOfFacilitator(each));
  return left.length > 0 ? { troubles: left } : {};
}

function isOfFacilitator(trouble: Trouble): boolean {
  return 'who' in trouble && trouble.who === 'facilitator';
}
