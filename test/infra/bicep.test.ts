import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig, settings } from '../../src/config';
import { policySettings } from '../../src/settings/policy';
import { federated } from '../settings/right-settings';
import { findingsOf, thereIsABicepChecker } from './bicep-checker';

const infra = join(__dirname, '../../infra');
const read = (name: string) => readFileSync(join(infra, name), 'utf8');
const bicepFiles = readdirSync(infra).filter((name) => name.endsWith('.bicep'));
const parameterFiles = readdirSync(infra).filter((name) => name.endsWith('.parameters.json'));

/** Names of the object that `var settings` begins with. */
const given = [
  .../var settings = union\(\n {2}\{\n(.*?)\n {2}\},/s
    .exec(read('main.bicep'))![1]!
    .matchAll(/^ {4}([A-Z][A-Z_]*): /gm),
].map(([, name]) => name!);

/** What App Service itself reads, and what for. */
const AZURES_OWN: Readonly<Record<string, string>> = {
  WEBSITE_RUN_FROM_PACKAGE: 'the deployed folder is run as it is',
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'nothing is built there',
};
/** Named by those who build the API and the backup; here so that Azure is ready for them. */
const READ_ELSEWHERE = ['CALLBACK_HOSTS', 'BACKUP_ACCOUNT'];
const NOT_IN_AZURE: Readonly<Record<string, string>> = {
  ANONYMOUS: 'it would let anybody in',
  BOT_PASSWORD: 'the identity needs none',
  STORAGE_CONNECTION_STRING: 'it holds a key, and there are none',
  STORAGE_PREFIX: 'the account is the bot’s alone',
  GRAPH_URL: 'the public cloud is the default',
  TAB_ISSUER: 'with BOT_ID it is Entra',
  TAB_AUDIENCE: 'with BOT_ID it is that',
};

describe('the settings of the web app', () => {
  const known = [...Object.keys(settings), ...Object.values(policySettings).map(({ name }) => name)];

  it.each(given)('%s is one the program or App Service reads', (name) => {
    expect([...known, ...Object.keys(AZURES_OWN), ...READ_ELSEWHERE]).toContain(name);
  });

  it('leave none out without a reason', () => {
    const left = Object.keys(settings).filter((name) => !given.includes(name) && !(name in NOT_IN_AZURE));
    expect(left).toEqual([]);
  });

  it('name each once', () => {
    expect(new Set(given).size).toBe(given.length);
  });

  it('are enough to start, and every one that is required is among them', () => {
    const sample = parseEnv(readFileSync(join(__dirname, '../../.env.sample'), 'utf8'));
    const all = { ...sample, ...federated, POLICY_CADS_CHECKED: '2026-11-01' };
    const inAzure = Object.fromEntries(given.map((name) => [name, all[name as keyof typeof all]]));
    expect(readConfig(inAzure).signIn.kind).toBe('federated');
  });

  it('are off for the worker in the slot, and stay there after a swap', () => {
    expect(read('web.bicep')).toContain("items(union(settings, { WORKER: 'off' }))");
    expect(read('web.bicep')).toContain("appSettingNames: ['WORKER']");
  });
});

describe('what is kept of requests', () => {
  const { resources } = JSON.parse(read('site-logs.json')) as {
    resources: { properties: { logs: { category: string }[] } }[];
  };

  it('leaves out the log of paths, which are links for one person', () => {
    const kept = resources.flatMap(({ properties }) => properties.logs.map(({ category }) => category));
    expect(kept).toEqual(['AppServiceConsoleLogs', 'AppServiceAppLogs', 'AppServicePlatformLogs']);
    expect(read('web.bicep')).toContain('httpLoggingEnabled: false');
  });
});

describe('the alerts', () => {
  const METRICS = [
    'jags.effects.waiting',
    'jags.effects.parked',
    'jags.effects.oldest_seconds',
    'jags.deliveries.parked',
    'jags.subscription.minutes_left',
    'jags.backup.age_seconds',
    'jags.errors',
  ];

  it('look at metrics the program has', () => {
    const named = [...read('alerts.bicep').matchAll(/Name == "([\w.]+)"/g)].map(([, name]) => name);
    expect([...named].sort()).toEqual([...METRICS].sort());
  });

  it('say each what to do', () => {
    const rules = read('alerts.bicep').match(/^ {4}title: /gm)!;
    expect(read('alerts.bicep').match(/^ {4}todo: '.{40,}'$/gm)).toHaveLength(rules.length);
  });
});

describe('storage', () => {
  it('has no keys and nothing public', () => {
    const text = bicepFiles.map(read).join('\n');
    expect(text).not.toMatch(/listKeys|AccountKey|allowSharedKeyAccess: true|allowBlobPublicAccess: true/);
    expect(text.match(/Microsoft.Storage\/storageAccounts@[\d-]+' = /g)).toHaveLength(2);
    expect(text.match(/^ {2}properties: closed$/gm)).toHaveLength(2);
  });
});

describe('backups', () => {
  it('are gone after 30 days, and nothing keeps what was deleted', () => {
    const text = read('backups.bicep');
    const [, days] = /daysAfterCreationGreaterThan: (\d+)/.exec(text)!;
    expect(Number(days)).toBeLessThan(30);
    expect(
      text.match(/(deleteRetentionPolicy|containerDeleteRetentionPolicy): \{ enabled: false \}/g),
    ).toHaveLength(2);
    expect(text).toContain('isVersioningEnabled: false');
  });

  it('are all of storage the identity may touch blobs in', () => {
    const BLOB_CONTRIBUTOR = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe';
    const named = bicepFiles.filter((name) => read(name).includes(BLOB_CONTRIBUTOR));
    expect(named).toEqual(['backups.bicep']);
    expect(read('backups.bicep').match(/^ {2}scope: .+$/gm)).toEqual([
      '  scope: container',
      '  scope: erasures',
    ]);
  });
});

describe('the bot', () => {
  it('is of one tenant, and reached where the server listens for it', () => {
    const text = read('main.bicep');
    expect(text).toContain("msaAppType: 'SingleTenant'");
    const [, path] = /endpoint: 'https:\/\/\$\{host\}(.+)'/.exec(text)!;
    expect(readFileSync(join(__dirname, '../../src/server.ts'), 'utf8')).toContain(`path: '${path}'`);
  });
});

describe('parameter files', () => {
  const parametersOf = (name: string) =>
    (JSON.parse(read(name)) as { parameters: Record<string, { value: unknown }> }).parameters;

  it('of a pilot and of production differ in size and name alone', () => {
    const pilot = parametersOf('pilot.parameters.json');
    const production = parametersOf('production.parameters.json');
    const differing = Object.keys(pilot).filter(
      (name) => JSON.stringify(pilot[name]) !== JSON.stringify(production[name]),
    );
    expect(Object.keys(production)).toEqual(Object.keys(pilot));
    expect(differing.sort()).toEqual(['environmentName', 'size']);
  });

  it('of azd has every setting explained in the guide', () => {
    const names = [...read('main.parameters.json').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !read('README.md').includes(`\n| \`${name}\``))).toEqual([]);
  });

  it('all give the same parameters', () => {
    const names = parameterFiles.map((name) => Object.keys(parametersOf(name)).sort());
    expect(parameterFiles).toEqual([
      'main.parameters.json',
      'pilot.parameters.json',
      'production.parameters.json',
    ]);
    expect(new Set(names.map((each) => each.join())).size).toBe(1);
  });
});

(thereIsABicepChecker ? describe : describe.skip)(
  `the Bicep checker${thereIsABicepChecker ? '' : ' (left out: it is not installed, see SHARED_TOOLS)'}`,
  () => {
    it.each(parameterFiles)('is content with main.bicep and %s', (parameters) => {
      expect(findingsOf(join(infra, 'main.bicep'), join(infra, parameters))).toEqual([]);
    });
  },
);
