/** A few routes that take and give JSON, on the loopback address only. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface Call {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** What the route's groups matched, decoded. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of answering: drop the connection, or keep it open and say nothing. */
  readonly instead?: 'reset' | 'silence';
}

export type Handler = (call: Call) => Reply | Promise<Reply>;
export type Route = readonly [method: string, path: RegExp, handle: Handler];

export interface JsonServer {
  readonly url: string;
  /** Cuts every connection; stopping twice is stopping once. */
  stop(): Promise<void>;
}

/** @param port 0 for any free one. */
export async function serveJson(port: number, routes: readonly Route[]): Promise<JsonServer> {
  const server = createServer((request, response) => {
    void answer(routes, request).then((reply) => write(reply, response));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(routes: readonly Route[], request: IncomingMessage): Promise<Reply> {
  const method = request.method ?? 'GET';
  const path = request.url ?? '/';
  const { pathname, searchParams: query } = new URL(path, 'http://127.0.0.1');
  for (const [routeMethod, pattern, handle] of routes) {
    const match = routeMethod === method ? pattern.exec(pathname) : null;
    if (!match) continue;
    try {
      const params = match.slice(1).map((group) => decodeURIComponent(group));
      return await handle({ method, path, params, query, body: await readJson(request) });
    } catch (error) {
      return { status: 500, body: { error: { code: 'InternalServerError', message: String(error) } } };
    }
  }
  return {
    status: 404,
    body: { error: { code: 'NotFound', message: `Nothing answers ${method} ${pathname}` } },
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

function write(reply: Reply, response: ServerResponse): void {
  if (reply.instead === 'silence') return;
  if (reply.instead === 'reset') {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...reply.headers });
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
}
