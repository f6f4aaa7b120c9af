/**
 * What a bot holds after many turns: `node --expose-gc build/test/load/turns.js [turns]`, 100,000 by default. The whole bot in this
 * process, storage and Graph over HTTP. Prints one line of JSON, and how far
 * it is meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { aRequest } from '../builders';
import { approves, asksFor, looksAt, sendsForm } from '../bench/presses';
import { startWholeBot } from '../bench/whole-bot';
import { startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import { startStorageOnDisk } from '../sandbox/storage';
import { bytesATurn, type Sample } from './slope';

const DEFAULT_TURNS = 100_000;
const SAMPLES = 20;
/** Caches fill and code is compiled meanwhile. */
const WARM_UP_SAMPLES = 4;
const AT_ONCE = 8;
/** Of a hundred turns: most draw a card without storage, because the emulator is slow; the others read or save a request. */
const FORMS = 1;
const READS = 8;
const REFUSALS = 1;

export interface TurnsSeen {
  readonly turns: number;
  readonly seconds: number;
  /** After the warm-up. */
  readonly bytesATurn: number;
  readonly samples: readonly (Sample & { readonly rss: number })[];
}

async function take(turns: number): Promise<TurnsSeen> {
  const { gc } = globalThis;
  if (!gc) throw new Error('Expected to be started with --expose-gc');
  const dir = mkdtempSync(join(tmpdir(), 'turns-'));
  const storage = await startStorageOnDisk(dir);
  const graph = await startMicrosoft365({ busy: 'none' });
  try {
    const { connectionString } = storage;
    const bot = await startWholeBot({ connectionString, prefix: 'turns', graph: graph.url });
    const decided = aRequest.offered({ id: randomUUID() });
    await bot.put(decided);
    const press = (turn: number): object => {
      const place = turn % 100;
      if (place < FORMS) return sendsForm(randomUUID());
      if (place < FORMS + READS) return looksAt(decided.id);
      if (place < FORMS + READS + REFUSALS) return approves(decided.id);
      return asksFor(turn % 2 === 0 ? 'help' : 'ask');
    };
    const limit = pLimit(AT_ONCE);
    const each = Math.floor(turns / SAMPLES);
    const samples: TurnsSeen['samples'][number][] = [];
    const from = performance.now();
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const some = Array.from({ length: each }, (_, n) => limit(() => bot.receive(press(sample * each + n))));
      await Promise.all(some);
      some.length = 0;
      // Twice, because what the first leaves to finalizers only goes with the second.
      for (let pass = 0; pass < 2; pass += 1) gc();
      const { heapUsed, rss } = process.memoryUsage();
      samples.push({ turns: (sample + 1) * each, heap: heapUsed, rss });
      process.stderr.write(`${(sample + 1) * each} turns, ${(heapUsed / 1e6).toFixed(2)} MB on the heap\n`);
    }
    const seconds = Math.round((performance.now() - from) / 1_000);
    return {
      turns: each * SAMPLES,
      seconds,
      bytesATurn: bytesATurn(samples.slice(WARM_UP_SAMPLES)),
      samples,
    };
  } finally {
    await graph.stop();
    await storage.stop();
    rmSync(dir, { recursive: true });
  }
}

take(Number(process.argv[2] ?? DEFAULT_TURNS)).then(
  (seen) => process.stdout.write(`${JSON.stringify(seen)}\n`),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
