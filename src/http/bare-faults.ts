/**
 * What Node refuses before any handler of ours is asked: headers too long or too slow, a body too slow, no HTTP at all. By
 * itself it would answer with a bare status; here such callers are told like all others.
 */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { PageReply } from './page';
import { SECURITY_HEADERS } from './security-headers';

/** Node's names for what it found. https://nodejs.org/docs/latest-v20.x/api/http.html#event-clienterror */
const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

interface Exchange {
  readonly url: string;
  readonly response: ServerResponse;
}

/**
 * @param faultReply what is answered with a status at an address; the address is empty where it never came
 * @param refused told of each, with Node's name for what was wrong
 */
export function answerBareFaults(
  server: Server,
  faultReply: (status: number, url: string) => PageReply,
  refused: (status: number, code: string) => void,
): void {
  const latest = new WeakMap<Socket, Exchange>();
  const remember = ({ socket, url = '' }: IncomingMessage, response: ServerResponse): void =>
    void latest.set(socket, { url, response });
  server.on('request', remember).on('checkContinue', remember);

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const { code = '' } = error;
    const status = STATUS[code] ?? (code.startsWith('HPE_') ? 400 : undefined);
    const exchange = latest.get(socket);
    // What has begun to be answered would be cut in two by another answer.
    const isBeingAnswered = exchange?.response.headersSent === true && !exchange.response.writableFinished;
    if (status !== undefined && socket.writable && !isBeingAnswered) {
      refused(status, code);
      const isUnanswered = exchange !== undefined && !exchange.response.headersSent;
      socket.write(onTheWire(status, faultReply(status, isUnanswered ? exchange.url : '')));
    }
    socket.destroy(error);
  });

  // Both are asked for by no caller of ours; Node would answer them without our headers.
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const { headers, content } = faultReply(417, request.url ?? '');
    // In two steps: restify's responses return nothing here.
    response.writeHead(417, { ...SECURITY_HEADERS, ...headers, Connection: 'close' });
    response.end(content);
  });
  // Read with each request. `namesHost` asks in its place.
  Object.assign(server, { requireHostHeader: false });
}

/** HTTP/1.1 wants the name to be said (RFC 9112, section 3.2), once. */
export function namesHost({ httpVersion, rawHeaders }: IncomingMessage): boolean {
  const names = rawHeaders.filter((text, n) => n % 2 === 0 && text.toLowerCase() === 'host').length;
  return names === 1 || (names === 0 && httpVersion !== '1.1');
}

function onTheWire(status: number, { headers, content }: PageReply): string {
  const all = {
    ...SECURITY_HEADERS,
    ...headers,
    'Content-Length': String(Buffer.byteLength(content)),
    Connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', content.toString()].join('\r\n');
}
