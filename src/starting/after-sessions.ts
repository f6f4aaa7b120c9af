/** Puts together what happens around the end of a session: who is asked how it was, what its facilitator shows and says. */
import { createEvaluations } from '../azure/evaluation-table';
import type { Storage } from '../azure/clients';
import type { Config } from '../config';
import type { Instant } from '../domain/intervals';
import { createSharedLink } from '../performing/shared-link';
import type { AskingEvaluation } from '../ports/asking-evaluation';
import type { Evaluations } from '../ports/evaluations';
import type { SharedLink } from '../ports/shared-link';
import type { TalkingOver } from '../ports/talking-over';
import { type Offers, offersOf } from '../present/afterwards';
import { type AskingEvaluationNeeds, createAskingEvaluation } from '../teams/reaching/asking-evaluation';
import { createTalkingOver, type TalkingOverNeeds } from '../teams/reaching/talking-over';
import { evaluatePath } from '../web/outside/paths';

export interface AfterSessionsNeeds {
  readonly config: Pick<Config, 'policy' | 'publicUrl' | 'facilitatorSupport'>;
  readonly storage: Pick<Storage, 'evaluations'>;
  /** For what nobody waits for. */
  readonly telling: Omit<AskingEvaluationNeeds, 'evaluations' | 'policy' | 'now'> &
    Omit<TalkingOverNeeds, 'supporters'>;
  /** For what somebody waits for: without the app being installed for anybody first, which takes longer than a press may. */
  readonly answering: Omit<TalkingOverNeeds, 'supporters'>;
  readonly now: () => Instant;
}

export interface AfterSessions {
  readonly evaluations: Evaluations;
  readonly askingEvaluation: AskingEvaluation;
  /** What cards and pages take, as far as it is set up. */
  readonly given: { readonly sharedLink?: SharedLink; readonly talkingOver?: TalkingOver };
  readonly offers: Offers;
}

export function createAfterSessions(needs: AfterSessionsNeeds): AfterSessions {
  const { config, storage, telling, answering, now } = needs;
  const { policy, publicUrl, facilitatorSupport: supporters } = config;
  const evaluations = createEvaluations({ evaluations: storage.evaluations, now });
  const given = {
    ...(publicUrl !== undefined && {
      sharedLink: createSharedLink({
        evaluations,
        address: (token) => publicUrl + evaluatePath(token),
        policy,
        now,
      }),
    }),
    ...(supporters.length > 0 && { talkingOver: createTalkingOver({ ...answering, supporters }) }),
  };
  return {
    evaluations,
    askingEvaluation: createAskingEvaluation({ ...telling, evaluations, policy, now }),
    given,
    offers: offersOf({ ...given, policy }),
  };
}
