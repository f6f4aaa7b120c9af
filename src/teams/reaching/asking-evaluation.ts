/** Asks those who took part, in their own chats, how a session was. Who may have been asked is not asked again. */
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { RequestId } from '../../domain/request';
import { type Cards, Fault } from '../../ports';
import type { AskingEvaluation } from '../../ports/asking-evaluation';
import type { Evaluations } from '../../ports/evaluations';
import { cardMessage } from '../answers';
import { renderCard } from '../cards';
import { presentEvaluation } from '../present/evaluation';
import { createReach, type ReachNeeds } from './reach';

export interface AskingEvaluationNeeds extends ReachNeeds {
  readonly cards: Cards;
  readonly evaluations: Pick<Evaluations, 'ticket'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

/** Of a message that is never updated it is enough to know that it was asked for. */
const NOTED = { conversationId: '' } as const;
/** Certainly not asked: to be asked again, and that by mail where Teams does not let us. */
const NOT_ASKED = { conversationId: 'not-asked' } as const;
const NOT_IN_TEAMS = { conversationId: 'nowhere' } as const;

export function createAskingEvaluation(needs: AskingEvaluationNeeds): AskingEvaluation {
  const { cards, evaluations, policy, now } = needs;
  const reach = createReach(needs);
  return {
    async ask(request, { id, mail }, reminder) {
      const name = `${reminder ? 'evaluation-reminder' : 'evaluation'}-${id.toLowerCase()}`;
      const noted = (await cards.find(request.id, name))?.conversationId;
      if (noted === NOT_IN_TEAMS.conversationId) return 'nowhere';
      if (noted !== undefined && noted !== NOT_ASKED.conversationId) return 'known';
      const asked = await reach.inChatWith(id, [], async (to) => {
        // Not before there is somewhere to post it: each is one more that could be used.
        const token = await evaluations.ticket(request.id, mail);
        // Before the post: one whose outcome is unknown is dropped, as a reminder is. Where there is nothing to post too: who is
        // reminded and who need not be shall leave the same rows.
        await cards.put(request.id, name, NOTED);
        if (token === undefined) return 'answered';
        const shown = presentEvaluation({ token, slot: request.match.slot }, {}, now(), policy);
        const posted = await post(to, cardMessage(renderCard('evaluation', shown)), name, request.id);
        return posted === undefined ? undefined : 'shown';
      });
      if (asked === undefined) await cards.put(request.id, name, NOT_IN_TEAMS);
      return asked ?? 'nowhere';
    },
  };

  /** Throttled, it was certainly not posted: the next try asks again. */
  async function post(
    to: Parameters<typeof reach.post>[0],
    message: ReturnType<typeof cardMessage>,
    name: string,
    requestId: RequestId,
  ): Promise<string | undefined> {
    try {
      return await reach.post(to, message);
    } catch (error) {
      if (error instanceof Fault && error.detail.retryAfterMs !== undefined)
        await cards.put(requestId, name, NOT_ASKED);
      throw error;
    }
  }
}
