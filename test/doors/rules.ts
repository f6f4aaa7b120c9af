/**
 * Who may do what, written down from what the papers say (the words and harms of the domain, who sees what, README), and not
 * read off the code: whatever the code has more or less than these tables fails a test that names it.
 */
import type { PersonCommand } from '../../src/domain/request';
import type { Purpose } from '../../src/ports/links';

/** Whoever signed in with Teams, by what they are to one request. */
export const PEOPLE = [
  'practitioner',
  'quality',
  'governance',
  'requester',
  'colleague',
  'participant',
  'facilitator',
  'facilitator of another',
  'coordinator',
] as const;
export type PersonRole = (typeof PEOPLE)[number];

/** Also the colleague they named: they act for each other. */
const asks: readonly PersonRole[] = ['requester', 'colleague'];
const takesPart: readonly PersonRole[] = ['participant'];
const facilitates: readonly PersonRole[] = ['facilitator'];
const decides: readonly PersonRole[] = ['coordinator'];

export const COMMAND_RULES: Readonly<Record<string, readonly PersonRole[]>> = {
  change: asks,
  withdraw: asks,
  // In whose name it was sent: nobody else can say that it was they.
  confirm: ['requester'],
  'new-dates': asks,
  'propose-participants': asks,
  'ask-arrangements': [...asks, ...takesPart],
  'answer-poll': [...asks, ...takesPart],
  'facilitator-missing': [...asks, ...takesPart],
  attend: takesPart,
  accept: facilitates,
  cannot: facilitates,
  'record-session': facilitates,
  'another-time': [...asks, ...facilitates, ...decides],
  'not-held': [...facilitates, ...decides],
  approve: decides,
  appoint: decides,
  replace: decides,
  'keep-time': decides,
  'take-over': decides,
  'put-back': decides,
  'put-list-right': decides,
  'arrange-anew': decides,
  decline: decides,
  'look-again': decides,
  relax: decides,
  return: decides,
  edit: decides,
  note: decides,
  transfer: decides,
  cancel: decides,
  'agree-proposal': decides,
  'refuse-proposal': decides,
  'start-poll': decides,
  'try-again': decides,
  // Whoever asks is its requester; of a request that is there it is refused to all.
  submit: [],
} satisfies Record<PersonCommand['kind'], readonly PersonRole[]>;

/** `own`: of nobody else, whatever is sent: the person's own form, lists and time, or a card anybody may have. */
export type VerbRule = 'own' | readonly PersonRole[];

export const VERB_RULES: Readonly<Record<string, VerbRule>> = {
  ...Object.fromEntries(
    [
      ...['ask', 'help', 'find', 'status', 'guide', 'guide-answer', 'safety', 'reported', 'ask-again'],
      ...['form-copy', 'form-next', 'form-back', 'form-add', 'form-remove', 'form-send'],
      ...['pause', 'end-pause', 'declare', 'talk-over', 'evaluate'],
    ].map((verb) => [verb, 'own'] as const),
  ),
  queue: decides,
  open: asks,
  change: asks,
  withdraw: asks,
  'new-dates': asks,
  'another-time-asked': asks,
  'propose-participants-form': asks,
  'propose-participants': asks,
  'ask-arrangements-own': [...asks, ...takesPart],
  'facilitator-missing-own': [...asks, ...takesPart],
  session: [...asks, ...takesPart],
  attend: takesPart,
  'ask-arrangements': [...asks, ...takesPart],
  'answer-poll': [...asks, ...takesPart],
  'facilitator-missing': [...asks, ...takesPart],
  accept: facilitates,
  cannot: facilitates,
  'another-time-facilitating': facilitates,
  'not-held-own': [...facilitates, ...decides],
  'record-session-form': facilitates,
  'record-session': facilitates,
  'show-evaluation': facilitates,
  coordinate: decides,
  approve: decides,
  replace: decides,
  'another-time': decides,
  'keep-time': decides,
  'take-over': decides,
  'put-back': decides,
  'put-list-right': decides,
  'arrange-anew': decides,
  decline: decides,
  'look-again': decides,
  'try-again': decides,
  'start-poll': decides,
  'return-form': decides,
  return: decides,
  'edit-form': decides,
  edit: decides,
  'note-form': decides,
  note: decides,
  'transfer-form': decides,
  transfer: decides,
  cancel: decides,
  'not-held': decides,
  'agree-proposal': decides,
  'refuse-proposal': decides,
  reason: decides,
  history: decides,
};

/** Pages of the tab. `quality`: released figures, which both see; everything else is the coordinators’. */
export type TabRole = 'coordinator' | 'quality' | 'governance';
const both: readonly TabRole[] = ['coordinator', 'quality'];
const governs: readonly TabRole[] = ['governance'];
const coordinators: readonly TabRole[] = ['coordinator'];

export const TAB_RULES: Readonly<Record<string, readonly TabRole[]>> = {
  'get /tab': [...both, ...governs],
  'get /tab/monitoring': both,
  'get /tab/monitoring/files/:measure': both,
  'get /tab/monitoring/report': both,
  'get /tab/monitoring/responses': coordinators,
  'post /tab/monitoring/responses': coordinators,
  'get /tab/facilitators': coordinators,
  'get /tab/facilitators.csv': coordinators,
  'get /tab/facilitators/new': coordinators,
  'post /tab/facilitators/new': coordinators,
  'get /tab/facilitators/:id': coordinators,
  'get /tab/facilitators/:id/change': coordinators,
  'post /tab/facilitators/:id/change': coordinators,
  'get /tab/facilitators/:id/hours': coordinators,
  'post /tab/facilitators/:id/hours': coordinators,
  'post /tab/facilitators/:id/pause': coordinators,
  'post /tab/facilitators/:id/resume': coordinators,
  'post /tab/facilitators/:id/leave': coordinators,
  'post /tab/facilitators/:id/return': coordinators,
  'post /tab/facilitators/:id/confirm': coordinators,
  'post /tab/facilitators/:id/calendar': coordinators,
  'get /tab/import': coordinators,
  'post /tab/import': coordinators,
  'get /tab/import/example.csv': coordinators,
  'get /tab/requests': coordinators,
  'get /tab/requests/:id': coordinators,
  'post /tab/requests/:id/appoint': coordinators,
  'post /tab/requests/:id/widen': coordinators,
  'post /tab/requests/:id/knows': coordinators,
  'get /tab/connections': coordinators,
  'post /tab/connections/:id/again': coordinators,
  'post /tab/connections/:id/drop': coordinators,
  'post /tab/connections/:id/end': coordinators,
  'get /tab/governance': governs,
  'post /tab/governance/search': governs,
  'post /tab/governance/person': governs,
  'post /tab/governance/person/file': governs,
  'post /tab/governance/person/erase': governs,
  'post /tab/governance/case': governs,
  'post /tab/governance/case/file': governs,
  'post /tab/governance/case/erase': governs,
  'post /tab/governance/holds': governs,
  'post /tab/governance/holds/:id/lift': governs,
  'get /tab/governance/figures': governs,
};

type ApiRight = 'Requests.Submit' | 'Requests.Read' | 'Monitoring.Read' | 'Events.Subscribe';

/** One of them is enough: an application's role, or a person's scope with what the person may see. */
export const OPERATION_RULES: Readonly<Record<string, readonly ApiRight[]>> = {
  SubmitRequest: ['Requests.Submit'],
  GetRequest: ['Requests.Submit', 'Requests.Read'],
  WithdrawRequest: ['Requests.Submit'],
  ListSessions: ['Requests.Read'],
  ListChoices: ['Requests.Submit', 'Requests.Read', 'Monitoring.Read', 'Events.Subscribe'],
  ListMeasures: ['Monitoring.Read'],
  ListFigures: ['Monitoring.Read'],
  DownloadFigures: ['Monitoring.Read'],
  SubscribeToEvents: ['Events.Subscribe'],
  UnsubscribeFromEvents: ['Events.Subscribe'],
};

/** Which person's scope counts for what. */
export const SCOPE_RULES: Readonly<Record<ApiRight, readonly PersonRole[]>> = {
  'Requests.Submit': PEOPLE,
  'Requests.Read': ['coordinator'],
  'Monitoring.Read': ['coordinator', 'quality'],
  'Events.Subscribe': ['coordinator'],
};

/** What a link that was mailed can do. */
export const ACT_RULES: Readonly<Record<string, readonly Purpose[]>> = {
  withdraw: ['requester'],
  confirm: ['requester'],
  change: ['requester'],
  'new-dates': ['requester'],
  'propose-participants': ['requester'],
  'another-time': ['requester', 'facilitator'],
  'facilitator-missing': ['requester', 'participant'],
  attend: ['participant'],
  'ask-arrangements': ['requester', 'participant'],
  'answer-poll': ['requester', 'participant'],
  accept: ['facilitator'],
  cannot: ['facilitator'],
  'not-held': ['facilitator'],
  'record-session': ['facilitator'],
  'show-evaluation': ['facilitator'],
  'talk-over': ['facilitator', 'facilitating'],
  'own-link': ['facilitator'],
  'end-link': ['requester', 'facilitator', 'participant', 'facilitating'],
  pause: ['facilitating'],
  'end-pause': ['facilitating'],
  declare: ['facilitating'],
};
