/** What the directory is asked about the people of a request, and what a request becomes with its answer. */
import type { Ask } from './ask';
import { plainMail } from './mail-address';
import type { KnownPerson, Participant, PersonId, Requester } from './people';

/** The part of a request that is about people. */
export interface Peopled {
  readonly requester: Requester;
  readonly ask: Ask;
}

/** The addresses and ids to ask about: everybody who may be in the tenant. */
export function toLookUp({ requester, ask }: Peopled): {
  readonly mails: readonly string[];
  readonly ids: readonly PersonId[];
} {
  const { colleague, outside, mail: own } = requester;
  // No directory knows the id of somebody who asked on a page; it may know their address.
  const signedIn = outside ? [] : [requester];
  const ids = [...signedIn, ...ask.participants, ...(ask.picked ?? [])].flatMap(({ id }) => id ?? []);
  return {
    mails: [
      ...ask.participants.map(({ mail }) => mail),
      ...(colleague ? [colleague.mail] : []),
      ...(outside && own !== undefined ? [own] : []),
    ],
    ids: [...new Set(ids)],
  };
}

/**
 * The request with the directory's answer: ids beside addresses, names and addresses of those chosen by id. Whoever it
 * does not know any more is marked, so that a coordinator sees it. Each person takes part once, the requester not twice.
 */
export function lookedUp<R extends Peopled>(request: R, known: readonly KnownPerson[]): R {
  const { picked = [], toBeNamed = [], ...ask } = request.ask;
  const requester = withAccount(request.requester, known);
  const found = picked.map(({ id, team }) => ({ team, person: byId(known, id) }));
  const participants = [
    ...ask.participants.map((each) => identified(each, known)),
    ...found.flatMap(({ team, person }) => (person ? [{ ...person, team }] : [])),
  ];
  const open = [...toBeNamed, ...found.flatMap(({ team, person }) => (person ? [] : [{ team }]))];
  return {
    ...request,
    requester,
    ask: {
      ...ask,
      participants: onceEach(participants, requester),
      ...(open.length > 0 && { toBeNamed: open }),
    },
  };
}

function withAccount(
  { gone: _gone, hasAccount: _had, ...requester }: Requester,
  known: readonly KnownPerson[],
): Requester {
  const { colleague } = requester;
  const id = colleague && byMail(known, colleague.mail)?.id;
  return {
    ...requester,
    ...accountOf(requester, known),
    ...(colleague && { colleague: { ...colleague, ...(id !== undefined && { id }) } }),
  };
}

/** Whoever asked from a confirmed address stays who they are there, and is never gone: no account of theirs was asked for. */
function accountOf(
  { id, mail, outside }: Requester,
  known: readonly KnownPerson[],
): Pick<Requester, 'mail' | 'gone' | 'hasAccount'> {
  if (outside) return mail !== undefined && byMail(known, mail) ? { hasAccount: true } : {};
  const account = byId(known, id);
  return account ? { mail: account.mail } : { gone: true };
}

/** The address tells who it is; an id alone, that came from a card, is believed only as far as the directory goes. */
function identified({ gone: _gone, ...person }: Participant, known: readonly KnownPerson[]): Participant {
  const ofMail = byMail(known, person.mail);
  if (ofMail) return { ...person, id: ofMail.id };
  if (person.id === undefined) return person;
  const ofId = byId(known, person.id);
  return ofId ? { ...ofId, team: person.team } : { ...person, gone: true };
}

function onceEach(participants: readonly Participant[], requester: Requester): Participant[] {
  const met = new Set([requester.id]);
  return participants.filter(({ id, mail }) => {
    // Their id is of our own making, so that only the address tells.
    if (requester.outside && requester.mail === plainMail(mail)) return false;
    if (id === undefined) return true;
    const isNew = !met.has(id);
    met.add(id);
    return isNew;
  });
}

function byId(known: readonly KnownPerson[], id: PersonId): KnownPerson | undefined {
  return known.find((each) => each.id === id);
}

function byMail(known: readonly KnownPerson[], mail: string): KnownPerson | undefined {
  return known.find((each) => each.mail.toLowerCase() === mail);
}
