/** What went wrong with an arrangement: what brought it back to the coordinator, and what only a person can help with. */
import type { Recipient } from './mail-news';
import type { Effect } from './request';

/** Why an arrangement came back to the coordinator. */
export interface Setback {
  readonly why:
    | 'slot-taken'
    | 'cap-reached'
    | 'not-in-force'
    | 'replaced'
    /** Whoever was to come beside them. */
    | 'beside-lost'
    | 'diary-busy'
    | 'could-not-arrange'
    | 'facilitator-cannot'
    | 'knows-family'
    | 'no-answer'
    | 'event-gone'
    | 'event-moved'
    | 'link-gone';
  /** Their name. */
  readonly facilitator: string;
}

/** Why the facilitator of an arranged session can no longer be relied on: changed in the pool since it was arranged. */
export type FacilitatorTrouble = (typeof FACILITATOR_TROUBLES)[number];
export const FACILITATOR_TROUBLES = [
  'facilitator-paused',
  'facilitator-untrained',
  'facilitator-left',
  'beside-unavailable',
] as const;

/**
 * Something people rely on that could not be done, so that they would wait, or come, in vain: participants not invited,
 * an event that is no longer needed not removed, work given up on for now, somebody Teams does not reach. Shown to
 * coordinators for as long as it lasts.
 */
export type Trouble = ArrangementTrouble | NotReached | MailReturned | Stuck;

export interface ArrangementTrouble {
  readonly kind: 'not-invited' | 'not-removed' | FacilitatorTrouble;
  /** The attempt whose event it is about. */
  readonly attempt: number;
}

/** Teams takes no card for them; they are left to Outlook's invitation, and to a coordinator who writes or rings. */
export type NotReached =
  | { readonly kind: 'not-reached'; readonly who: 'requester' | 'lead' }
  | { readonly kind: 'not-reached'; readonly who: 'facilitator'; readonly attempt: number };

/** A mail to somebody without Teams came back: the address can take none, and nobody but a person can reach them. */
export type MailReturned =
  | { readonly kind: 'mail-returned'; readonly who: 'requester' }
  | { readonly kind: 'mail-returned'; readonly who: 'facilitator'; readonly attempt: number }
  /** By their address, as it stands on the request. */
  | { readonly kind: 'mail-returned'; readonly who: 'participant'; readonly mail: string };

/** What is in trouble when a mail to somebody comes back. */
export function mailReturned(to: Recipient): MailReturned {
  const kind = 'mail-returned';
  switch (to.as) {
    case 'requester':
      return { kind, who: 'requester' };
    case 'facilitator':
      return { kind, who: 'facilitator', attempt: to.attempt };
    case 'participant':
      return { kind, who: 'participant', mail: to.mail };
  }
}

/** Tried as often as can help, and now only each hour. */
export interface Stuck {
  readonly kind: 'stuck';
  readonly work: Effect['kind'];
}

export function isSameTrouble(one: Trouble, other: Trouble): boolean {
  return nameOf(one) === nameOf(other);
}

function nameOf(trouble: Trouble): string {
  const about = [
    'who' in trouble && trouble.who,
    'mail' in trouble && trouble.mail,
    'work' in trouble && trouble.work,
    'attempt' in trouble && trouble.attempt,
  ];
  return [trouble.kind, ...about].join('/');
}

export function hasTrouble(request: { readonly troubles?: readonly Trouble[] }, trouble: Trouble): boolean {
  return (request.troubles ?? []).some((each) => isSameTrouble(each, trouble));
}

/** Whether a person has to look soon. Whom Teams does not reach has mail: that is told once, and not each morning. */
export function needsHelp({ troubles = [] }: { readonly troubles?: readonly Trouble[] }): boolean {
  return troubles.some(({ kind }) => kind !== 'not-reached');
}

/** Whether there is something that could go better if it were tried again now. */
export function canTryAgain({ troubles = [] }: { readonly troubles?: readonly Trouble[] }): boolean {
  const ofThePool: readonly string[] = FACILITATOR_TROUBLES;
  return troubles.some(({ kind }) => kind !== 'mail-returned' && !ofThePool.includes(kind));
}

/** Whether the participants of a booked session are invited, as far as is known. */
export function isInvited({ troubles = [] }: { readonly troubles?: readonly Trouble[] }): boolean {
  return !troubles.some(({ kind }) => kind === 'not-invited');
}
