/** The API as main.ts serves it: on real tables, behind real token checks, over HTTP; with what it stands beside kept in memory. */
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { Storage } from '../../src/azure/clients';
import { defaultPolicy, type Policy } from '../../src/domain/policy';
import type { Instant } from '../../src/domain/intervals';
import type { Request } from '../../src/domain/request';
import { Fault, type Requests } from '../../src/ports';
import type { Subscribing, Subscription } from '../../src/ports/subscriptions';
import type { MostCalls } from '../../src/power/throttling';
import { createServer } from '../../src/server';
import { serveApi } from '../../src/starting/api';
import { createWorkflow } from '../../src/workflow';
import { onTables } from '../azure/embedded-storage';
import { at } from '../builders';
import { createClock, createMemoryDirectory, createMemoryLog, createMemoryWakeUps } from '../fakes';
import { API_AUDIENCE, startEntra } from '../sandbox/entra';
import { coordinators, everybody, qualityLead, TENANT_ID } from '../sandbox/people';
import { createMemoryFigures } from '../some-monitoring';
import { ALL_ROLES } from './described';

/** The day the description's examples are of. */
export const openedAt: Instant = at('2026-06-01T10:30');
export const PUBLIC_URL = 'https://jags.example.org';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Parsed where it is JSON. */
  readonly body: Record<string, unknown>;
}

export interface Call {
  readonly method: string;
  /** Below the base path. */
  readonly path: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface OfficeOptions {
  readonly storage: Storage;
  readonly most?: MostCalls;
  readonly policy?: Partial<Policy>;
  readonly arrivalMs?: number;
}

export type ApiOffice = Awaited<ReturnType<typeof openApiOffice>>;

export async function openApiOffice({ storage, most, policy: changed = {}, arrivalMs }: OfficeOptions) {
  const clock = createClock(openedAt);
  const { now } = clock;
  const policy = { ...defaultPolicy, ...changed };
  const entra = await startEntra(0, now);
  const log = createMemoryLog();
  const { requests: table, openRequests } = onTables(storage, now);
  let savesLost = 0;
  const requests: Requests = {
    ...table,
    async save(next) {
      if (savesLost === 0) return table.save(next);
      savesLost -= 1;
      throw new Fault('Expected storage to answer, got no connection');
    },
  };
  const directory = createMemoryDirectory({
    people: everybody,
    coordinators: new Set(coordinators.map(({ id }) => id)),
    quality: new Set([qualityLead.id]),
  });
  const workflow = createWorkflow({
    ...{ requests, directory, policy, now, log },
    wakeUps: createMemoryWakeUps(),
  });
  const figures = createMemoryFigures();
  const subscribing = createMemorySubscribing(now);
  const served = serveApi({
    config: {
      policy,
      publicUrl: PUBLIC_URL,
      allowedTenants: [TENANT_ID],
      api: { issuer: entra.issuer, audience: API_AUDIENCE, callbackHosts: [] },
    },
    ...{ storage, requests, openRequests, directory, workflow, figures, subscribing, now, log },
    linkTo: (id) => `${PUBLIC_URL}/tab/requests/${id}`,
    most: most ?? { fromOneAddress: 100_000, ofOneCaller: 100_000 },
  });
  const server = createServer({
    ...{ port: 0, anonymous: true, log, ...served, ready: async () => [] },
    messages: async () => ({ status: 200 }),
    ...(arrivalMs !== undefined && { arrivalMs }),
  });
  const port = await server.listen();

  return {
    ...{ clock, entra, log, requests, workflow, figures, subscribing, port, policy },
    routes: served?.api ?? [],
    /** A token of an application that may do everything. */
    token: entra.appToken(ALL_ROLES),
    call: (call: Call) => send(port, call),
    /** The next save is lost on its way to storage. */
    loseSave: () => void (savesLost += 1),
    /** A request that is there already, whoever asked. */
    async has(request: Request): Promise<void> {
      await requests.enter(request.id, request.requester.id);
      const audit = { at: now(), by: 'system', what: 'submit' } as const;
      if ((await requests.save({ next: request, effects: [], audit })) !== 'saved')
        throw new Error(`Expected ${request.id} to be new`);
    },
    async close() {
      await server.close();
      await entra.stop();
    },
  };
}

/** Plain HTTP, because fetch does not let a test choose every header. */
export async function send(port: number, { method, path, token, headers = {}, body }: Call): Promise<Answer> {
  const call = httpRequest({
    ...{ host: '127.0.0.1', port, method, path: `/api/v1${path}` },
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
      }),
      ...headers,
    },
  });
  return new Promise((resolve, reject) => {
    call.on('error', reject).on('response', (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => void pieces.push(piece));
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        const isJson = /json/.test(response.headers['content-type'] ?? '');
        resolve({
          ...{ status: response.statusCode!, headers: response.headers, text },
          body: (isJson ? JSON.parse(text) : {}) as Record<string, unknown>,
        });
      });
    });
    call.end(body);
  });
}

/** Who asked to be called back; nobody is called. Hosts of the description's example may be. */
export function createMemorySubscribing(now: () => Instant): Subscribing & {
  readonly all: () => readonly Subscription[];
} {
  const rows = new Map<string, Subscription>();
  return {
    all: () => [...rows.values()],
    async subscribe(caller, wanted) {
      const url = URL.canParse(wanted.callbackUrl) ? new URL(wanted.callbackUrl) : undefined;
      if (url?.protocol !== 'https:' || /[\p{Cc}\p{Cs}]/u.test(wanted.callbackUrl))
        return { refused: 'address' };
      if (!url.hostname.endsWith('.logic.azure.com')) return { refused: 'host' };
      const subscribed = { ...wanted, caller, id: randomUUID(), since: now() };
      rows.set(subscribed.id, subscribed);
      return { subscribed };
    },
    async unsubscribe(caller, id) {
      if (rows.get(id)?.caller !== caller) return 'not-found';
      rows.delete(id);
      return 'removed';
    },
  };
}
