/** What is kept of seeds, as ranges. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planOf } from './plan';
import { hasPassed, nextSeed, passedCount, readSeeds, type Seeds, withPassed, writeSeeds } from './seeds';

const NONE: Seeds = { passed: [], onceFailed: [] };
const passing = (...seeds: readonly number[]): Seeds =>
  seeds.reduce((so, seed) => withPassed(so, seed, '2026-11-27'), NONE);

it('keeps neighbours of one day as one range, each once', () => {
  const { passed } = passing(3, 1, 2, 2, 7);
  expect(passed).toEqual([
    { from: 1, to: 3, on: '2026-11-27' },
    { from: 7, to: 7, on: '2026-11-27' },
  ]);
  expect(passedCount({ ...NONE, passed })).toBe(4);
});

it('goes on after the last that has passed or failed', () => {
  expect(nextSeed(NONE)).toBe(1);
  expect(nextSeed({ ...passing(1, 2), onceFailed: [{ seed: 9, why: 'found something' }] })).toBe(10);
});

it('counts no seed that once failed and has not passed since', () => {
  const seeds = readSeeds();
  expect(seeds.onceFailed.every(({ why }) => why.length > 0)).toBe(true);
  expect(hasPassed(passing(4), 5)).toBe(false);
});

it('is read as it was written', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'seeds-')), 'seeds.json');
  const seeds: Seeds = { ...passing(1, 2, 5), onceFailed: [{ seed: 4, why: 'a card was "posted" twice' }] };
  writeSeeds(seeds, file);
  expect(readSeeds(file)).toEqual(seeds);
});

it('plans the same for the same seed, and something else for another', () => {
  expect(planOf(5)).toEqual(planOf(5));
  expect({ ...planOf(6), seed: 5 }).not.toEqual(planOf(5));
});
