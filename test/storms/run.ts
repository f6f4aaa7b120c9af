/**
 * `node build/test/storms/run.js [--from 1] [--count 20] [--keep] [--calm] [--also seed]… [--logs folder] [--json]`: tells
 * seeds, prints those
 * that fail with their plan, and with --keep adds those that pass to seeds.json.
 */
import { parseArgs } from 'node:util';
import { nextSeed, passedCount, readSeeds, withPassed, writeSeeds } from './seeds';
import { tell } from './telling';

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      count: { type: 'string', default: '20' },
      keep: { type: 'boolean', default: false },
      calm: { type: 'boolean', default: false },
      logs: { type: 'string' },
      also: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const from = values.from === undefined ? nextSeed(readSeeds()) : Number(values.from);
  const seeds = [
    ...new Set([
      ...Array.from({ length: Number(values.count) }, (_, n) => from + n),
      ...values.also.map(Number),
    ]),
  ];
  const on = new Date().toISOString().slice(0, 10);
  const print = (text: string): void => void (values.json || process.stdout.write(`${text}\n`));
  const told = await tell(seeds, {
    calm: values.calm,
    ...(values.logs !== undefined && { logs: values.logs }),
    told(outcome, plan) {
      const { seed, ms, breaches, asked, held, evaluations } = outcome;
      print(
        `seed ${seed}: ${breaches.length === 0 ? 'passed' : 'FAILED'} in ${(ms / 1000).toFixed(1)} s (${asked} asked, ${held} held, ${evaluations} evaluations)`,
      );
      for (const breach of breaches) print(`  ${breach}`);
      if (breaches.length > 0) print(`  ${JSON.stringify(plan)}`);
      else if (values.keep) writeSeeds(withPassed(readSeeds(), seed, on));
    },
  });
  const failed = told.outcomes.filter(({ breaches }) => breaches.length > 0);
  if (values.json) process.stdout.write(JSON.stringify(told));
  else {
    print(
      `${told.outcomes.length - failed.length} passed, ${failed.length} failed; ${passedCount(readSeeds())} kept`,
    );
    print(JSON.stringify(told.struck, undefined, 2));
  }
  process.exitCode = failed.length > 0 ? 1 : 0;
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(2);
});
