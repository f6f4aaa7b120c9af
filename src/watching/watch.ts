/** Looks again and again whether there is something to do, while it is started; a look that failed is made again. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Watch {
  start(): void;
  /** Finishes what is in hand, then stops; it may be started again. */
  stop(): Promise<void>;
  /** Everything there is to do now. */
  look(): Promise<void>;
}

export interface WatchNeeds {
  readonly look: () => Promise<void>;
  readonly everyMs: number;
  readonly failed: (error: unknown) => void;
}

export function createWatch({ look, everyMs, failed }: WatchNeeds): Watch {
  let stopping = new AbortController();
  let loop: Promise<void> = Promise.resolve();
  return {
    start() {
      stopping = new AbortController();
      loop = watch(stopping.signal);
    },
    async stop() {
      stopping.abort();
      await loop;
    },
    look,
  };

  async function watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await look().catch(failed);
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
