import fc from 'fast-check';
import { readConfig, settings } from '../src/config';
import { defaultPolicy } from '../src/domain/policy';
import { policySettings } from '../src/settings/policy';
import { SettingsError } from '../src/settings/reader';
import { COORDINATORS_GROUP, ORGANISER_ID, TENANT_ID } from './sandbox/people';
import { anonymous, BOT, federated, IDENTITY, problemsOf, type Settings } from './settings/right-settings';

it('will not start outside the sandbox before somebody has checked the CADS line', () => {
  const { POLICY_CADS_CHECKED: _checked, ...unchecked } = federated;
  expect(problemsOf(unchecked)).toEqual([
    'Expected POLICY_CADS_CHECKED to be the day somebody last checked the CADS line, got nothing.',
  ]);
  expect(problemsOf(anonymous)).toEqual([]);
});

describe('reading the settings', () => {
  it('reads a bot whose app registration trusts a managed identity', () => {
    expect(readConfig(federated)).toEqual({
      port: 3978,
      signIn: { kind: 'federated', botId: BOT, tenantId: TENANT_ID, managedIdentityClientId: IDENTITY },
      allowedTenants: [TENANT_ID],
      storage: { kind: 'account', account: 'jagsstorage' },
      backupStorage: { kind: 'account', account: 'jagsstorage' },
      storagePrefix: 'jags',
      graphUrl: 'https://graph.microsoft.com',
      organiser: ORGANISER_ID,
      facilitatorSupport: [],
      coordinatorsGroup: COORDINATORS_GROUP,
      tab: { issuer: `https://login.microsoftonline.com/${TENANT_ID}/v2.0`, audience: BOT },
      proxies: 0,
      worker: true,
      policy: defaultPolicy,
    });
  });

  it('reads a bot that is a managed identity', () => {
    const config = readConfig({
      ...federated,
      BOT_TYPE: 'UserAssignedMSI',
      MANAGED_IDENTITY_CLIENT_ID: '',
    });
    expect(config.signIn).toEqual({ kind: 'managed-identity', botId: BOT, tenantId: TENANT_ID });
  });

  it('reads a bot with a client secret', () => {
    const config = readConfig({
      ...federated,
      BOT_TYPE: 'SingleTenant',
      MANAGED_IDENTITY_CLIENT_ID: undefined,
      BOT_PASSWORD: 'hush',
    });
    expect(config.signIn).toEqual({ kind: 'secret', botId: BOT, tenantId: TENANT_ID, password: 'hush' });
  });

  it('reads a bot without a sign-in, on loopback', () => {
    const { signIn, allowedTenants, storage, graphUrl } = readConfig(anonymous);
    expect({ signIn, allowedTenants, storage, graphUrl }).toEqual({
      signIn: { kind: 'anonymous' },
      allowedTenants: [],
      storage: { kind: 'connection-string', connectionString: 'UseDevelopmentStorage=true' },
      graphUrl: 'http://127.0.0.1:4000',
    });
  });

  it('takes tokens for the tab from Entra, for the bot', () => {
    const issuer = `https://login.microsoftonline.com/${TENANT_ID}/v2.0`;
    expect(readConfig(federated).tab).toEqual({ issuer, audience: BOT });
  });

  it('takes tokens for the tab from whom it is told, when anonymous', () => {
    expect(readConfig(anonymous).tab).toBeUndefined();
    const tab = { issuer: 'http://127.0.0.1:4100', audience: BOT };
    expect(readConfig({ ...anonymous, TAB_ISSUER: tab.issuer, TAB_AUDIENCE: BOT }).tab).toEqual(tab);
  });

  it('reads what is optional', () => {
    const config = readConfig({
      ...federated,
      PORT: '0',
      ALLOWED_TENANTS: `${TENANT_ID}, ${BOT.toUpperCase()}`,
      STORAGE_PREFIX: 'jags2',
      GRAPH_URL: 'https://graph.microsoft.com/',
      QUALITY_GROUP: COORDINATORS_GROUP,
      GOVERNANCE_GROUP: COORDINATORS_GROUP,
      LEAD: ORGANISER_ID,
      FACILITATOR_SUPPORT: `${ORGANISER_ID}, ${BOT.toUpperCase()}`,
      TEAMS_APP_ID: BOT,
      PUBLIC_URL: 'https://jags.example/',
      PROXIES: '1',
      API_AUDIENCE: 'api://jags.example',
      API_ISSUER: 'https://sts.example/tenant/',
      WORKER: 'off',
      APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${BOT}`,
    });
    expect(config).toMatchObject({
      port: 0,
      allowedTenants: [TENANT_ID, BOT],
      storagePrefix: 'jags2',
      graphUrl: 'https://graph.microsoft.com',
      qualityGroup: COORDINATORS_GROUP,
      governanceGroup: COORDINATORS_GROUP,
      lead: ORGANISER_ID,
      facilitatorSupport: [ORGANISER_ID, BOT],
      teamsAppId: BOT,
      publicUrl: 'https://jags.example',
      proxies: 1,
      api: { audience: 'api://jags.example', issuer: 'https://sts.example/tenant/' },
      worker: false,
      applicationInsights: `InstrumentationKey=${BOT}`,
    });
  });

  it('takes a setting of blanks as not set', () => {
    expect(readConfig({ ...federated, PORT: ' ', POLICY_NOTICE_DAYS: '' })).toEqual(readConfig(federated));
  });
});

describe('refusing to start', () => {
  it('says what was expected, what it got, and where to look', () => {
    expect(() => readConfig({ ...federated, COORDINATORS_GROUP: '' })).toThrow(
      'Expected COORDINATORS_GROUP to be a group id, got "". See .env.sample.',
    );
  });

  it('names every problem in one message', () => {
    const wrong = {
      ...federated,
      PORT: 'high',
      LEAD: 'Cora',
      FACILITATOR_SUPPORT: `${ORGANISER_ID},Sage`,
      WORKER: 'yes',
      POLICY_NOTICE_DAYS: 'ten',
      ORGANISER: '',
    };
    expect(() => readConfig(wrong)).toThrow(SettingsError);
    expect(
      problemsOf(wrong)
        .map((each) => /Expected (\w+)/.exec(each)?.[1])
        .sort(),
    ).toEqual(['FACILITATOR_SUPPORT', 'LEAD', 'ORGANISER', 'PORT', 'POLICY_NOTICE_DAYS', 'WORKER'].sort());
  });

  it.each<[string, Settings, string]>([
    [
      'no bot and no ANONYMOUS',
      { ...federated, BOT_ID: '' },
      'BOT_ID to be the app id of the bot (or ANONYMOUS=loopback',
    ],
    ['a bot and ANONYMOUS', { ...anonymous, BOT_ID: BOT }, 'BOT_ID to be left out with ANONYMOUS=loopback'],
    [
      'ANONYMOUS with any other value',
      { ...anonymous, ANONYMOUS: 'true' },
      'ANONYMOUS to be "loopback", got "true"',
    ],
    ['a secret left beside ANONYMOUS', { ...anonymous, BOT_PASSWORD: 'x' }, 'BOT_PASSWORD to be left out'],
    ['an unknown BOT_TYPE', { ...federated, BOT_TYPE: 'MultiTenant' }, 'BOT_TYPE to be "Federated" or'],
    [
      'Federated without the identity it trusts',
      { ...federated, MANAGED_IDENTITY_CLIENT_ID: '' },
      'MANAGED_IDENTITY_CLIENT_ID',
    ],
    ['Federated with a secret', { ...federated, BOT_PASSWORD: 'x' }, 'BOT_PASSWORD to be left out'],
    ['a bot without a tenant', { ...federated, BOT_TENANT_ID: '' }, 'BOT_TENANT_ID'],
    [
      'SingleTenant without its secret',
      { ...federated, BOT_TYPE: 'SingleTenant', MANAGED_IDENTITY_CLIENT_ID: '' },
      'BOT_PASSWORD',
    ],
    [
      'UserAssignedMSI with another identity',
      { ...federated, BOT_TYPE: 'UserAssignedMSI' },
      'MANAGED_IDENTITY_CLIENT_ID to be left out',
    ],
    ['no allowed tenant', { ...federated, ALLOWED_TENANTS: '' }, 'ALLOWED_TENANTS to be tenant ids'],
    [
      'an allowed tenant by its domain',
      { ...federated, ALLOWED_TENANTS: 'norfolk.example' },
      'ALLOWED_TENANTS',
    ],
    [
      'an allowed tenant and an empty one',
      { ...federated, ALLOWED_TENANTS: `${TENANT_ID},` },
      'ALLOWED_TENANTS',
    ],
    [
      'more proxies than there can be',
      { ...federated, PROXIES: '4' },
      'PROXIES to be a whole number from 0 to 3',
    ],
    ['no storage', { ...federated, STORAGE_ACCOUNT: '' }, 'STORAGE_ACCOUNT'],
    [
      'two storages',
      { ...federated, STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true' },
      'STORAGE_ACCOUNT to be left out',
    ],
    [
      'a storage account without an identity',
      { ...anonymous, STORAGE_ACCOUNT: 'jags' },
      'STORAGE_ACCOUNT to be left out',
    ],
    [
      'no storage without a sign-in',
      { ...anonymous, STORAGE_CONNECTION_STRING: '' },
      'STORAGE_CONNECTION_STRING',
    ],
    ['a prefix no table can have', { ...federated, STORAGE_PREFIX: 'jags-2' }, 'STORAGE_PREFIX'],
    ['Graph over plain http', { ...federated, GRAPH_URL: 'http://graph.example' }, 'GRAPH_URL'],
    [
      'a host that only starts like loopback',
      { ...federated, GRAPH_URL: 'http://127.0.0.1.example' },
      'GRAPH_URL',
    ],
    ['the public Graph without an identity', { ...anonymous, GRAPH_URL: '' }, 'GRAPH_URL to be on loopback'],
    [
      'a public address with a query',
      { ...federated, PUBLIC_URL: 'https://jags.example/?a=1' },
      'PUBLIC_URL',
    ],
    ['a tab issuer beside a bot id', { ...federated, TAB_ISSUER: 'https://sts.example' }, 'TAB_ISSUER'],
    ['a tab audience beside a bot id', { ...federated, TAB_AUDIENCE: BOT }, 'TAB_AUDIENCE'],
    ['a tab issuer alone', { ...anonymous, TAB_ISSUER: 'http://127.0.0.1:4100' }, 'TAB_AUDIENCE'],
    [
      'a tab issuer others could read',
      { ...anonymous, TAB_ISSUER: 'http://sts.example', TAB_AUDIENCE: BOT },
      'TAB_ISSUER',
    ],
    ['an API audience without its issuer', { ...federated, API_AUDIENCE: 'api://jags' }, 'API_ISSUER'],
    [
      'an API issuer without its audience',
      { ...federated, API_ISSUER: 'https://sts.example' },
      'API_AUDIENCE',
    ],
    [
      'a port beyond the last',
      { ...federated, PORT: '65536' },
      'PORT to be a whole number from 0 to 65535, got "65536"',
    ],
  ])('refuses %s', (_, environment, expected) => {
    const problems = problemsOf(environment);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`Expected ${expected}`);
  });

  it.each([
    ['BOT_PASSWORD', { BOT_TYPE: 'Federated' }],
    ['STORAGE_CONNECTION_STRING', { STORAGE_ACCOUNT: '' }],
    ['APPLICATIONINSIGHTS_CONNECTION_STRING', {}],
  ])('never shows %s', (name, others) => {
    const problems = problemsOf({ ...federated, ...others, [name]: 'marked-secret' });
    expect(problems.join()).toContain(name);
    expect(problems.join()).not.toContain('marked-secret');
  });

  it('never shows a password written into an address', () => {
    const problems = problemsOf({ ...federated, GRAPH_URL: 'https://marked:secret@graph.example' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toMatch(/marked|secret/);
  });

  it('answers any rubbish with a SettingsError, quickly', () => {
    const names = [...Object.keys(settings), ...Object.values(policySettings).map((setting) => setting.name)];
    const rubbish = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.string({ maxLength: 3000 }), fc.json()),
    );
    fc.assert(
      fc.property(rubbish, (environment) => {
        expect(() => readConfig({ ...environment, ORGANISER: 'nobody' })).toThrow(SettingsError);
      }),
    );
  });
});
