/** The page about what the bot rests on says what is so: each package, its version, who imports it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
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

/** What each file of src names, also by `require.resolve`. */
const named = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((name) => {
    const path = `src/${name.split(sep).join('/')}`;
    const text = readFileSync(join(root, path), 'utf8');
    const resolved = [...text.matchAll(/require\.resolve\('([^']+)'\)/g)].map(([, from]) => from!);
    return { path, names: [...importsOf(text, path).map(({ from }) => from), ...resolved] };
  });

function importersOf(name: string): readonly string[] {
  const isOf = (from: string) => from === name || from.startsWith(`${name}/`);
  return named.filter(({ names }) => names.some(isOf)).map(({ path }) => path);
}

it('has a row for each package, and no other', () => {
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(dependencies));
});

it.each(rows.map((row) => [row.name, row] as const))('%s', (name, { version, files, parts, ...told }) => {
  const importers = importersOf(name);
  expect({ version, files, parts }).toEqual({
    version: dependencies[name],
    files: importers.length,
    parts: [...new Set(importers.map((path) => path.split('/').slice(0, 2).join('/')))].sort(),
  });
  expect(Object.values(told)).not.toContain('');
});

it.each(['botbuilder', 'botframework-connector', '@microsoft/teams-ai', 'adaptivecards-templating'])(
  '%s, which has ended, is in src/teams alone',
  (name) => {
    const importers = importersOf(name);
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((path) => !path.startsWith('src/teams/'))).toEqual([]);
  },
);
