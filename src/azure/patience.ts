/** How long storage is waited for: somebody who clicked is waiting with us. */
// The machine's own, so that a call is waited for in real time on whatever clock the program is made to live.
import { clearTimeout, setTimeout } from 'node:timers';
import { RestError, type TableServiceClientOptions } from '@azure/data-tables';

type Policies = NonNullable<TableServiceClientOptions['additionalPolicies']>;
type Policy = Policies[number]['policy'];

/** One try; storage answers in tens of milliseconds, so this is a dead connection, and the next try has a fresh one. */
const TRY_MS = 1_500;
/** All tries of one call together, however long storage asks to be left alone. */
const CALL_MS = 4_000;
/** The same for the queue. */
const QUEUE_CALL_MS = 3_000;
const TRIES = 3;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 1_000;

/**
 * Retries and time-outs of the table clients. Left alone the SDK never gives up on a try.
 * @param throttled called for every answer that asks to be left alone for a while, also where the next try succeeds
 */
export function tablePatience(
  throttled: () => void = () => undefined,
): Pick<TableServiceClientOptions, 'retryOptions' | 'additionalPolicies'> {
  return {
    retryOptions: {
      maxRetries: TRIES - 1,
      retryDelayInMs: FIRST_DELAY_MS,
      maxRetryDelayInMs: LONGEST_DELAY_MS,
    },
    additionalPolicies: [
      { policy: callDeadline, position: 'perCall' },
      { policy: tryDeadline, position: 'perRetry' },
      { policy: telling(throttled), position: 'perRetry' },
    ],
  };
}

/** Retries of the queue client; it takes no policies of ours, so its time-out is a signal per call. */
export const queueRetries = {
  maxTries: TRIES,
  retryDelayInMs: FIRST_DELAY_MS,
  maxRetryDelayInMs: LONGEST_DELAY_MS,
};

/** To be passed with every call to the queue. */
export function queueDeadline(): { readonly abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(QUEUE_CALL_MS) };
}

/** 503 is what Azure Storage says when it is busy ("ServerBusy", scalability targets), 429 what any service may. */
const THROTTLED: readonly number[] = [429, 503];

const telling = (throttled: () => void): Policy => ({
  name: 'throttled',
  async sendRequest(request, next) {
    const response = await next(request);
    if (THROTTLED.includes(response.status)) throttled();
    return response;
  },
});

const callDeadline: Policy = {
  name: 'callDeadline',
  async sendRequest(request, next) {
    const { abortSignal } = request;
    // Not `AbortSignal.timeout`: that one goes off although the call is over, at a cost to whoever presses then.
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), CALL_MS);
    request.abortSignal = abortSignal
      ? AbortSignal.any([abortSignal as AbortSignal, deadline.signal])
      : deadline.signal;
    return next(request).finally(() => clearTimeout(timer));
  },
};

const tryDeadline: Policy = {
  name: 'tryDeadline',
  async sendRequest(request, next) {
    const whole = request.abortSignal;
    request.timeout = TRY_MS;
    try {
      return await next(request);
    } catch (error) {
      // The SDK reports its own time-out as an abort, which its retry policy does not take for worth a retry.
      if (error instanceof Error && error.name === 'AbortError' && !whole?.aborted)
        throw new RestError(`Expected storage to answer within ${TRY_MS} ms, got nothing`, {
          code: 'ETIMEDOUT',
          request,
        });
      throw error;
    }
  },
};
