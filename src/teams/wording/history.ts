/** What was done to a request, as its history tells it to coordinators. */
import type { Ask } from '../../domain/ask';
import type { PersonCommand, State, SystemCommand } from '../../domain/request';
import type { Refused } from '../../domain/refusal';
import type { AuditEntry, Tried } from '../../ports';
import { COORDINATOR_STATES } from '../../wording/states';

/** What the program reports, as something that happened. */
const HAPPENED: Record<SystemCommand['kind'], string> = {
  'matches-found': 'looked for matches',
  reserved: "reserved the facilitator's time",
  'slot-lost': 'lost the time or the facilitator',
  'event-created': 'made the calendar entry',
  'meeting-secured': 'set up the meeting',
  answered: "received the facilitator's answer from Outlook",
  'answer-overdue': 'waited for the facilitator in vain',
  'session-ended': 'noted the end of the session',
  'event-seen': 'noted what was changed or answered in Outlook',
  'move-judged': 'checked the time it was moved to in Outlook',
  moved: 'moved the calendar entry to the time chosen',
  'uncovered-begun': 'called the session off, because nobody was found to facilitate it',
  overdue: 'reminded because nobody had decided in time',
  'trouble-met': 'met something that needs a coordinator',
  'trouble-over': 'noted that this is over',
  'dates-near': 'asked for other dates, because the last of them is near',
  'dates-half-time': 'reminded of the question about other dates',
  'dates-time-over': 'waited for other dates until the day given',
  'reminder-due': 'wrote a reminder to those who have no Teams',
  'evaluation-over': 'closed the evaluation',
  'poll-over': 'waited until the day given for answers about the times that suit',
};

const DID: Record<PersonCommand['kind'], string> = {
  submit: 'sent the request',
  approve: 'approved a match',
  appoint: 'appointed a facilitator of their own choice',
  replace: 'wanted somebody else to facilitate',
  'another-time': 'asked for another time',
  'keep-time': 'kept the time as it was booked',
  'take-over': 'took over the time from Outlook',
  'put-back': 'put the calendar entry back to its time',
  'put-list-right': 'put the list of those invited right',
  'arrange-anew': 'had it arranged anew, without its join link',
  decline: 'declined the request',
  return: 'sent the request back for changes',
  edit: 'completed or changed the request',
  note: 'wrote to the requester',
  transfer: 'handed the request to somebody else',
  change: 'sent the form again',
  'look-again': 'asked to look for matches again',
  relax: 'widened the request, as agreed with the requester',
  'new-dates': 'gave other dates',
  withdraw: 'withdrew the request',
  confirm: 'confirmed that they had asked',
  accept: 'accepted the session',
  cannot: 'said that they cannot facilitate',
  cancel: 'cancelled the session',
  'not-held': 'said that the session did not take place',
  'record-session': 'recorded how the session was',
  'facilitator-missing': 'said that the facilitator had not come',
  'propose-participants': 'proposed other people',
  'agree-proposal': 'agreed to the other people proposed',
  'refuse-proposal': 'left the people as they were',
  attend: 'said whether they can come',
  'ask-arrangements': 'asked for an arrangement',
  'start-poll': 'asked those whose calendars cannot be seen which times suit',
  'answer-poll': 'answered which times suit',
  'try-again': 'asked to try again what could not be done',
};

/** Completes "tried to …". */
const TRIED: Record<Exclude<Tried, SystemCommand['kind']>, string> = {
  submit: 'send a form with the number of this request',
  approve: 'approve a match',
  appoint: 'appoint a facilitator of their own choice',
  replace: 'have somebody else facilitate',
  'another-time': 'ask for another time',
  'keep-time': 'keep the time as it was booked',
  'take-over': 'take over the time from Outlook',
  'put-back': 'put the calendar entry back to its time',
  'put-list-right': 'put the list of those invited right',
  'arrange-anew': 'have it arranged anew, without its join link',
  decline: 'decline the request',
  return: 'send the request back for changes',
  edit: 'complete or change the request',
  note: 'write to the requester',
  transfer: 'hand the request to somebody else',
  change: 'send the form again',
  'look-again': 'look for matches again',
  relax: 'widen the request',
  'new-dates': 'give other dates',
  withdraw: 'withdraw the request',
  confirm: 'confirm that they had asked',
  accept: 'accept the session',
  cannot: 'say that they cannot facilitate',
  cancel: 'cancel the session',
  'not-held': 'say that the session did not take place',
  'record-session': 'record how the session was',
  'facilitator-missing': 'say that the facilitator had not come',
  'propose-participants': 'propose other people',
  'agree-proposal': 'agree to other people',
  'refuse-proposal': 'refuse other people',
  attend: 'say whether they can come',
  'ask-arrangements': 'ask for an arrangement',
  'start-poll': 'ask others which times suit',
  'answer-poll': 'answer which times suit',
  'try-again': 'have tried again what could not be done',
  open: "open it as the requester's own",
  coordinate: "open the coordinators' view",
  reason: 'read the reason',
  history: 'read this history',
  'ask-again': 'start a request from it',
  unknown: 'do something this service does not know',
};

/** Completes "…, refused: ". */
const WHY: Record<Refused | 'unreadable', string> = {
  'not-found': 'it is not theirs',
  'already-submitted': 'it had been sent already',
  'coordinators-only': 'they are no coordinator',
  'requester-only': 'they are not the requester',
  'facilitator-only': 'it was offered to somebody else',
  'already-decided': 'it had been decided already',
  'already-theirs': 'it was theirs already',
  'changed-meanwhile': 'it had been changed meanwhile',
  'not-everybody-named': 'somebody who takes part was not named yet',
  'not-independent': 'they facilitate the session',
  'being-arranged': 'it was being arranged already',
  'matches-outdated': 'that match was not offered',
  'reason-needed': 'no reason was given for not taking the first match',
  'not-offered': 'it was not offered to them',
  'not-their-session': 'they are neither its facilitator nor a coordinator',
  'not-over': 'the session was not over',
  'not-taking-part': 'they do not take part in it',
  'not-taking-place': 'no such session was to take place any more',
  'not-begun': 'the session had not begun',
  'session-moved': 'the session had been moved',
  'session-over': 'the session was over',
  'not-arranged': 'nothing was arranged yet',
  'wait-arranging': 'it was just being arranged',
  'nothing-proposed': 'it would have changed nothing',
  'people-not-known': 'somebody chosen was not in the directory',
  'people-do-not-fit': 'they would have been too few, too many, or of too few agencies',
  'facilitator-involved': 'the facilitator would not have been independent',
  'poll-open': 'the question was still open',
  'nothing-to-poll': 'there were no two times, or nobody, to ask',
  'poll-over': 'the question was over',
  'not-asked': 'they had not been asked',
  'record-closed': 'its evaluation had closed',
  'counts-as-held': 'the days for saying so were over',
  'too-late': 'it was too late',
  'too-late-to-move': 'it was too late to move it',
  closed: 'it was closed already',
  form: 'the form was not right',
  unreadable: 'what was sent could not be read',
};

/** By what a coordinator calls them. */
const FIELDS: Record<keyof Ask, string> = {
  caseReference: 'case reference',
  reason: 'reason',
  familyTold: 'family told',
  riskKnown: 'risk known',
  otherNeeds: 'what else is needed',
  place: 'place',
  arrangements: 'arrangements',
  participants: 'people',
  picked: 'people chosen from the directory',
  toBeNamed: 'people still to be named',
  interpreters: 'interpreters',
  earliest: 'earliest day',
  latest: 'latest day',
  days: 'days',
  times: 'times',
  locality: 'locality',
  schoolsAgree: 'school holidays',
  minutes: 'length',
  followUpOf: 'follow-up of',
};

/** A field that has gone from the form since is called what it was called in the program. */
export function changedInWords(fields: readonly string[]): string {
  return fields.map((field) => FIELDS[field as keyof Ask] ?? field).join(', ');
}

/** Completes a sentence that begins with who it was. */
export function deedInWords({ what, refused }: Pick<AuditEntry, 'what' | 'refused'>): string {
  if (isReported(what)) return HAPPENED[what];
  if (refused !== undefined) return `tried to ${TRIED[what]}, refused: ${WHY[refused]}`;
  return what in DID ? DID[what as PersonCommand['kind']] : `asked to ${TRIED[what]}`;
}

export function stateInWords(state: State): string {
  return state === 'closed' ? 'Closed' : COORDINATOR_STATES[state];
}

export const HISTORY_TEXTS = {
  title: 'What has been done',
  byItself: 'This service',
  somebodyThere: 'Somebody at the session',
  somebodyWhoComes: 'Somebody who takes part',
  because: 'Not the first match, because: ',
  reason: 'Reason: ',
  note: 'Note: ',
  changed: 'Changed: ',
  none: 'Nothing has been noted yet.',
} as const;

/** A form or a flow did it for them. */
export function inNameOf(name: string): string {
  return `A connected form or flow, for ${name},`;
}

export function leftOutInWords(count: number): string {
  return count === 1 ? '1 earlier entry is left out.' : `${count} earlier entries are left out.`;
}

function isReported(what: Tried): what is SystemCommand['kind'] {
  return what in HAPPENED;
}
