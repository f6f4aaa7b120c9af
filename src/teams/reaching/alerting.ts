/** Tells coordinators at once of what is about no request. */
import type { Alerts } from '../../ports/alerts';
import { textMessage } from '../answers';
import { ALERTS } from '../wording/alerts';
import type { Hold } from '../../ports/operations';
import { createReach, type ReachNeeds } from './reach';

export interface AlertsNeeds extends ReachNeeds {
  /** While everything is held, nothing is told. */
  readonly hold?: Pick<Hold, 'find'>;
}

export function createAlerts(needs: AlertsNeeds): Alerts {
  const reach = createReach(needs);
  return {
    async raise(alert) {
      if (await needs.hold?.find()) return 'nowhere';
      const to = await reach.channel();
      const posted = to && (await reach.post(to, textMessage(ALERTS[alert])));
      return posted === undefined ? 'nowhere' : 'shown';
    },
  };
}
