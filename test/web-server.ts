/** A web server as main starts it, with a handler that notes what it is given, and plain HTTP to call it with. */
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { createLog } from '../src/log';
import { createServer, type Handler, type Received, type ServerNeeds, type WebServer } from '../src/server';

let server: WebServer | undefined;
let port: number;
export const received: Received[] = [];
export const lines: string[] = [];

export const accept: Handler = (message) => {
  received.push(message);
  return Promise.resolve({ status: 200, body: { ok: true } });
};

/** Starts it; anonymous unless told otherwise. `stop` after each test. */
export async function start(
  changed: Partial<ServerNeeds> = {},
): Promise<{ readonly server: WebServer; readonly port: number }> {
  server = createServer({
    port: 0,
    anonymous: true,
    messages: accept,
    notifications: accept,
    ready: () => Promise.resolve([]),
    log: createLog({ level: 'debug', to: { write: (line) => void lines.push(line) } }),
    ...changed,
  });
  port = await server.listen();
  return { server, port };
}

export async function stop(): Promise<void> {
  await server?.close();
  server = undefined;
  received.length = 0;
  lines.length = 0;
}

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** Plain HTTP, because fetch does not let a test choose every header. */
export async function send({ method = 'POST', path = '/api/messages', headers = {}, body = '' }: Sent) {
  const call = httpRequest({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const answered = new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>(
    (resolve, reject) => {
      call.on('error', reject).on('response', (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: text }),
        );
      });
    },
  );
  call.end(body);
  return answered;
}
export const get = (path: string, headers = {}) => send({ method: 'GET', path, headers });
