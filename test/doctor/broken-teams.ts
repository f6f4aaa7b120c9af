/** Teams, each thing broken. */
import { coordinators, COORDINATORS_GROUP, practitioners } from '../sandbox/people';
import { type Breakage, NOBODY } from './breakage';

const [cora, colin] = coordinators;
const [petra] = practitioners;

export const BROKEN_TEAMS: readonly Breakage[] = [
  {
    when: 'no channel has been chosen',
    fails: ['channel'],
    blocks: ['channel-reached', 'channel-coordinators'],
    says: /No channel has been chosen\.\n.*“@JAGS use this channel”/,
    broken: ({ channel }) => channel.forget(),
  },
  {
    when: 'the app was taken out of the team',
    fails: ['channel-reached'],
    blocks: ['channel-coordinators'],
    says: 'that the app is installed in the team of the channel',
    broken: ({ channel }) => channel.choose({ teamId: '19:gone@thread.tacv2' }),
  },
  {
    when: 'a coordinator is not in the team',
    fails: ['channel-coordinators'],
    says: /1 person of 3 coordinators is not in the team .*\n.*Add them to that team/,
    broken: ({ tenant }) => tenant.groups.setMembers(COORDINATORS_GROUP, [cora.id, colin.id, petra.id]),
  },
  {
    when: 'nobody has the app of TEAMS_APP_ID',
    fails: ['teams-app'],
    says: /an app with the id of TEAMS_APP_ID\.\n.*Teams admin centre/,
    broken: ({ settings }) => void (settings['TEAMS_APP_ID'] = NOBODY),
  },
  {
    when: 'it may not be seen who has the app',
    fails: ['teams-app'],
    says: 'Consent TeamsAppInstallation.ReadWriteSelfForUser.All.',
    broken: ({ tenant }) => tenant.administer({ missing: ['TeamsAppInstallation.ReadWriteSelfForUser.All'] }),
  },
  {
    when: 'TEAMS_APP_ID is the id in the manifest alone',
    fails: [],
    notes: ['teams-app'],
    says: 'the tenant’s catalogue knows the app by another',
    broken: ({ settings }) =>
      void (settings['TEAMS_APP_ID'] = settings['TEAMS_APP_ID']!.replace(/^.{8}/, 'fee00000')),
  },
];
