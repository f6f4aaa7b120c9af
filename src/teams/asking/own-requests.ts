/** The requests of a person, and of those they may act for: the list, one of them, and withdrawing it. */
import type { Instant } from '../../domain/intervals';
import { mayActFor, type Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Command, RequestId } from '../../domain/request';
import type { Requests } from '../../ports';
import type { Workflow } from '../../workflow';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { COMMANDS, type Submission } from '../commands';
import { presentForRequester } from '../../present/requester';
import { presentRequests } from '../present/requests';
import { createTrespass, type TrespassNeeds } from '../trespass';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface OwnRequestsNeeds extends TrespassNeeds {
  readonly workflow: Pick<Workflow, 'handle' | 'note'>;
  readonly requests: Pick<Requests, 'load' | 'ofPerson'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface OwnRequests {
  list(by: Person, from: number): Promise<Answer>;
  open(id: RequestId, by: Person): Promise<Answer>;
  withdraw(id: RequestId, by: Person): Promise<Answer>;
  anotherTime(sent: Submission<'another-time-asked'>, by: Person): Promise<Answer>;
}

export function createOwnRequests(needs: OwnRequestsNeeds): OwnRequests {
  const { workflow, requests, policy, now } = needs;
  const note = createTrespass(needs);
  return {
    async list(by, from) {
      const own = await requests.ofPerson(by.id);
      return {
        kind: 'card',
        card: renderCard('requests', presentRequests(own, from)),
        otherwise: TROUBLE.privateOnly,
      };
    },
    async open(id, by) {
      const request = (await requests.load(id))?.request;
      // Somebody else's request and none at all look the same from outside.
      if (!request || !mayActFor(request.requester, by.id)) {
        if (request) await note({ requestId: id, by, what: 'open', refused: 'requester-only' });
        return refused(REFUSALS['not-found']);
      }
      const card = renderCard(
        'requester',
        presentForRequester(request, policy, { fromList: true, viewer: by.id, now: now() }),
      );
      return { kind: 'card', card, otherwise: TROUBLE.privateOnly };
    },
    withdraw: (id, by) => decided(COMMANDS.withdraw({ request: id }, by), by),
    async anotherTime(sent, by) {
      const request = (await requests.load(sent.request))?.request;
      // A facilitator or a coordinator may ask for it too, on cards of their own: here they would be told that nothing was done.
      if (request && !mayActFor(request.requester, by.id)) {
        await note({ requestId: request.id, by, what: 'another-time', refused: 'requester-only' });
        return refused(REFUSALS['not-found']);
      }
      return decided(COMMANDS['another-time'](sent, by), by);
    },
  };

  async function decided(command: Command, by: Person): Promise<Answer> {
    const handled = await workflow.handle(command);
    const { request } = handled;
    const sentence = handled.accepted ? undefined : REFUSALS[handled.refusal.refused];
    if (!request || !mayActFor(request.requester, by.id)) return refused(sentence ?? REFUSALS['not-found']);
    const notice = sentence === undefined ? {} : { notice: sentence };
    const view = presentForRequester(request, policy, { ...notice, viewer: by.id, now: now() });
    return { kind: 'card', card: renderCard('requester', view), otherwise: TROUBLE.privateOnly };
  }
}
