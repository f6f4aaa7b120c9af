/**
 * Twenty storms of four processes each, the same in every run, those that once found something among them: in a process of
 * their own, because they live on another clock. `node build/test/storms/run.js` tells more.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readSeeds } from './seeds';
import type { Told } from './telling';

const RUN = join(__dirname, '..', '..', 'build', 'test', 'storms', 'run.js');
const COUNT = 20;
/** Each starts and kills processes; a machine that does much else takes its time. */
const LONGEST_MS = 45 * 60_000;

it(
  'keeps every promise, whatever breaks',
  () => {
    const again = readSeeds().onceFailed.map(({ seed }) => seed);
    const others = Math.max(COUNT - again.length, 1);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        RUN,
        '--from',
        '1',
        '--count',
        String(others),
        '--json',
        ...again.flatMap((seed) => ['--also', `${seed}`]),
      ],
      { encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    if (stdout === '') throw new Error(`Expected storms to be told, got: ${stderr}`);
    const { outcomes, struck } = JSON.parse(stdout) as Told;
    expect(outcomes.filter(({ breaches }) => breaches.length > 0)).toEqual([]);
    expect(new Set(outcomes.map(({ seed }) => seed)).size).toBeGreaterThanOrEqual(COUNT);
    // A harness that breaks nothing, or in which nothing happens, would pass as well.
    const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
    expect(sum(Object.values(struck))).toBeGreaterThan(COUNT * 5);
    expect(sum(outcomes.map(({ held }) => held))).toBeGreaterThan(0);
    expect(sum(outcomes.map(({ evaluations }) => evaluations))).toBeGreaterThan(0);
  },
  LONGEST_MS,
);
