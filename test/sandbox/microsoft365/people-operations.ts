import { everybody, type SandboxPerson } from '../people';
import { administrationOf, refuseWithout } from './administration';
import { USER_DEFAULTS, asUser, findPerson, notInDirectory } from './directory';
import { METADATA, param, type Answer, type GraphCall } from './graph-call';
import { GraphRefusal } from './graph-refusal';
import { QUOTED, literals, page, select, takeOnly } from './odata';
import type { Office } from './office';

/** Entra's limits on a page and on the alternatives of one filter. */
const PAGE = { usual: 100, most: 999 };
const MOST_ALTERNATIVES = 15;
const USER = { type: 'microsoft.graph.user', usual: USER_DEFAULTS };

/** GET /users/{id or user principal name} */
export function getUser(call: GraphCall, office: Office): Answer {
  takeOnly(call, ['$select']);
  const key = param(call, 'user');
  const person = findPerson(key);
  if (!person || isGone(person, office)) throw notInDirectory(key);
  refuseBeyondBasic(call, office);
  return {
    status: 200,
    body: { '@odata.context': `${METADATA}#users/$entity`, ...shown(person, call, office) },
  };
}

/** GET /users, all of them or by a filter on id, mail or userPrincipalName */
export function listUsers(call: GraphCall, office: Office): Answer {
  takeOnly(call, ['$select', '$filter', '$top', '$count', '$skiptoken']);
  const filter = call.query.get('$filter');
  const people = filter === null ? everybody : filtered(filter);
  const users = people
    .filter((person) => !isGone(person, office))
    .map((person) => shown(person, call, office));
  return { status: 200, body: { '@odata.context': `${METADATA}#users`, ...page(users, call, PAGE) } };
}

/**
 * GET /groups/{id}/transitiveMembers, with or without the cast to users.
 * Without it the answer holds nested groups too, as in a real tenant: a reader must look at `@odata.type`.
 */
export function listTransitiveMembers(call: GraphCall, office: Office): Answer {
  takeOnly(call, ['$select', '$top', '$count', '$skiptoken']);
  const group = param(call, 'group');
  refuseWithout('GroupMember.Read.All', office);
  const members = office.store.state.groups[group];
  if (!members) throw groupRefusal(group);
  const users = members.map((id) => memberOf(id)).map((person) => shown(person, call, office));
  if (call.path.endsWith('/microsoft.graph.user')) {
    return { status: 200, body: { '@odata.context': `${METADATA}#users`, ...page(users, call, PAGE) } };
  }
  const objects = [
    nestedGroup(group),
    ...users.map((user) => ({ '@odata.type': '#microsoft.graph.user', ...user })),
  ];
  return {
    status: 200,
    body: { '@odata.context': `${METADATA}#directoryObjects`, ...page(objects, call, PAGE) },
  };
}

function shown(person: SandboxPerson, call: GraphCall, office: Office) {
  return select(asUser(person, administrationOf(office)), call, USER);
}

function isGone({ id }: SandboxPerson, office: Office): boolean {
  return administrationOf(office).gone?.includes(id) ?? false;
}

/** User.ReadBasic.All shows who somebody is, and nothing about the account. */
function refuseBeyondBasic(call: GraphCall, office: Office): void {
  const isBeyond = /accountEnabled|userType/i.test(call.query.get('$select') ?? '');
  if (!administrationOf(office).basicAccountsOnly || !isBeyond) return;
  throw new GraphRefusal(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );
}

/** `mail eq 'a' or mail eq 'b'`, `id in ('a','b')` and the like; anything else is more than the bot needs. */
const CLAUSE = new RegExp(
  `^(id|mail|userPrincipalName) (?:eq ${QUOTED}|in ?\\( *${QUOTED}(?: *, *${QUOTED})* *\\))$`,
  'i',
);

function filtered(filter: string): SandboxPerson[] {
  const clauses = filter
    .split(/ or (?=(?:[^']*'[^']*')*[^']*$)/i)
    .map((text) => readClause(text.trim(), filter));
  const alternatives = clauses.flatMap((clause) => clause.values).length;
  if (alternatives > MOST_ALTERNATIVES) {
    throw new GraphRefusal(
      400,
      'Request_UnsupportedQuery',
      `Too many child clauses specified in search filter expression containing 'OR' operators: ${alternatives}. Max allowed: ${MOST_ALTERNATIVES}.`,
    );
  }
  return everybody.filter((person) => clauses.some(({ of, values }) => values.includes(person[of])));
}

function readClause(text: string, filter: string): { of: 'id' | 'mail'; values: string[] } {
  const [, property] = CLAUSE.exec(text) ?? [];
  if (!property) throw new GraphRefusal(400, 'Request_UnsupportedQuery', `Unsupported Query: '${filter}'.`);
  const values = literals(text).map((value) => value.toLowerCase());
  return { of: property.toLowerCase() === 'id' ? 'id' : 'mail', values };
}

function memberOf(id: string): SandboxPerson {
  const person = findPerson(id);
  if (!person)
    throw new Error(`Expected members of sandbox groups to be people of the sandbox, got "${id}".`);
  return person;
}

/** A group inside the group; its own members are listed already, that is what "transitive" means. */
function nestedGroup(parent: string) {
  return {
    '@odata.type': '#microsoft.graph.group',
    id: `${parent.slice(0, -4)}9999`,
    displayName: 'Members by role',
  };
}

function groupRefusal(id: string): GraphRefusal {
  if (/^[0-9a-f-]{36}$/i.test(id)) return notInDirectory(id);
  return new GraphRefusal(400, 'Request_BadRequest', `Invalid object identifier '${id}'.`);
}
