/** The sessions a person takes part in: the list, and each on a card of its own. Those they facilitate are elsewhere. */
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import { isStanding, type StandingSession } from '../../domain/rearranging';
import type { RequestId } from '../../domain/request';
import { takesPart } from '../../domain/taking-part';
import type { OpenRequests, Requests } from '../../ports';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { presentSessions } from '../present/sessions';
import { createTrespass, type TrespassNeeds } from '../trespass';
import { REFUSALS, TROUBLE } from '../wording/refusals';
import { attendingCard } from './attending-card';

export interface OwnSessionsNeeds extends TrespassNeeds {
  readonly requests: Pick<Requests, 'load'>;
  readonly openRequests: OpenRequests;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface OwnSessions {
  list(by: Person): Promise<Answer>;
  open(id: RequestId, by: Person): Promise<Answer>;
}

export function createOwnSessions(needs: OwnSessionsNeeds): OwnSessions {
  const { requests, openRequests, policy, now } = needs;
  const note = createTrespass(needs);
  return {
    async list(by) {
      const isTheirs = (request: StandingSession): boolean =>
        takesPart(request, by) && now() < request.match.slot.end;
      const own = (await openRequests.all()).filter(isStanding).filter(isTheirs);
      const card = renderCard('sessions', presentSessions(own));
      return { kind: 'card', card, otherwise: TROUBLE.privateOnly };
    },

    async open(id, by) {
      const request = (await requests.load(id))?.request;
      // One they do not take part in and none at all look the same from outside.
      if (!request || !takesPart(request, by)) {
        if (request) await note({ requestId: id, by, what: 'open', refused: 'not-taking-part' });
        return refused(REFUSALS['not-found']);
      }
      const gone = isStanding(request) ? '' : REFUSALS['not-taking-place'];
      const card = attendingCard(request, by, gone, { now: now(), policy });
      return { kind: 'card', card, otherwise: TROUBLE.privateOnly };
    },
  };
}
