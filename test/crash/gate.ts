/**
 * A gate in front of everything the bot calls (tables, queue, Graph, Teams): each call is counted and passed on, and
 * once the far side has answered — so that the call has taken effect — the test may do something before the answer
 * goes back: kill the caller, or let somebody withdraw. Or whatever is put around the calls decides what
 * becomes of each.
 */
import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedCall {
  readonly to: string;
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
}

export interface PassedCall extends AskedCall {
  /** From 1, since the gate was last reset. */
  readonly number: number;
  readonly status: number;
}

/** Throwing breaks the connection. */
type AfterCall = (call: PassedCall) => void | Promise<void>;
/** Passes it on, or not; what it answers goes back. Throwing breaks the connection. */
export type AroundCall = (call: AskedCall, pass: () => Promise<Answer>) => Promise<Answer>;

export interface Gate {
  /** The address to give the caller in place of each far side's own. */
  readonly urls: Readonly<Record<string, string>>;
  readonly calls: readonly PassedCall[];
  /** Counts from 1 again, with these at every call (their promises are waited for before the answer goes back). */
  reset(afterCall?: AfterCall, around?: AroundCall): void;
  close(): Promise<void>;
}

/** Opens one gate per far side (name → address), all counting together. */
export async function openGate(farSides: Readonly<Record<string, string>>): Promise<Gate> {
  let calls: PassedCall[] = [];
  let afterCall: AfterCall = () => undefined;
  let around: AroundCall = (_, pass) => pass();
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
    reset(after = () => undefined, wrapped = (_, pass) => pass()) {
      calls = [];
      afterCall = after;
      around = wrapped;
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
      const body = await readAll(request);
      const asked = { to, method: request.method ?? 'GET', path: request.url ?? '/', body };
      const {
        status,
        headers,
        body: answered,
      } = await around(asked, async () => {
        const answer = await forward(far, request, body);
        const call: PassedCall = { ...asked, number: calls.length + 1, status: answer.status };
        calls.push(call);
        await afterCall(call);
        return answer;
      });
      response.writeHead(status, headers);
      response.end(answered);
    } catch {
      // The far side broke the connection (a fault on demand does), or the test does: the caller sees just that.
      response.destroy();
    }
  }
}

export interface Answer {
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
