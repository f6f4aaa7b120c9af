/** The web server: which path goes to which handler. What a handler answers is a value; how it is sent is decided here. */
import { once } from 'node:events';
import { type Server as HttpServer, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { pino } from 'pino';
import restify, {
  type Next,
  type Request,
  type RequestHandler,
  type Response,
  type ServerOptions,
} from 'restify';
import { readForm } from './http/form-body';
import { answerBareFaults, namesHost } from './http/bare-faults';
import { clientAddress } from './http/client-address';
import { type ApiFaults, apiContent, apiHandlers, type ApiRoute } from './http/api';
import { answerHandshake } from './http/handshake';
import { readJson } from './http/json-body';
import { answerPage, type FaultPages, type Page, type PageReply, sendPage } from './http/page';
import { SECURITY_HEADERS } from './http/security-headers';
import type { Log } from './log';
import { onlyFromHere } from './http/only-from-here';

/** One exchange, without the web around it. */
export type Handler = (received: Received) => Promise<Reply>;

export interface Received {
  /** The header, or empty. */
  readonly authorization: string;
  /** The parsed body, whatever it is. */
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface ServerNeeds {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Without a sign-in, only this machine is answered. */
  readonly anonymous: boolean;
  /** How many proxies of ours stand before this server; none when absent. See `clientAddress`. */
  readonly proxies?: number;
  readonly messages: Handler;
  /** What Graph tells of changes in Outlook, where it can reach us. */
  readonly notifications?: Handler;
  /** Pages for people, each with its path. */
  readonly pages?: readonly Page[];
  /** Where people are shown a page in place of a bare status. */
  readonly faultPages?: FaultPages;
  /** Operations for programs, each with its path. */
  readonly api?: readonly ApiRoute[];
  /** Where programs are told of a fault in their own way. */
  readonly apiFaults?: ApiFaults;
  /** Which version answers: after a deployment, or behind a proxy, it may be another than is thought. */
  readonly version?: string;
  /** Plain names of what is not ready; empty when all is. */
  readonly ready: () => Promise<readonly string[]>;
  readonly log: Log;
  /** How long running requests are waited for when closing. */
  readonly graceMs?: number;
  /** How long `ready` may take. */
  readonly readyTimeoutMs?: number;
  /** How long a whole request may take to arrive; then it is answered with 408, and its connection closed. */
  readonly arrivalMs?: number;
}

export interface WebServer {
  /** Starts to listen; the port it got. */
  listen(): Promise<number>;
  /** Takes no more requests and lets running ones end. */
  close(): Promise<void>;
}

export const NOTIFICATIONS_PATH = '/api/graph/notifications';

export function createServer(needs: ServerNeeds): WebServer {
  const { port, anonymous, proxies = 0, messages, notifications, pages = [], api = [], ready, log } = needs;
  const { version, graceMs = 10_000, readyTimeoutMs = 5_000, arrivalMs = MOST_ARRIVAL_MS } = needs;
  const server = restify.createServer({ name: WITHOUT_SERVER_HEADER, log: silent });

  hurry(server.server, arrivalMs);
  const faultReply = faultReplies(needs);
  answerBareFaults(server.server, faultReply, (status, code) =>
    log.info({ route: 'none', status, code }, 'refused before it was read'),
  );

  const comesFrom = ({ headers, socket }: Request): string =>
    clientAddress(headers, socket.remoteAddress, proxies);

  server.pre(setHeaders);
  server.pre(onlyWithHost);
  if (anonymous) server.pre(onlyFromHere);

  server.post({ name: 'messages', path: '/api/messages' }, ...readJson(), answerWith(messages));
  if (notifications)
    server.post(
      { name: 'notifications', path: NOTIFICATIONS_PATH },
      answerHandshake,
      ...readJson(MOST_NOTIFICATION_BYTES),
      answerWith(notifications),
    );
  server.get({ name: 'live', path: '/health/live' }, answerWith(live(version)));
  server.get({ name: 'ready', path: '/health/ready' }, answerWith(readiness(ready, readyTimeoutMs, log)));
  for (const { name, method, path, mostBytes, answer } of pages)
    server[method](
      { name, path },
      ...(method === 'post' ? readForm(mostBytes) : []),
      answerPage(answer, comesFrom),
    );

  for (const route of api)
    server[METHODS[route.method]]({ name: route.name, path: route.path }, ...apiHandlers(route, comesFrom));

  server.on('restifyError', withoutDetail(faultReply));
  server.on('after', logged(log));
  // Restify listens for it, so Node would leave the connection open for ever.
  server.on('upgrade', (_: Request, socket: Socket) => socket.destroy());

  return {
    async listen() {
      server.listen(port, anonymous ? '127.0.0.1' : undefined);
      await once(server, 'listening');
      return server.address().port;
    },
    async close() {
      // Restify would wait for ever for the end of what has not begun.
      if (!server.server.listening) return;
      const impatience = setTimeout(() => server.server.closeAllConnections(), graceMs);
      await new Promise<void>((resolve) => void server.close(resolve));
      clearTimeout(impatience);
    },
  };
}

/** A whole form takes well under a second on a slow line. Less than Azure's front end waits, so that it is we who say so. */
const MOST_ARRIVAL_MS = 30_000;
const MOST_HEADERS_MS = 15_000;

/** Node looks after its connections by itself: what trickles in holds a socket until then, and no more of us. */
function hurry(server: HttpServer, arrivalMs: number): void {
  server.requestTimeout = arrivalMs;
  server.headersTimeout = Math.min(arrivalMs, MOST_HEADERS_MS);
  // Read when it begins to listen; Node's own is as long as the whole time allowed.
  Object.assign(server, { connectionsCheckingInterval: Math.min(arrivalMs, CHECKING_MS) });
}

const CHECKING_MS = 5_000;

/** Restify's names of them. */
const METHODS = { get: 'get', post: 'post', delete: 'del' } as const;
/** Graph may put many together; a thousand take less than one megabyte. */
const MOST_NOTIFICATION_BYTES = 1024 * 1024;
/** It would tell an attacker what to look up. */
const WITHOUT_SERVER_HEADER = '';
/** Restify logs whole requests where it logs at all. Its types ask for bunyan; it uses pino. */
const silent = pino({ level: 'silent' }) as unknown as ServerOptions['log'] & object;

function setHeaders(_: Request, response: Response, next: Next): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.header(name, value);
  next();
}

const onlyWithHost: RequestHandler = (request, _, next) =>
  next(namesHost(request) ? undefined : Object.assign(new Error('No host'), { statusCode: 400 }));

function answerWith(handler: Handler): RequestHandler {
  return async (request: Request, response: Response) => {
    const { authorization = '' } = request.headers;
    const { status, body } = await handler({ authorization, body: request.body as unknown });
    if (body === undefined) response.send(status);
    else response.json(status, body);
  };
}

/** The process answers, so it lives; whatever else is out of reach, starting it again would not help. */
function live(version: string | undefined): Handler {
  return async () => ({ status: 200, body: { live: true, ...(version !== undefined && { version }) } });
}

function readiness(ready: ServerNeeds['ready'], timeoutMs: number, log: Log): Handler {
  return async () => {
    const waitingFor = await withinTime(ready(), timeoutMs).catch((error: unknown) => {
      log.warn({ err: error }, 'could not tell whether everything is ready');
      return ['check'];
    });
    const isReady = waitingFor.length === 0;
    return { status: isReady ? 200 : 503, body: { ready: isReady, waitingFor } };
  };
}

async function withinTime<Value>(work: Promise<Value>, timeoutMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Expected an answer within ${timeoutMs} ms, got none`)),
      timeoutMs,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What is answered with a status at an address: a page for people, a problem for programs, or the status's name. */
function faultReplies({ faultPages, apiFaults }: Pick<ServerNeeds, 'faultPages' | 'apiFaults'>) {
  return (status: number, url: string): PageReply => {
    const isUnder = (paths: readonly string[]) => paths.some((path) => isBelow(path, url));
    if (faultPages && isUnder(faultPages.under)) return faultPages.show(status);
    const { type, content } =
      apiFaults && isUnder(apiFaults.under)
        ? apiContent(apiFaults.answer(status))
        : { type: 'application/json', content: JSON.stringify({ error: STATUS_CODES[status] ?? 'Error' }) };
    return { status, content, headers: { 'Content-Type': type } };
  };
}

/** Errors of restify and of handlers, told by their status alone: messages quote what was sent, or what went wrong inside. */
function withoutDetail(faultReply: ReturnType<typeof faultReplies>) {
  return (request: Request, response: Response, error: unknown, done: () => void): void => {
    const { statusCode = 500 } = error as { readonly statusCode?: number };
    if (!response.headersSent) sendPage(response, faultReply(statusCode, request.url ?? ''));
    done();
  };
}

function isBelow(path: string, url: string): boolean {
  return url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`);
}

/** By the name of the route: paths of later routes hold tokens. */
function logged(log: Log) {
  return (
    request: Request,
    response: Response,
    route: { readonly name: string } | undefined,
    error: unknown,
  ) => {
    const durationMs = Math.round(Date.now() - request.time());
    const fields = {
      route: route?.name ?? 'none',
      method: request.method,
      status: response.statusCode,
      durationMs,
    };
    const isHealth = fields.route === 'live' || fields.route === 'ready';
    if (response.statusCode >= 500 && error !== undefined)
      log.error({ ...fields, err: error }, 'a request failed');
    else if (isHealth) log.debug(fields, 'answered');
    else log.info(fields, 'answered');
  };
}
