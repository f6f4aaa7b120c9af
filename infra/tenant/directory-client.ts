/** Microsoft Graph as an administrator uses it here: read what is there, and only with `--apply` write. */
import { setTimeout as pause } from 'node:timers/promises';
import { pathBelow } from '../../src/graph/connection';
import { noAnswer, refusal } from '../../src/graph/fault';
import { isLoopback } from '../../src/settings/kinds';

export interface DirectoryClient {
  /** Throws a `GraphFault`, as all the others do. */
  get<T>(path: string): Promise<T>;
  /** All pages of a collection. */
  all<T>(path: string): Promise<T[]>;
  post<T>(path: string, body: object | Uint8Array): Promise<T>;
  patch(path: string, body: object, prefer?: string): Promise<void>;
  delete(path: string): Promise<void>;
}

export interface DirectoryAccess {
  /** Root of Graph, without version. Plain http on loopback only, and then no token is sent. */
  readonly url: string;
  readonly token: () => Promise<string>;
  /** Then every write is a fault of this program: a dry run sends none. */
  readonly readOnly: boolean;
}

const TIMEOUT_MS = 60_000;
const TRIES = 4;
/** Longer than that nobody waits before a screen. */
const LONGEST_WAIT_MS = 30_000;

export function createDirectoryClient({ url, token, readOnly }: DirectoryAccess): DirectoryClient {
  const base = `${new URL(url).origin}/v1.0`;
  const anonymous = isLoopback(new URL(url).hostname) && url.startsWith('http:');

  async function call<T>(
    method: string,
    path: string,
    body?: object | Uint8Array,
    prefer?: string,
  ): Promise<T> {
    if (readOnly && method !== 'GET')
      throw new Error(`Expected a dry run to write nothing, got ${method} ${path}`);
    for (let attempt = 1; ; attempt += 1) {
      const response = await send(method, path, body, prefer);
      const text = await response.text();
      if (response.ok) return (text ? JSON.parse(text) : undefined) as T;
      const retryAfter = response.headers.get('Retry-After');
      const fault = refusal(`${method} ${path.split('?')[0]}`, response.status, readable(text), retryAfter);
      // Too many requests were turned away before anything was done; anything else may have been done for a write.
      const repeatable = response.status === 429 || (response.status === 503 && method === 'GET');
      if (!repeatable || attempt === TRIES) throw fault;
      await pause(Math.min(fault.detail.retryAfterMs ?? attempt * 1_000, LONGEST_WAIT_MS));
    }
  }

  async function send(
    method: string,
    path: string,
    body?: object | Uint8Array,
    prefer?: string,
  ): Promise<Response> {
    const isZip = body instanceof Uint8Array;
    try {
      return await fetch(`${base}${path}`, {
        method,
        headers: {
          ...(anonymous ? {} : { Authorization: `Bearer ${await token()}` }),
          ...(body && { 'Content-Type': isZip ? 'application/zip' : 'application/json' }),
          ...(prefer && { Prefer: prefer }),
        },
        ...(body && { body: isZip ? Buffer.from(body) : JSON.stringify(body) }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw noAnswer(`${method} ${path.split('?')[0]}`, error);
    }
  }

  return {
    get: (path) => call('GET', path),
    async all<T>(path: string) {
      const items: T[] = [];
      for (let next: string | undefined = path; next;) {
        const page: { value: T[]; '@odata.nextLink'?: string } = await call('GET', next);
        items.push(...page.value);
        next = page['@odata.nextLink'] && pathBelow(url, page['@odata.nextLink']);
      }
      return items;
    },
    post: (path, body) => call('POST', path, body),
    patch: (path, body, prefer) => call('PATCH', path, body, prefer),
    delete: (path) => call('DELETE', path),
  };
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // a proxy's page: the status says enough
  }
}
