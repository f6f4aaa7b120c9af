/** What an Agents Playground is told about the people, the chat and the team it shows. */
import { TENANT_ID, everybody, type SandboxPerson } from '../people';
import { BOT, GROUP_CHAT, personalChatId, teamSeenBy } from './conversations';

/** A Playground wants exactly this many people besides its own. */
const OTHERS = 5;

/**
 * The configuration of one person's Playground, as JSON (which is YAML).
 * Schema: https://aka.ms/teams-app-test-tool-config/0.1.1/config.schema.json
 * @param members the team that has the channel "Coordination".
 */
export function playgroundConfig(person: SandboxPerson, members: readonly SandboxPerson[]): string {
  const { id, name, groupId, channel } = teamSeenBy(person, members);
  const others = [...new Set([...members, ...everybody])]
    .filter((other) => other !== person)
    .slice(0, OTHERS);
  return JSON.stringify(
    {
      version: '0.1.1',
      tenantId: TENANT_ID,
      bot: BOT,
      currentUser: user(person),
      users: others.map(user),
      personalChat: { id: personalChatId(person) },
      groupChat: GROUP_CHAT,
      team: { id, name, aadGroupId: groupId, channels: [channel] },
    },
    null,
    2,
  );
}

function user({ id, teamsId, name, mail }: SandboxPerson) {
  const [givenName = name, surname = name] = name.split(' ');
  // "userPrincipleName" is how the schema spells it.
  return { id: teamsId, name, userPrincipleName: mail, aadObjectId: id, givenName, surname, email: mail };
}
