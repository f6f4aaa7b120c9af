/**
 * Performs saved effects, as often as it takes. Woken by the queue; a sweep each minute finds what no message told of.
 * Any number of workers may run: a lane of a request is worked under a lease, and every write is conditional on it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { Instant } from './domain/intervals';
import { LANES, type Lane } from './domain/lanes';
import type { RequestId } from './domain/request';
import { createLaneRunner, type LaneRun, type LaneRunnerNeeds } from './performing/lane-runner';
import type { WakeUp, WakeUps } from './ports';

export interface WorkerNeeds extends LaneRunnerNeeds {
  readonly wakeUps: WakeUps;
  readonly sweepEveryMs?: number;
  readonly idleMs?: number;
}

export interface Worker {
  start(): void;
  /** Finishes what is in hand, then stops; it may be started again. */
  stop(): Promise<void>;
  /** Works everything that is due now. */
  sweep(): Promise<void>;
}

/** Each lane has its own places, so that a slow Graph does not hold up cards. */
const PLACES_PER_LANE = 8;
const MESSAGES_IN_HAND = 64;
const MESSAGES_AT_ONCE = 16;
/** A lane in somebody else's hands may have read its work before ours was saved: looked at again this soon. */
const BUSY_AGAIN_SECONDS = 2;
/** Anything due within this time gets a timer of its own; later moments are left to the sweep. */
const TIMER_REACH_MS = 60_000;

export function createWorker(needs: WorkerNeeds): Worker {
  const { workbench, wakeUps, now, log, sweepEveryMs = 60_000, idleMs = 1_000 } = needs;
  const runLane = createLaneRunner(needs);
  const places: Record<Lane, pLimit.Limit> = {
    arrange: pLimit(PLACES_PER_LANE),
    tell: pLimit(PLACES_PER_LANE),
    announce: pLimit(PLACES_PER_LANE),
  };
  const running = new Set<string>();
  const inHand = new Set<Promise<void>>();
  const timers = new Map<RequestId, { readonly at: Instant; readonly timer: NodeJS.Timeout }>();
  let stopping = new AbortController();
  let loops: Promise<unknown> = Promise.resolve();

  return {
    start() {
      stopping = new AbortController();
      loops = Promise.all([listen(), sweepRegularly()]);
    },
    async stop() {
      stopping.abort();
      for (const { timer } of timers.values()) clearTimeout(timer);
      timers.clear();
      await loops;
      await Promise.all(inHand);
    },
    sweep,
  };

  /** Both lanes side by side; whether either was in other hands. */
  async function run(id: RequestId): Promise<'worked' | 'busy'> {
    const results = await Promise.all(LANES.map((lane) => places[lane](() => runAlone(id, lane))));
    const next = Math.min(...results.map(({ nextAt }) => nextAt ?? Infinity));
    if (next !== Infinity) remind(id, next);
    return results.some(({ busy }) => busy) ? 'busy' : 'worked';
  }

  /** One run of a lane at a time in this process; between processes the lease sees to it. */
  async function runAlone(id: RequestId, lane: Lane): Promise<LaneRun> {
    const key = `${id}/${lane}`;
    if (running.has(key)) return { busy: true };
    running.add(key);
    try {
      return await runLane(id, lane, stopping.signal);
    } catch (error) {
      // A fault of one request's rows must not stop the others; the sweep comes back to it.
      log.error({ requestId: id, lane, err: error }, 'could not work this lane; the sweep will try again');
      return {};
    } finally {
      running.delete(key);
    }
  }

  function remind(id: RequestId, at: Instant): void {
    const waiting = timers.get(id);
    if (stopping.signal.aborted || at - now() > TIMER_REACH_MS || (waiting && waiting.at <= at)) return;
    if (waiting) clearTimeout(waiting.timer);
    const ring = () => {
      timers.delete(id);
      keep(runUntilFree(id));
    };
    timers.set(id, { at, timer: setTimeout(ring, Math.max(at - now(), 0)) });
  }

  async function runUntilFree(id: RequestId): Promise<void> {
    if ((await run(id)) === 'busy') remind(id, now() + BUSY_AGAIN_SECONDS * 1000);
  }

  function keep(work: Promise<void>): void {
    const kept = work.finally(() => inHand.delete(kept));
    inHand.add(kept);
  }

  async function listen(): Promise<void> {
    while (!stopping.signal.aborted) {
      const messages = inHand.size < MESSAGES_IN_HAND ? await receive() : [];
      for (const message of messages) keep(work(message));
      if (messages.length === 0) await pause(idleMs);
    }
  }

  async function work(message: WakeUp): Promise<void> {
    try {
      const result = await run(message.requestId);
      await (result === 'busy' ? message.again(BUSY_AGAIN_SECONDS) : message.done());
    } catch (error) {
      log.error(
        { requestId: message.requestId, err: error },
        'could not settle a wake-up; it will show up again',
      );
    }
  }

  async function receive(): Promise<readonly WakeUp[]> {
    try {
      return await wakeUps.receive(MESSAGES_AT_ONCE);
    } catch (error) {
      log.error({ err: error }, 'could not read the queue; the sweep goes on without it');
      await pause(sweepEveryMs / 4);
      return [];
    }
  }

  async function sweepRegularly(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sweep().catch((error: unknown) => log.error({ err: error }, 'could not sweep; will try again'));
      await pause(sweepEveryMs);
    }
  }

  async function sweep(): Promise<void> {
    await Promise.all((await workbench.open()).map(runUntilFree));
  }

  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: stopping.signal }).catch((error: unknown) => {
      if (!stopping.signal.aborted) throw error;
    });
  }
}
