/** Asks those who took part, in their own chats, how a session was. Who may have been asked is not asked again. */
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { Cards } from '../../ports';
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

export function createAskingEvaluation(needs: AskingEvaluationNeeds): AskingEvaluation {
  const { cards, evaluations, policy, now } = needs;
  const reach = createReach(needs);
  return {
    async ask(request, { id, mail }, reminder) {
      const name = `${reminder ? 'evaluation-reminder' : 'evaluation'}-${id.toLowerCase()}`;
      if (await cards.find(request.id, name)) return 'known';
      const token = await evaluations.ticket(request.id, mail);
      if (token === undefined) {
        // Noted all the same: who is reminded and who need not be shall leave the same rows.
        await cards.put(request.id, name, NOTED);
        return 'answered';
      }
      const asked = { token, slot: request.match.slot };
      const card = renderCard('evaluation', presentEvaluation(asked, {}, now(), policy));
      const posted = await reach.inChatWith(id, [], async (to) => {
        // Before the post: one whose outcome is unknown is dropped, as a reminder is.
        await cards.put(request.id, name, NOTED);
        return reach.post(to, cardMessage(card));
      });
      return posted === undefined ? 'nowhere' : 'shown';
    },
  };
}
