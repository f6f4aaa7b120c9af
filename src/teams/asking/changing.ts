/** Changing a request that was sent: the form comes back as it was left, for whoever may act for the requester. */
import type { Instant } from '../../domain/intervals';
import { mayActFor } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { RequestId } from '../../domain/request';
import type { Requests } from '../../ports';
import { type Answer, refused } from '../answers';
import type { Asking } from './asking';
import { renderCard } from '../cards';
import type { Asker } from './choosing';
import { draftOf } from '../../domain/earlier-draft';
import { presentForRequester } from '../../present/requester';
import { createTrespass, type TrespassNeeds } from '../trespass';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface ChangingNeeds extends TrespassNeeds {
  readonly asking: Pick<Asking, 'resume'>;
  readonly requests: Pick<Requests, 'load'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface Changing {
  start(id: RequestId, asker: Asker): Promise<Answer>;
}

export function createChanging(needs: ChangingNeeds): Changing {
  const { asking, requests, policy, now } = needs;
  const note = createTrespass(needs);
  return {
    async start(id, asker) {
      const { by } = asker;
      const request = (await requests.load(id))?.request;
      // Somebody else's request and none at all look the same from outside.
      if (!request || !mayActFor(request.requester, by.id)) {
        if (request) await note({ requestId: id, by, what: 'change', refused: 'requester-only' });
        return refused(REFUSALS['not-found']);
      }
      if (request.state === 'submitted' || request.state === 'returned')
        return asking.resume(draftOf(request, now(), policy), asker);
      const notice = REFUSALS[request.state === 'closed' ? 'closed' : 'being-arranged'];
      const card = renderCard(
        'requester',
        presentForRequester(request, policy, { notice, viewer: by.id, now: now() }),
      );
      return { kind: 'card', card, otherwise: TROUBLE.privateOnly };
    },
  };
}
