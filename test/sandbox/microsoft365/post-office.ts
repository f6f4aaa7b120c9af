import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** Where a public origin really is: `{ 'https://jags.sandbox.example': 'http://127.0.0.1:3978' }`. */
export type Deliver = Readonly<Record<string, string>>;

export interface PostOffice {
  /** POSTs JSON, a few times if need be; the last status, or undefined when nobody answered. */
  deliver(url: string, body: object): Promise<number | undefined>;
  /** https://learn.microsoft.com/graph/change-notifications-delivery-webhooks#notificationurl-validation */
  handshake(url: string): Promise<boolean>;
}

const TRIES = 3;
const PAUSE_MS = 50;
const LONGEST_MS = 10_000;

/** Posts to this machine only: throws when told that a public origin is anywhere else. */
export function createPostOffice(deliver: Deliver): PostOffice {
  for (const [origin, real] of Object.entries(deliver))
    if (!isLoopback(real)) throw new Error(`Expected ${origin} to be delivered to loopback, got "${real}".`);

  return {
    async deliver(url, body) {
      let status: number | undefined;
      for (let tries = 0; tries < TRIES; tries += 1) {
        if (tries > 0) await wait(PAUSE_MS * tries);
        status = (await post(url, 'application/json', JSON.stringify(body)))?.status;
        if (status !== undefined && status < 300) return status;
      }
      return status;
    },
    async handshake(url) {
      const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
      const address = new URL(url);
      address.searchParams.set('validationToken', token);
      const answer = await post(address.href, 'text/plain; charset=utf-8', '');
      const type = answer?.headers.get('content-type') ?? '';
      return answer?.status === 200 && /^text\/plain\b/.test(type) && (await answer.text()) === token;
    },
  };

  /** Undefined when the origin is not one it knows, or nobody answers there. */
  async function post(url: string, type: string, body: string): Promise<Response | undefined> {
    const { origin, pathname, search } = new URL(url);
    const real = deliver[origin];
    if (real === undefined || !isLoopback(real)) return undefined;
    try {
      return await fetch(`${real}${pathname}${search}`, {
        method: 'POST',
        headers: { 'Content-Type': type },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(LONGEST_MS),
      });
    } catch {
      return undefined; // nobody is there: the sender's business, as it would be Graph's
    }
  }
}

function isLoopback(origin: string): boolean {
  return ['127.0.0.1', 'localhost'].includes(new URL(origin).hostname);
}
