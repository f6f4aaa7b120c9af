/** Environment → Config. Everything that is wrong is named in one message, at start. */
import { z } from 'zod';
import type { Policy } from './domain/policy';
import { policySettings, readPolicy } from './settings/policy';
import {
  either,
  exactAddress,
  guid,
  isLoopback,
  listOf,
  matching,
  oneOf,
  secret,
  webAddress,
  wholeNumber,
} from './settings/kinds';
import { createReader, type Environment, type Reader, SettingsError } from './settings/reader';

/** Every setting but the policy's, by its name in the environment. `.env.sample` explains each. */
export const settings = {
  PORT: wholeNumber(0, 65_535),
  BOT_ID: guid('the app id of the bot (or ANONYMOUS=loopback to be set, to try it out on this machine)'),
  BOT_TYPE: oneOf('Federated', 'UserAssignedMSI', 'SingleTenant'),
  BOT_TENANT_ID: guid('the id of the tenant the bot is registered in'),
  BOT_PASSWORD: secret("the bot's client secret", z.string().min(1)),
  MANAGED_IDENTITY_CLIENT_ID: guid('the client id of the managed identity'),
  ALLOWED_TENANTS: listOf(guid('a tenant id'), 'tenant ids, separated by commas'),
  ANONYMOUS: oneOf('loopback'),
  STORAGE_ACCOUNT: matching(
    /^[a-z0-9]{3,24}$/,
    'the name of a storage account (or STORAGE_CONNECTION_STRING to be set)',
  ),
  STORAGE_CONNECTION_STRING: secret(
    'a connection string of a storage account',
    z.string().regex(/^(UseDevelopmentStorage=true|\w+=[^;]+(;\w+=[^;]+)*;?)$/),
  ),
  BACKUP_ACCOUNT: matching(/^[a-z0-9]{3,24}$/, 'the name of a storage account'),
  STORAGE_PREFIX: matching(
    /^[a-z][a-z0-9]{0,19}$/,
    'at most 20 small letters and digits, starting with a letter',
  ),
  GRAPH_URL: webAddress,
  ORGANISER: guid('the object id of the organiser account'),
  COORDINATORS_GROUP: guid('a group id'),
  QUALITY_GROUP: guid('a group id'),
  GOVERNANCE_GROUP: guid('a group id'),
  LEAD: guid('the object id of a person'),
  FACILITATOR_SUPPORT: listOf(guid('the object id of a person'), 'object ids of people, separated by commas'),
  TEAMS_APP_ID: guid('the id of the Teams app'),
  PUBLIC_URL: webAddress,
  PROXIES: wholeNumber(0, 3, 'proxies before this server'),
  API_AUDIENCE: matching(/^[\w:/.-]{1,200}$/, 'an application id or its URI'),
  API_ISSUER: exactAddress,
  CALLBACK_HOSTS: listOf(
    matching(/^(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+$/, 'a host name'),
    'host names, separated by commas, each with *. before it if names below it are meant',
  ),
  TAB_ISSUER: exactAddress,
  TAB_AUDIENCE: guid('the id tokens for the tab are made for'),
  WORKER: either('on', 'off'),
  APPLICATIONINSIGHTS_CONNECTION_STRING: secret(
    'a connection string of Application Insights',
    z.string().regex(/\bInstrumentationKey=[0-9a-f-]{36}\b/i),
  ),
} as const;

/** How the bot proves who it is, and how those who call it do. */
export type SignIn =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'federated';
      readonly botId: string;
      readonly tenantId: string;
      readonly managedIdentityClientId: string;
    }
  | { readonly kind: 'managed-identity'; readonly botId: string; readonly tenantId: string }
  | { readonly kind: 'secret'; readonly botId: string; readonly tenantId: string; readonly password: string };

export type Storage =
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'connection-string'; readonly connectionString: string };

export interface Config {
  readonly port: number;
  readonly signIn: SignIn;
  /** Tenants whose people may use the bot. Empty only when anonymous: then it is not asked. */
  readonly allowedTenants: readonly string[];
  readonly storage: Storage;
  /** Where backups go: the same account unless another is named. */
  readonly backupStorage: Storage;
  /** Start of every table, queue and container name. */
  readonly storagePrefix: string;
  /** Root of Microsoft Graph, without version. A token goes with it only over https. */
  readonly graphUrl: string;
  readonly organiser: string;
  readonly coordinatorsGroup: string;
  readonly qualityGroup?: string;
  readonly governanceGroup?: string;
  readonly lead?: string;
  /** Whom facilitators can talk a session over with: the contact, then the deputy. Empty where nobody is named. */
  readonly facilitatorSupport: readonly string[];
  readonly teamsAppId?: string;
  readonly publicUrl?: string;
  /** How many proxies of ours stand before this server: whom they heard is believed, and nobody else's word. */
  readonly proxies: number;
  readonly api?: {
    readonly audience: string;
    readonly issuer: string;
    /** Where events may be sent: host names, `*.` before one for every name below it. */
    readonly callbackHosts: readonly string[];
  };
  /** Whose tokens the coordinators' tab takes, and for whom; absent only when anonymous. */
  readonly tab?: { readonly audience: string; readonly issuer: string };
  /** Whether this instance performs effects. A deployment slot must not. */
  readonly worker: boolean;
  readonly applicationInsights?: string;
  readonly policy: Policy;
}

/** The Config, or a `SettingsError` that names every problem. */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const setting = createReader({ kinds: settings, environment, problems });
  const api = readApi(setting);
  const signIn = readSignIn(setting);
  const storage = readStorage(setting);
  const config: Config = {
    port: setting.optional('PORT') ?? 3978,
    signIn,
    allowedTenants: readTenants(setting),
    storage,
    backupStorage: readBackupStorage(setting) ?? storage,
    storagePrefix: setting.optional('STORAGE_PREFIX') ?? 'jags',
    graphUrl: readGraphUrl(setting),
    organiser: setting.required('ORGANISER'),
    coordinatorsGroup: setting.required('COORDINATORS_GROUP'),
    ...given('qualityGroup', setting.optional('QUALITY_GROUP')),
    ...given('governanceGroup', setting.optional('GOVERNANCE_GROUP')),
    ...given('lead', setting.optional('LEAD')),
    facilitatorSupport: setting.optional('FACILITATOR_SUPPORT') ?? [],
    ...given('teamsAppId', setting.optional('TEAMS_APP_ID')),
    ...given('publicUrl', setting.optional('PUBLIC_URL')),
    proxies: setting.optional('PROXIES') ?? 0,
    ...given('api', api),
    ...given('tab', readTab(setting, signIn)),
    worker: setting.optional('WORKER') ?? true,
    ...given('applicationInsights', setting.optional('APPLICATIONINSIGHTS_CONNECTION_STRING')),
    policy: readPolicy(environment, problems),
  };
  requireCheckedLine(setting, environment);
  if (problems.length > 0) throw new SettingsError(problems);
  return config;
}

type Settings = Reader<typeof settings>;

/** The day shown beside the CADS line is somebody's word that they rang it; only trying things out goes without. */
function requireCheckedLine(setting: Settings, environment: Environment): void {
  if (setting.has('ANONYMOUS') || environment[policySettings.cadsChecked.name]) return;
  setting.complain(
    `Expected ${policySettings.cadsChecked.name} to be the day somebody last checked the CADS line, got nothing.`,
  );
}

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: Value });
}

const WITHOUT_SECRET = 'unless BOT_TYPE is SingleTenant: a managed identity needs no secret';
const ANONYMOUS_BOT = 'with ANONYMOUS=loopback, which is for trying things out without a sign-in';

function readSignIn(setting: Settings): SignIn {
  if (setting.has('ANONYMOUS')) {
    setting.required('ANONYMOUS');
    setting.absent('BOT_ID', ANONYMOUS_BOT);
    setting.absent('BOT_TYPE', ANONYMOUS_BOT);
    setting.absent('BOT_TENANT_ID', ANONYMOUS_BOT);
    setting.absent('BOT_PASSWORD', ANONYMOUS_BOT);
    setting.absent('MANAGED_IDENTITY_CLIENT_ID', ANONYMOUS_BOT);
    return { kind: 'anonymous' };
  }
  const botId = setting.required('BOT_ID');
  const tenantId = setting.required('BOT_TENANT_ID');
  const type = setting.required('BOT_TYPE');
  switch (type) {
    case 'Federated': {
      setting.absent('BOT_PASSWORD', WITHOUT_SECRET);
      const managedIdentityClientId = setting.required('MANAGED_IDENTITY_CLIENT_ID');
      return { kind: 'federated', botId, tenantId, managedIdentityClientId };
    }
    case 'UserAssignedMSI':
      setting.absent('BOT_PASSWORD', WITHOUT_SECRET);
      setting.absent('MANAGED_IDENTITY_CLIENT_ID', 'with BOT_TYPE=UserAssignedMSI, where BOT_ID is that id');
      return { kind: 'managed-identity', botId, tenantId };
    case 'SingleTenant':
      setting.absent(
        'MANAGED_IDENTITY_CLIENT_ID',
        'with BOT_TYPE=SingleTenant, which signs in with its secret',
      );
      return { kind: 'secret', botId, tenantId, password: setting.required('BOT_PASSWORD') };
  }
}

/** Nobody may be let in by a forgotten setting. */
function readTenants(setting: Settings): readonly string[] {
  if (!setting.has('ANONYMOUS')) return setting.required('ALLOWED_TENANTS');
  return setting.optional('ALLOWED_TENANTS') ?? [];
}

function readStorage(setting: Settings): Storage {
  if (setting.has('ANONYMOUS') || setting.has('STORAGE_CONNECTION_STRING')) {
    setting.absent('STORAGE_ACCOUNT', 'with STORAGE_CONNECTION_STRING, and with ANONYMOUS=loopback');
    const connectionString = setting.required('STORAGE_CONNECTION_STRING');
    return { kind: 'connection-string', connectionString };
  }
  return { kind: 'account', account: setting.required('STORAGE_ACCOUNT') };
}

function readBackupStorage(setting: Settings): Storage | undefined {
  if (setting.has('ANONYMOUS'))
    setting.absent('BACKUP_ACCOUNT', 'with ANONYMOUS=loopback, which has no identity to sign in with');
  const account = setting.optional('BACKUP_ACCOUNT');
  return account === undefined ? undefined : { kind: 'account', account };
}

const PUBLIC_GRAPH = 'https://graph.microsoft.com';

function readGraphUrl(setting: Settings): string {
  const url = setting.optional('GRAPH_URL') ?? PUBLIC_GRAPH;
  if (setting.has('ANONYMOUS') && URL.canParse(url) && !isLoopback(new URL(url).hostname)) {
    setting.complain(
      `Expected GRAPH_URL to be on loopback with ANONYMOUS=loopback, which has no identity to sign in with, got ${JSON.stringify(url)}.`,
    );
  }
  return url;
}

/**
 * Where Power Automate and Logic Apps wait to be called back, for flows of old and of new.
 * https://learn.microsoft.com/power-automate/ip-address-configuration
 */
const POWER_PLATFORM_HOSTS = ['*.logic.azure.com', '*.api.powerplatform.com'];

function readApi(setting: Settings): Config['api'] {
  if (!setting.has('API_AUDIENCE') && !setting.has('API_ISSUER')) return undefined;
  return {
    audience: setting.required('API_AUDIENCE'),
    issuer: setting.required('API_ISSUER'),
    callbackHosts: setting.optional('CALLBACK_HOSTS') ?? POWER_PLATFORM_HOSTS,
  };
}

const PUBLIC_SIGN_IN = 'https://login.microsoftonline.com';
const OWN_ISSUER = 'with BOT_ID: then the tab is signed in to by Entra, for that id';

/** Teams gets tokens for the bot's own registration; only trying things out needs an issuer that stands in for Entra. */
function readTab(setting: Settings, signIn: SignIn | undefined): Config['tab'] {
  if (signIn?.kind !== 'anonymous') {
    setting.absent('TAB_ISSUER', OWN_ISSUER);
    setting.absent('TAB_AUDIENCE', OWN_ISSUER);
    // Without a right BOT_TYPE there is no sign-in, which has been complained of already.
    return signIn && { issuer: `${PUBLIC_SIGN_IN}/${signIn.tenantId}/v2.0`, audience: signIn.botId };
  }
  if (!setting.has('TAB_ISSUER') && !setting.has('TAB_AUDIENCE')) return undefined;
  return { issuer: setting.required('TAB_ISSUER'), audience: setting.required('TAB_AUDIENCE') };
}
