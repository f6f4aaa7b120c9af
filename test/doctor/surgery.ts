/** A whole installation on loopback in which everything is as it has to be, for the doctor to look at and tests to break. */
import { createSubscriptionRow } from '../../src/azure/calendar-rows';
import { createStorage, type Storage } from '../../src/azure/clients';
import { createConversations } from '../../src/azure/conversation-table';
import { createFacilitatorTable } from '../../src/azure/facilitator-table';
import type { Facilitator } from '../../src/domain/facilitator';
import { localDate } from '../../src/domain/calendar';
import { type Consultation, consult } from '../../src/doctor/consultation';
import type { GroundOptions } from '../../src/doctor/ground';
import { createGraph } from '../../src/graph/client';
import { createSubscriptions } from '../../src/graph/subscriptions';
import { createLog } from '../../src/log';
import { createServer, type WebServer } from '../../src/server';
import { createAdapter } from '../../src/teams/sign-in';
import { version } from '../../src/version';
import { type Microsoft365, startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import type { Tenant } from '../sandbox/microsoft365/tenant';
import {
  coordinators,
  COORDINATORS_GROUP,
  GOVERNANCE_GROUP,
  ORGANISER_ID,
  qualityLead,
  QUALITY_GROUP,
  supporters,
  TENANT_ID,
} from '../sandbox/people';
import { sandboxPool } from '../sandbox/pool';
import { startStorage, type StorageInProcess } from '../sandbox/storage';
import { BOT, COORDINATION, TEAM } from '../sandbox/teams/conversations';
import { type Hub, startHub } from '../sandbox/teams/hub';
import { startTokenIssuer, type TokenIssuer } from '../sandbox/token-issuer';
import { BOT as BOT_ID } from '../settings/right-settings';
import { type Backup, startBlobs } from './blobs';

const silentLog = createLog({ to: { write: () => undefined } });

export const APP_ID = '7ea50000-0000-4000-8000-000000000001';
export const PASSWORD = 'a-secret-nobody-may-read';
export const ROLES = [
  'OnlineMeetings.ReadWrite.All',
  'GroupMember.Read.All',
  'User.ReadBasic.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
];

export interface Surgery {
  readonly tenant: Tenant;
  readonly storage: Storage;
  /** Change them before `consult`. */
  readonly settings: Record<string, string>;
  /** What is consented, as the token shows it. */
  roles: string[];
  readonly backup: Backup;
  readonly pool: { put(facilitators: readonly Facilitator[]): Promise<void> };
  readonly channel: {
    choose(changes?: { conversation?: object; teamId?: string }): Promise<void>;
    forget(): Promise<void>;
  };
  readonly subscription: { keep(publicUrl?: string): Promise<void> };
  /** Another server as the bot starts it, of a version. */
  serve(version: string): Promise<string>;
  consult(args?: readonly string[], options?: GroundOptions): Promise<Consultation>;
}

/** Starts the parts once for the tests of a file, and puts everything right before each. */
export function useSurgery(recordFile?: string): Surgery {
  const deliver: Record<string, string> = {};
  let parts: Parts;
  let surgery: Surgery;
  let served: WebServer[] = [];
  let count = 0;

  beforeAll(async () => {
    parts = await startParts(deliver, recordFile);
  });
  beforeEach(async () => {
    parts.microsoft365.tenant.reset();
    Object.assign(parts.backup, { at: new Date(), refused: false });
    count += 1;
    surgery = await putRight(parts, `jags${count}`, (server) => served.push(server));
  });
  afterEach(async () => {
    await Promise.all(served.map((each) => each.close()));
    served = [];
  });
  afterAll(async () => {
    await parts.stop();
  });
  return new Proxy({} as Surgery, {
    get: (_, name) => Reflect.get(surgery, name) as unknown,
    set: (_, name, value) => Reflect.set(surgery, name, value),
  });
}

interface Parts {
  readonly microsoft365: Microsoft365;
  readonly storage: StorageInProcess;
  readonly hub: Hub;
  readonly issuer: TokenIssuer;
  readonly publicUrl: string;
  readonly blobUrl: string;
  readonly backup: Backup;
  stop(): Promise<void>;
}

async function startParts(deliver: Record<string, string>, recordFile: string | undefined): Promise<Parts> {
  const backup: Backup = { at: new Date() };
  const web = bot(version());
  const [microsoft365, storage, hub, issuer, blobs, port] = await Promise.all([
    startMicrosoft365({ busy: 'none', deliver, ...(recordFile && { recordFile }) }),
    startStorage(),
    startHub({ bot: 'http://127.0.0.1:9/api/messages' }),
    startTokenIssuer(),
    startBlobs(backup),
    web.listen(),
  ]);
  const publicUrl = `http://127.0.0.1:${port}`;
  deliver[publicUrl.replace('http:', 'https:')] = publicUrl;
  return {
    ...{ microsoft365, storage, hub, issuer, publicUrl, backup, blobUrl: blobs.url },
    async stop() {
      await Promise.all([web.close(), hub.stop(), issuer.close(), microsoft365.stop(), blobs.stop()]);
      await storage.stop();
    },
  };
}

function bot(named: string): WebServer {
  return createServer({
    port: 0,
    anonymous: true,
    version: named,
    messages: async () => ({ status: 200 }),
    notifications: async () => ({ status: 202 }),
    ready: async () => [],
    log: silentLog,
  });
}

async function putRight(
  { microsoft365, storage: azurite, hub, issuer, publicUrl, blobUrl, backup }: Parts,
  prefix: string,
  keep: (server: WebServer) => void,
): Promise<Surgery> {
  const { connectionString } = azurite;
  const { tenant } = microsoft365;
  const storage = createStorage({ prefix, connectionString, patient: true });
  await storage.prepare();
  const pool = createFacilitatorTable({ facilitators: storage.facilitators, now: Date.now });
  const surgery: Surgery = {
    tenant,
    storage,
    backup,
    roles: [...ROLES],
    settings: {
      BOT_ID,
      BOT_TYPE: 'SingleTenant',
      BOT_TENANT_ID: TENANT_ID,
      BOT_PASSWORD: PASSWORD,
      ALLOWED_TENANTS: TENANT_ID,
      STORAGE_CONNECTION_STRING: connectionString.replace(/BlobEndpoint=[^;]*/, `BlobEndpoint=${blobUrl}`),
      STORAGE_PREFIX: prefix,
      GRAPH_URL: microsoft365.url,
      ORGANISER: ORGANISER_ID,
      COORDINATORS_GROUP,
      QUALITY_GROUP,
      GOVERNANCE_GROUP,
      LEAD: qualityLead.id,
      FACILITATOR_SUPPORT: supporters.map(({ id }) => id).join(','),
      TEAMS_APP_ID: APP_ID,
      PUBLIC_URL: publicUrl,
      API_AUDIENCE: 'api://jags.example.org',
      API_ISSUER: issuer.issuer,
      POLICY_CADS_CHECKED: localDate(Date.now()),
    },
    pool: {
      async put(everybody) {
        for (const each of everybody) {
          const found = await pool.find(each.id);
          await pool.save(each, { at: Date.now(), by: 'system', changed: [] }, found?.version);
        }
      },
    },
    channel: {
      choose: (changes = {}) =>
        createConversations(storage).keepChannel(
          JSON.stringify({
            serviceUrl: hub.url,
            channelId: 'msteams',
            bot: BOT,
            conversation: { id: COORDINATION.id, conversationType: 'channel', isGroup: true },
            teamId: TEAM.id,
            ...changes,
          }),
        ),
      forget: async () => void (await storage.conversations.deleteEntity('channel', 'coordination')),
    },
    subscription: {
      async keep(leadsTo = publicUrl) {
        const notificationUrl = `${publicUrl.replace('http:', 'https:')}/api/graph/notifications`;
        const graph = createGraph({ url: microsoft365.url });
        const needs = { graph, organiser: ORGANISER_ID, notificationUrl, now: Date.now };
        const subscription = await createSubscriptions(needs).create('of-nobody-else');
        const row = createSubscriptionRow(storage);
        await row.put(
          {
            clientState: 'of-nobody-else',
            notificationUrl: `${leadsTo.replace('http:', 'https:')}/api/graph/notifications`,
            subscription,
            since: Date.now(),
          },
          await row.find(),
        );
      },
    },
    async serve(named) {
      const server = bot(named);
      keep(server);
      return `http://127.0.0.1:${await server.listen()}`;
    },
    consult(args = [], options = {}) {
      return consult(surgery.settings, args, {
        credentials: signedInAs(surgery.roles, issuer),
        teams: {
          adapter: createAdapter({ signIn: { kind: 'anonymous' }, allowedTenants: [], log: silentLog }),
          appId: '',
        },
        rereads: { times: 2, waitMs: 5 },
        ...options,
      });
    },
  };
  await surgery.pool.put(sandboxPool(Date.now()));
  await surgery.channel.choose();
  await surgery.subscription.keep();
  await installApp(microsoft365.url);
  return surgery;
}

/** A token as Entra gives one, signed as nobody here looks at. */
export function signedInAs(roles: readonly string[], issuer: Pick<TokenIssuer, 'token'>) {
  const credential = {
    getToken: async () => ({ token: issuer.token({ roles }), expiresOnTimestamp: Date.now() + 3_600_000 }),
  };
  return { app: credential, storage: credential };
}

async function installApp(graph: string): Promise<void> {
  await fetch(`${graph}/v1.0/users/${coordinators[0].id}/teamwork/installedApps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${APP_ID}`,
    }),
  });
}
