/**
 * The state machine as a table: what each command does in each state, by who is entitled to it. Types make the table
 * complete; a test holds it against the source of `request.ts` as well.
 */
import type { Command, Effect, Request, State } from '../../src/domain/request';
import type { Refused } from '../../src/domain/refusal';

type Kind = Command['kind'];
/** `nothing`: accepted, and neither state nor work comes of it. */
export type Expected =
  Refused | 'nothing' | { readonly to: State; readonly effects: readonly Effect['kind'][] };

const no = <R extends Refused>(refused: R) => ({
  submitted: refused,
  returned: refused,
  approved: refused,
  offered: refused,
  booked: refused,
  uncovered: refused,
  held: refused,
  closed: refused,
});
const nothing = {
  submitted: 'nothing',
  returned: 'nothing',
  approved: 'nothing',
  offered: 'nothing',
  booked: 'nothing',
  uncovered: 'nothing',
  held: 'nothing',
  closed: 'nothing',
} as const;

const undone = ['cancel-event', 'release', 'cancel-event'] as const;
const shown = ['show-coordinators', 'show-requester'] as const;
const rang = ['show-coordinators', 'call-coordinators', 'show-requester'] as const;
const awaited = ['raise', 'watch-dates'] as const;
const asked = { to: 'submitted', effects: ['find-matches', ...awaited, ...shown] } as const;
const undecided = { ...no('already-decided'), closed: 'closed' } as const;
const withdrawn = {
  to: 'closed',
  effects: [...undone, 'show-facilitator', ...shown, 'count-request'],
} as const;
const cancelled = { to: 'closed', effects: [...withdrawn.effects, 'call-requester'] } as const;
const lostOffer = {
  to: 'submitted',
  effects: [...undone, 'find-matches', ...awaited, 'show-facilitator', ...rang],
} as const;
const booked = {
  to: 'booked',
  effects: [
    'invite-participants',
    'end-session',
    'remind-session',
    'remind-session',
    'show-on-the-day',
    'look-at-event',
    'look-at-event',
    'look-at-event',
    'show-facilitator',
    ...shown,
    'call-requester',
    // Two participants are in no directory.
    'mail',
    'mail',
  ],
} as const;

const unchangedInOutlook = {
  ...undecided,
  booked: 'changed-meanwhile',
  uncovered: 'changed-meanwhile',
  held: 'too-late',
} as const;
/** The requester and three participants are asked and reminded, and the facilitator. */
const asksFour = ['ask-evaluation', 'ask-evaluation', 'ask-evaluation', 'ask-evaluation'] as const;
const evaluated = ['ask-record', ...asksFour, 'ask-record', ...asksFour, 'end-evaluation'] as const;
/** The event stands, and so do the invitations of everybody else. */
const uncovered = {
  to: 'uncovered',
  effects: ['release', 'find-matches', 'invite-participants', 'end-uncovered', 'show-facilitator', ...rang],
} as const;

export const TABLE: Record<Kind, Record<State, Expected>> = {
  submit: no('already-submitted'),
  approve: {
    ...undecided,
    submitted: { to: 'approved', effects: ['reserve', ...shown] },
    uncovered: { to: 'uncovered', effects: ['reserve', ...shown] },
  },
  appoint: { ...undecided, submitted: { to: 'approved', effects: ['reserve', ...shown] } },
  replace: {
    ...undecided,
    approved: { to: 'submitted', effects: [...undone, 'find-matches', ...awaited, ...rang] },
    offered: lostOffer,
    booked: uncovered,
  },
  'another-time': {
    ...undecided,
    booked: {
      to: 'booked',
      effects: ['find-matches', ...shown, 'show-facilitator', 'call-coordinators'],
    },
    held: 'too-late',
  },
  'keep-time': undecided,
  // About a session nobody changed in Outlook; what comes of one that was is in outlook.test.ts.
  'take-over': unchangedInOutlook,
  'put-back': unchangedInOutlook,
  'put-list-right': unchangedInOutlook,
  'arrange-anew': unchangedInOutlook,
  decline: {
    ...undecided,
    submitted: { to: 'closed', effects: [...shown, 'count-request', 'call-requester'] },
    returned: { to: 'closed', effects: [...shown, 'count-request', 'call-requester'] },
  },
  return: { ...undecided, submitted: { to: 'returned', effects: [...shown, 'call-requester'] } },
  edit: { ...undecided, submitted: asked, returned: asked },
  note: {
    submitted: { to: 'submitted', effects: [...shown, 'call-requester'] },
    returned: { to: 'returned', effects: [...shown, 'call-requester'] },
    approved: { to: 'approved', effects: [...shown, 'call-requester'] },
    offered: { to: 'offered', effects: [...shown, 'call-requester'] },
    booked: { to: 'booked', effects: [...shown, 'call-requester'] },
    uncovered: { to: 'uncovered', effects: [...shown, 'call-requester'] },
    held: { to: 'held', effects: [...shown, 'call-requester'] },
    closed: 'closed',
  },
  transfer: {
    submitted: { to: 'submitted', effects: ['find-matches', ...shown, 'call-requester'] },
    returned: { to: 'returned', effects: [...shown, 'call-requester'] },
    approved: { to: 'approved', effects: [...shown, 'call-requester'] },
    offered: { to: 'offered', effects: [...shown, 'call-requester'] },
    booked: { to: 'booked', effects: ['invite-participants', ...shown, 'call-requester'] },
    uncovered: { to: 'uncovered', effects: ['invite-participants', ...shown, 'call-requester'] },
    held: { to: 'held', effects: [...shown, 'call-requester'] },
    closed: 'closed',
  },
  change: {
    ...no('being-arranged'),
    submitted: asked,
    returned: { to: 'submitted', effects: ['find-matches', ...awaited, ...rang] },
    closed: 'closed',
  },
  'look-again': {
    ...undecided,
    submitted: { to: 'submitted', effects: ['find-matches', 'show-coordinators'] },
    uncovered: { to: 'uncovered', effects: ['find-matches', 'show-coordinators'] },
  },
  relax: {
    ...undecided,
    submitted: { to: 'submitted', effects: ['find-matches', ...awaited, ...shown, 'call-requester'] },
    returned: { to: 'submitted', effects: ['find-matches', ...awaited, ...shown, 'call-requester'] },
  },
  withdraw: {
    submitted: { to: 'closed', effects: [...shown, 'count-request'] },
    returned: { to: 'closed', effects: [...shown, 'count-request'] },
    approved: { to: 'closed', effects: [...undone, ...shown, 'count-request'] },
    offered: withdrawn,
    booked: withdrawn,
    uncovered: withdrawn,
    held: 'too-late',
    closed: 'closed',
  },
  // Of a request whose requester has been known all along; what comes of one who was not is in confirming.test.ts.
  confirm: { ...nothing, closed: 'closed' },
  accept: { ...no('not-offered'), offered: booked, booked: 'already-decided' },
  cannot: { ...no('not-offered'), offered: lostOffer, booked: uncovered },
  cancel: { ...undecided, booked: cancelled, uncovered: cancelled, held: 'too-late' },
  'not-held': {
    ...no('not-over'),
    // Nothing is cancelled in anybody's calendar: that day has gone by.
    held: {
      to: 'closed',
      effects: ['release', 'show-facilitator', ...shown, 'count-request', 'call-requester'],
    },
    closed: 'closed',
  },
  'propose-participants': {
    ...no('not-arranged'),
    approved: 'wait-arranging',
    offered: { to: 'offered', effects: [...shown, 'call-coordinators'] },
    booked: { to: 'booked', effects: [...shown, 'call-coordinators'] },
    uncovered: { to: 'uncovered', effects: [...shown, 'call-coordinators'] },
    held: 'too-late',
    closed: 'closed',
  },
  // Where none is proposed; what comes of one that is, is in proposal.test.ts.
  'agree-proposal': { ...no('changed-meanwhile'), closed: 'closed' },
  'refuse-proposal': { ...no('changed-meanwhile'), closed: 'closed' },
  // Long before it begins; what comes of it on the day is in facilitator-missing.test.ts.
  'facilitator-missing': {
    ...no('not-taking-place'),
    booked: 'not-begun',
    uncovered: 'not-begun',
    held: 'session-over',
  },
  'record-session': {
    ...no('not-over'),
    submitted: 'not-their-session',
    returned: 'not-their-session',
    held: { to: 'held', effects: ['show-facilitator'] },
    closed: 'closed',
  },
  'evaluation-over': {
    ...nothing,
    held: { to: 'closed', effects: ['show-facilitator', ...shown, 'count-request'] },
  },
  attend: {
    ...no('not-taking-place'),
    booked: { to: 'booked', effects: [...shown, 'call-requester'] },
    uncovered: { to: 'uncovered', effects: [...shown, 'call-requester'] },
    held: 'session-over',
  },
  'ask-arrangements': {
    submitted: { to: 'submitted', effects: [...shown, 'call-coordinators'] },
    returned: { to: 'returned', effects: [...shown, 'call-coordinators'] },
    approved: { to: 'approved', effects: [...shown, 'call-coordinators'] },
    offered: { to: 'offered', effects: [...shown, 'show-facilitator', 'call-coordinators'] },
    booked: { to: 'booked', effects: [...shown, 'show-facilitator', 'call-coordinators'] },
    uncovered: { to: 'uncovered', effects: [...shown, 'show-facilitator', 'call-coordinators'] },
    held: 'too-late',
    closed: 'closed',
  },
  // All calendars were seen; what comes of a poll is in poll.test.ts.
  'start-poll': { ...undecided, submitted: 'nothing-to-poll' },
  'answer-poll': no('poll-over'),
  'matches-found': { ...nothing, submitted: { to: 'submitted', effects: ['show-coordinators'] } },
  reserved: { ...nothing, approved: { to: 'approved', effects: ['create-event'] } },
  'slot-lost': {
    ...nothing,
    approved: { to: 'submitted', effects: [...undone, 'find-matches', ...awaited, ...rang] },
  },
  'event-created': {
    submitted: { to: 'submitted', effects: ['cancel-event'] },
    returned: { to: 'returned', effects: ['cancel-event'] },
    approved: { to: 'approved', effects: ['secure-meeting'] },
    // The event of an attempt that stands is the event: reported twice, it must not be taken down.
    offered: 'nothing',
    booked: 'nothing',
    uncovered: 'nothing',
    held: 'nothing',
    closed: { to: 'closed', effects: ['cancel-event'] },
  },
  'meeting-secured': {
    ...nothing,
    approved: {
      to: 'offered',
      effects: ['show-facilitator', ...shown, 'watch-answer', 'remind-facilitator', 'end-wait'],
    },
  },
  answered: { ...nothing, offered: booked },
  'answer-overdue': { ...nothing, offered: lostOffer },
  'session-ended': {
    ...nothing,
    booked: { to: 'held', effects: ['show-facilitator', ...shown, ...evaluated] },
  },
  // What was chosen for a session that stands is in rearranging.test.ts, and so is the end of one nobody was found for.
  moved: nothing,
  'event-seen': nothing,
  'move-judged': nothing,
  'uncovered-begun': nothing,
  'trouble-met': {
    ...nothing,
    booked: {
      to: 'booked',
      effects: ['invite-participants', 'show-facilitator', ...shown, 'call-coordinators'],
    },
    uncovered: { to: 'uncovered', effects: ['invite-participants'] },
  },
  'trouble-over': nothing,
  // Nothing is in trouble; what comes of it where something is, is in troubles.test.ts.
  'try-again': nothing,
  'new-dates': {
    ...undecided,
    submitted: { to: 'submitted', effects: ['find-matches', ...awaited, ...shown, 'call-coordinators'] },
  },
  'dates-near': {
    ...nothing,
    submitted: {
      to: 'submitted',
      effects: [...shown, 'call-requester', 'remind-dates', 'end-dates-wait'],
    },
  },
  // About a question nobody has asked; what comes of one that was is in dates.test.ts.
  'dates-half-time': nothing,
  'dates-time-over': nothing,
  'poll-over': nothing,
  // Two participants are in no directory.
  'reminder-due': { ...nothing, booked: { to: 'booked', effects: ['mail', 'mail'] } },
  overdue: { ...nothing, submitted: { to: 'submitted', effects: [...rang, 'raise'] } },
};

/** What the table says of one command, as far as a decision shows it. */
export function asExpected(request: Request, next: Request, effects: readonly Effect[]): Expected {
  if (next === request && effects.length === 0) return 'nothing';
  return { to: next.state, effects: effects.map(({ kind }) => kind) };
}
