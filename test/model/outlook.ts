/**
 * The simulated tenant in this process and without a wire, so that a call takes no time: the same operations and the same
 * faults as over HTTP, and notifications that go only where a test carries them.
 */
import type { Graph } from '../../src/graph/client';
import { noAnswer, refusal } from '../../src/graph/fault';
import { createCallLog } from '../sandbox/microsoft365/call-log';
import { createFaults } from '../sandbox/microsoft365/faults';
import { perform } from '../sandbox/microsoft365/graph-endpoint';
import type { Notices } from '../sandbox/microsoft365/notices';
import type { Office } from '../sandbox/microsoft365/office';
import type { StoredEvent } from '../sandbox/microsoft365/state';
import { openStore } from '../sandbox/microsoft365/store';
import { createTenant, type Tenant } from '../sandbox/microsoft365/tenant';
import type { Throttle } from '../sandbox/microsoft365/throttle';

export interface Outlook {
  readonly tenant: Tenant;
  readonly graph: Pick<Graph, 'get' | 'pages' | 'delta' | 'ask' | 'post' | 'patch' | 'delete'>;
  /** Ids of events that changed and of which nobody has been told yet, oldest first. */
  readonly notices: string[];
}

const BASE = 'https://graph.microsoft.com/v1.0';
const IMMUTABLE_IDS = 'IdType="ImmutableId"';

/** `changed` is called at every change of an event, whoever made it. */
export function openOutlook(now: () => Date, changed: (event: StoredEvent) => void): Outlook {
  const notices: string[] = [];
  const office: Office = {
    store: openStore({ now }),
    now,
    busy: 'none',
    faults: createFaults(),
    throttle: atOnce,
    calls: createCallLog(),
    notices: {
      changed(event: StoredEvent) {
        notices.push(event.immutableId);
        changed(event);
      },
      reset: () => undefined,
    } as Partial<Notices> as Notices,
  };

  async function call<T>(
    method: string,
    address: string,
    body?: object,
    prefer: readonly string[] = [],
  ): Promise<T> {
    const { pathname, searchParams } = new URL(BASE + address);
    const outcome = await perform(
      {
        method,
        path: pathname.slice('/v1.0'.length),
        query: searchParams,
        headers: { prefer: [IMMUTABLE_IDS, ...prefer].join(', ') },
        body,
        baseUrl: BASE,
        inBatch: false,
      },
      office,
    );
    const what = `${method} of a test`;
    if (outcome.kind !== 'answer') throw noAnswer(what, new TypeError('fetch failed'));
    const { status, headers = {}, body: answer } = outcome.answer;
    if (status >= 400) throw refusal(what, status, answer, headers['Retry-After'] ?? null);
    return (answer === undefined ? undefined : structuredClone(answer)) as T;
  }

  async function round<T>(address: string): Promise<{ items: T[]; link: string }> {
    const items: T[] = [];
    for (let next = address; ;) {
      const page = await call<Record<string, string> & { value: T[] }>('GET', next);
      items.push(...page.value);
      const more = page['@odata.nextLink'];
      if (more === undefined) return { items, link: (page['@odata.deltaLink'] ?? BASE).slice(BASE.length) };
      next = more.slice(BASE.length);
    }
  }

  return {
    tenant: createTenant(office),
    notices,
    graph: {
      get: (address, ...prefer) => call('GET', address, undefined, prefer),
      ask: (address, body, ...prefer) => call('POST', address, body, prefer),
      post: (address, body) => call('POST', address, body),
      patch: (address, body, ...prefer) => call('PATCH', address, body, prefer),
      delete: (address) => call('DELETE', address),
      pages: async <T>(address: string) => (await round<T>(address)).items,
      delta: (address) => round(address),
    },
  };
}

/** Nobody waits here: what a mailbox takes at once is tested over HTTP. */
const atOnce: Throttle = {
  limits: { concurrentPerMailbox: Infinity, retryAfterSeconds: 1, latencyMs: 0 },
  run: (_mailbox, work) => work(),
};
