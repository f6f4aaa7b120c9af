/** What Power Automate tries again, and after how long. https://learn.microsoft.com/power-automate/limits-and-config */
import type { RetryPolicy } from './definition';
import type { Json } from './functions';

export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** Milliseconds to wait. Tests note them and go on at once. */
export type Waiting = (ms: number) => Promise<void>;

/** Where an action says nothing, and the flow's owner has no more than the usual licence. */
const USUAL: RetryPolicy = { type: 'fixed', count: 2, interval: 'PT5M' };

export const isFailure = (statusCode: number) => statusCode >= 400;
const isWorthAnother = (statusCode: number) => [408, 429].includes(statusCode) || statusCode >= 500;

/**
 * The last answer there was; undefined where the connection failed each time.
 * @param call rejects with a TypeError where there was no connection, as fetch does; any other fault is passed on
 */
export async function triedAgain(
  call: () => Promise<Answer>,
  policy: RetryPolicy = USUAL,
  wait: Waiting,
): Promise<Answer | undefined> {
  let answer: Answer | undefined;
  for (let tries = 0; tries <= policy.count; tries++) {
    if (tries > 0) await wait(pauseBefore(tries, policy));
    answer = await connected(call);
    if (answer && !isWorthAnother(answer.statusCode)) return answer;
  }
  return answer;
}

async function connected(call: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call();
  } catch (error) {
    // Nobody there, or they hung up: https://fetch.spec.whatwg.org/#concept-network-error
    // By its name, because Jest's own TypeError is another than Node's.
    const { name, message } = error as Error;
    if (name === 'TypeError' && message === 'fetch failed') return undefined;
    throw error;
  }
}

function pauseBefore(retry: number, { type, interval, maximumInterval = 'P1D' }: RetryPolicy): number {
  const grown =
    type === 'exponential' ? millisecondsOf(interval) * 2 ** (retry - 1) : millisecondsOf(interval);
  return Math.min(grown, millisecondsOf(maximumInterval));
}

function millisecondsOf(duration: string): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  if (total === 0) throw new Error(`Expected a duration such as PT30S, got ${duration}`);
  return total * 1000;
}
