/** Somebody who asked to be called back: a real server on this machine that behaves as it is told to. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

/** Where the certificates lie, from this file compiled or not. */
const FOLDER = __dirname.replace(/([/\\])build[/\\]test[/\\]power$/, '$1test$1power');
const file = (name: string) => readFileSync(join(FOLDER, 'certificate', name), 'utf8');
/** Vouches for receivers over TLS, as localhost and below flows.example. */
export const certificate = file('certificate.pem');

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

/** Answers, or does not; `n` counts from 0. */
export type Behaviour = (response: ServerResponse, n: number, heard: Heard) => void;

export const status =
  (code: number, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    // Not in one: restify, where it is loaded beside this, lets writeHead return nothing.
    response.writeHead(code, headers);
    response.end();
  };

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

export async function startReceiver(options: { readonly tls?: boolean; readonly at?: string } = {}) {
  const { tls = false, at = '127.0.0.1' } = options;
  const heard: Heard[] = [];
  const world = { behaves: status(202) };
  const listener: RequestListener = (request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const body = JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown>;
      const one = { method, path: url, headers, body };
      heard.push(one);
      world.behaves(response, heard.length - 1, one);
    });
  };
  const server = tls
    ? createTlsServer({ cert: certificate, key: file('key-of-the-tests.pem') }, listener)
    : createServer(listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, at, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    port,
    sockets,
    url: `${tls ? 'https' : 'http'}://localhost:${port}`,
    behaves(how: Behaviour) {
      world.behaves = how;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
