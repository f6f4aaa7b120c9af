/**
 * An evaluation answered on the card that asks. Who sends it is not asked, looked up, logged or kept: no command, no audit, no
 * row of a card or a chat is written by it, because any of them has a time that joins an answer to a person (domain.md, harm 6).
 * For the same reason the posted message is not updated, which Teams would mark with the time: what comes in its place is shown
 * in the answer to the press alone. Opened again later, the old card sends to a token that has been used, and is told so.
 */
import { readEvaluation } from '../../domain/evaluation-form';
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { Answering, Evaluations } from '../../ports/evaluations';
import { NOT_COUNTED, THANKS } from '../../wording/evaluation';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import type { Submission } from '../commands';
import type { TeamsLog } from '../log';
import { type EvaluationView, presentEvaluated, presentEvaluation } from '../present/evaluation';
import { EVALUATING } from '../wording/evaluating';
import { TROUBLE } from '../wording/refusals';

export interface AnsweringEvaluationsNeeds {
  /** Without them nobody was asked. */
  readonly evaluations?: Pick<Evaluations, 'answer'>;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: TeamsLog;
}

/** Without a word about who it is from. */
export type Evaluate = (sent: Submission<'evaluate'>) => Promise<Answer>;

export function createAnsweringEvaluations(needs: AnsweringEvaluationsNeeds): Evaluate {
  const { evaluations, policy, now, log } = needs;
  return async ({ asked, answers }) => {
    if (!evaluations) return refused(TROUBLE.outOfDate);
    const read = readEvaluation(answers, now());
    if ('problems' in read) return again({ answers, problems: read.problems });
    let answering: Answering;
    try {
      answering = await evaluations.answer(asked.token, read.evaluation);
    } catch (error) {
      log.error({ err: error }, 'an evaluation could not be kept; whoever sent it was told');
      return again({ answers, notice: EVALUATING.notKept });
    }
    const view = presentEvaluated(answering === 'counted' ? THANKS : NOT_COUNTED[answering], policy);
    return { kind: 'card', card: renderCard('evaluated', view), otherwise: TROUBLE.privateOnly };

    function again(view: EvaluationView): Answer {
      const card = renderCard('evaluation', presentEvaluation(asked, view, now(), policy));
      return { kind: 'card', card, otherwise: TROUBLE.privateOnly };
    }
  };
}
