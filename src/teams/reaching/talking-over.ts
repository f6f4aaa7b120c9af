/** Tells those who support facilitators, each in their own chat, that somebody would like to talk something over. */
import type { PersonId } from '../../domain/people';
import type { TalkingOver } from '../../ports/talking-over';
import { wouldLikeToTalk } from '../../wording/session-record';
import { isolated } from '../../wording/typed-text';
import { textMessage } from '../answers';
import type { TeamsLog } from '../log';
import { createReach, type ReachNeeds } from './reach';

export interface TalkingOverNeeds extends ReachNeeds {
  /** The contact, then the deputy. */
  readonly supporters: readonly PersonId[];
  readonly log: TeamsLog;
}

export function createTalkingOver(needs: TalkingOverNeeds): TalkingOver {
  const { supporters, log } = needs;
  const reach = createReach(needs);
  return {
    async tell({ id, name }) {
      const message = textMessage(wouldLikeToTalk(isolated(name)));
      const told = await Promise.all(
        supporters.filter((each) => each !== id).map((each) => isTold(each, message)),
      );
      return told.includes(true) ? 'told' : 'nobody';
    },
  };

  /** One who cannot be reached keeps nobody else from being told. The log says that, and never who asked. */
  async function isTold(id: PersonId, message: ReturnType<typeof textMessage>): Promise<boolean> {
    try {
      return (await reach.inChatWith(id, [], (to) => reach.post(to, message))) !== undefined;
    } catch (error) {
      log.warn({ err: error }, 'somebody who supports facilitators could not be told of a wish to talk');
      return false;
    }
  }
}
