/** Which times suit: answered on the card that asks, and changed on the same until it is over. */
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import { takesPart } from '../../domain/taking-part';
import type { Handled, Workflow } from '../../workflow';
import { presentPolled } from '../../present/polled';
import type { Requests } from '../../ports';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { COMMANDS, type Submission } from '../commands';
import { presentPoll } from '../present/poll';
import { POLLED } from '../wording/polling';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface AnsweringPollsNeeds {
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly requests: Pick<Requests, 'load'>;
  readonly now: () => Instant;
}

export type AnswerPoll = (sent: Submission<'answer-poll'>, by: Person) => Promise<Answer>;

export function createAnsweringPolls({ workflow, requests, now }: AnsweringPollsNeeds): AnswerPoll {
  return async (sent, by) => {
    if (sent.isEmpty) {
      const request = (await requests.load(sent.request))?.request;
      if (!request || !presentPolled(request, by, now())) return refused(POLLED.nothingTicked);
      return card(request, POLLED.nothingTicked);
    }
    const handled = await workflow.handle(COMMANDS['answer-poll'](sent, by));
    const { request } = handled;
    const notice = noticeOf(handled);
    // Nobody else is shown anything of it.
    if (!request || !takesPart(request, by) || isNotAsked(handled)) return refused(notice);
    return card(request, notice);

    function card(of: NonNullable<Handled['request']>, said: string): Answer {
      return {
        kind: 'card',
        card: renderCard('poll', presentPoll(of, by, now(), said)),
        otherwise: TROUBLE.privateOnly,
      };
    }

    function noticeOf(given: Handled): string {
      if (given.accepted) return sent.starts.length > 0 ? POLLED.noted : POLLED.noneNoted;
      const { refused: why } = given.refusal;
      // Another question has taken its place, or it is asked about other times.
      if (given.request && presentPolled(given.request, by, now())) return POLLED.others;
      return REFUSALS[why];
    }
  };
}

function isNotAsked(handled: Handled): boolean {
  return !handled.accepted && handled.refusal.refused === 'not-asked';
}
