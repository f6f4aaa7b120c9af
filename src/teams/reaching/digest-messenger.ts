/** Begins the day in the coordinators' channel. */
import type { DigestMessenger } from '../../ports/digest';
import { cardMessage } from '../answers';
import { renderCard } from '../cards';
import { presentDigest } from '../present/digest';
import { createReach, type ReachNeeds } from './reach';

export function createDigestMessenger(needs: ReachNeeds): DigestMessenger {
  const reach = createReach(needs);
  return {
    async post(digest) {
      const to = await reach.channel();
      if (!to) return 'nowhere';
      const posted = await reach.post(to, cardMessage(renderCard('digest', presentDigest(digest))));
      return posted === undefined ? 'nowhere' : 'shown';
    },
  };
}
