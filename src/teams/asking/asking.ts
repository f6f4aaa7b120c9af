/** Asking for a JAGS: the safety question before anything else, then the form, then the receipt. */
import { randomBytes } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { findTeam, type TeamCode } from '../../domain/agencies';
import type { Instant } from '../../domain/intervals';
import { mayActFor, type Person } from '../../domain/people';
import type { Request, RequestId } from '../../domain/request';
import type { Risk } from '../../domain/signpost';
import type { Along, Handled, Workflow } from '../../workflow';
import { type Answer, refused } from '../answers';
import type { CardData } from '../card-data';
import { renderCard } from '../cards';
import { type Asker, type ChoosingNeeds, createChoosing } from './choosing';
import { createEarlierRequests, type EarlierNeeds } from './earlier-requests';
import { type CountingNeeds, createCounting } from '../counting';
import {
  aboutProblems,
  answersOf,
  draftFrom,
  entryProblems,
  type FormDraft,
  newDraft,
  problemsOf,
  withDatesSuggested,
  withoutPerson,
  withRowsAdded,
} from '../../domain/form-draft';
import { inTime } from '../in-time';
import { cardNameFor } from '../reaching/messenger';
import { presentForm } from '../present/form';
import type { FormView, PeopleView } from '../present/form-part';
import { presentPeople } from '../present/form-people';
import { presentForRequester } from '../../present/requester';
import { requestIdFor } from '../../ids';
import { isInDialog } from '../submission';
import { lineInWords, safetyLine, URGENT } from '../../wording/safety';
import { dateInWords } from '../../wording/when';
import { FORM_HEADINGS, FORM_STEPS, STARTS } from '../../wording/form';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface AskingNeeds extends ChoosingNeeds, EarlierNeeds, CountingNeeds {
  readonly workflow: Pick<Workflow, 'handle' | 'note'>;
  readonly now: () => Instant;
}

/** What the form starts with: a team's code, the earlier request it is asked from, and where (see origin.ts); '' for none. */
export interface Start {
  readonly team: TeamCode;
  readonly again: RequestId;
  readonly origin: string;
}

export interface Asking {
  /** The first question. Needs no storage, so that nothing can stand between a person and it. */
  safety(origin: string, again?: RequestId): Answer;
  /** To CADS, and from there to the form. */
  urgent(risk: Exclude<Risk, 'no' | 'known'>, start: Start): Answer;
  /** Where the answer leads: to CADS, or to the form. */
  answered(risk: Risk, start: Start, by: Person): Promise<Answer>;
  reported(start: Start, by: Person): Promise<Answer>;
  /** Fills in what the newest own request answers; what was typed stays. */
  copyLast(draft: FormDraft, by: Person): Promise<Answer>;
  /** From what and when to who, once the first is right. */
  next(draft: FormDraft, asker: Asker): Promise<Answer>;
  back(draft: FormDraft, asker: Asker): Promise<Answer>;
  /** The form of a request that is there already, as it was left. */
  resume(draft: FormDraft, asker: Asker): Promise<Answer>;
  addPeople(draft: FormDraft, asker: Asker): Promise<Answer>;
  removePerson(draft: FormDraft, person: number, asker: Asker): Promise<Answer>;
  send(draft: FormDraft, asker: Asker): Promise<Answer>;
}

/** Less than any invoke is given: then the answer is the form. */
const DIALOG_MS = 2_400;

export function createAsking(needs: AskingNeeds): Asking {
  const { workflow, requests, policy, now, log } = needs;
  const earlierRequests = createEarlierRequests(needs);
  const count = createCounting(needs);
  const choosing = createChoosing(needs);
  return {
    safety: (origin, again = '') => card('safety', { cads: safetyLine(policy), origin, again }),
    answered: async (risk, start, by) =>
      risk === 'no' || risk === 'known' ? newForm(risk === 'known', start, by) : urgent(risk, start),
    urgent,
    reported: (start, by) => newForm(true, start, by),
    async copyLast(draft, by) {
      const newest = await earlierRequests.newest(by);
      if (!newest) return form(draft, { start: STARTS.nothing });
      const filled = withDatesSuggested(draftFrom(newest, draft, 'any'), now(), policy);
      return form(filled, { start: STARTS.copied });
    },
    async next(draft, asker) {
      const problems = aboutProblems(draft, now(), policy);
      if (problems.length > 0) return about(draft, { problems }, asker);
      return people(withRowsAdded(draft, now(), policy), { roster: await choosing.roster(draft, asker) });
    },
    back: (draft, asker) => about(draft, {}, asker),
    resume: (draft, asker) => about(draft, {}, asker),
    async addPeople(typed, asker) {
      const { draft, ...view } = await choosing.withChosen(typed, asker);
      return added(draft, view);
    },
    async removePerson(draft, person, asker) {
      return people(withoutPerson(draft, person), { roster: await choosing.roster(draft, asker) });
    },
    send,
  };

  function urgent(risk: Exclude<Risk, 'no' | 'known'>, start: Start): Answer {
    return card('urgent', {
      ...URGENT[risk],
      line: lineInWords(policy),
      checked: dateInWords(policy.cadsChecked),
      then: URGENT.then,
      team: start.team,
      origin: start.origin,
      again: start.again,
    });
  }

  async function newForm(riskKnown: boolean, { team, again, origin }: Start, by: Person): Promise<Answer> {
    const empty = newDraft(randomBytes(16).toString('base64url'), riskKnown, now(), policy);
    // A code comes from a card: one that is not in the lists is as good as none.
    const listed = findTeam(policy.agencies, team)?.code ?? '';
    const begun = { ...empty, origin, answers: { ...empty.answers, team: listed } };
    const draft = withDatesSuggested(begun, now(), policy);
    if (again === '') return form(draft, { canCopy: await earlierRequests.any(by) });
    const earlier = await earlierRequests.own(again, by);
    if (!earlier) return refused(REFUSALS['not-found']);
    const filled = withDatesSuggested(draftFrom(earlier, begun, 'same'), now(), policy);
    return form(filled, filled.followUpOf ? {} : { start: STARTS.again });
  }

  function form(draft: FormDraft, view: FormView): Answer {
    const shown = presentForm(draft, view, now(), policy);
    return shown ? card('form', shown) : refused(TROUBLE.formTooLong);
  }

  /** The first card, under what a coordinator wrote when sending the request back. */
  async function about(draft: FormDraft, view: FormView, { by }: Asker): Promise<Answer> {
    const changed = draft.changes && (await requests.load(draft.changes.request))?.request;
    const isReturned = changed?.state === 'returned' && mayActFor(changed.requester, by.id);
    return form(draft, { ...view, ...(isReturned && { note: changed.missing }) });
  }

  function people(draft: FormDraft, view: PeopleView): Answer {
    const shown = presentPeople(draft, view, now(), policy);
    return shown ? card('people', shown) : refused(TROUBLE.formTooLong);
  }

  /** The second card, with everybody who is right on the list. */
  function added(draft: FormDraft, view: PeopleView): Answer {
    const next = withRowsAdded(draft, now(), policy);
    return people(next, { ...view, problems: entryProblems(next, now(), policy) });
  }

  /** The card with the first mistake; whoever puts that right comes to the other by going on. */
  async function withProblems(draft: FormDraft, view: PeopleView, asker: Asker): Promise<Answer> {
    const next = withRowsAdded(draft, now(), policy);
    const problems = aboutProblems(next, now(), policy);
    if (problems.length > 0) return about(next, { problems }, asker);
    return people(next, { ...view, problems: problemsOf(next, now(), policy) });
  }

  /**
   * A dialog would lose what was typed to a bare sentence. The form in its place may be sent again: once it has been
   * saved after all, that shows the request it made.
   */
  function send(draft: FormDraft, asker: Asker): Promise<Answer> {
    const sent = submit(draft, asker);
    if (!isInDialog(asker.activity)) return sent;
    const again = { heading: FORM_HEADINGS.notKnown, failure: TROUBLE.formSlow };
    return inTime(sent, DIALOG_MS, () => people(draft, again));
  }

  async function submit(typed: FormDraft, asker: Asker): Promise<Answer> {
    const { draft, ...view } = await choosing.withChosen(typed, asker);
    // Somebody would be missing without a word.
    if (view.nobody > 0) return added(draft, view);
    let handled: Handled;
    try {
      const handledNow = await handle(draft, asker);
      if (handledNow === 'not-theirs') return refused(REFUSALS['not-found']);
      handled = handledNow;
    } catch (error) {
      log.error({ err: error }, 'a request could not be saved; its sender was told');
      return people(draft, { ...view, failure: TROUBLE.formNotSaved });
    }
    if (!handled.accepted && handled.refusal.refused === 'form') return withProblems(draft, view, asker);
    if (handled.accepted && !draft.changes) countBetterDoor(handled.request);
    return receipt(handled, draft, asker.by);
  }

  async function handle(draft: FormDraft, { by, activity }: Asker): Promise<Handled | 'not-theirs'> {
    const answers = answersOf(draft);
    // The card that stands is kept up to date by itself; a colleague's is another.
    if (draft.changes)
      return workflow.handle({ kind: 'change', requestId: draft.changes.request, answers, by });
    const followUp = await earlierRequests.followedUp(draft.followUpOf, by);
    if (followUp === 'not-theirs') return followUp;
    const requestId = requestIdFor(by.id, draft.nonce);
    return workflow.handle(
      { kind: 'submit', requestId, answers, by, ...(followUp && { followUpOf: followUp }) },
      formOf(activity),
    );
  }

  function countBetterDoor({ requester, ask }: Request): void {
    if (ask.otherNeeds) count('went-on', requester.team);
  }

  /** How the request stands now, with what there is to say about what was sent. */
  function receipt(handled: Handled, { changes }: FormDraft, { id: viewer }: Person): Answer {
    const { request } = handled;
    const refusedFor = handled.accepted ? undefined : handled.refusal.refused;
    if (!request || !mayActFor(request.requester, viewer))
      return refused(REFUSALS[refusedFor ?? 'not-found']);
    const isReplaced = changes && (request.revision ?? 0) > changes.revision + 1;
    const notice = refusedFor ? REFUSALS[refusedFor] : isReplaced ? FORM_STEPS.replaced : undefined;
    const view = { viewer, ...(notice !== undefined && { notice }) };
    return card('requester', presentForRequester(request, policy, view));
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
