/** Writes to people without Teams: each letter with a link of its own, minted when it is written. */
import type { MailNews, Recipient } from '../domain/mail-news';
import type { Request } from '../domain/request';
import type { LinkId } from './links';

export interface Mailer {
  /**
   * About a request, as it is now. `key` names the letter in every try. `nobody`: there is no such person on the request
   * (any more), they have no address, or what they were to be told is not so any more.
   */
  tell(request: Request, to: Recipient, news: MailNews, key: string): Promise<'sent' | 'nobody'>;
  /** What somebody asked for on a page. Nothing is sent where there is nothing to be sent, and nobody is told so. */
  run(errand: Errand, key: string): Promise<void>;
}

/** What a page asks to be mailed. Addresses as they are stored (see `plainMail`). */
export type Errand =
  /** The link to the form, to whoever says that this is their address. */
  | { readonly kind: 'ask-link'; readonly mail: string }
  /** New links to everything open that somebody with this address has a page for; those before are over. */
  | { readonly kind: 'new-links'; readonly mail: string }
  /** A new link in place of this one, to the same person. */
  | { readonly kind: 'new-link'; readonly link: LinkId }
  | { readonly kind: 'code'; readonly link: LinkId }
  /** To a facilitator: the link to their own sessions, hours and breaks. */
  | { readonly kind: 'facilitating-link'; readonly link: LinkId };

export interface ReceivedErrand {
  readonly errand: Errand;
  /** The same in every try, and of no other errand. */
  readonly key: string;
  done(): Promise<void>;
  /** To be tried again, each time after a longer wait. */
  later(): Promise<void>;
}

/** Kept until they are done: a mail service that is down for an hour loses none. */
export interface Errands {
  send(errand: Errand): Promise<void>;
  receive(): Promise<readonly ReceivedErrand[]>;
}
