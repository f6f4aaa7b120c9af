/**
 * A gate in front of everything the bot calls (tables, queue, Graph, Teams): each call is counted and passed on, and
 * once the far side has answered — so that the call has taken effect — the test may do something before the answer
 * goes back: kill the caller, or let somebody withdraw.
 */
import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PassedCall {
  /** From 1, since the gate was last reset. */
  readonly number: number;
  readonly to: string;
  readonly method: string;
  readonly path: string;
  /** The body of the request, as text. */
  readonly sent: string;
  readonly status: number;
}

export interface Gate {
  /** The address to give the caller in place of each far side's own. */
  readonly urls: Readonly<Record<string, string>>;
  readonly calls: readonly PassedCall[];
  /** Counts from 1 again, with this at every call (its promise is waited for before the answer goes back). */
  reset(afterCall?: (call: PassedCall) => void | Promise<void>): void;
  close(): Promise<void>;
}

/** Opens one gate per far side (name → address), all counting together. */
export async function openGate(farSides: Readonly<Record<string, string>>): Promise<Gate> {
  let calls: PassedCall[] = [];
  let afterCall: (call: PassedCall) => void | Promise<void> = () => undefined;
  const urls: Record<string, string> = {};
  const servers: http.Server[] = [];

  for (const [to, address] of Object.entries(farSides)) {
    const far = new URL(address);
    const server = http.createServer((request, response) => {
      void pass(to, far, request, response);
    });
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    urls[to] =
      `http://127.0.0.1:${(server.address() as AddressInfo).port}${far.pathname === '/' ? '' : far.pathname}`;
  }

  return {
    urls,
    get calls() {
      return calls;
    },
    reset(next = () => undefined) {
      calls = [];
      afterCall = next;
    },
    async close() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    },
  };

  async function pass(
    to: string,
    far: URL,
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    try {
      const sent = await readAll(request);
      const answer = await forward(far, request, sent);
      const call: PassedCall = {
        number: calls.length + 1,
        to,
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        sent: sent.toString(),
        status: answer.status,
      };
      calls.push(call);
      await afterCall(call);
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    } catch {
      // The far side broke the connection (a fault on demand does): the caller sees just that.
      response.destroy();
    }
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

async function forward(far: URL, request: http.IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = http.request(
      {
        host: far.hostname,
        port: far.port,
        method: request.method,
        path: request.url,
        headers: request.headers,
      },
      (answer) => {
        readAll(answer).then(
          (whole) =>
            resolve({
              status: answer.statusCode ?? 502,
              headers: unframed(answer.headers, whole),
              body: whole,
            }),
          reject,
        );
      },
    );
    onward.on('error', reject);
    onward.end(body);
  });
}

/** The body goes on in one piece, so its framing is ours to state. */
function unframed(headers: IncomingHttpHeaders, body: Buffer): IncomingHttpHeaders {
  const { 'transfer-encoding': _chunked, connection: _hop, 'keep-alive': _kept, ...rest } = headers;
  return body.length > 0 ? { ...rest, 'content-length': String(body.length) } : rest;
}

async function readAll(stream: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
