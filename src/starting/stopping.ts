/** Ends the process in order when it is told to: what is in hand is finished first. */
import type { Log } from '../log';

/** Stops once on the first of the signals, then exits: with 1 where it could not stop cleanly. */
export function stopOn(signals: readonly NodeJS.Signals[], log: Log, stop: () => Promise<void>): void {
  for (const signal of signals) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
}
