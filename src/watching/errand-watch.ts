/** Does what was asked for on pages: each errand until it is done, whichever instance has it. */
import { Fault } from '../ports';
import type { Errands, Mailer, ReceivedErrand } from '../ports/mailer';
import { createWatch, type Watch } from './watch';

export interface ErrandWatchNeeds {
  readonly errands: Pick<Errands, 'receive'>;
  readonly mailer: Pick<Mailer, 'run'>;
  readonly log: {
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  /** Somebody waits for their link or code. */
  readonly everyMs?: number;
}

export function createErrandWatch({ errands, mailer, log, everyMs = 1_000 }: ErrandWatchNeeds): Watch {
  return createWatch({
    look,
    everyMs,
    failed: (error) => log.error({ err: error }, 'could not see to what is to be mailed; will try again'),
  });

  async function look(): Promise<void> {
    const received = await errands.receive();
    const seenTo = await Promise.allSettled(received.map(seeTo));
    const lost = seenTo.find((one) => one.status === 'rejected');
    if (lost) throw lost.reason;
  }

  /** By kind only: an address or a link has no place in the log. */
  async function seeTo(received: ReceivedErrand): Promise<void> {
    const { kind } = received.errand;
    try {
      await mailer.run(received.errand, received.key);
    } catch (error) {
      if (!(error instanceof Fault && error.detail.permanent)) {
        log.warn({ kind, err: error }, 'could not mail what was asked for; will try again');
        return received.later();
      }
      log.error({ kind, err: error }, 'what was asked for can be mailed by no try, and is given up');
    }
    await received.done();
  }
}
