/** The people of a request: who asks, who is to think together, and who may act for whom. */
import type { TeamCode } from './agencies';
import { plainMail } from './mail-address';

/** Entra object id. */
export type PersonId = string;

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** Confirmed, of whoever came by a link that was mailed there; absent for those who signed in. */
  readonly mail?: string;
}

/** A person as the directory knows them. */
export interface KnownPerson extends Person {
  readonly mail: string;
}

/** Somebody with an address, in the tenant or outside it. */
export interface Contact {
  readonly name: string;
  readonly mail: string;
}

/** Somebody invited to think together; in the tenant (with an id) or outside it. */
export interface Participant extends Contact {
  readonly team: TeamCode;
  readonly id?: PersonId;
  /** Was in the directory when asked for, and is no longer. */
  readonly gone?: true;
}

/** Somebody chosen from the directory by id, until the directory has told their name and address. */
export interface Picked {
  readonly id: PersonId;
  readonly team: TeamCode;
}

/** Somebody who takes part and is not known yet: role and agency are enough to ask, a coordinator completes it. */
export interface ToBeNamed {
  /** Absent where somebody chosen from the directory turned out not to be in it. */
  readonly role?: string;
  readonly team: TeamCode;
}

/** Somebody the requester trusts to act for them: sees the request, changes and withdraws it. */
export interface Colleague {
  readonly mail: string;
  /** Known once the directory has been asked; until then nobody can act. */
  readonly id?: PersonId;
}

export interface Requester extends Person {
  readonly team: TeamCode;
  /** Known once the directory has been asked. */
  readonly mail?: string;
  /** For coordinators, if the requester wants to be rung. */
  readonly phone?: string;
  readonly colleague?: Colleague;
  /** Asked on a page, from a confirmed address: has no sign-in that is known, and is written to by mail. */
  readonly outside?: true;
  /** Named by a form or a flow: nobody has shown yet that the address is theirs. */
  readonly unconfirmed?: true;
  /** Asked on a page, and the directory knows the address all the same. */
  readonly hasAccount?: true;
  /** Did not ask: a coordinator handed the request over to them. */
  readonly handedOver?: true;
  /** The directory no longer knows the account: coordinators are shown, and may give the request to somebody else. */
  readonly gone?: true;
}

/** Entra writes an id in small letters, and whoever copies one may not. */
export function isSamePerson(one: PersonId, other: PersonId): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * Whether a person may see, change and withdraw what the requester asked for. A colleague no directory knows may too, who
 * comes from the address the requester gave; an id alone is that of a sign-in.
 */
export function mayActFor(requester: Requester, person: Pick<Person, 'id' | 'mail'> | PersonId): boolean {
  const { id, mail } = typeof person === 'string' ? { id: person, mail: undefined } : person;
  if (ownersOf(requester).some((owner) => isSamePerson(owner, id))) return true;
  const { colleague } = requester;
  return mail !== undefined && colleague !== undefined && plainMail(colleague.mail) === plainMail(mail);
}

/** The same, having shown that the address is theirs. */
export function confirmed(requester: Requester): Requester {
  const { unconfirmed: _unconfirmed, ...known } = requester;
  return known;
}

/** Everybody whose own requests this one is among. */
export function ownersOf({ id, colleague }: Requester): readonly PersonId[] {
  return colleague?.id === undefined || isSamePerson(colleague.id, id) ? [id] : [id, colleague.id];
}
