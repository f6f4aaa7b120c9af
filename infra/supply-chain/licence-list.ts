/** The licences of everything that runs, for whoever passes the bot on: a page in Markdown. */
import { CREDITS, licenceOf, readWhere, RUNTIME_LICENCES } from './licences';
import type { Locked } from './locked';

export function licenceList(locked: readonly Locked[]): string {
  const running = locked.filter(({ dev }) => !dev);
  const developing = locked.filter(({ dev }) => dev);
  return [
    '# Licences',
    `${distinct(running).length} packages are part of what runs. Written from package-lock.json by \`npm run sbom\`.`,
    '## To be named',
    ...Object.values(CREDITS).map((credit) => `- ${credit}`),
    '## What each licence asks',
    '| licence | asks | packages |',
    '| --- | --- | --- |',
    ...counted(running).map(([licence, count]) => `| ${licence} | ${asksOf(licence)} | ${count} |`),
    '## Each package that runs',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...distinct(running).map(rowOf),
    '## For building and testing alone',
    '| licence | packages |',
    '| --- | --- |',
    ...counted(developing).map(([licence, count]) => `| ${licence} | ${count} |`),
  ]
    .map((line) => (line.startsWith('#') ? `\n${line}\n` : line))
    .join('\n')
    .trimStart()
    .concat('\n');
}

function rowOf(locked: Locked): string {
  const where = readWhere(locked);
  const licence = licenceOf(locked) ?? 'unknown';
  return `| ${locked.name} | ${locked.version} | ${licence}${where === undefined ? '' : ` (read: ${where})`} |`;
}

/** A package that lies in several places is one. */
function distinct(locked: readonly Locked[]): readonly Locked[] {
  const byName = new Map(locked.map((each) => [`${each.name}@${each.version}`, each]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function counted(locked: readonly Locked[]): readonly (readonly [licence: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const each of distinct(locked)) {
    const licence = licenceOf(each) ?? 'unknown';
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function asksOf(expression: string): string {
  const single = expression.replace(/[()]/g, '').split(/ (?:AND|OR) /);
  return single.flatMap((each) => RUNTIME_LICENCES[each] ?? []).join('; ');
}
