/**
 * `npm run evidence`: measures every part, keeps the figures and writes the page. `-- faults input` measures those alone; `-- --page`
 * nothing. Fails where a promise is not met, after the page has been written.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commitOf, type KeptFigures, machineInWords, readKept, writeKept } from './kept-figures';
import { evidencePage } from './page';
import type { Part } from './part';
import { loadPart, PART_NAMES, type PartName } from './parts';

const ROOT = process.cwd();

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { page: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !PART_NAMES.includes(name as PartName));
  if (unknown.length > 0)
    throw new Error(`Expected parts among ${PART_NAMES.join(', ')}, got ${unknown.join(', ')}`);
  const wanted = values.page ? [] : positionals.length > 0 ? (positionals as PartName[]) : PART_NAMES;
  for (const name of wanted) {
    const kept = { ...readKept(ROOT), [name]: await measured(loadPart(name)) };
    // After each: what takes an hour shall not be lost with what comes after it.
    writeKept(ROOT, kept);
    writeFileSync(join(ROOT, 'test', 'EVIDENCE.md'), evidencePage(kept, PART_NAMES));
  }
  const kept = readKept(ROOT);
  writeFileSync(join(ROOT, 'test', 'EVIDENCE.md'), evidencePage(kept, PART_NAMES));
  const failed = wanted.flatMap((name) => kept[name]?.findings.filter(({ met }) => met === 'not-met') ?? []);
  for (const { promise, seen } of failed) process.stdout.write(`Not met: ${promise} ${seen}\n`);
  if (failed.length > 0) process.exitCode = 1;
}

async function measured(part: Part): Promise<KeptFigures[string]> {
  process.stdout.write(`${part.title} …\n`);
  const machine = machineInWords();
  const commit = commitOf(ROOT);
  const begun = Date.now();
  const found = await part.measure();
  const minutes = Number(((Date.now() - begun) / 60_000).toFixed(1));
  for (const { promise, seen, met } of found.findings)
    process.stdout.write(`  ${met === 'met' ? '✓' : '✗'} ${promise} ${seen}\n`);
  return { title: part.title, measuredAt: new Date(begun).toISOString(), commit, machine, minutes, ...found };
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
