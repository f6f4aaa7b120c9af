/** Repeats what only reads. Writes are never repeated here: whoever asked for them looks first what became of them. */
import { setTimeout as wait } from 'node:timers/promises';
import { GraphFault } from './fault';

export interface Patience {
  /** How often a read is tried in all. */
  readonly tries: number;
  /** The wait after the first failure when Graph names none; doubled each time. */
  readonly firstWaitMs: number;
  /** Asked to wait longer than this, the fault is handed on, with the time in it, instead of holding the caller up. */
  readonly longestWaitMs: number;
}

export interface GraphLog {
  warn(fields: object, message: string): void;
}

/** Tries until it succeeds, the fault is of a lasting kind, or patience ends. Throws the last `GraphFault`. */
export async function retrying<T>(
  tryOnce: (attempt: number) => Promise<T>,
  { tries, firstWaitMs, longestWaitMs }: Patience,
  log: GraphLog | undefined,
): Promise<T> {
  for (let failed = 1; ; failed += 1) {
    try {
      return await tryOnce(failed);
    } catch (error) {
      if (!(error instanceof GraphFault) || !error.answer.passing || failed >= tries) throw error;
      const waitMs = error.detail.retryAfterMs ?? jittered(firstWaitMs * 2 ** (failed - 1));
      if (waitMs > longestWaitMs) throw error;
      log?.warn({ failed, waitMs, fault: error.message }, 'Graph did not answer as it should; reading again');
      await wait(waitMs);
    }
  }
}

/** Spread out, so that calls that failed together do not come back together. */
function jittered(ms: number): number {
  return ms * (0.75 + Math.random() / 2);
}
