/**
 * Which conversations exist and who is in them. Ids are derived from people, never drawn, so that references the
 * bot has stored stay good when the sandbox starts again.
 */
import type { SandboxPerson } from '../people';

export const BOT = { id: '28:jags', name: 'JAGS' } as const;
export const TEAM = {
  id: '19:nscp@thread.tacv2',
  name: 'NSCP',
  groupId: 'c0020000-0000-4000-8000-000000000009',
} as const;
export const COORDINATION = { id: '19:coordination@thread.tacv2', name: 'Coordination' } as const;
export const GROUP_CHAT = { id: '19:everybody@thread.v2', name: 'Everybody' } as const;

export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly members: readonly SandboxPerson[];
}

export interface Directory {
  readonly people: readonly SandboxPerson[];
  /** Members of the team that has the channel "Coordination". */
  readonly team: readonly SandboxPerson[];
}

export function personalChatId(person: SandboxPerson): string {
  return `a:${person.id}`;
}

/**
 * The team a person sees in their Playground. A Playground cannot be without a team, so whoever is not in the
 * coordinators' team gets one of their own, with nobody else in it.
 */
export function teamSeenBy(person: SandboxPerson, team: readonly SandboxPerson[]) {
  if (team.includes(person)) return { ...TEAM, channel: COORDINATION };
  const own = `19:team-of-${person.id}@thread.tacv2`;
  return {
    id: own,
    name: `Team of ${person.name}`,
    groupId: person.id,
    channel: { id: `${own}-channel`, name: 'Casework' },
  };
}

/** A person by anything Teams accepts: roster id, Entra id or address. */
export function findPerson({ people }: Directory, id: string): SandboxPerson | undefined {
  return people.find((person) => [person.teamsId, person.id, person.mail].includes(id));
}

/** "19:…;messageid=17…" is the thread that starts with that message. */
export function splitThread(conversationId: string): { base: string; root: string | undefined } {
  const [base = '', root] = conversationId.split(';messageid=');
  return { base, root };
}

export function threadId(base: string, root: string): string {
  return `${base};messageid=${root}`;
}

export function findConversation(directory: Directory, conversationId: string): Conversation | undefined {
  const id = splitThread(conversationId).base;
  const { people, team } = directory;
  if (id === TEAM.id || id === COORDINATION.id) return { id, kind: 'channel', members: team };
  if (id === GROUP_CHAT.id) return { id, kind: 'groupChat', members: people };
  const chatWith = people.find((person) => personalChatId(person) === id);
  if (chatWith) return { id, kind: 'personal', members: [chatWith] };
  const alone = people.find((person) => {
    const own = teamSeenBy(person, team);
    return own.id === id || own.channel.id === id;
  });
  return alone && { id, kind: 'channel', members: [alone] };
}
