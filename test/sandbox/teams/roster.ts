/** Who is in a conversation or a team, as the Bot Connector tells a bot. */
import { TENANT_ID, type SandboxPerson } from '../people';
import type { Handler, Reply, Route } from './json-server';
import {
  COORDINATION,
  TEAM,
  findConversation,
  findPerson,
  type Conversation,
  type Directory,
} from './conversations';

export function notFound(code: string, message: string): Reply {
  return { status: 404, body: { error: { code, message } } };
}

/** A member as in a roster. `objectId` is what the unpaged list calls `aadObjectId`. */
function account({ id, teamsId, name, mail }: SandboxPerson) {
  const [givenName, surname] = name.split(' ');
  return {
    id: teamsId,
    aadObjectId: id,
    objectId: id,
    name,
    givenName,
    surname,
    email: mail,
    userPrincipalName: mail,
    tenantId: TENANT_ID,
    userRole: 'user',
  };
}

/** Routes of the roster; every other part of the Bot Connector is elsewhere. */
export function rosterRoutes(directory: Directory): Route[] {
  const inConversation =
    (answer: (conversation: Conversation, call: Parameters<Handler>[0]) => Reply): Handler =>
    (call) => {
      const id = call.params[0] ?? '';
      const conversation = findConversation(directory, id);
      return conversation
        ? answer(conversation, call)
        : notFound('ConversationNotFound', `No conversation ${id}`);
    };

  const members = inConversation(({ members }) => ({ status: 200, body: members.map(account) }));

  const pagedMembers = inConversation(({ members }, { query }) => {
    const from = Number(query.get('continuationToken') ?? 0);
    const to = from + Number(query.get('pageSize') ?? 200);
    return {
      status: 200,
      body: {
        members: members.slice(from, to).map(account),
        ...(to < members.length && { continuationToken: String(to) }),
      },
    };
  });

  const member = inConversation(({ members }, { params: [, id = ''] }) => {
    const person = findPerson(directory, id);
    if (person && members.includes(person)) return { status: 200, body: account(person) };
    return notFound('MemberNotFoundInConversation', `${id} is not in this conversation`);
  });

  const team: Handler = ({ params: [id = ''] }) =>
    id === TEAM.id
      ? {
          status: 200,
          body: {
            id,
            name: TEAM.name,
            aadGroupId: TEAM.groupId,
            tenantId: TENANT_ID,
            memberCount: directory.team.length,
          },
        }
      : notFound('TeamNotFound', `No team ${id}`);

  const channels: Handler = ({ params: [id = ''] }) =>
    id === TEAM.id
      ? {
          status: 200,
          body: { conversations: [{ id: TEAM.id }, { id: COORDINATION.id, name: COORDINATION.name }] },
        }
      : notFound('TeamNotFound', `No team ${id}`);

  return [
    ['GET', /^\/v3\/conversations\/([^/]+)\/members$/, members],
    ['GET', /^\/v3\/conversations\/([^/]+)\/activities\/[^/]+\/members$/, members],
    ['GET', /^\/v3\/conversations\/([^/]+)\/pagedmembers$/, pagedMembers],
    ['GET', /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/, member],
    ['GET', /^\/v3\/teams\/([^/]+)$/, team],
    ['GET', /^\/v3\/teams\/([^/]+)\/conversations$/, channels],
  ];
}
