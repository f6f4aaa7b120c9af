/**
 * Microsoft Graph v1.0 as the adapters use it: every request has a time-out and asks for immutable ids, Outlook gets four
 * requests at once, reads are repeated while that can help, writes are made once.
 */
import type { TokenCredential } from '@azure/identity';
import { type Client, ResponseType } from '@microsoft/microsoft-graph-client';
import pLimit from 'p-limit';
import { type Batch, createBatch } from './batch';
import { Fault } from '../ports';
import { connect, pathBelow } from './connection';
import { operationOf } from './operation';
import { GraphFault, noAnswer, refusal } from './fault';
import { type GraphLog, type Patience, retrying } from './retry';

export interface Graph extends Batch {
  /** Throws a `GraphFault`, as all the others do. */
  get<T>(path: string, ...prefer: readonly string[]): Promise<T>;
  /** All pages of a collection. */
  pages<T>(path: string): Promise<T[]>;
  /** All pages of a round of changes, and the path where the next round begins. */
  delta<T>(path: string): Promise<Delta<T>>;
  /** A POST that changes nothing: repeated like a read. */
  ask<T>(path: string, body: object, ...prefer: readonly string[]): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  patch<T>(path: string, body: object, ...prefer: readonly string[]): Promise<T>;
  delete(path: string): Promise<void>;
}

export interface Delta<T> {
  readonly items: readonly T[];
  readonly link: string;
}

export interface GraphOptions {
  /** Without version or slash at the end; default the public cloud. Plain http on loopback only, and then no token is sent. */
  readonly url?: string;
  readonly credential?: TokenCredential;
  readonly log?: GraphLog;
  readonly readTimeoutMs?: number;
  readonly writeTimeoutMs?: number;
  readonly patience?: Patience;
  /** Put around each try; by default nothing is. */
  readonly watch?: GraphWatch;
}

/** Sends it, and is told the status that was answered, if any was; for whoever watches what is asked of Graph. */
export type GraphWatch = <T>(
  call: { readonly operation: string; readonly method: string; readonly attempt: number },
  send: (answered: (status: number) => void) => Promise<T>,
) => Promise<T>;

/** Outlook runs four requests of an app on a mailbox at once. https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits */
const OUTLOOK_AT_ONCE = 4;
const USUAL_PATIENCE: Patience = { tries: 3, firstWaitMs: 500, longestWaitMs: 10_000 };
/** Far more than any group or calendar here fills. */
const MOST_PAGES = 500;
const IMMUTABLE_IDS = 'IdType="ImmutableId"';

interface Call {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly body?: object;
  readonly prefer?: readonly string[];
}

/** Throws at once when the address is neither https with a credential nor http on loopback. */
export function createGraph({
  url,
  credential,
  log,
  readTimeoutMs = 15_000,
  writeTimeoutMs = 20_000,
  patience = USUAL_PATIENCE,
  watch = (_, send) => send(() => undefined),
}: GraphOptions): Graph {
  const client = connect({ url, credential, tokenTimeoutMs: readTimeoutMs });
  const outlook = pLimit(OUTLOOK_AT_ONCE);

  return {
    get: (path, ...prefer) => read({ method: 'get', path, prefer }),
    ask: (path, body, ...prefer) => read({ method: 'post', path, body, prefer }),
    post: (path, body) => write({ method: 'post', path, body }),
    patch: (path, body, ...prefer) => write({ method: 'patch', path, body, prefer }),
    delete: (path) => write({ method: 'delete', path }),
    pages: async <T>(path: string) => (await round<T>(path)).items,
    async delta<T>(path: string) {
      const { items, deltaLink } = await round<T>(path);
      if (!deltaLink) throw new Fault('Expected a round of changes to end in a delta link, got none');
      return { items, link: pathBelow(url, deltaLink) };
    },
    ...createBatch(
      (body) => once({ method: 'post', path: '/$batch', body }, readTimeoutMs),
      (round) => retrying(round, patience, log),
    ),
  };

  /** Outlook has been seen to give the same page for ever, each time with another link to the next. */
  async function round<T>(path: string): Promise<{ items: T[]; deltaLink?: string }> {
    const items: T[] = [];
    let next: string | undefined = path;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page: Page<T> = await read({ method: 'get', path: next });
      items.push(...page.value);
      const { '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = page;
      if (!nextLink) return { items, ...(deltaLink && { deltaLink }) };
      next = pathBelow(url, nextLink);
    }
    throw new Fault(`Expected at most ${MOST_PAGES} pages, got a link to one more`);
  }

  function read<T>(call: Call): Promise<T> {
    return retrying((attempt) => once<T>(call, readTimeoutMs, attempt), patience, log);
  }

  function write<T>(call: Call): Promise<T> {
    return once<T>(call, writeTimeoutMs);
  }

  /** The time-out starts when the request does, not while it waits for its place. */
  function once<T>(call: Call, timeoutMs: number, attempt = 1): Promise<T> {
    const { method, path } = call;
    const watched = { operation: operationOf(path), method: method.toUpperCase(), attempt };
    const sent = () =>
      watch(watched, (answered) => send<T>(client, call, AbortSignal.timeout(timeoutMs), answered));
    return isOutlook(call.path) ? outlook(sent) : sent();
  }
}

interface Page<T> {
  readonly value: T[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

/**
 * One request, one answer. The raw response is read here, because the client throws on an empty 202 that claims to be
 * JSON (cancel) and forgets the headers of a refusal without a JSON body.
 */
async function send<T>(
  client: Client,
  call: Call,
  signal: AbortSignal,
  answered: (status: number) => void,
): Promise<T> {
  const what = named(call);
  let response: Response;
  let text: string;
  try {
    response = await rawResponse(client, call, signal);
    answered(response.status);
    text = await response.text();
  } catch (error) {
    throw noAnswer(what, error);
  }
  const json = parsed(text);
  if (!response.ok) throw refusal(what, response.status, json, response.headers.get('Retry-After'));
  if (text && json === undefined)
    throw new GraphFault(`Expected JSON from ${what}, got something else`, {}, { passing: true });
  return json as T;
}

async function rawResponse(client: Client, call: Call, signal: AbortSignal): Promise<Response> {
  const { method, path, body, prefer = [] } = call;
  const request = client
    .api(path)
    .responseType(ResponseType.RAW)
    .header('Prefer', [IMMUTABLE_IDS, ...prefer].join(', '))
    .options({ signal });
  switch (method) {
    case 'get':
      return (await request.get()) as Response;
    case 'post':
      return (await request.post(body)) as Response;
    case 'patch':
      return (await request.patch(body)) as Response;
    case 'delete':
      return (await request.delete()) as Response;
  }
}

function parsed(text: string): unknown {
  try {
    return text ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined; // the caller, who knows the call and its status, says what was expected
  }
}

function isOutlook(path: string): boolean {
  // Graph's own links write `users('…')`.
  return /^\/users(\/[^/]+|\([^)]*\))\/(events|calendar|calendarView|mailFolders|sendMail)\b/.test(path);
}

/** The call without ids and addresses, for faults and the log: `POST /users/…/events`. */
function named({ method, path }: Call): string {
  const segments = path.split('?')[0]!.split('/');
  return `${method.toUpperCase()} ${segments.map((word) => (/[%@]|.{30}/.test(word) ? '…' : word)).join('/')}`;
}
