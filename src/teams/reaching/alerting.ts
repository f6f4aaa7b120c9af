/** Tells coordinators at once of what is about no request. */
import type { Alerts } from '../../ports/alerts';
import { textMessage } from '../answers';
import { ALERTS } from '../wording/alerts';
import { createReach, type ReachNeeds } from './reach';

export function createAlerts(needs: ReachNeeds): Alerts {
  const reach = createReach(needs);
  return {
    async raise(alert) {
      const to = await reach.channel();
      const posted = to && (await reach.post(to, textMessage(ALERTS[alert])));
      return posted === undefined ? 'nowhere' : 'shown';
    },
  };
}
