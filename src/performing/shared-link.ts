/** Opens the evaluation of a session before it is over, and gives its facilitator the link for everybody there. */
import { localDate, monthOf } from '../domain/calendar';
import { sessionEvaluating, shownDuring } from '../domain/evaluating';
import { quarterOf } from '../domain/evaluation';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { Evaluations } from '../ports/evaluations';
import type { SharedLink } from '../ports/shared-link';

export interface SharedLinkNeeds {
  readonly evaluations: Pick<Evaluations, 'open' | 'shared'>;
  /** Where a token is answered with. */
  readonly address: (token: string) => string;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export function createSharedLink({ evaluations, address, policy, now }: SharedLinkNeeds): SharedLink {
  return {
    async show(request) {
      const during = shownDuring(request, policy);
      const evaluating = sessionEvaluating(request, policy);
      if (!during || !evaluating || !('match' in request) || during.end <= now()) return { is: 'over' };
      if (now() < during.start) return { is: 'not-yet', from: during.start };
      const { invited, closesAt } = evaluating;
      const quarter = quarterOf(monthOf(localDate(request.match.slot.start)));
      await evaluations.open({ requestId: request.id, quarter, invited, closesAt });
      const token = await evaluations.shared(request.id);
      return token === undefined ? { is: 'over' } : { is: 'shown', link: address(token) };
    },
  };
}
