/** Several small reads in one request. The outside answers 200 while items inside are refused: those are asked again. */
import { GraphFault, refusal } from './fault';
import { chunks } from './odata';

export interface Batch {
  /** One answer per path, in order; undefined where there is nothing (404). Throws when one cannot be had. */
  getEach<T>(paths: readonly string[]): Promise<(T | undefined)[]>;
}

interface ItemAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** https://learn.microsoft.com/graph/json-batching (limit of requests in one batch) */
const MOST_ITEMS = 20;

export function createBatch(
  post: (body: object) => Promise<{ readonly responses: readonly ItemAnswer[] }>,
  retrying: (round: () => Promise<void>) => Promise<void>,
): Batch {
  return {
    async getEach<T>(paths: readonly string[]) {
      const found = new Map<string, T | undefined>();
      for (const some of chunks([...new Set(paths)], MOST_ITEMS)) await retrying(() => ask(some, found));
      return paths.map((path) => found.get(path));
    },
  };

  /** Asks for what is not found yet; throws when something stays open. */
  async function ask<T>(paths: readonly string[], found: Map<string, T | undefined>): Promise<void> {
    const open = paths.filter((path) => !found.has(path));
    const requests = open.map((url, i) => ({ id: String(i), method: 'GET', url }));
    const { responses } = await post({ requests });
    const faults: GraphFault[] = [];
    for (const [i, path] of open.entries()) {
      const answer = responses.find(({ id }) => id === String(i));
      if (answer?.status === 200) found.set(path, answer.body as T);
      else if (answer?.status === 404) found.set(path, undefined);
      else faults.push(refused(answer));
    }
    const worst = faults.find(({ answer }) => !answer.passing) ?? faults.sort(longerWaitFirst)[0];
    if (worst) throw worst;
  }
}

function refused(answer: ItemAnswer | undefined): GraphFault {
  const what = 'one item of POST /$batch';
  if (!answer) return new GraphFault(`Expected an answer to ${what}, got none`, {}, { passing: true });
  return refusal(what, answer.status, answer.body, retryAfter(answer.headers));
}

function retryAfter(headers: ItemAnswer['headers'] = {}): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
}

function longerWaitFirst(a: GraphFault, b: GraphFault): number {
  return (b.detail.retryAfterMs ?? 0) - (a.detail.retryAfterMs ?? 0);
}
