/**
 * The data map in words, and the places beside the tables: for the paper of the data protection officer, and for whoever looks for what
 * leaves the process. Where something is not in our hands it says whose it is, and when it ends there.
 */
import type { TableName } from '../ports/backups';
import type { Content } from './data-map';

/** What can be kept of people and cases. */
export const CONTENTS: Readonly<Record<Content, string>> = {
  reason: 'why a session is asked for',
  'case-reference': 'the requester’s own case reference',
  requester: 'who asks: name, address, team, telephone if given',
  colleague: 'the colleague who may act for them',
  participants: 'who is to take part: names, addresses, teams, roles',
  interpreters: 'interpreters’ names and addresses',
  venue: 'where',
  arrangements: 'arrangements, never the condition',
  notes: 'what coordinator and requester write to each other',
  facilitator: 'who facilitates: name, address, team',
  pool: 'training, localities, hours, breaks, teams they are too close to, families they know as ids',
  coordinator: 'who decided',
  answers: 'ticks of evaluations, without a name',
  lessons: 'lines of evaluations, without a name',
  record: 'the facilitator’s record: agencies, themes, ticks',
  responses: '“you said, we did”',
};

interface TableInWords {
  readonly what: string;
  readonly seenBy: string;
}

export const TABLES_IN_WORDS: Readonly<Record<TableName, TableInWords>> = {
  requests: {
    what: 'requests, with what was decided, is to be done, and where their cards stand',
    seenBy: 'coordinators; the reason in their own view only; requester and colleague their own',
  },
  index: { what: 'ids: which requests are open, and which are whose', seenBy: 'nobody' },
  facilitators: {
    what: 'the pool, reserved times, who changed what',
    seenBy: 'coordinators; a facilitator their own',
  },
  conversations: {
    what: 'how Teams reaches a person or the channel, by Entra id; what is done once on a day; what all instances know of the calendar',
    seenBy: 'nobody',
  },
  tally: { what: 'counts by month and agency code', seenBy: 'in monitoring' },
  facts: { what: 'what closed requests are counted as', seenBy: 'nobody; a facilitator their own, pooled' },
  figures: {
    what: 'what months come to, and what was released',
    seenBy: 'released: coordinators, quality role',
  },
  links: {
    what: 'for people without Teams: hashes of links and codes, and whose they are',
    seenBy: 'nobody',
  },
  limits: {
    what: 'how often what was asked for in an hour, under a hash that is another each hour',
    seenBy: 'nobody',
  },
  calls: { what: 'which call of a program made which request: hashes and ids', seenBy: 'nobody' },
  responses: {
    what: 'what the partnership does about each theme',
    seenBy: 'coordinators, quality role, in reports',
  },
  evaluations: {
    what: 'per session: sorted answers and lines, hashes of used tokens; until it is closed, who has not answered',
    seenBy: 'nobody as such; figures after release',
  },
  subscriptions: {
    what: 'where programs are told of events: a secret address',
    seenBy: 'coordinators: host and state',
  },
  deliveries: {
    what: 'events on their way to programs: ids and states',
    seenBy: 'coordinators: host and state',
  },
  governance: {
    what: 'legal holds; who did what in the name of information governance',
    seenBy: 'information governance',
  },
  erasures: { what: 'hashes of what has been erased, and why, as a word', seenBy: 'nobody' },
  operations: {
    what: 'which instances run; whether what goes outward is held; what was restored',
    seenBy: 'whoever runs it',
  },
};

const WITH_REQUEST = 'with its request';
const REQUEST = 'until `POLICY_KEPT_DAYS` (180) after closing';

/** How long each kind of row stays, as data-map.ts judges it; by table and kind. */
export const KEPT_IN_WORDS: Readonly<Record<string, string>> = {
  'requests request': REQUEST,
  'requests audit': WITH_REQUEST,
  'requests effect': 'until it is done; else with its request',
  'requests card': WITH_REQUEST,
  'requests lease': 'while it is worked',
  'index open': 'until closing',
  'index person': WITH_REQUEST,
  'facilitators profile': 'while in the pool, and `POLICY_KEPT_DAYS` after leaving it',
  'facilitators reservation': '396 days after the session: a fair share looks back over twelve months',
  'facilitators audit': '`POLICY_KEPT_DAYS`',
  'facilitators notice': '396 days',
  'facilitators ledger': 'with the profile',
  'conversations channel': 'until another is chosen',
  'conversations calendar': 'as long as the installation',
  'conversations claim': '60 days',
  'conversations person': '`POLICY_KEPT_DAYS` after it was last new; while in the pool',
  'tally count': 'for good',
  'limits count': 'a day',
  'links link': '30 days after it ends, or with its request',
  'links epoch': 'a hash; `POLICY_KEPT_DAYS` and 30 days',
  'links code': '30 days; of use for minutes',
  'evaluations answers': 'for good, without identity',
  'evaluations tickets': 'until the evaluation closes',
  'facts fact': 'for good; the facilitator’s id for `POLICY_KEPT_DAYS` after the quarter it closed in',
  'facts own': '`POLICY_KEPT_DAYS` after the quarter it closed in',
  'figures figure': 'for good',
  'responses response': 'until changed',
  'calls call': WITH_REQUEST,
  'subscriptions subscription': 'until ended',
  'deliveries delivery': 'until delivered or dropped; else with its request',
  'governance hold': 'until lifted',
  'governance note': '365 days',
  'erasures erasure': 'for good',
  'operations hold': 'until lifted',
  'operations instance': 'a day after it was last seen',
  'operations note': 'for good; who it was for 365 days',
};

/** A place beside the tables. */
export interface Place {
  readonly where: string;
  readonly what: string;
  readonly holds: readonly Content[];
  readonly seenBy: string;
  readonly kept: string;
  /** Whether the clock erases there; otherwise somebody else's rules do. */
  readonly ours: boolean;
}

/** What a session's invitation holds. */
const INVITED: readonly Content[] = ['requester', 'participants', 'interpreters', 'facilitator', 'venue'];

export const OTHER_PLACES: readonly Place[] = [
  {
    where: 'queues `wake-ups`, `event-changes`, `errands`',
    what: 'ids; an errand of a page holds the address a letter goes to',
    holds: ['requester', 'participants', 'facilitator'],
    seenBy: 'nobody',
    kept: 'minutes; an errand that cannot be mailed is given up after a day and a half',
    ours: true,
  },
  {
    where: 'blobs `backups`',
    what: 'the tables, without links and open evaluations; with the addresses events are sent to',
    holds: [
      'reason',
      'case-reference',
      ...INVITED,
      'colleague',
      'arrangements',
      'notes',
      'pool',
      'coordinator',
    ],
    seenBy: 'administrators of the storage account',
    kept: 'less than 30 days; what has been erased since is left out when one is restored',
    ours: true,
  },
  {
    where: 'blobs `erasures`',
    what: 'hashes of what has been erased, so that no backup brings it back',
    holds: [],
    seenBy: 'administrators of the storage account',
    kept: 'for good',
    ours: true,
  },
  {
    where: 'organiser’s calendar',
    what: 'sessions: neutral subject, time, who is invited',
    holds: INVITED,
    seenBy: 'those invited; administrators',
    kept: 'removed with the request, telling nobody; then the mailbox’s own retention of what was purged',
    ours: true,
  },
  {
    where: 'our cards in Teams',
    what: 'ids, names, times, in the channel never the reason',
    holds: ['case-reference', ...INVITED, 'colleague', 'coordinator', 'arrangements', 'notes'],
    seenBy: 'those in the chat or channel',
    kept: 'made blank with the request, where the card is known; others and short lines: your Teams retention',
    ours: true,
  },
  {
    where: 'logs, Application Insights, Log Analytics',
    what: 'operations, durations, kinds, request ids',
    holds: [],
    seenBy: 'who runs it',
    kept: 'as set in `infra/main.bicep`; nothing of people in it',
    ours: false,
  },
  {
    where: 'letters in the organiser’s mailbox',
    what: 'that, when and where; a link to a page of one’s own; no case text',
    holds: ['requester', 'participants', 'facilitator', 'venue'],
    seenBy: 'whoever may read that mailbox',
    kept: 'your Exchange retention for that mailbox: the software may send there and read, not delete',
    ours: false,
  },
  {
    where: 'letters and invitations in other people’s mailboxes and calendars',
    what: 'the same',
    holds: INVITED,
    seenBy: 'whoever got them',
    kept: 'the retention of their own organisation',
    ours: false,
  },
  {
    where: 'the chat and attendance report of the Teams meeting',
    what: 'what people write there; who was in the meeting',
    holds: [],
    seenBy: 'those in the meeting; the organiser account',
    kept: 'your Teams retention',
    ours: false,
  },
  {
    where: 'flows that have subscribed, and callers of the API',
    what: 'event, request id, reference, state, times; released figures',
    holds: [],
    seenBy: 'who runs them',
    kept: 'theirs to say',
    ours: false,
  },
  {
    where: 'copies for compliance: eDiscovery, litigation hold',
    what: 'whatever Exchange and Teams had',
    holds: [],
    seenBy: 'your compliance administrators',
    kept: 'until your tenant’s hold ends',
    ours: false,
  },
];
