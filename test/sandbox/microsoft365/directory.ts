import type { User } from '@microsoft/microsoft-graph-types';
import { everybody, type SandboxPerson } from '../people';
import type { Administration } from './administration';
import { GraphRefusal } from './graph-refusal';

/** The person with this object id, user principal name or address (here the same), in any case. */
export function findPerson(key: string): SandboxPerson | undefined {
  const wanted = key.toLowerCase();
  return everybody.find((person) => person.id === wanted || person.mail === wanted);
}

/** The owner of a mailbox named in a path. Exchange's own refusal, not the directory's, when there is none. */
export function mailboxOwner(key: string): SandboxPerson {
  const person = findPerson(key);
  if (person) return person;
  throw new GraphRefusal(404, 'ErrorInvalidUser', `The requested user '${key}' is invalid.`);
}

/** Entra's refusal for a user or a group that is not there. */
export function notInDirectory(key: string): GraphRefusal {
  return new GraphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** What Graph returns of a user without `$select`. */
export const USER_DEFAULTS = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
] as const;

/** A person as Entra knows them, with every property that can be selected. */
export function asUser(
  person: SandboxPerson,
  { disabled = [], guests = [] }: Administration = {},
): User & { id: string } {
  const [givenName = '', ...rest] = person.name.split(' ');
  return {
    id: person.id,
    accountEnabled: !disabled.includes(person.id),
    businessPhones: [],
    companyName: 'Norfolk (sandbox)',
    department: null,
    displayName: person.name,
    givenName,
    jobTitle: person.job,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: 'en-GB',
    surname: rest.join(' '),
    userPrincipalName: person.mail,
    userType: guests.includes(person.id) ? 'Guest' : 'Member',
  };
}
