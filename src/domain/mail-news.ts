/** What people without Teams are written about by mail, and who they are. The words are in `wording/`, and none of a case. */
import type { FacilitatorRef } from './match';

/** To whom a mail about a request goes. A participant is known by their address, as it is stored. */
export type Recipient =
  | { readonly as: 'requester' }
  | { readonly as: 'facilitator'; readonly facilitator: FacilitatorRef; readonly attempt: number }
  | { readonly as: 'participant'; readonly mail: string };

export const MAIL_NEWS = [
  /** To the requester: how their request stands, because it has come to another state. */
  'received',
  'state',
  /** To the requester: something needs them. */
  'dates-asked',
  'dates-reminder',
  'too-few',
  'proposal-agreed',
  'proposal-left',
  'time-kept',
  'cannot-come',
  'facilitator-missing',
  'note',
  /** To the facilitator. */
  'record',
  'asked',
  'answer-reminder',
  'theirs',
  'no-longer-theirs',
  /** To whoever comes. */
  'invited',
  'session-reminder',
  'evaluation',
  'evaluation-reminder',
  'poll',
] as const;
export type MailNews = (typeof MAIL_NEWS)[number];

/** One mail to one person, written as the request is by then. */
export interface MailEffect {
  readonly kind: 'mail';
  readonly to: Recipient;
  readonly news: MailNews;
}
