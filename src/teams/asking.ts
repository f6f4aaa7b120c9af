/** Asking for a JAGS: the safety question before anything else, then the form, then the receipt. */
import { randomBytes } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { findTeam, type TeamCode } from '../domain/agencies';
import { checkForm } from '../domain/form';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { Person } from '../domain/people';
import type { RequestId } from '../domain/request';
import type { Risk } from '../domain/signpost';
import type { Along, Handled, Workflow } from '../workflow';
import { type Answer, refused } from './answers';
import type { CardData } from './card-data';
import { renderCard } from './cards';
import { createEarlierRequests, type EarlierNeeds } from './earlier-requests';
import {
  answersOf,
  draftFrom,
  entryProblems,
  type FormDraft,
  newDraft,
  withoutPerson,
  withRowsAdded,
} from './form-draft';
import { inTime } from './in-time';
import type { TeamsLog } from './log';
import { cardNameFor } from './messenger';
import { type FormView, presentForm } from './present/form';
import { presentForRequester } from './present/requester';
import { requestIdFor } from './request-id';
import { isInDialog } from './submission';
import { lineInWords, safetyLine, URGENT } from './wording/chat';
import { dateInWords } from './present/when';
import { FORM_HEADINGS, STARTS } from './wording/form';
import { REFUSALS, TROUBLE } from './wording/refusals';

export interface AskingNeeds extends EarlierNeeds {
  readonly workflow: Pick<Workflow, 'handle' | 'note'>;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: TeamsLog;
}

/** What the form starts with: the team that was given, and the earlier request it is asked from; '' for none. */
export interface Start {
  readonly team: TeamCode;
  readonly again: RequestId;
}

export interface Asking {
  /** The first question. Needs no storage, so that nothing can stand between a person and it. */
  safety(again?: RequestId): Answer;
  /** To CADS, and from there to the form. */
  urgent(risk: Exclude<Risk, 'no' | 'known'>, start: Start): Answer;
  /** Where the answer leads: to CADS, or to the form. */
  answered(risk: Risk, start: Start, by: Person): Promise<Answer>;
  reported(start: Start, by: Person): Promise<Answer>;
  /** Fills in what the newest own request answers; what was typed stays. */
  copyLast(draft: FormDraft, by: Person): Promise<Answer>;
  addPeople(draft: FormDraft): Answer;
  removePerson(draft: FormDraft, person: number): Answer;
  send(draft: FormDraft, by: Person, activity: Activity): Promise<Answer>;
}

/** Less than any invoke is given: then the answer is the form. */
const DIALOG_MS = 2_400;

export function createAsking(needs: AskingNeeds): Asking {
  const { workflow, policy, now, log } = needs;
  const earlierRequests = createEarlierRequests(needs);
  return {
    safety: (again = '') => card('safety', { cads: safetyLine(policy), again }),
    answered: async (risk, start, by) =>
      risk === 'no' || risk === 'known' ? newForm(risk === 'known', start, by) : urgent(risk, start),
    urgent,
    reported: (start, by) => newForm(true, start, by),
    async copyLast(draft, by) {
      const newest = await earlierRequests.newest(by);
      if (!newest) return form(draft, { start: STARTS.nothing });
      const next = draftFrom(newest, draft, 'any');
      return form(next, { start: STARTS.copied, problems: entryProblems(next, now(), policy) });
    },
    addPeople(draft) {
      const next = withRowsAdded(draft, now(), policy);
      return form(next, { problems: entryProblems(next, now(), policy) });
    },
    removePerson: (draft, person) => form(withoutPerson(draft, person), {}),
    send,
  };

  function urgent(risk: Exclude<Risk, 'no' | 'known'>, { team, again }: Start): Answer {
    return card('urgent', {
      ...URGENT[risk],
      line: lineInWords(policy),
      checked: dateInWords(policy.cadsChecked),
      then: URGENT.then,
      team,
      again,
    });
  }

  async function newForm(riskKnown: boolean, { team, again }: Start, by: Person): Promise<Answer> {
    const empty = newDraft(randomBytes(16).toString('base64url'), riskKnown, now(), policy);
    // A code comes from a card: one that is not in the lists is as good as none.
    const listed = findTeam(policy.agencies, team)?.code ?? '';
    const draft = { ...empty, answers: { ...empty.answers, team: listed } };
    if (again === '') return form(draft, { canCopy: await earlierRequests.any(by) });
    const earlier = await earlierRequests.own(again, by);
    if (!earlier) return refused(REFUSALS['not-found']);
    const filled = draftFrom(earlier, draft, 'same');
    return form(filled, filled.followUpOf ? {} : { start: STARTS.again });
  }

  function form(draft: FormDraft, view: FormView): Answer {
    const shown = presentForm(draft, view, now(), policy);
    return shown ? card('form', shown) : refused(TROUBLE.formTooLong);
  }

  function withProblems(draft: FormDraft): Answer {
    const next = withRowsAdded(draft, now(), policy);
    const checked = checkForm(answersOf(next), now(), policy);
    return form(next, 'problems' in checked ? { problems: checked.problems } : {});
  }

  /**
   * A dialog would lose what was typed to a bare sentence. The form in its place may be sent again: once it has been
   * saved after all, that shows the request it made.
   */
  function send(draft: FormDraft, by: Person, activity: Activity): Promise<Answer> {
    const sent = submit(draft, by, activity);
    if (!isInDialog(activity)) return sent;
    const again = { heading: FORM_HEADINGS.notKnown, failure: TROUBLE.formSlow };
    return inTime(sent, DIALOG_MS, () => form(draft, again));
  }

  async function submit(draft: FormDraft, by: Person, activity: Activity): Promise<Answer> {
    const answers = answersOf(draft);
    const requestId = requestIdFor(by.id, draft.nonce);
    let handled: Handled;
    try {
      const followUp = await earlierRequests.followedUp(draft.followUpOf, by);
      if (followUp === 'not-theirs') return refused(REFUSALS['not-found']);
      handled = await workflow.handle(
        { kind: 'submit', requestId, answers, by, ...(followUp && { followUpOf: followUp }) },
        formOf(activity),
      );
    } catch (error) {
      log.error({ requestId, err: error }, 'a request could not be saved; its sender was told');
      return form(draft, { failure: TROUBLE.formNotSaved });
    }
    if (handled.accepted) return card('requester', presentForRequester(handled.request, policy));
    const { refusal, request } = handled;
    if (refusal.refused === 'form') return withProblems(draft);
    if (refusal.refused !== 'already-submitted' || !request) return refused(REFUSALS[refusal.refused]);
    return card('requester', presentForRequester(request, policy, { notice: REFUSALS['already-submitted'] }));
  }
}

/**
 * The form's own message becomes the requester's card, to be updated in place from now on. A form in a dialog has none:
 * the message it was opened from is everybody's.
 */
function formOf(activity: Activity): Along {
  const { conversation, replyToId } = activity;
  if (!replyToId || isInDialog(activity)) return {};
  const where = { conversationId: conversation.id, activityId: replyToId };
  return { shown: { card: cardNameFor({ kind: 'requester' }), where } };
}

function card<Name extends keyof CardData>(name: Name, data: CardData[Name]): Answer {
  return { kind: 'card', card: renderCard(name, data), otherwise: TROUBLE.privateOnly };
}
