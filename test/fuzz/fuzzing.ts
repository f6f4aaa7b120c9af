/** Gives a door so many inputs, and keeps what went wrong, how long the slowest took and what memory it left. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Door, Input, OpenDoor } from './door';
import { inputsOf } from './door';

export interface Failure {
  readonly door: string;
  readonly wrong: string;
  /** Absent where it is about what is stored, after many. */
  readonly input?: Input;
  /** With which the inputs of its batch are made again. */
  readonly seed: number;
}

export interface Fuzzed {
  readonly door: string;
  readonly inputs: number;
  readonly failures: readonly Failure[];
  /** Requests there were at the end of each batch, all of them looked at. */
  readonly kept: number;
  /** Time of the processor, for one input. */
  readonly slowestMs: number;
  /** That input as JSON, or how it begins: some are of megabytes. */
  readonly slowest: string;
  /** After each batch, with the garbage taken out where Node.js was started with `--expose-gc`. */
  readonly heaps: readonly number[];
}

export interface Fuzzing {
  readonly count: number;
  readonly seed: number;
  /** After each batch. */
  readonly told?: (given: number) => void;
}

/** An input that takes more of the processor hangs. */
export const LONGEST_MS = 1_000;
/** Nothing here waits for anything as long: an answer that has not come will not. */
const PATIENCE_MS = 30_000;
const FRESH_AFTER = 2_000;
const MOST_KEPT = 20;
const MOST_SHOWN = 500;

export async function fuzz(door: Door, { count, seed, told }: Fuzzing): Promise<Fuzzed> {
  const failures: Failure[] = [];
  const heaps: number[] = [];
  const untouched = prototypes();
  let slowestMs = 0;
  let slowest = '';
  let given = 0;
  let kept = 0;
  for (let batch = 0; given < count; batch += 1) {
    const ofBatch = { door: door.name, seed: seed + batch };
    const opened = await door.open();
    for (const input of inputsOf(
      door,
      ofBatch.seed,
      Math.min(door.freshAfter ?? FRESH_AFTER, count - given),
    )) {
      const before = process.cpuUsage();
      const wrong = await giveSafely(opened, input);
      const { user, system } = process.cpuUsage(before);
      const ms = (user + system) / 1_000;
      // What is made ready at the first of them is not of that input's making.
      if (ms > slowestMs && given > 0) [slowestMs, slowest] = [ms, beginningOf(input)];
      if (wrong !== undefined) failures.push({ ...ofBatch, wrong, input });
      given += 1;
    }
    failures.push(...(await opened.stored()).map((wrong) => ({ ...ofBatch, wrong })));
    if (prototypes() !== untouched) failures.push({ ...ofBatch, wrong: 'a prototype was changed' });
    kept += opened.kept?.() ?? 0;
    await opened.close();
    // Node lets go of a server that was closed only in a turn of its own, and a batch may have none.
    await turn();
    globalThis.gc?.();
    heaps.push(process.memoryUsage().heapUsed);
    told?.(given);
  }
  return {
    ...{ door: door.name, inputs: given, failures: failures.slice(0, MOST_KEPT) },
    ...{ heaps, slowestMs, slowest, kept },
  };
}

function beginningOf(input: Input): string {
  return (JSON.stringify(input) ?? '').slice(0, MOST_SHOWN);
}

/** An exception is a failure like any other, and so is an answer that does not come. */
export async function giveSafely(door: OpenDoor, input: Input): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), PATIENCE_MS);
  });
  try {
    return await Promise.race([door.give(input), late]);
  } catch (error) {
    return `thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  } finally {
    clearTimeout(timer);
  }
}

/** What everything inherits, as it is now. */
function prototypes(): string {
  return [Object, Array, Function, String, Promise, Map]
    .map(({ prototype }) => Reflect.ownKeys(prototype).map(String).join(' '))
    .join('\n');
}

/** In bytes: the middle of the last third less that of the first, once it is warm. Undefined for too few batches. */
export function growthOf(heaps: readonly number[]): number | undefined {
  const warm = heaps.slice(1);
  const third = Math.floor(warm.length / 3);
  if (third === 0) return undefined;
  const middle = (some: readonly number[]) => [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)]!;
  return middle(warm.slice(-third)) - middle(warm.slice(0, third));
}
