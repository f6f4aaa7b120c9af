/** Tells those who support facilitators, each in their own chat, that somebody would like to talk something over. */
import type { PersonId } from '../../domain/people';
import type { Hold } from '../../ports/operations';
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
  /** While everything is held nobody is told, and whoever asks hears that. */
  readonly hold?: Pick<Hold, 'find'>;
}

export function createTalkingOver(needs: TalkingOverNeeds): TalkingOver {
  const { supporters, log, hold } = needs;
  const reach = createReach(needs);
  return {
    async tell({ id, name }) {
      if (await hold?.find()) return 'nobody';
      const message = textMessage(wouldLikeToTalk(isolated(name)));
      const tries = supporters.filter((each) => each !== id).map((each) => told(each, message));
      // The first is enough for an answer; whoever is harder to reach is told all the same.
      return Promise.any(tries).then(
        () => 'told',
        () => 'nobody',
      );
    },
  };

  /** One who cannot be reached keeps nobody else from being told. The log says that, and never who asked. */
  async function told(id: PersonId, message: ReturnType<typeof textMessage>): Promise<void> {
    try {
      const posted = await reach.inChatWith(id, [], (to) => reach.post(to, message));
      if (posted === undefined) throw new Error('Expected Teams to let us write to them, got a no');
    } catch (error) {
      log.warn({ err: error }, 'somebody who supports facilitators could not be told of a wish to talk');
      throw error;
    }
  }
}
