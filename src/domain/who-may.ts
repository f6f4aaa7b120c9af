/** Who may ask for what: complete by type. Whether one person may, of one request, each rule in `decisions/` says. */
import type { PersonCommand } from './request';

/** What somebody is to a request. `requester`: also the colleague who may act for them. */
export type Role = 'requester' | 'facilitator' | 'participant' | 'coordinator';

export const OPEN_TO: Record<PersonCommand['kind'], readonly Role[]> = {
  submit: ['requester'],
  change: ['requester'],
  withdraw: ['requester'],
  confirm: ['requester'],
  'new-dates': ['requester'],
  'propose-participants': ['requester'],
  'ask-arrangements': ['requester', 'participant'],
  'answer-poll': ['requester', 'participant'],
  'facilitator-missing': ['requester', 'participant'],
  attend: ['participant'],
  accept: ['facilitator'],
  cannot: ['facilitator'],
  'another-time': ['requester', 'facilitator', 'coordinator'],
  'not-held': ['facilitator', 'coordinator'],
  'record-session': ['facilitator'],
  approve: ['coordinator'],
  appoint: ['coordinator'],
  replace: ['coordinator'],
  'keep-time': ['coordinator'],
  'take-over': ['coordinator'],
  'put-back': ['coordinator'],
  'put-list-right': ['coordinator'],
  'arrange-anew': ['coordinator'],
  decline: ['coordinator'],
  'look-again': ['coordinator'],
  relax: ['coordinator'],
  return: ['coordinator'],
  edit: ['coordinator'],
  note: ['coordinator'],
  transfer: ['coordinator'],
  cancel: ['coordinator'],
  'agree-proposal': ['coordinator'],
  'refuse-proposal': ['coordinator'],
  'start-poll': ['coordinator'],
  'try-again': ['coordinator'],
};

export function isOpenTo(kind: PersonCommand['kind'], role: Role): boolean {
  return OPEN_TO[kind].includes(role);
}
