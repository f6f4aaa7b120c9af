/** Requests of people without Teams, with a mark in everything that somebody typed or that names somebody. */
import type { MailNews, Recipient } from '../../../src/domain/mail-news';
import { defaultPolicy } from '../../../src/domain/policy';
import type { Booked, Closed, Request } from '../../../src/domain/request';
import type { Outcome } from '../../../src/domain/outcome';
import { CANCEL_REASONS, NOT_HELD_REASONS } from '../../../src/domain/ending';
import { DECLINE_WAYS } from '../../../src/domain/decline-ways';
import { personIdFor } from '../../../src/ids';
import {
  aFacilitatorRef,
  aMatch,
  anAsk,
  aParticipant,
  aRequest,
  aRequester,
  aSlot,
  at,
  someDatesAsked,
  someMatches,
} from '../../builders';
import { somePoll } from '../../some-poll';

export const MAILS = {
  requester: 'hetty.heliotrope@school.example',
  facilitator: 'fred.fuchsia@charity.example',
  participant: 'percy.plum@police.example',
} as const;
export const NAMES = {
  requester: 'Hetty Heliotrope',
  facilitator: 'Fred Fuchsia',
  /** Asked for another time or in his place. */
  asked: 'Ada Apricot',
  coordinator: 'Mark-Coordinator',
} as const;

const FREDS_ID = '0f000000-0000-8000-8000-000000000001';

/** As their links name them. */
export const PERSONS = {
  requester: { id: personIdFor(MAILS.requester), name: NAMES.requester, mail: MAILS.requester },
  facilitator: { id: FREDS_ID, name: NAMES.facilitator, mail: MAILS.facilitator },
  participant: { id: personIdFor(MAILS.participant), name: 'Mark-Percy Plum', mail: MAILS.participant },
} as const;

/** Whatever is marked begins with this. */
export const MARK = 'Mark-';

const coordinator = { id: 'c0000000-0000-4000-8000-000000000009', name: NAMES.coordinator };

export const policy = {
  ...defaultPolicy,
  onTheDayContact: 'JAGS desk, 01632 960001',
};

export const outside = aFacilitatorRef({
  id: FREDS_ID,
  name: NAMES.facilitator,
  mail: MAILS.facilitator,
  outside: true,
});
export const alsoOutside = aFacilitatorRef({
  id: '0f000000-0000-8000-8000-000000000002',
  name: NAMES.asked,
  mail: 'ada.apricot@charity.example',
  outside: true,
});

const participants = [
  aParticipant({ name: 'Mark-Percy Plum', mail: MAILS.participant }),
  aParticipant({ name: 'Mark-Nora Navy', mail: 'mark-nora.navy@health.example', team: 'hl-sn' }),
];

/** A session's id is one as pages make them. */
export const ID = '7k3mq9a1b2c3d4e5f6g7h8j9ka';

const marked = {
  id: ID,
  requester: aRequester({
    id: personIdFor(MAILS.requester),
    name: NAMES.requester,
    mail: MAILS.requester,
    outside: true,
    phone: 'Mark-01632 960777',
    colleague: { mail: 'mark-colleague@school.example' },
  }),
  ask: anAsk({
    caseReference: 'Mark-Case',
    reason: 'Mark-Reason',
    place: { kind: 'in-person', venue: 'Mark-Venue' },
    participants,
    toBeNamed: [{ role: 'Mark-Role', team: 'po-ch' }],
    interpreters: [{ name: 'Mark-Interpreter', mail: 'mark-interpreter@language.example' }],
    arrangements: ['bsl', 'step-free'],
  }),
  note: { at: at('2026-11-25T09:00'), text: 'Mark-Note', by: coordinator },
} as const;

const match = aMatch({ facilitator: outside });
const arranged = { ...marked, match, approvedBy: coordinator };
const chosen = {
  attempt: 2,
  match: aMatch({ facilitator: alsoOutside, slot: aSlot('2026-12-10T10:00') }),
  by: coordinator,
  stage: { at: 'asked', answerBy: at('2026-12-03T17:00') },
} as const;
const proposalAnswer = { agreed: true, at: at('2026-11-26T09:00') };
const proposal = {
  participants: [aParticipant({ name: 'Mark-Proposed', mail: 'mark-proposed@health.example' })],
  at: at('2026-11-26T09:00'),
  by: coordinator,
};

const OUTCOMES: readonly Outcome[] = [
  ...DECLINE_WAYS.map((way) => ({ kind: 'declined' as const, ...way, by: coordinator })),
  ...CANCEL_REASONS.map((reason) => ({ kind: 'cancelled' as const, reason, by: coordinator })),
  ...NOT_HELD_REASONS.map((reason) => ({ kind: 'not-held' as const, reason, by: coordinator })),
  { kind: 'cancelled' },
  { kind: 'not-held' },
  { kind: 'withdrawn' },
  { kind: 'completed' },
  { kind: 'silent' },
];

/** Booked with Fred, in several moments. */
export const booked = aRequest.booked(arranged);
/** The same, asked for by somebody who signed in. */
export function inTeams(request: Booked): Booked {
  const { outside: _outside, ...requester } = request.requester;
  return { ...request, requester };
}
export const closed = (outcome: Outcome): Closed => aRequest.closed({ ...marked, outcome, attempt: 1 });

/** Each state, and what can stand in it that a letter tells of. */
export const STANDINGS: Readonly<Record<string, Request>> = {
  searching: aRequest.searching(marked),
  submitted: aRequest.submitted({ ...marked, matches: someMatches({ best: [match] }) }),
  'submitted, in their name': aRequest.submitted({
    ...marked,
    requester: { ...marked.requester, unconfirmed: true },
  }),
  'overdue and fallen through': aRequest.submitted({
    ...marked,
    raised: 'coordinators',
    setback: { why: 'facilitator-cannot', facilitator: 'Mark-Setback' },
  }),
  'no time found': aRequest.submitted({ ...marked, datesAsked: someDatesAsked() }),
  'dates end soon': aRequest.submitted({ ...marked, datesAsked: someDatesAsked({ why: 'dates-near' }) }),
  polled: aRequest.submitted({ ...marked, poll: somePoll({ asked: [MAILS.requester, MAILS.participant] }) }),
  'poll over': aRequest.submitted({
    ...marked,
    poll: somePoll({ asked: [MAILS.requester, MAILS.participant], over: true }),
  }),
  returned: aRequest.returned({ ...marked, missing: 'Mark-Missing', returnedBy: coordinator }),
  approved: aRequest.approved(arranged),
  offered: aRequest.offered(arranged),
  booked,
  'booked, not invited': aRequest.booked({
    ...arranged,
    troubles: [{ kind: 'not-invited', attempt: 1 }],
    proposal,
  }),
  'booked, another time asked of somebody else': aRequest.booked({
    ...arranged,
    proposalAnswer,
    rearranging: { askedBy: 'requester', chosen },
  }),
  'booked, too few come': aRequest.booked({
    ...arranged,
    outlook: { tooFew: 1 },
    proposalAnswer: { ...proposalAnswer, agreed: false },
  }),
  'booked, nobody has come': aRequest.booked({ ...arranged, missing: { at: match.slot.start + 600_000 } }),
  uncovered: aRequest.uncovered(arranged),
  'uncovered, another is asked': aRequest.uncovered({ ...arranged, rearranging: { chosen } }),
  held: aRequest.held(arranged),
  ...Object.fromEntries(
    OUTCOMES.map((outcome) => [`closed: ${JSON.stringify(outcome)}`, closed(outcome)] as const),
  ),
};

export const TO = {
  requester: { as: 'requester' },
  facilitator: { as: 'facilitator', facilitator: outside, attempt: 1 },
  asked: { as: 'facilitator', facilitator: alsoOutside, attempt: 2 },
  participant: { as: 'participant', mail: MAILS.participant },
} as const satisfies Record<string, Recipient>;

/** Whose news it is. */
export type Told = readonly [standing: string, to: keyof typeof TO, news: MailNews];
