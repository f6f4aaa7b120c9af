/** A JAGS that goes on from an earlier one, and what that means for who facilitates it. */
import type { Ask } from './ask';
import type { PersonId } from './people';
import type { Policy } from './policy';
import type { Request, RequestId } from './request';

/** The earlier JAGS of the same requester that this one goes on from, and who facilitated it. */
export interface FollowUp {
  readonly requestId: RequestId;
  readonly facilitator?: PersonId;
}

/** What is kept of the earlier session; undefined when there was none to go on from. */
export function followUpOf(earlier: Request): FollowUp | undefined {
  if (earlier.state === 'held') return { requestId: earlier.id, facilitator: earlier.match.facilitator.id };
  if (earlier.state !== 'closed' || earlier.outcome.kind !== 'completed') return undefined;
  const { id, facilitatedBy } = earlier;
  return { requestId: id, ...(facilitatedBy !== undefined && { facilitator: facilitatedBy }) };
}

/** Who facilitated the earlier session and is therefore preferred, or left out (`policy.followUpFacilitator`). */
export function earlierFacilitator(
  { followUpOf: earlier }: Ask,
  { followUpFacilitator }: Policy,
): { readonly preferred?: PersonId; readonly leftOut?: PersonId } {
  const facilitator = earlier?.facilitator;
  if (facilitator === undefined || followUpFacilitator === 'either') return {};
  return followUpFacilitator === 'same' ? { preferred: facilitator } : { leftOut: facilitator };
}
