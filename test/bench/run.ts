/**
 * `npm run bench`: what the program costs, as ratios against something bare measured in the same run. One section alone:
 * `npm run bench -- matching`. `-- --keep` writes the ratios to kept.json; `-- --check` fails when one of them has clearly
 * worsened since: a section that seems worse is measured again, and only what is worse both times counts. `-- --json`
 * prints the sections for a program.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Microsoft365, startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import { type RunningStorage, startStorageOnDisk } from '../sandbox/storage';
import { countCalls } from './calls';
import { measureClicks } from './click';
import { measureFigures } from './figures';
import { judge, type Rounds, worseInAll } from './guard';
import { keep, readKept } from './kept';
import { measureMatching } from './matching';
import { measureRoster } from './roster';
import { measureStart } from './start-up';
import { measureSweep } from './sweep';
import { printed, type Section } from './table';
import { measureWorkers } from './workers';

type Measure = (storage: RunningStorage, graph: Microsoft365) => Promise<Section>;

const SECTIONS: Readonly<Record<string, Measure>> = {
  clicks: measureClicks,
  calls: (_storage, graph) => countCalls(graph),
  start: measureStart,
  matching: (_storage, graph) => measureMatching(graph),
  sweep: measureSweep,
  figures: measureFigures,
  roster: () => measureRoster(),
  workers: measureWorkers,
};
const OPTIONS = ['--check', '--keep', '--json'];

async function bench(asked: readonly string[]): Promise<void> {
  const known = [...OPTIONS, ...Object.keys(SECTIONS)];
  const unknown = asked.find((each) => !known.includes(each));
  if (unknown !== undefined) throw new Error(`Expected some of ${known.join(', ')}, got "${unknown}"`);
  const named = asked.filter((each) => !OPTIONS.includes(each));
  const wanted = named.length > 0 ? named : Object.keys(SECTIONS);
  const from = performance.now();
  const sections = await measured(wanted);
  const seconds = Math.round((performance.now() - from) / 1_000);
  if (asked.includes('--json')) process.stdout.write(`${JSON.stringify(sections)}\n`);
  else process.stdout.write(`${printed(Object.values(sections))}\n\n${howToRead(seconds)}\n`);
  if (asked.includes('--check')) await check(sections);
  if (asked.includes('--keep'))
    keep(
      Object.fromEntries(
        Object.entries(sections)
          .map(([name, section]) => [name, roundsOf(section)] as const)
          .filter(([, rounds]) => Object.keys(rounds).length > 0),
      ),
    );
}

/** The sections by their names, on storage and people of their own. */
async function measured(wanted: readonly string[]): Promise<Record<string, Section>> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  const storage = await startStorageOnDisk(dir);
  const graph = await startMicrosoft365({ busy: 'none' });
  try {
    const sections: Record<string, Section> = {};
    for (const [name, measure] of Object.entries(SECTIONS))
      if (wanted.includes(name)) sections[name] = await measure(storage, graph);
    return sections;
  } finally {
    await graph.stop();
    await storage.stop();
    rmSync(dir, { recursive: true });
  }
}

/** Measures again what seems worse, and says what was worse both times. */
async function check(sections: Readonly<Record<string, Section>>): Promise<void> {
  const kept = readKept();
  const seemsWorse = Object.keys(sections).filter(
    (name) => worseInAll(kept[name] ?? {}, [roundsOf(sections[name]!)]).length > 0,
  );
  const again = seemsWorse.length > 0 ? await measured(seemsWorse) : {};
  const lines = Object.entries(sections).flatMap(([name, section]) => {
    const before = kept[name] ?? {};
    const runs = [section, ...(again[name] ? [again[name]] : [])].map(roundsOf);
    const worse = worseInAll(before, runs).map((row) => `WORSE ${name}: ${row}`);
    const missing = Object.keys({ ...before, ...runs[0] })
      .filter((row) => ['not-kept', 'not-seen'].includes(judge(before[row], runs[0]![row])))
      .map((row) => `NOT COMPARED ${name}: ${row} (keep it: npm run bench -- --keep ${name})`);
    return [...worse, ...missing];
  });
  process.stdout.write(`\n${lines.length > 0 ? lines.join('\n') : 'No ratio is clearly worse than kept.'}\n`);
  if (lines.length > 0) process.exitCode = 1;
}

function roundsOf({ rows }: Section): Rounds {
  return Object.fromEntries(rows.flatMap(({ what, rounds }) => (rounds ? [[what, rounds]] : [])));
}

function howToRead(seconds: number): string {
  const load = loadavg()[0]!.toFixed(1);
  return (
    `Median (least–most) of pairs in turns, after a warm-up; a ratio's spread is over rounds. Took ${seconds} s on Node ` +
    `${process.version}, ${availableParallelism()} cores, load ${load} at the end: above the number of cores, others were ` +
    'working too, milliseconds mean little and a ratio is worth its spread.'
  );
}

bench(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
