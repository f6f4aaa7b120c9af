/** How often somebody may call. Counted in memory, by each instance for itself: enough to keep one of them well. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Calls a minute. */
export interface MostCalls {
  /** From one network address, whoever it is: counted before a signature is looked at. */
  readonly fromOneAddress: number;
  /** Of one application or person. */
  readonly ofOneCaller: number;
}

/** *Policy*: a flow makes a call for each form that comes in, a report some dozens when it is refreshed. */
export const MOST_CALLS: MostCalls = { fromOneAddress: 600, ofOneCaller: 300 };

export interface Throttle {
  /** Counts one call; the seconds to wait where it is one too many. */
  take(key: string): Promise<number | undefined>;
}

export function createThrottle(callsAMinute: number): Throttle {
  const limiter = new RateLimiterMemory({ points: callsAMinute, duration: 60 });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return undefined;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
  };
}
