/** The seeds that have passed so far, in a file of the repository; those that ever failed are kept by number. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Passed {
  /** Both counted. */
  readonly from: number;
  readonly to: number;
  /** The day, YYYY-MM-DD. */
  readonly on: string;
}

export interface Seeds {
  readonly passed: readonly Passed[];
  /** Told again each time; `why` says what was found by it. */
  readonly onceFailed: readonly { readonly seed: number; readonly why: string }[];
}

export const SEEDS_FILE = join(__dirname.replace(/([/\\])build([/\\]test[/\\]storms)$/, '$2'), 'seeds.json');

export function readSeeds(file: string = SEEDS_FILE): Seeds {
  return JSON.parse(readFileSync(file, 'utf8')) as Seeds;
}

/** A range a line, as the formatter leaves it. */
export function writeSeeds({ passed, onceFailed }: Seeds, file: string = SEEDS_FILE): void {
  const listed = (all: readonly object[]): string =>
    all.length < 2
      ? `[${all.map(inOneLine).join('')}]`
      : `[\n${all.map((each) => `    ${inOneLine(each)}`).join(',\n')}\n  ]`;
  writeFileSync(file, `{\n  "passed": ${listed(passed)},\n  "onceFailed": ${listed(onceFailed)}\n}\n`);
}

function inOneLine(fields: object): string {
  const all = Object.entries(fields).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  return `{ ${all.join(', ')} }`;
}

/** With one more that has passed; next to each other and of one day they are one line. */
export function withPassed(seeds: Seeds, seed: number, on: string): Seeds {
  if (hasPassed(seeds, seed)) return seeds;
  const all = [...seeds.passed, { from: seed, to: seed, on }].sort((one, other) => one.from - other.from);
  const passed: Passed[] = [];
  for (const each of all) {
    const last = passed.at(-1);
    if (last && last.on === each.on && last.to + 1 === each.from)
      passed.splice(-1, 1, { ...last, to: each.to });
    else passed.push(each);
  }
  return { ...seeds, passed };
}

export function hasPassed({ passed }: Seeds, seed: number): boolean {
  return passed.some(({ from, to }) => from <= seed && seed <= to);
}

export function passedCount({ passed }: Seeds): number {
  return passed.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** The first that has neither passed nor failed yet. */
export function nextSeed({ passed, onceFailed }: Seeds): number {
  return Math.max(0, ...passed.map(({ to }) => to), ...onceFailed.map(({ seed }) => seed)) + 1;
}
