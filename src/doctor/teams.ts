/** Teams: the coordination channel, who is in its team, and the app. Nothing is posted. */
import type { PersonId } from '../domain/people';
import { appsOf, type InstalledApp } from '../graph/app-installing';
import {
  appNotFound,
  CHANNEL_WITHOUT_TEAM,
  channelNotChosen,
  coordinatorsMissing,
  notSet,
  ONLY_MANIFEST_ID,
} from './advice';
import { type Check, failed, ok, skipped } from './check';
import { refusedWith } from './faults';
import type { Ground } from './ground';
import { canDecide, coordinatorAccounts } from './people';
import { remedyOf } from './wording';

export const TEAMS: readonly Check[] = [
  {
    name: 'channel',
    needs: ['tables'],
    async run({ reach }) {
      const channel = await reach.channel();
      if (!channel) return failed(channelNotChosen);
      return channel.teamId === undefined
        ? failed({ why: CHANNEL_WITHOUT_TEAM, remedy: remedyOf('channel') })
        : ok();
    },
  },
  {
    name: 'channel-reached',
    needs: ['channel'],
    async run(ground) {
      await teamMembers(ground);
      return ok();
    },
  },
  {
    name: 'channel-coordinators',
    needs: ['channel-reached', 'coordinators'],
    async run(ground) {
      const [accounts, members] = await Promise.all([coordinatorAccounts(ground), teamMembers(ground)]);
      const coordinators = accounts.filter(canDecide);
      const missing = coordinators.filter(({ id }) => !members.has(id));
      return missing.length > 0 ? failed(coordinatorsMissing(missing.length, coordinators.length)) : ok();
    },
  },
  {
    name: 'teams-app',
    needs: ['coordinators'],
    async run(ground) {
      const { teamsAppId } = ground.config;
      if (teamsAppId === undefined) return skipped(notSet('TEAMS_APP_ID'));
      const apps = await coordinatorsApps(ground);
      if (apps.some(({ id }) => id === teamsAppId)) return ok();
      return apps.some(({ manifestId }) => manifestId === teamsAppId)
        ? ok(ONLY_MANIFEST_ID)
        : failed(appNotFound);
    },
  },
];

async function teamMembers({ reach }: Ground): Promise<ReadonlyMap<PersonId, string>> {
  const channel = await reach.channel();
  if (!channel) throw new Error('Expected the coordination channel to have been chosen, got none');
  return reach.roster(channel);
}

async function coordinatorsApps(ground: Ground): Promise<readonly InstalledApp[]> {
  const accounts = (await coordinatorAccounts(ground)).filter(canDecide);
  const each = await Promise.all(accounts.map(({ id }) => appsUnlessGone(ground, id)));
  return each.flat();
}

/** Somebody without Teams has none. */
async function appsUnlessGone({ graph }: Ground, id: PersonId): Promise<readonly InstalledApp[]> {
  try {
    return await appsOf(graph, id);
  } catch (error) {
    if (refusedWith(error) === 404) return [];
    throw error;
  }
}
