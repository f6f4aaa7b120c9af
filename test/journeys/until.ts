/** Waits for something to have happened, however slow the machine; never for a while to have passed. */
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_WAIT_MS = 200_000;

/**
 * Looks until it is there, and returns it.
 * @param look anything but undefined and false is taken as found.
 * @param what for the error, "the event to be gone".
 */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  what: string,
): Promise<T> {
  for (const giveUp = Date.now() + LONGEST_WAIT_MS; Date.now() < giveUp; await pause(100)) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`Expected ${what} within ${LONGEST_WAIT_MS / 1000} s, but it did not come to that.`);
}
