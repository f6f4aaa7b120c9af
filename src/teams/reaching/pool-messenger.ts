/** Tells of the pool: a line in the coordinators' channel, a facilitator's own card in their chat. */
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { Pool, PoolMessenger } from '../../ports/pool';
import { cardMessage, textMessage } from '../answers';
import { renderCard } from '../cards';
import { presentOwnFacilitating } from '../../present/own-facilitating';
import { createReach, type ReachNeeds } from './reach';
import { noticeForCoordinators, noticeForFacilitator } from '../../wording/pool';

export interface PoolMessengerNeeds extends ReachNeeds {
  readonly pool: Pick<Pool, 'find'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export function createPoolMessenger(needs: PoolMessengerNeeds): PoolMessenger {
  const { pool, policy, now } = needs;
  const reach = createReach(needs);
  return {
    async tell(audience, facilitator, notice) {
      const forCoordinators = audience === 'coordinators';
      if (!forCoordinators && facilitator.outside) return 'nowhere';
      const posted = await (forCoordinators
        ? inChannel(textMessage(noticeForCoordinators(facilitator, notice)))
        : reach.inChatWith(facilitator.id, [], async (to) => {
            const message = await ownCard(facilitator.id, noticeForFacilitator(notice));
            return message && reach.post(to, message);
          }));
      return posted === undefined ? 'nowhere' : 'shown';
    },
  };

  async function inChannel(message: ReturnType<typeof textMessage>): Promise<string | undefined> {
    const to = await reach.channel();
    return to && reach.post(to, message);
  }

  async function ownCard(id: string, notice: string) {
    const entry = await pool.find(id);
    return (
      entry && cardMessage(renderCard('facilitating', presentOwnFacilitating(entry, now(), policy, notice)))
    );
  }
}
