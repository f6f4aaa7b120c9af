/** Waiting for what other processes bring about. */
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_MS = 240_000;

/** Resolves once it is so; throws, naming it, when it has not come about in time. */
export async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; await pause(50)) if (await isSo()) return;
  throw new Error(`Expected ${what} within ${LONGEST_MS / 1000} s`);
}
