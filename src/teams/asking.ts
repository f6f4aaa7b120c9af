/** Asking for a JAGS: the safety question before anything else, then the form, then the receipt. */
import { randomBytes } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { findTeam, type TeamCode } from '../domain/agencies';
import { checkForm } from '../domain/form';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { Person } from '../domain/people';
import type { Risk } from '../domain/signpost';
import type { Along, Handled, Workflow } from '../workflow';
import { type Answer, refused } from './answers';
import { type CardData, renderCard } from './cards';
import {
  answersOf,
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
import { FORM_HEADINGS } from './wording/form';
import { REFUSALS, TROUBLE } from './wording/refusals';

export interface AskingNeeds {
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: TeamsLog;
}

export interface Asking {
  /** The first question. Needs no storage, so that nothing can stand between a person and it. */
  safety(): Answer;
  /** Where the answer leads: to CADS, or to the form; which starts with the team that was given (a code, or ''). */
  answered(risk: Risk, team: TeamCode): Answer;
  reported(team: TeamCode): Answer;
  addPeople(draft: FormDraft): Answer;
  removePerson(draft: FormDraft, person: number): Answer;
  send(draft: FormDraft, by: Person, activity: Activity): Promise<Answer>;
}

/** Less than any invoke is given: then the answer is the form. */
const DIALOG_MS = 2_400;

export function createAsking({ workflow, policy, now, log }: AskingNeeds): Asking {
  return {
    safety: () => card('safety', { cads: safetyLine(policy) }),
    answered(risk, team) {
      if (risk === 'no' || risk === 'known') return newForm(risk === 'known', team);
      return card('urgent', {
        ...URGENT[risk],
        line: lineInWords(policy),
        checked: dateInWords(policy.cadsChecked),
        then: URGENT.then,
        team,
      });
    },
    reported: (team) => newForm(true, team),
    addPeople(draft) {
      const next = withRowsAdded(draft, now(), policy);
      return form(next, { problems: entryProblems(next, now(), policy) });
    },
    removePerson: (draft, person) => form(withoutPerson(draft, person), {}),
    send,
  };

  function newForm(riskKnown: boolean, team: TeamCode): Answer {
    const draft = newDraft(randomBytes(16).toString('base64url'), riskKnown, now(), policy);
    // A code comes from a card: one that is not in the lists is as good as none.
    const listed = findTeam(policy.agencies, team)?.code ?? '';
    return form({ ...draft, answers: { ...draft.answers, team: listed } }, {});
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
      handled = await workflow.handle({ kind: 'submit', requestId, answers, by }, formOf(activity));
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
