/**
 * Keeps everything that goes outward at rest while it is held, see `src/backup/`: what one restores may ask for what has long been
 * done. Whatever acts by itself is started here and nowhere else, so that nothing can be forgotten. Tells too that this
 * instance is running, which nothing may be restored under.
 */
import type { Instant } from '../domain/intervals';
import type { Held, Hold, Instances } from '../ports/operations';
import { createWatch, type Watch } from './watch';

export interface HoldingNeeds {
  readonly hold: Pick<Hold, 'find'>;
  readonly instances: Pick<Instances, 'seen' | 'gone'>;
  /** Of this instance. */
  readonly name: string;
  readonly now: () => Instant;
  readonly log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  /** How soon a hold is noticed. */
  readonly everyMs?: number;
}

/** What acts by itself. */
export type Part = Pick<Watch, 'start' | 'stop'>;

export interface Holding extends Watch {
  /** Takes parts into its care: they are started unless everything is held, and stopped with it. */
  take(parts: readonly Part[]): Promise<void>;
}

const FEW_SECONDS_MS = 5_000;
/** Well within the time after which somebody who was not seen is taken for gone. */
const SEEN_EVERY_MS = 30_000;

export function createHolding(needs: HoldingNeeds): Holding {
  const { hold, instances, name, now, log, everyMs = FEW_SECONDS_MS } = needs;
  const parts: { readonly part: Part; runs: boolean }[] = [];
  let seenAt = -Infinity;
  let rested: boolean | undefined;
  /** Looked at again and taken on one after another: nothing is started while it is being stopped. */
  let turn: Promise<unknown> = Promise.resolve();
  const watch = createWatch({
    look,
    everyMs,
    // Whatever runs goes on: storage in trouble is no hold, and lets nobody do anything anyway.
    failed: (error) => log.error({ err: error }, 'could not see whether everything is held; will try again'),
  });
  return {
    start: () => watch.start(),
    async stop() {
      await watch.stop();
      await inTurn(rest);
      await instances.gone(name);
    },
    look,
    async take(more) {
      parts.push(...more.map((part) => ({ part, runs: false })));
      await look().catch((error: unknown) =>
        log.error(
          { err: error },
          'could not see whether everything is held; nothing is started before it is',
        ),
      );
    },
  };

  function look(): Promise<void> {
    return inTurn(async () => {
      const held = await hold.find();
      if (held) await rest();
      else goOn();
      await tell(held);
    });
  }

  function inTurn(act: () => Promise<void>): Promise<void> {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function rest(): Promise<void> {
    const running = parts.filter(({ runs }) => runs);
    await Promise.all(running.map(({ part }) => part.stop()));
    for (const each of running) each.runs = false;
  }

  function goOn(): void {
    for (const each of parts.filter(({ runs }) => !runs)) {
      each.part.start();
      each.runs = true;
    }
  }

  /** Said only once everything has come to rest. */
  async function tell(held: Held | undefined): Promise<void> {
    const rests = held !== undefined;
    if (rests !== rested) {
      if (held)
        log.warn(
          { state: held.stage, ageMs: now() - held.takenAt },
          'everything that goes outward is held until somebody confirms',
        );
      else if (rested) log.info({}, 'nothing is held any more');
    } else if (now() - seenAt < SEEN_EVERY_MS && now() >= seenAt) return;
    await instances.seen({ name, seenAt: now(), rests });
    seenAt = now();
    rested = rests;
  }
}
