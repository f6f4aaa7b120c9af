/** What somebody says of their own part in a session: that they cannot come, and what it needs; answered on the same card. */
import type { Instant } from '../../domain/intervals';
import { mayActFor, type Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import { takesPart } from '../../domain/taking-part';
import { presentForRequester } from '../../present/requester';
import { OWN_PART } from '../../wording/taking-part';
import type { Handled, Workflow } from '../../workflow';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { COMMANDS, type Submission } from '../commands';
import { REFUSALS, TROUBLE } from '../wording/refusals';
import { attendingCard } from './attending-card';

export interface OwnPartNeeds {
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface OwnPartAnswers {
  attend(sent: Submission<'attend'>, by: Person): Promise<Answer>;
  askArrangements(sent: Submission<'ask-arrangements'>, by: Person): Promise<Answer>;
  /** From the requester's own card. */
  askArrangementsAsRequester(sent: Submission<'ask-arrangements-own'>, by: Person): Promise<Answer>;
}

export function createOwnPart({ workflow, policy, now }: OwnPartNeeds): OwnPartAnswers {
  return {
    async attend(sent, by) {
      const handled = await workflow.handle(COMMANDS.attend(sent, by));
      return onAttendingCard(handled, by, sent.coming ? OWN_PART.comingNoted : OWN_PART.absentNoted);
    },

    async askArrangements(sent, by) {
      const handled = await workflow.handle(COMMANDS['ask-arrangements'](sent, by));
      return onAttendingCard(handled, by, noted(sent));
    },

    async askArrangementsAsRequester(sent, by) {
      const handled = await workflow.handle(COMMANDS['ask-arrangements'](sent, by));
      const { request } = handled;
      const notice = answerTo(handled, noted(sent));
      if (!request || !mayActFor(request.requester, by)) return refused(notice);
      const view = presentForRequester(request, policy, { notice, viewer: by.id, now: now() });
      return { kind: 'card', card: renderCard('requester', view), otherwise: TROUBLE.privateOnly };
    },
  };

  function onAttendingCard(handled: Handled, by: Person, done: string): Answer {
    const { request } = handled;
    const notice = answerTo(handled, done);
    // Nobody else is shown anything of it.
    if (!request || !takesPart(request, by)) return refused(notice);
    const card = attendingCard(request, by, notice, { now: now(), policy });
    return { kind: 'card', card, otherwise: TROUBLE.privateOnly };
  }
}

function noted({ arrangements }: Submission<'ask-arrangements'>): string {
  return arrangements.length > 0 ? OWN_PART.arrangementsNoted : OWN_PART.nothingChosen;
}

function answerTo(handled: Handled, done: string): string {
  return handled.accepted ? done : REFUSALS[handled.refusal.refused];
}
