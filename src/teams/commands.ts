/**
 * What comes back from a card, checked strictly before anybody looks at it: it says what somebody wants, never who
 * they are or what is true. Anything of another shape is undefined and gets a plain refusal.
 */
import { z } from 'zod';
import { ARRANGEMENTS } from '../domain/ask';
import { CANCEL_REASONS, NOT_HELD_REASONS } from '../domain/ending';
import { OVERRULE_REASONS } from '../domain/match';
import type { Person } from '../domain/people';
import type { Command, RequestId } from '../domain/request';
import { QUEUE_AGES, QUEUE_STATES } from '../domain/queue';
import { newDatesFields, asNewDates } from './asking/new-dates-answers';
import { form, formWithPerson, listed, typed } from './asking/form-submission';
import { asRecord, recordFields } from './facilitating/record-answers';
import { declineAnswer } from './coordinating/decline-answer';
import { guideAnswer, reportedAnswer, safetyAnswer } from './asking/guide-answer';
import { asEdit, asNote, editFields, noteFields, transferFields } from './coordinating/looking-after-answers';
import { becauseId } from './coordinating/because-id';
import { DAY_CHOICES } from '../present/own-facilitating';
import { asProposal, proposalFields } from './asking/proposal-answers';
import { requestId } from './request-id';
import { typable } from '../wording/typed-text';
import { evaluationAnswer } from './taking-part/evaluation-answers';
import { asPollAnswer, pollFields } from './taking-part/poll-answers';

const request = z.object({ request: requestId });
/** The earlier request a new one starts from; '' for none. */
const again = z.object({ again: z.union([requestId, z.literal('')]).default('') });
const offer = request.extend({ attempt: z.number().int().min(1).max(1_000) });

/** Each match that is not the first has a field of its own for why it was chosen: by its id, only one of them is filled in. */
const approve = request
  .extend({ match: z.string().min(1).max(64) })
  .catchall(z.unknown())
  .transform(({ request, match, ...others }) => {
    const because = OVERRULE_REASONS.find((each) => each === others[becauseId(match)]);
    return { request, match, ...(because && { because }) };
  });

/** Absent: a day somebody's card did not show. */
const day = z.enum(DAY_CHOICES).default('keep');
const declaration = z.object({
  monday: day,
  tuesday: day,
  wednesday: day,
  thursday: day,
  friday: day,
  leaveFrom: typed,
  leaveUntil: typed,
});
/** The one that was seen. */
const proposal = request.extend({ at: z.number().int().min(0) });
/** When the session was to begin, as the card knew it. */
const missing = request.extend({ start: z.number().int().min(0) });
const notHeld = offer.extend({ reason: z.enum(NOT_HELD_REASONS) });

/** Of those that can be asked for, in any order. */
const arrangements = request.extend({
  arrangements: listed.pipe(z.array(z.enum(ARRANGEMENTS)).max(ARRANGEMENTS.length)),
});

/** What each verb's data must look like. */
const SUBMISSIONS = {
  ask: z.object({}),
  help: z.object({}),
  /** The search in the compose box. */
  find: z.object({ text: z.string().max(200).transform(typable) }),
  status: z.object({ from: z.number().int().min(0).max(100_000).default(0) }),
  guide: z.object({}),
  'guide-answer': guideAnswer,
  safety: safetyAnswer.merge(again),
  reported: reportedAnswer.merge(again),
  'ask-again': request,
  'form-copy': form,
  'form-next': form,
  'form-back': form,
  'form-add': form,
  'form-remove': formWithPerson,
  'form-send': form,
  open: request,
  /** The same of a session somebody takes part in. */
  session: request,
  change: request,
  withdraw: request,
  'new-dates': request.extend(newDatesFields).transform(asNewDates),
  coordinate: request,
  queue: z.object({
    state: z.enum(QUEUE_STATES).default('all'),
    age: z.enum(QUEUE_AGES).default('all'),
    from: z.number().int().min(0).max(100_000).default(0),
  }),
  approve,
  replace: request,
  'another-time': offer,
  /** The same from the requester's and from the facilitator's own card. */
  'another-time-asked': offer,
  'another-time-facilitating': offer,
  'keep-time': offer,
  'take-over': offer.extend({ start: z.number().int().min(0).max(8_640_000_000_000_000) }),
  'put-back': offer,
  'put-list-right': offer,
  'arrange-anew': offer,
  decline: request.extend({ reason: declineAnswer }),
  'look-again': request,
  'try-again': request,
  'start-poll': request.extend({ round: z.number().int().min(0).max(100_000) }),
  attend: offer.extend({ coming: z.boolean() }),
  'ask-arrangements': arrangements,
  /** The same from the requester's own card. */
  'ask-arrangements-own': arrangements,
  evaluate: evaluationAnswer,
  'answer-poll': request.extend(pollFields).transform(asPollAnswer),
  'return-form': request,
  return: request.extend(noteFields).transform(asNote),
  'edit-form': request,
  edit: request.extend(editFields).transform(asEdit),
  'note-form': request,
  note: request.extend(noteFields).transform(asNote),
  'transfer-form': request,
  transfer: request.extend(transferFields),
  cancel: offer.extend({ reason: z.enum(CANCEL_REASONS) }),
  'not-held': notHeld,
  /** The same from the facilitator's own card. */
  'not-held-own': notHeld,
  'record-session-form': request,
  'show-evaluation': request,
  /** Says of which session to nobody. */
  'talk-over': z.object({}),
  'record-session': offer.extend(recordFields).transform(asRecord),
  'propose-participants-form': request,
  'propose-participants': request.extend(proposalFields).transform(asProposal),
  'agree-proposal': proposal,
  'refuse-proposal': proposal,
  'facilitator-missing': missing,
  /** The same from the requester's own card. */
  'facilitator-missing-own': missing,
  reason: request,
  history: request,
  accept: offer,
  cannot: offer.extend({ knowsFamily: z.literal(true).optional() }),
  pause: z.object({ until: typed }),
  'end-pause': z.object({}),
  declare: declaration,
} as const;

export type Verb = keyof typeof SUBMISSIONS;
/** Everything that can be pressed. */
export const VERBS = Object.keys(SUBMISSIONS) as readonly Verb[];
export type Submission<V extends Verb> = z.output<(typeof SUBMISSIONS)[V]>;

/** The data of a submitted card, or undefined when it is not what that card sends. */
export function readSubmission<V extends Verb>(verb: V, data: unknown): Submission<V> | undefined {
  const read = SUBMISSIONS[verb].safeParse(data);
  return read.success ? read.data : undefined;
}

/** Whether it can be the id of a request. */
export function isRequestId(value: unknown): value is RequestId {
  return requestId.safeParse(value).success;
}

/** The decision a person asks for, on their own behalf. */
export const COMMANDS = {
  withdraw: ({ request }, by) => ({ kind: 'withdraw', requestId: request, by }),
  'new-dates': ({ request, dates }, by) => ({ kind: 'new-dates', requestId: request, dates, by }),
  approve: ({ request, match, because }, by) => ({
    kind: 'approve',
    requestId: request,
    matchId: match,
    ...(because && { because }),
    by,
  }),
  replace: ({ request }, by) => ({ kind: 'replace', requestId: request, by }),
  'another-time': ({ request, attempt }, by) => ({ kind: 'another-time', requestId: request, attempt, by }),
  'keep-time': ({ request, attempt }, by) => ({ kind: 'keep-time', requestId: request, attempt, by }),
  'take-over': ({ request, attempt, start }, by) => ({
    kind: 'take-over',
    requestId: request,
    attempt,
    start,
    by,
  }),
  'put-back': ({ request, attempt }, by) => ({ kind: 'put-back', requestId: request, attempt, by }),
  'put-list-right': ({ request, attempt }, by) => ({
    kind: 'put-list-right',
    requestId: request,
    attempt,
    by,
  }),
  'arrange-anew': ({ request, attempt }, by) => ({ kind: 'arrange-anew', requestId: request, attempt, by }),
  decline: ({ request, reason: way }, by) => ({ kind: 'decline', requestId: request, ...way, by }),
  'look-again': ({ request }, by) => ({ kind: 'look-again', requestId: request, by }),
  'try-again': ({ request }, by) => ({ kind: 'try-again', requestId: request, by }),
  'start-poll': ({ request, round }, by) => ({ kind: 'start-poll', requestId: request, round, by }),
  'answer-poll': ({ request, at, starts }, by) => ({
    kind: 'answer-poll',
    requestId: request,
    at,
    starts,
    by,
  }),
  attend: ({ request, attempt, coming }, by) => ({ kind: 'attend', requestId: request, attempt, coming, by }),
  'ask-arrangements': ({ request, arrangements }, by) => ({
    kind: 'ask-arrangements',
    requestId: request,
    arrangements,
    by,
  }),
  return: ({ request, note }, by) => ({ kind: 'return', requestId: request, missing: note, by }),
  edit: ({ request, basedOn, answers }, by) => ({ kind: 'edit', requestId: request, basedOn, answers, by }),
  note: ({ request, note }, by) => ({ kind: 'note', requestId: request, note, by }),
  cancel: ({ request, attempt, reason }, by) => ({ kind: 'cancel', requestId: request, attempt, reason, by }),
  'not-held': ({ request, attempt, reason }, by) => ({
    kind: 'not-held',
    requestId: request,
    attempt,
    reason,
    by,
  }),
  'agree-proposal': ({ request, at }, by) => ({ kind: 'agree-proposal', requestId: request, at, by }),
  'refuse-proposal': ({ request, at }, by) => ({ kind: 'refuse-proposal', requestId: request, at, by }),
  'facilitator-missing': ({ request, start }, by) => ({
    kind: 'facilitator-missing',
    requestId: request,
    start,
    by,
  }),
  accept: ({ request, attempt }, by) => ({ kind: 'accept', requestId: request, attempt, by }),
  cannot: ({ request, attempt, knowsFamily }, by) => ({
    kind: 'cannot',
    requestId: request,
    attempt,
    ...(knowsFamily && { knowsFamily }),
    by,
  }),
} as const satisfies { readonly [V in Verb]?: (data: Submission<V>, by: Person) => Command };
