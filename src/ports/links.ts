/**
 * Links to pages for people who are not in Teams. Whoever holds one is taken for the person it was mailed to, for that
 * request and that purpose, and for nothing else. Only hashes are kept: what was mailed cannot be read out of storage.
 */
import type { Instant } from '../domain/intervals';
import type { KnownPerson } from '../domain/people';
import type { RequestId } from '../domain/request';

export const PURPOSES = [
  /** To fill in the form; once it has been sent, it says so. */
  'ask',
  'requester',
  /** One session: the offer, and what was accepted. */
  'facilitator',
  /** Their own place in the pool; of no request. */
  'facilitating',
  'participant',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Whose it is and what for. */
export interface LinkTerms {
  readonly purpose: Purpose;
  readonly person: KnownPerson;
  /** Of `ask` the id the request is going to have; absent for `facilitating`. */
  readonly requestId?: RequestId;
  /** Of `facilitator`: which attempt they were asked in. */
  readonly attempt?: number;
  readonly expiresAt: Instant;
}

/** Names a link without opening it: the hash of its token. */
export type LinkId = string;

export interface Link {
  readonly id: LinkId;
  readonly terms: LinkTerms;
  /** `over`: expired or revoked. Kept a while longer, so that a new one can be mailed to the same address. */
  readonly state: 'valid' | 'over';
}

export interface Links {
  /** A new link: its token, 256 bits by chance, as base64url. */
  mint(terms: LinkTerms): Promise<string>;
  /** Undefined for whatever was never given out: guessed, altered, or long gone. */
  find(token: string): Promise<Link | undefined>;
  /** The same by its id, for what is done later on its behalf. */
  byId(id: LinkId): Promise<Link | undefined>;
  /** All the person was given for that purpose and request until now are over. */
  revoke(
    of: Pick<LinkTerms, 'purpose' | 'requestId'> & { readonly person: Pick<KnownPerson, 'id'> },
  ): Promise<void>;
}

/**
 * Codes of six digits, mailed before what is sensitive (accepting a session, seeing the form's free text again): a link
 * may have been forwarded, a fresh code goes to the person. One stands at a time for a link; a few wrong tries use it up.
 */
export interface Codes {
  /** A new code in place of any other of that link. */
  mint(link: LinkId): Promise<string>;
  /**
   * `right` once: it is used up, and `proof` stands for it for half an hour, so that a form of several pages asks once.
   * `over`: there is none, it has expired, or too many tries were wrong.
   */
  enter(
    link: LinkId,
    code: string,
  ): Promise<{ readonly is: 'right'; readonly proof: string } | { readonly is: 'wrong' | 'over' }>;
  /** Whether it stands for a code that was right. */
  isProven(link: LinkId, proof: string): Promise<boolean>;
}

/** What is counted to keep strangers out: an address they come from, an e-mail address, or everything together. */
export interface Counted {
  /** A code: "ask-from", "ask-for", "ask-all", "code". */
  readonly kind: string;
  /** Never stored as it is. '' where everything counts together. */
  readonly of: string;
}

export interface Limits {
  /** Counts one more in the present hour. `within`: no more than `most` with it; `reached`: this is the first above. */
  take(what: Counted, most: number): Promise<'within' | 'reached' | 'above'>;
}

/** The person a link was given to, as who acts: their address was confirmed by its coming from there. */
export type LinkHolder = KnownPerson;
