/** The facilitator's answer to an offer, their wish for another time, and their word on a session that did not take place. */
import type { Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import { isStanding } from '../../domain/rearranging';
import type { Command, Request } from '../../domain/request';
import type { Requests } from '../../ports';
import type { Workflow } from '../../workflow';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { COMMANDS, type Submission } from '../commands';
import { offersOf, type OffersNeeds } from '../../present/afterwards';
import { presentForFacilitator } from '../../present/facilitator';
import { createTrespass, type TrespassNeeds } from '../trespass';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface FacilitatingNeeds extends OffersNeeds, TrespassNeeds {
  readonly workflow: Pick<Workflow, 'handle' | 'note'>;
  readonly requests: Pick<Requests, 'load'>;
  readonly policy: Policy;
}

export interface Facilitating {
  accept(offer: Submission<'accept'>, by: Person): Promise<Answer>;
  cannot(offer: Submission<'cannot'>, by: Person): Promise<Answer>;
  anotherTime(sent: Submission<'another-time-facilitating'>, by: Person): Promise<Answer>;
  notHeld(sent: Submission<'not-held-own'>, by: Person): Promise<Answer>;
}

export function createFacilitating(needs: FacilitatingNeeds): Facilitating {
  const { workflow, requests, policy } = needs;
  const note = createTrespass(needs);
  const offers = offersOf(needs);
  return {
    accept: (offer, by) => answered(COMMANDS.accept(offer, by), offer.attempt, by),
    cannot: (offer, by) => answered(COMMANDS.cannot(offer, by), offer.attempt, by),
    async anotherTime(sent, by) {
      const request = (await requests.load(sent.request))?.request;
      // The requester or a coordinator may ask for it too, on cards of their own: this one's answer is the facilitator's.
      if (request && !wasAsked(request, by)) {
        await note({ requestId: request.id, by, what: 'another-time', refused: 'facilitator-only' });
        return refused(REFUSALS['facilitator-only']);
      }
      return answered(COMMANDS['another-time'](sent, by), sent.attempt, by);
    },
    notHeld: (sent, by) => answered(COMMANDS['not-held'](sent, by), sent.attempt, by),
  };

  async function answered(command: Command, attempt: number, by: Person): Promise<Answer> {
    const handled = await workflow.handle(command);
    const { request } = handled;
    const sentence = handled.accepted ? '' : REFUSALS[handled.refusal.refused];
    // Once it is closed, a request no longer knows whose it was.
    const isTheirs = handled.accepted || (request !== undefined && wasAsked(request, by));
    if (!request || !isTheirs) return refused(sentence);
    const asked = { facilitator: by.id, attempt };
    const card = renderCard(
      'facilitator',
      presentForFacilitator(request, asked, policy, { notice: sentence, offers }),
    );
    return { kind: 'card', card, otherwise: TROUBLE.privateOnly };
  }
}

/** Whether the request is, or has been, theirs to answer: nobody else is shown anything of it. */
function wasAsked(request: Request, { id }: Person): boolean {
  if (request.passed.includes(id) || ('match' in request && request.match.facilitator.id === id)) return true;
  return isStanding(request) && request.rearranging?.chosen?.match.facilitator.id === id;
}
