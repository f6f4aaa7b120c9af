/**
 * `npm run bench`: what the program costs, as ratios against something bare measured in the same run. One section alone:
 * `npm run bench -- matching`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Microsoft365, startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import { type RunningStorage, startStorageOnDisk } from '../sandbox/storage';
import { countCalls } from './calls';
import { measureClicks } from './click';
import { measureFigures } from './figures';
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

async function bench(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((name) => !(name in SECTIONS));
  if (unknown !== undefined)
    throw new Error(`Expected sections of ${Object.keys(SECTIONS).join(', ')}, got "${unknown}"`);
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  const storage = await startStorageOnDisk(dir);
  const graph = await startMicrosoft365({ busy: 'none' });
  try {
    const from = performance.now();
    const sections: Section[] = [];
    for (const [name, measure] of Object.entries(SECTIONS))
      if (wanted.length === 0 || wanted.includes(name)) sections.push(await measure(storage, graph));
    const seconds = Math.round((performance.now() - from) / 1_000);
    process.stdout.write(`${printed(sections)}\n\n${howToRead(seconds)}\n`);
  } finally {
    await graph.stop();
    await storage.stop();
    rmSync(dir, { recursive: true });
  }
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
