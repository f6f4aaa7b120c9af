/** Settings, storage and sign-in, each thing broken. */
import { addMonths, localDate } from '../../src/domain/calendar';
import { type Breakage, AFTER_GRAPH, AFTER_TABLES, NOBODY_THERE } from './breakage';
import { ROLES } from './surgery';

const DAY_MS = 86_400_000;

export const BROKEN_SETTINGS: readonly Breakage[] = [
  {
    when: 'WORKER is off',
    fails: [],
    notes: ['worker'],
    says: 'one instance needs WORKER=on',
    broken: ({ settings }) => void (settings['WORKER'] = 'off'),
  },
  {
    when: 'the CADS line was checked last a year ago',
    fails: [],
    notes: ['cads-line'],
    says: /POLICY_CADS_CHECKED says \d{4}-\d\d-\d\d, more than 6 months ago/,
    broken: ({ settings }) => void (settings['POLICY_CADS_CHECKED'] = addMonths(localDate(Date.now()), -12)),
  },
  {
    when: 'a table is not there',
    fails: ['tables'],
    blocks: AFTER_TABLES,
    says: 'Start the bot once: it makes them.',
    broken: async ({ storage }) => void (await storage.tally.deleteTable()),
  },
  {
    when: 'a queue is not there',
    fails: ['queues'],
    blocks: ['clock'],
    says: 'Not all queues are there.',
    broken: async ({ storage }) => void (await storage.errands.delete()),
  },
  {
    when: 'the storage account cannot be reached',
    fails: ['tables', 'queues'],
    blocks: ['clock', ...AFTER_TABLES],
    says: 'Storage Table Data Contributor',
    broken: ({ settings }) => {
      const was = settings['STORAGE_CONNECTION_STRING']!;
      settings['STORAGE_CONNECTION_STRING'] = was.replace(
        /(Table|Queue)Endpoint=http:\/\/127.0.0.1:\d+/g,
        '$1Endpoint=http://127.0.0.1:2',
      );
    },
  },
  {
    when: 'the clock goes ten minutes ahead',
    fails: ['clock'],
    says: /The clock here is off by (600|59\d|60\d) seconds\.\n.*NTP/,
    broken: () => ({ now: () => Date.now() + 10 * 60_000 }),
  },
  {
    when: 'the newest backup is three days old',
    fails: ['backups'],
    says: /The newest backup is 72 hours old\.\n.*infra\/README\.md/,
    broken: ({ backup }) => void (backup.at = new Date(Date.now() - 3 * DAY_MS)),
  },
  {
    when: 'there are no backups yet',
    fails: [],
    skips: ['backups'],
    says: 'There are no backups yet. Set them up before people use the bot.',
    broken: ({ backup }) => void (backup.at = undefined),
  },
  {
    when: 'backups may not be looked at',
    fails: [],
    skips: ['backups'],
    says: /cannot be looked at \(AuthorizationPermissionMismatch\).*Storage Blob Data Contributor/,
    broken: ({ backup }) => void (backup.refused = true),
  },
  {
    when: 'Entra gives no token',
    fails: ['sign-in'],
    blocks: ['permissions', 'graph', ...AFTER_GRAPH],
    says: 'MANAGED_IDENTITY_CLIENT_ID',
    broken: () => {
      const getToken = () => Promise.reject(new Error('AADSTS7000215: the secret is wrong'));
      return { credentials: { app: { getToken }, storage: { getToken } } };
    },
  },
  {
    when: 'a permission is not consented',
    fails: ['permissions'],
    says: /Not consented: User\.ReadBasic\.All\.\n.*administrator consent/,
    broken: (surgery) => void (surgery.roles = ROLES.filter((role) => role !== 'User.ReadBasic.All')),
  },
  {
    when: 'a scoped permission is consented too',
    fails: ['permissions'],
    says: /Consented for the whole tenant: Calendars\.ReadWrite\..*\n.*RBAC for Applications alone/,
    broken: (surgery) => void surgery.roles.push('Calendars.ReadWrite'),
  },
  {
    when: 'Graph does not take the token',
    fails: ['graph'],
    blocks: AFTER_GRAPH,
    says: 'that GRAPH_URL is of the same cloud',
    broken: ({ tenant }) =>
      tenant.faults.add({ kind: 'status', status: 401, path: '\\$batch', times: 'always' }),
  },
  {
    when: 'nobody answers at GRAPH_URL',
    fails: ['graph'],
    blocks: AFTER_GRAPH,
    says: /ECONNREFUSED.*\n.*Check GRAPH_URL/,
    broken: ({ settings }) => void (settings['GRAPH_URL'] = NOBODY_THERE),
  },
];
