/** What `npm run package` makes for Power Platform: solutions an administrator can import as they are. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { run } from '../../../infra/package/run';
import { hasCheckers, solutionFindings } from '../power-platform/checkers';

const CHECKOUT = join(__dirname, '../../..');

const CONNECTOR = {
  BOT_ID: 'b0700000-0000-4000-8000-000000000001',
  BOT_TENANT_ID: '7e4a0000-0000-4000-8000-000000000001',
  PUBLIC_URL: 'https://jags.norfolk-sandbox.example',
  CONNECTOR_CLIENT_ID: 'c0440000-0000-4000-8000-000000000001',
  CONNECTOR_CONTACT: 'jags@norfolk-sandbox.example',
};
const EVERYTHING = {
  ...CONNECTOR,
  CONNECTOR_NAME: 'shared_jags-5fjags-5f0123456789abcdef',
  TEAMS_APP_ID: '7ea50000-0000-4000-8000-000000000001',
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jags-package-'));
  for (const each of ['appPackage', 'infra', 'package.json'])
    symlinkSync(join(CHECKOUT, each), join(root, each));
});
afterEach(() => rmSync(root, { recursive: true }));

function inside(zip: string): Record<string, string> {
  const files = unzipSync(readFileSync(join(root, `dist/${zip}-production.zip`)));
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  );
}

describe('the packages for Power Platform', () => {
  it('are none where nobody asked for them', () => {
    expect(run(root, [], { ...EVERYTHING, CONNECTOR_CLIENT_ID: '', CONNECTOR_NAME: '' })).toEqual([
      'dist/teams-app-production.zip',
    ]);
  });

  it('are the connector alone until it has been imported and has a name', () => {
    expect(run(root, [], CONNECTOR)).toEqual([
      'dist/teams-app-production.zip',
      'dist/jags-connector-production.zip',
    ]);
    expect(run(root, [], EVERYTHING)).toEqual([
      'dist/teams-app-production.zip',
      'dist/jags-connector-production.zip',
      'dist/jags-form-to-request-production.zip',
      'dist/jags-booked-to-notice-production.zip',
    ]);
  });

  it('have nothing left to be filled in, and are the same each time', () => {
    run(root, [], EVERYTHING);
    const first = ['jags-connector', 'jags-form-to-request', 'jags-booked-to-notice'].map(inside);
    for (const [path, text] of first.flatMap((files) => Object.entries(files)))
      expect(path + text).not.toMatch(/\$\{\{|jags[.@]example\.org/);
    run(root, [], EVERYTHING);
    expect(['jags-connector', 'jags-form-to-request', 'jags-booked-to-notice'].map(inside)).toEqual(first);
  });

  it('sign in at the tenant, for the API, as the registration of the connector', () => {
    run(root, [], EVERYTHING);
    const files = inside('jags-connector');
    const parameters: unknown = JSON.parse(files['Connector/jags_5Fjags_connectionparameters.json']!);
    expect(parameters).toMatchObject({
      token: {
        oAuthSettings: {
          clientId: CONNECTOR.CONNECTOR_CLIENT_ID,
          redirectMode: 'GlobalPerConnector',
          customParameters: {
            tenantId: { value: CONNECTOR.BOT_TENANT_ID },
            resourceUri: { value: `api://jags.norfolk-sandbox.example/botid-${CONNECTOR.BOT_ID}` },
          },
        },
      },
    });
    const description = files['Connector/jags_5Fjags_openapidefinition.json']!;
    expect(JSON.parse(description)).toMatchObject({
      info: { contact: { url: CONNECTOR.PUBLIC_URL, email: CONNECTOR.CONNECTOR_CONTACT } },
      host: 'jags.norfolk-sandbox.example',
      basePath: '/api/v1',
    });
    expect(description).not.toContain('/common/');
  });

  it('tell the flows the public address, whom to ring, and where coordinators open a request', () => {
    run(root, [], { ...EVERYTHING, POLICY_CADS_LINE: '01632 960999' });
    const form = inside('jags-form-to-request');
    const variable = (files: Record<string, string>, name: string) =>
      files[`environmentvariabledefinitions/${name}/environmentvariabledefinition.xml`]!;
    expect(variable(form, 'jags_PublicUrl')).toContain('>https://jags.norfolk-sandbox.example<');
    expect(variable(form, 'jags_SafetyLine').replaceAll('\u00a0', ' ')).toContain('01632 960999');
    const link = variable(inside('jags-booked-to-notice'), 'jags_RequestAddress');
    expect(link).toContain(
      `https://teams.microsoft.com/l/entity/${EVERYTHING.TEAMS_APP_ID}/coordination?context=`,
    );
    expect(link).toContain('requests%2FREQUEST_ID');
  });

  it('have the version of package.json, so that an upgrade counts as one', () => {
    run(root, [], EVERYTHING);
    const { version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(inside('jags-connector')['solution.xml']).toContain(`<Version>${version}.0</Version>`);
  });

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['a name without a registration', { CONNECTOR_CLIENT_ID: '' }, ['CONNECTOR_CLIENT_ID']],
    [
      'the registration of the bot itself',
      { CONNECTOR_CLIENT_ID: EVERYTHING.BOT_ID },
      ['CONNECTOR_CLIENT_ID'],
    ],
    [
      'no tenant and a name of another form',
      { BOT_TENANT_ID: '', CONNECTOR_NAME: 'jags' },
      ['BOT_TENANT_ID', 'CONNECTOR_NAME'],
    ],
    ['no bot and no address, each named once', { BOT_ID: '', PUBLIC_URL: '' }, ['BOT_ID', 'PUBLIC_URL']],
    ['nobody who answers for it', { CONNECTOR_CONTACT: 'the coordinators' }, ['CONNECTOR_CONTACT']],
    ['a policy that is none', { POLICY_CADS_LINE: '', POLICY_NOTICE_DAYS: 'ten' }, ['POLICY_NOTICE_DAYS']],
  ])('are not made of %s', (_, changed, wrong) => {
    const made = () => run(root, [], { ...EVERYTHING, ...changed });
    expect(made).toThrow(/^Nothing has been packed:/);
    try {
      made();
    } catch (error) {
      const [, ...lines] = (error as Error).message.split('\n');
      expect(lines.map((line) => /^- Expected (\w+) to /.exec(line)?.[1])).toEqual(wrong);
    }
  });

  const strictly = hasCheckers ? it : it.skip;
  const where = hasCheckers ? '' : ' (no checker here; set SHARED_TOOLS)';

  strictly.each(['jags-connector', 'jags-form-to-request', 'jags-booked-to-notice'])(
    `can be imported, as far as can be told without Power Platform: %s${where}`,
    (zip) => {
      run(root, [], EVERYTHING);
      expect(solutionFindings(inside(zip), EVERYTHING.CONNECTOR_NAME)).toEqual([]);
    },
  );
});
