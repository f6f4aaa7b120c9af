/** What `npm run package` makes of the Teams app, for a pilot and for production. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { run } from '../../../infra/package/run';
import { zipped } from '../../../infra/package/zip';
import { checkedPackage, hasChecker } from './manifest-checker';

const CHECKOUT = join(__dirname, '../../..');

const PRODUCTION = {
  BOT_ID: 'b0700000-0000-4000-8000-000000000001',
  PUBLIC_URL: 'https://jags.example.org',
};
const PILOT = {
  TEAMS_MANIFEST_ID: '7ea50000-0000-4000-8000-000000000002',
  BOT_ID: 'b0700000-0000-4000-8000-000000000002',
  PUBLIC_URL: 'https://jags-pilot.example.org/',
  APP_VERSION: '1.4.0',
  APP_NAME_SUFFIX: '(pilot)',
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jags-package-'));
  symlinkSync(join(CHECKOUT, 'appPackage'), join(root, 'appPackage'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A file of settings, as an organisation keeps one for each environment. */
function file(name: string, settings: object): string {
  const path = join(root, name);
  const lines = Object.entries(settings).map(([setting, value]) => `${setting}=${value}`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const zipOf = (path: string) => readFileSync(join(root, path));
const manifestIn = (path: string) => Buffer.from(unzipSync(zipOf(path))['manifest.json']!).toString();

describe('the package of the Teams app', () => {
  it('is named after its environment: by the file, by what azd or the toolkit call it, or production', () => {
    const named = { ...PRODUCTION, AZURE_ENV_NAME: 'north' };
    expect(run(root, ['--env', file('.env.pilot', named)], {})).toEqual(['dist/teams-app-pilot.zip']);
    expect(run(root, ['--env', file('.env', named)], {})).toEqual(['dist/teams-app-north.zip']);
    expect(run(root, [], { ...PRODUCTION, TEAMSFX_ENV: 'dev' })).toEqual(['dist/teams-app-dev.zip']);
    expect(run(root, [], PRODUCTION)).toEqual(['dist/teams-app-production.zip']);
  });

  it('holds the manifest and its icons, and nothing else', () => {
    const [path] = run(root, [], PRODUCTION);
    expect(Object.keys(unzipSync(zipOf(path!))).sort()).toEqual([
      'color.png',
      'manifest.json',
      'outline.png',
    ]);
  });

  it('has everything filled in, for its environment', () => {
    const [pilot] = run(root, ['--env', file('.env.pilot', PILOT)], {});
    const text = manifestIn(pilot!);
    expect(text).not.toContain('${{');
    expect(JSON.parse(text)).toMatchObject({
      id: PILOT.TEAMS_MANIFEST_ID,
      version: '1.4.0',
      name: { short: 'JAGS (pilot)', full: 'Joint Agency Group Supervision (pilot)' },
      developer: { privacyUrl: 'https://jags-pilot.example.org/privacy' },
      staticTabs: [{ contentUrl: 'https://jags-pilot.example.org/tab' }],
      webApplicationInfo: {
        id: PILOT.BOT_ID,
        resource: `api://jags-pilot.example.org/botid-${PILOT.BOT_ID}`,
      },
      validDomains: ['jags-pilot.example.org', 'token.botframework.com'],
    });
  });

  it('has the version of package.json and the plain name where nothing else is asked for', () => {
    const [path] = run(root, [], PRODUCTION);
    const { version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(JSON.parse(manifestIn(path!))).toMatchObject({ version, name: { short: 'JAGS' } });
  });

  it('keeps the id it has in Teams when it is made again, whatever the catalogue calls it', () => {
    const [path] = run(root, [], { ...PRODUCTION, TEAMS_APP_ID: 'ca7a0000-0000-4000-8000-000000000001' });
    expect(JSON.parse(manifestIn(path!))).toMatchObject({ id: PRODUCTION.BOT_ID });
  });

  it('is the same byte for byte when it is made again, in whatever time zone', () => {
    const zone = process.env['TZ'];
    try {
      const made = ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/London'].map((each) => {
        process.env['TZ'] = each;
        return zipOf(run(root, [], PRODUCTION)[0]!);
      });
      expect(made[1]!.equals(made[0]!) && made[2]!.equals(made[0]!)).toBe(true);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('counts nothing but the file where one is named', () => {
    const bare = file('.env.pilot', { PUBLIC_URL: PILOT.PUBLIC_URL });
    expect(() => run(root, ['--env', bare], PRODUCTION)).toThrow('Expected BOT_ID');
  });

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['nothing at all', {}, ['BOT_ID', 'PUBLIC_URL']],
    ['a file not filled in yet', { BOT_ID: ' ', PUBLIC_URL: '' }, ['BOT_ID', 'PUBLIC_URL']],
    [
      'ids that are none',
      { ...PRODUCTION, BOT_ID: '1', TEAMS_MANIFEST_ID: 'jags' },
      ['BOT_ID', 'TEAMS_MANIFEST_ID'],
    ],
    ['http', { ...PRODUCTION, PUBLIC_URL: 'http://jags.example.org' }, ['PUBLIC_URL']],
    ['this machine', { ...PRODUCTION, PUBLIC_URL: 'http://127.0.0.1:3978' }, ['PUBLIC_URL']],
    ['a path', { ...PRODUCTION, PUBLIC_URL: 'https://www.example.org/jags' }, ['PUBLIC_URL']],
    ['no address', { ...PRODUCTION, PUBLIC_URL: 'jags.example.org' }, ['PUBLIC_URL']],
    ['a version of another form', { ...PRODUCTION, APP_VERSION: 'v2' }, ['APP_VERSION']],
    [
      'a suffix too long to be shown',
      { ...PRODUCTION, APP_NAME_SUFFIX: 'x'.repeat(26) },
      ['APP_NAME_SUFFIX'],
    ],
  ])('is not made of %s, and everything wrong is named', (_, settings, wrong) => {
    const made = () => run(root, [], settings);
    expect(made).toThrow(/^Nothing has been packed:/);
    try {
      made();
    } catch (error) {
      const [, ...lines] = (error as Error).message.split('\n');
      expect(lines.map((line) => /^- Expected (\w+) to /.exec(line)?.[1])).toEqual(wrong);
    }
    expect(() => zipOf('dist/teams-app-production.zip')).toThrow('ENOENT');
  });

  it('takes a suffix just short enough', () => {
    const [path] = run(root, [], { ...PRODUCTION, APP_NAME_SUFFIX: 'x'.repeat(25) });
    expect((JSON.parse(manifestIn(path!)) as { name: { short: string } }).name.short).toHaveLength(30);
  });

  it('is not made for an environment whose name would lead elsewhere', () => {
    expect(() => run(root, [], { ...PRODUCTION, AZURE_ENV_NAME: '../pilot' })).toThrow('to have a name');
  });

  const strictly = hasChecker ? it : it.skip;
  const where = hasChecker ? '' : ' (no checker here; set SHARED_TOOLS)';

  strictly.each([
    ['pilot', PILOT],
    ['production', PRODUCTION],
  ])(`is strictly clean by Microsoft's schema: %s${where}`, (name, settings) => {
    const [path] = run(root, ['--env', file(`.env.${name}`, settings)], {});
    for (const [inside, bytes] of Object.entries(unzipSync(zipOf(path!))))
      writeFileSync(join(root, inside), bytes);
    expect(checkedPackage(root).at(-1)).toMatch(/schema v1\.30\), 0 errors, 0 warnings$/);
  });

  strictly(`is strictly clean before it is filled in, too${where}`, () => {
    const folder = join(CHECKOUT, 'appPackage');
    expect(checkedPackage(folder, '--allow-placeholders').at(-1)).toMatch(/ 0 errors, 0 warnings$/);
  });
});

describe('a zip', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('does not depend on the order its files are given in, and begins with what tells their types', () => {
    const one = zipped({ 'b.txt': bytes('b'), 'A/a.txt': bytes('a'), '[Content_Types].xml': bytes('<x/>') });
    const other = zipped({
      '[Content_Types].xml': bytes('<x/>'),
      'A/a.txt': bytes('a'),
      'b.txt': bytes('b'),
    });
    expect(Buffer.from(one).equals(other)).toBe(true);
    expect(Object.keys(unzipSync(one))).toEqual(['[Content_Types].xml', 'A/a.txt', 'b.txt']);
  });

  it('is not made of nothing', () => {
    expect(() => zipped({})).toThrow('Expected files to zip');
  });
});
