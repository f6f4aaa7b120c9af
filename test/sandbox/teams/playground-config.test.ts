import { coordinators, everybody, practitioners, type SandboxPerson } from '../people';
import { COORDINATION, findConversation, teamSeenBy } from './conversations';
import { playgroundConfig } from './playground-config';

interface Config {
  currentUser: { id: string };
  users: { id: string }[];
  team: { id: string; channels: { id: string }[] };
}

function configOf(person: SandboxPerson): Config {
  return JSON.parse(playgroundConfig(person, coordinators)) as Config;
}

describe('the configuration of a Playground', () => {
  it.each(everybody.map((person) => [person.name, person] as const))(
    'has exactly five others beside %s',
    (_name, person) => {
      const { currentUser, users } = configOf(person);
      expect(currentUser.id).toBe(person.teamsId);
      expect(new Set([currentUser, ...users].map(({ id }) => id)).size).toBe(6);
    },
  );

  it('shows the channel to the team and not to others', () => {
    expect(configOf(coordinators[0]).team.channels[0]?.id).toBe(COORDINATION.id);
    expect(JSON.stringify(configOf(practitioners[0]))).not.toContain(COORDINATION.id);
  });

  it('gives those who are not in the team one of their own, with nobody else in it', () => {
    const [petra] = practitioners;
    const own = teamSeenBy(petra, coordinators);
    const conversation = findConversation({ people: everybody, team: coordinators }, own.channel.id);
    expect(conversation?.members).toEqual([petra]);
  });
});
