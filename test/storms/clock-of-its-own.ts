/**
 * Loaded before a program (`node --require`), so that it lives on the clock of a storm: faster than the real one by `rate`,
 * jumping when it is told to, and wrong by `aheadMs`. Whoever waits waits less; what a jump leaves behind is due at once.
 */
import timers from 'node:timers/promises';

export interface ClockSetting {
  /** The real moment at which it was `at` on this clock. */
  readonly realAt: number;
  readonly at: number;
  readonly rate: number;
  readonly aheadMs?: number;
}

/** A wait is cut down to no less: so long storage may take to answer, and asking for work again costs as much as doing it. */
const SHORTEST_WAIT_MS = 1_500;
/** The same for a call that is given up on. */
const SHORTEST_PATIENCE_MS = 4_000;

export const SETTING = 'STORM_CLOCK';

function live({ realAt, at, rate, aheadMs = 0 }: ClockSetting): void {
  const real = { Date, setTimeout, clearTimeout };
  const waiting = new Map<NodeJS.Timeout, { readonly due: number; readonly ring: () => void }>();
  let jumped = aheadMs;
  const now = (): number => Math.floor(at + (real.Date.now() - realAt) * rate + jumped);
  const scaled = (ms: number, shortest: number): number => Math.max(ms / rate, Math.min(ms, shortest));

  globalThis.Date = new Proxy(Date, {
    construct: (of, given: ConstructorParameters<typeof Date>, made) =>
      // `given` is empty for "now", whatever the types say.
      Reflect.construct(of, (given as unknown[]).length === 0 ? [now()] : given, made) as Date,
    apply: (of) => new of(now()).toString(),
    get: (of, name, self) => (name === 'now' ? now : (Reflect.get(of, name, self) as unknown)),
  });

  function wait(act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): NodeJS.Timeout {
    const ring = (): void => {
      waiting.delete(timer);
      act(...given);
    };
    const timer = real.setTimeout(ring, scaled(ms, SHORTEST_WAIT_MS));
    waiting.set(timer, { due: now() + ms, ring });
    return timer;
  }

  function forget(timer: NodeJS.Timeout): void {
    waiting.delete(timer);
    real.clearTimeout(timer);
  }

  async function pause<T>(ms = 0, value?: T, { signal }: { signal?: AbortSignal } = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      const givenUp = (): void => {
        forget(timer);
        reject(new DOMException('The operation was aborted', 'AbortError'));
      };
      const timer = wait(() => {
        signal?.removeEventListener('abort', givenUp);
        resolve(value as T);
      }, ms);
      if (signal?.aborted) givenUp();
      else signal?.addEventListener('abort', givenUp, { once: true });
    });
  }

  Object.assign(globalThis, {
    setTimeout: Object.assign(wait, { [Symbol.for('nodejs.util.promisify.custom')]: pause }),
    clearTimeout: forget,
  });
  Object.assign(timers, { setTimeout: pause });
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    const late = (): void => controller.abort(new DOMException('The operation timed out', 'TimeoutError'));
    real.setTimeout(late, scaled(ms, SHORTEST_PATIENCE_MS)).unref();
    return controller.signal;
  };

  process.on('message', ({ jumpMs = 0, setAheadMs }: { jumpMs?: number; setAheadMs?: number }) => {
    jumped += jumpMs;
    if (setAheadMs !== undefined) {
      jumped += setAheadMs - aheadMs;
      aheadMs = setAheadMs;
    }
    for (const [timer, { due, ring }] of waiting) {
      if (due > now()) continue;
      real.clearTimeout(timer);
      setImmediate(ring);
    }
  });
  // Whoever told it the time is gone, however that came about.
  process.on('disconnect', () => process.exit(1));
  process.channel?.unref();
}

const setting = process.env[SETTING];
if (setting !== undefined) live(JSON.parse(setting) as ClockSetting);
