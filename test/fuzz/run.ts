/**
 * Gives every door its share of so many inputs: `node build/test/fuzz/run.js [--count 1000000] [--seed 1] [--door NAME]`.
 * Each door in a process of its own, as many at once as there are cores, each stopped when it says nothing for too long.
 * Prints what was seen as JSON; ends with 1 where something failed.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import limit from 'p-limit';
import { DOORS } from './doors';
import { type Failure, fuzz, type Fuzzed } from './fuzzing';

export interface FuzzedHere extends Fuzzed {
  readonly seconds: number;
  readonly rssStart: number;
  readonly rssEnd: number;
}

/** A batch takes some seconds; a quarter of an hour of silence is a hang. */
const SILENCE_MS = 15 * 60_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      door: { type: 'string' },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  if (values.door !== undefined) return ofOneDoor(values.door, count, seed);
  const whole = DOORS.reduce((sum, { share }) => sum + share, 0);
  const atOnce = limit(availableParallelism());
  const seen = await Promise.all(
    DOORS.map(({ name, share }) =>
      atOnce(() => inItsProcess(name, Math.ceil((count * share) / whole), seed)),
    ),
  );
  console.log(JSON.stringify(seen));
  if (seen.some(({ failures }) => failures.length > 0)) process.exitCode = 1;
}

async function ofOneDoor(name: string, count: number, seed: number): Promise<void> {
  const door = DOORS.find((each) => each.name === name);
  if (!door) throw new Error(`Expected the name of a door, got "${name}".`);
  const unseen: Failure[] = [];
  for (const event of ['unhandledRejection', 'uncaughtException'] as const)
    process.on(event, (error: unknown) => {
      const wrong = `${event}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`;
      unseen.push({ door: name, wrong, seed });
    });
  const [since, rssStart] = [Date.now(), process.memoryUsage().rss];
  const fuzzed = await fuzz(door, { count, seed, told: (given) => console.log(JSON.stringify({ given })) });
  const seen: FuzzedHere = {
    ...fuzzed,
    failures: [...unseen, ...fuzzed.failures],
    ...{ seconds: Math.round((Date.now() - since) / 1_000), rssStart, rssEnd: process.memoryUsage().rss },
  };
  // What failed may be of megabytes, and has to be through before the end.
  await new Promise<void>((written) =>
    process.stdout.write(`${JSON.stringify({ seen })}\n`, () => written()),
  );
  // Connections that were kept open for a next call are of no use to anybody.
  process.exit(0);
}

async function inItsProcess(name: string, count: number, seed: number): Promise<FuzzedHere> {
  const args = ['--expose-gc', __filename, '--door', name, '--count', String(count), '--seed', String(seed)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let heard = { given: 0 };
  let seen: FuzzedHere | undefined;
  const impatient = setInterval(() => child.kill('SIGKILL'), SILENCE_MS);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      impatient.refresh();
      const told = JSON.parse(line) as { given?: number; seen?: FuzzedHere };
      if (told.seen) seen = told.seen;
      else heard = { given: told.given ?? heard.given };
      process.stderr.write(`\r${name}: ${heard.given} of ${count} `);
    }
  } finally {
    clearInterval(impatient);
  }
  process.stderr.write('\n');
  if (seen) return seen;
  const failure = { door: name, wrong: `its process ended or hung after ${heard.given} inputs`, seed };
  return {
    ...{ door: name, inputs: heard.given, failures: [failure], heaps: [] },
    ...{ slowestMs: 0, slowest: '', kept: 0, seconds: 0, rssStart: 0, rssEnd: 0 },
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
