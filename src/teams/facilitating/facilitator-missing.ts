/** "The facilitator has not come": said on a participant's card or the requester's own, answered on the same. */
import { canBeMissedFrom } from '../../domain/facilitator-missing';
import { takesPart } from '../../domain/taking-part';
import type { Instant } from '../../domain/intervals';
import { mayActFor, type Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Handled, Workflow } from '../../workflow';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { COMMANDS, type Submission } from '../commands';
import { presentForRequester } from '../../present/requester';
import { isolated } from '../../wording/typed-text';
import { movedInWords, notBegunInWords, toldInWords } from '../../wording/on-the-day';
import { attendingCard } from '../taking-part/attending-card';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface FacilitatorMissingNeeds {
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

type Sent = Submission<'facilitator-missing'>;

export interface FacilitatorMissing {
  /** From the card of those who come. */
  say(sent: Sent, by: Person): Promise<Answer>;
  /** From the requester's own card. */
  sayAsRequester(sent: Sent, by: Person): Promise<Answer>;
}

export function createFacilitatorMissing({
  workflow,
  policy,
  now,
}: FacilitatorMissingNeeds): FacilitatorMissing {
  return {
    async say(sent, by) {
      const handled = await workflow.handle(COMMANDS['facilitator-missing'](sent, by));
      const { request } = handled;
      const notice = answerTo(handled);
      // Nobody else is shown anything of it.
      if (!request || !takesPart(request, by)) return refused(notice);
      return {
        kind: 'card',
        card: attendingCard(request, by, notice, { now: now(), policy, isLast: true }),
        otherwise: TROUBLE.privateOnly,
      };
    },

    async sayAsRequester(sent, by) {
      const handled = await workflow.handle(COMMANDS['facilitator-missing'](sent, by));
      const { request } = handled;
      // Once it was accepted, the card itself says so.
      const notice = handled.accepted ? '' : answerTo(handled);
      if (!request || !mayActFor(request.requester, by.id)) return refused(notice);
      const view = presentForRequester(request, policy, { notice, viewer: by.id, now: now() });
      return { kind: 'card', card: renderCard('requester', view), otherwise: TROUBLE.privateOnly };
    },
  };

  function answerTo(handled: Handled): string {
    if (handled.accepted) return toldInWords(isolated(policy.onTheDayContact));
    const { request, refusal } = handled;
    if (request && 'match' in request) {
      if (refusal.refused === 'not-begun')
        return notBegunInWords(request.match.slot, canBeMissedFrom(request.match));
      if (refusal.refused === 'session-moved') return movedInWords(request.match.slot);
    }
    return REFUSALS[refusal.refused];
  }
}
