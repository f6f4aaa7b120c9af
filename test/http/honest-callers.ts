/** People who go on using the bot meanwhile: how long each waited, and who was not served. */
import { readFileSync } from 'node:fs';

export interface Served {
  readonly calls: number;
  readonly failed: number;
  /** The longest that one in a hundred had to wait at least. */
  readonly p99Ms: number;
  readonly longestMs: number;
}

const PATHS = ['/health/live', '/request', '/tab', '/request/choose'] as const;
const PAUSE_MS = 50;

/** Calls one after the other, each answered before the next, until told to stop. */
export function startHonestCallers(port: number): { stop(): Promise<Served> } {
  const waited: number[] = [];
  let failed = 0;
  let isOver = false;
  const calling = (async () => {
    for (let n = 0; !isOver; n += 1) {
      const began = performance.now();
      const answer = await fetch(`http://127.0.0.1:${port}${PATHS[n % PATHS.length]}`).catch(() => undefined);
      await answer?.text();
      if (answer?.status !== 200) failed += 1;
      waited.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await calling;
      const sorted = waited.toSorted((one, other) => one - other);
      return {
        ...{ calls: sorted.length, failed },
        p99Ms: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0,
        longestMs: sorted.at(-1) ?? 0,
      };
    },
  };
}

/** What a process has of the machine's memory; undefined where the system does not tell. */
export function residentMb(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
