/** The card of the lead, who is told when the coordinators have not decided in time. Never the reason text. */
import type { Policy } from '../../domain/policy';
import type { Request } from '../../domain/request';
import type { CardData } from '../card-data';
import { FOR_THE_LEAD } from '../../wording/waiting';
import { presentForCoordinators } from './coordination';

/** The coordinators' card without their buttons. A lead who is a coordinator too may open a view of it, and decide. */
export function presentForLead(
  request: Request,
  policy: Policy,
  isCoordinator: boolean,
): CardData['coordination'] {
  const waits = request.state === 'submitted' && request.raised === 'lead';
  return presentForCoordinators(request, policy, {
    refresh: { userIds: [], button: isCoordinator },
    coordinator: false,
    ...(waits && { notice: FOR_THE_LEAD }),
  });
}
