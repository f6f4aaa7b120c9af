/** The page about what the bot rests on says what is so: each package, its version, who imports it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENDED, importersOf, namings } from '../../../infra/supply-chain/importers';
import { packageFile } from '../../../infra/supply-chain/locked';
import { importsOf } from '../../import-rule';

const root = join(__dirname, '../../..');
const { dependencies } = packageFile(root);
const page = readFileSync(join(root, 'infra/dependencies.md'), 'utf8');

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, name = '', version = '', , parts = '', files = '', state = '', known = '', instead = '']) => ({
    ...{ name: name.replaceAll('`', ''), version, files: Number(files), state, known, instead },
    parts: [...parts.matchAll(/`([^`]+)`/g)].map(([, part]) => part!),
  }));

const named = namings(root);

it('has a row for each package, and no other', () => {
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(dependencies));
});

it.each(rows.map((row) => [row.name, row] as const))('%s', (name, { version, files, parts, ...told }) => {
  const importers = importersOf(name, named);
  expect({ version, files, parts }).toEqual({
    version: dependencies[name],
    files: importers.length,
    parts: [...new Set(importers.map((path) => path.split('/').slice(0, 2).join('/')))].sort(),
  });
  expect(Object.values(told)).not.toContain('');
});

it.each(Object.entries(ENDED))('%s, which has ended, is in %s alone', (name, folder) => {
  const importers = importersOf(name, named);
  expect(importers.length).toBeGreaterThan(0);
  expect(importers.filter((path) => !path.startsWith(folder))).toEqual([]);
});

it('finds what a file names as the compiler does', () => {
  for (const { path, names } of named) {
    const compiled = importsOf(readFileSync(join(root, path), 'utf8'), path).map(({ from }) => from);
    expect([path, compiled.filter((from) => !names.includes(from))]).toEqual([path, []]);
  }
});
