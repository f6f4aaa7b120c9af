/** Nothing but what was looked at is installed, and nothing of it runs because it is installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages, packageFile } from '../../../infra/supply-chain/locked';

const root = join(__dirname, '../../..');
const locked = lockedPackages(root);
const { dependencies, devDependencies, overrides, allowScripts } = packageFile(root);
const settings = readFileSync(join(root, '.npmrc'), 'utf8').split('\n');

describe('what is asked for', () => {
  it.each(Object.entries({ ...dependencies, ...devDependencies, ...overrides }))(
    '%s is one version, not a range: %s',
    (_, version) => expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/),
  );

  it.each(Object.entries({ ...dependencies, ...devDependencies }))(
    '%s is locked in that version: %s',
    (name, version) => {
      expect(locked.find(({ path }) => path === `node_modules/${name}`)?.version).toBe(version);
    },
  );
});

describe('what is installed', () => {
  it('is held against its hash, every package of it', () => {
    expect(locked.length).toBeGreaterThan(500);
    expect(locked.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  it('comes from whatever registry the machine is set to: the lockfile names none', () => {
    expect(locked.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(settings).toContain('omit-lockfile-registry-resolved=true');
    expect(settings.filter((line) => /registry\s*=|_auth/i.test(line.replace(/^omit-.*/, '')))).toEqual([]);
  });

  it('runs nothing of its own by that: each that would is named, and refused', () => {
    const would = new Set(locked.filter((each) => each.hasInstallScript).map(({ name }) => name));
    expect(Object.keys(allowScripts).sort()).toEqual([...would].sort());
    expect(Object.values(allowScripts)).not.toContain(true);
    expect(settings).toContain('ignore-scripts=true');
  });
});
