/** One request in each state and one command of each kind, about the same attempt, for the tests of `decide`. */
import { decide } from '../../src/domain/decide';
import { type Acceptance, type Facts, isRefusal } from '../../src/domain/decisions/decision';
import type { Person } from '../../src/domain/people';
import type { Command, PersonCommand, Request, State, SystemCommand } from '../../src/domain/request';
import {
  aKnownPerson,
  aMatch,
  anEdit,
  aNote,
  aParticipantAnswer,
  answers,
  aRequest,
  aSessionEvent,
  at,
  facts,
  someDatesAsked,
  someMatches,
  theCoordinator,
  theFacilitator,
  theParticipant,
  theRequester,
} from '../builders';
import { aSeenEvent } from '../sightings';
import { someRecord } from '../some-record';

export const now = at('2026-11-25T10:00');

export const requests: Record<State, Request> = {
  submitted: aRequest.submitted(),
  returned: aRequest.returned(),
  approved: aRequest.approved(),
  offered: aRequest.offered(),
  booked: aRequest.booked(),
  uncovered: aRequest.uncovered({ rearranging: { matches: someMatches() } }),
  held: aRequest.held(),
  closed: aRequest.closed({ attempt: 1 }),
};
export const STATES = Object.keys(requests) as State[];

/** Each command by who is entitled to it, about the attempt that stands. */
export const commands = {
  submit: { kind: 'submit', answers: answers(), by: theRequester },
  approve: { kind: 'approve', matchId: '1-1', by: theCoordinator },
  appoint: {
    kind: 'appoint',
    match: aMatch({ id: 'own' }),
    round: 1,
    isFirst: false,
    because: 'agreed',
    by: theCoordinator,
  },
  replace: { kind: 'replace', by: theCoordinator },
  'another-time': { kind: 'another-time', attempt: 1, by: theRequester },
  'keep-time': { kind: 'keep-time', attempt: 1, by: theCoordinator },
  decline: { kind: 'decline', reason: 'another-door', by: theCoordinator },
  'look-again': { kind: 'look-again', by: theCoordinator },
  relax: { kind: 'relax', step: { kind: 'shorter', minutes: 60 }, by: theCoordinator },
  return: { kind: 'return', missing: aNote(), by: theCoordinator },
  edit: { kind: 'edit', answers: anEdit(), basedOn: 0, by: theCoordinator },
  note: { kind: 'note', note: aNote(), by: theCoordinator },
  transfer: { kind: 'transfer', to: aKnownPerson(), by: theCoordinator },
  change: { kind: 'change', answers: answers(), by: theRequester },
  withdraw: { kind: 'withdraw', by: theRequester },
  confirm: { kind: 'confirm', by: theRequester },
  accept: { kind: 'accept', attempt: 1, by: theFacilitator },
  cannot: { kind: 'cannot', attempt: 1, by: theFacilitator },
  cancel: { kind: 'cancel', attempt: 1, reason: 'too-few', by: theCoordinator },
  'not-held': { kind: 'not-held', attempt: 1, reason: 'technical', by: theCoordinator },
  'propose-participants': {
    kind: 'propose-participants',
    answers: { removed: [], added: [aParticipantAnswer()], notNames: '' },
    known: [],
    by: theRequester,
  },
  'agree-proposal': { kind: 'agree-proposal', at: 1, by: theCoordinator },
  'refuse-proposal': { kind: 'refuse-proposal', at: 1, by: theCoordinator },
  'facilitator-missing': { kind: 'facilitator-missing', start: aMatch().slot.start, by: theRequester },
  attend: { kind: 'attend', attempt: 1, coming: false, by: theParticipant },
  'ask-arrangements': { kind: 'ask-arrangements', arrangements: ['bsl'], by: theRequester },
  'start-poll': { kind: 'start-poll', round: 1, by: theCoordinator },
  'answer-poll': { kind: 'answer-poll', at: 1, starts: [], by: theParticipant },
  'try-again': { kind: 'try-again', by: theCoordinator },
  'matches-found': { kind: 'matches-found', matches: someMatches(), known: [], by: 'system' },
  reserved: { kind: 'reserved', attempt: 1, by: 'system' },
  'slot-lost': { kind: 'slot-lost', attempt: 1, why: 'slot-taken', by: 'system' },
  'event-created': { kind: 'event-created', attempt: 1, event: aSessionEvent(), by: 'system' },
  'meeting-secured': { kind: 'meeting-secured', attempt: 1, openingChecks: ['lobby'], by: 'system' },
  answered: { kind: 'answered', attempt: 1, answer: 'accepted', by: 'system' },
  'answer-overdue': { kind: 'answer-overdue', attempt: 1, by: 'system' },
  'session-ended': { kind: 'session-ended', attempt: 1, by: 'system' },
  'take-over': { kind: 'take-over', attempt: 1, start: aMatch().slot.start, by: theCoordinator },
  'put-back': { kind: 'put-back', attempt: 1, by: theCoordinator },
  'put-list-right': { kind: 'put-list-right', attempt: 1, by: theCoordinator },
  'arrange-anew': { kind: 'arrange-anew', attempt: 1, by: theCoordinator },
  'event-seen': { kind: 'event-seen', attempt: 1, seen: aSeenEvent(aRequest.booked()), by: 'system' },
  'move-judged': { kind: 'move-judged', attempt: 1, slot: aMatch().slot, keeps: true, by: 'system' },
  moved: { kind: 'moved', attempt: 1, by: 'system' },
  'uncovered-begun': { kind: 'uncovered-begun', attempt: 1, by: 'system' },
  'trouble-met': { kind: 'trouble-met', trouble: { kind: 'not-invited', attempt: 1 }, by: 'system' },
  'trouble-over': { kind: 'trouble-over', trouble: { kind: 'not-invited', attempt: 1 }, by: 'system' },
  'new-dates': {
    kind: 'new-dates',
    dates: { earliest: '2027-01-11', latest: '2027-01-22', days: ['monday', 'friday'], times: ['morning'] },
    by: theRequester,
  },
  'dates-near': { kind: 'dates-near', latest: aRequest.submitted().ask.latest, by: 'system' },
  'dates-half-time': { kind: 'dates-half-time', asked: someDatesAsked().at, by: 'system' },
  'dates-time-over': { kind: 'dates-time-over', asked: someDatesAsked().at, by: 'system' },
  'reminder-due': { kind: 'reminder-due', attempt: 1, days: 5, by: 'system' },
  'record-session': { kind: 'record-session', attempt: 1, record: someRecord(), by: theFacilitator },
  'evaluation-over': { kind: 'evaluation-over', attempt: 1, by: 'system' },
  'poll-over': { kind: 'poll-over', at: 1, by: 'system' },
  overdue: { kind: 'overdue', to: 'coordinators', due: aRequest.submitted().answerDueAt, by: 'system' },
} as const satisfies Record<
  Command['kind'],
  (PersonCommand & { by: Person }) | (SystemCommand & { by: 'system' })
>;
export const KINDS = Object.keys(commands) as Command['kind'][];

export function addressed(
  command: (typeof commands)[Command['kind']],
  by: Person | 'system' = command.by,
): Command {
  return { ...command, by, requestId: aRequest.submitted().id } as Command;
}

export function entitled(command: Command, over: Partial<Facts> = {}): Facts {
  return facts({ now, coordinator: command.by !== 'system' && command.by.id === theCoordinator.id, ...over });
}

export function accepted(
  request: Request | undefined,
  command: Command,
  over: Partial<Facts> = {},
): Acceptance {
  const decision = decide(request, command, entitled(command, over));
  if (isRefusal(decision))
    throw new Error(`Expected ${command.kind} to be accepted, got ${decision.refused}`);
  return decision;
}

export function refusedOf(request: Request | undefined, command: Command, over: Partial<Facts> = {}): string {
  const decision = decide(request, command, entitled(command, over));
  return isRefusal(decision) ? decision.refused : 'accepted';
}
