/** Whose licence is not on the list, or not known, is not built in. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CREDITS, licenceOf, notAllowed } from '../../../infra/supply-chain/licences';
import { type Locked, lockedPackages } from '../../../infra/supply-chain/locked';
import { run } from '../../../infra/supply-chain/run';

const root = join(__dirname, '../../..');
const locked = lockedPackages(root);
const one: Locked = {
  ...{ path: 'node_modules/invented', name: 'invented', version: '1.0.0' },
  ...{ dev: false, optional: false, hasInstallScript: false, dependencies: {} },
};

it.each([
  ['MIT', false, []],
  ['(MIT OR GPL-3.0-only)', false, []],
  ['(ISC AND AGPL-3.0-only)', false, ['AGPL-3.0-only']],
  ['GPL-3.0-only', false, ['GPL-3.0-only']],
  ['GPL-3.0-only', true, ['GPL-3.0-only']],
  ['MPL-2.0', true, []],
  ['MPL-2.0', false, ['MPL-2.0']],
  ['SEE LICENSE IN LICENSE', false, ['SEE LICENSE IN LICENSE']],
])('%s (for development: %s) leaves %j', (license, dev, wrong) => {
  expect(notAllowed({ ...one, license, dev })).toEqual(wrong);
});

it('what declares none is not allowed until somebody has read it', () => {
  expect(notAllowed(one)).toEqual(['unknown']);
  expect(licenceOf({ ...one, name: 'jspath' })).toBe('MIT');
});

it('everything that is installed has one on the list', () => {
  expect(locked.flatMap((each) => notAllowed(each).map((licence) => `${each.name}: ${licence}`))).toEqual([]);
});

it('whoever is to be named is', () => {
  const asks = locked.filter((each) => licenceOf(each)?.includes('CC-BY')).map(({ name }) => name);
  expect(asks.sort()).toEqual(Object.keys(CREDITS).sort());
});

it('both are written by one command, into any folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  try {
    const [bill, list] = run(root, ['--to', folder]);
    expect(JSON.parse(readFileSync(bill!, 'utf8'))).toMatchObject({ bomFormat: 'CycloneDX' });
    const text = readFileSync(list!, 'utf8');
    expect(text).toContain('date-holidays by commenthol');
    expect(text).toMatch(/^\| botbuilder \| 4\.23\.3 \| MIT \|$/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
