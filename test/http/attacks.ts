/**
 * What somebody sends who wants to keep the server busy, or have it take one message for another: each as bytes, with what
 * must come of it. The server is given `arrivalMs` for a whole request and at most 15 s for its headers.
 */
import { NOTIFICATIONS_PATH } from '../../src/server';

export interface Attack {
  readonly name: string;
  /** Written one after the other. */
  readonly pieces: (host: string) => readonly (string | Buffer)[];
  /** Between them; a whole attack goes on for longer than the server waits. */
  readonly slowly?: true;
  readonly halfClose?: true;
  /** The statuses of what is answered, in order; none where the connection is just closed. */
  readonly statuses: readonly number[];
}

/** Each takes a body in its own way: Teams, Graph, a program, a person, a coordinator. */
const DOORS_WITH_BODIES: readonly (readonly [path: string, type: string])[] = [
  ['/api/messages', 'application/json'],
  [NOTIFICATIONS_PATH, 'application/json'],
  ['/request/link', 'application/x-www-form-urlencoded'],
  ['/tab/import', 'application/x-www-form-urlencoded'],
];

const CHUNKED = 'transfer-encoding: chunked';
const lines = (...all: readonly string[]): string => [...all, '', ''].join('\r\n');

function toEachDoor(
  name: string,
  rest: Omit<Attack, 'name' | 'pieces'>,
  pieces: (first: string, host: string, type: string) => readonly (string | Buffer)[],
): readonly Attack[] {
  return DOORS_WITH_BODIES.map(([path, type]) => ({
    name: `${name}: ${path}`,
    pieces: (host) => pieces(`POST ${path} HTTP/1.1`, `host: ${host}`, `content-type: ${type}`),
    ...rest,
  }));
}

/** More often than the server looks, and longer than it waits. */
const drips = (drip: string): readonly string[] => Array.from({ length: 400 }, () => drip);

export const SLOW: readonly Attack[] = [
  {
    name: 'headers that never end (slowloris)',
    pieces: (host) => ['GET /health/live HTTP/1.1\r\n', `host: ${host}\r\n`, ...drips('x-a: b\r\n')],
    slowly: true,
    statuses: [408],
  },
  {
    name: 'a request line that never ends',
    pieces: () => ['GE', ...drips('T')],
    slowly: true,
    statuses: [400],
  },
  { name: 'nothing at all', pieces: () => [], statuses: [408] },
  ...toEachDoor('a body that trickles', { slowly: true, statuses: [408] }, (first, host, type) => [
    lines(first, host, type, 'content-length: 200000'),
    ...drips('{'),
  ]),
  ...toEachDoor('a body that never comes', { statuses: [408] }, (first, host, type) => [
    lines(first, host, type, 'content-length: 100'),
  ]),
  ...toEachDoor('pieces that trickle without end', { slowly: true, statuses: [408] }, (first, host, type) => [
    lines(first, host, type, CHUNKED),
    ...drips('1\r\n{\r\n'),
  ]),
];

export const LARGE: readonly Attack[] = [
  ...toEachDoor('a body that says it is too large', { statuses: [413] }, (first, host, type) => [
    lines(first, host, type, 'content-length: 99999999', 'connection: close'),
  ]),
  {
    name: 'headers of 32 KB',
    pieces: (host) => [lines('GET /health/live HTTP/1.1', `host: ${host}`, `x-a: ${'b'.repeat(32 * 1024)}`)],
    statuses: [431],
  },
  {
    name: 'an address of 32 KB',
    pieces: (host) => [lines(`GET /${'a'.repeat(32 * 1024)} HTTP/1.1`, `host: ${host}`)],
    statuses: [431],
  },
  {
    name: 'an extension of a piece of 32 KB',
    pieces: (host) => [
      lines('POST /api/messages HTTP/1.1', `host: ${host}`, 'content-type: application/json', CHUNKED),
      `1;${'a'.repeat(32 * 1024)}\r\n{\r\n`,
    ],
    statuses: [413],
  },
];

const PART = 'content-type: application/json';
const POST = 'POST /api/messages HTTP/1.1';
const SECOND = lines('GET /health/live HTTP/1.1', 'host: 127.0.0.1', 'connection: close');

/** One message that two readers could take for two. https://www.rfc-editor.org/rfc/rfc9112#section-6.3 */
const FRAMINGS: readonly (readonly [name: string, headers: readonly string[], body: string])[] = [
  ['a length and pieces', ['content-length: 6', CHUNKED], '0\r\n\r\n'],
  ['pieces and a length', [CHUNKED, 'content-length: 6'], '0\r\n\r\n'],
  ['two lengths', ['content-length: 2', 'content-length: 3'], '{}x'],
  ['two lengths in one', ['content-length: 2, 2'], '{}'],
  ['a length with a sign', ['content-length: +2'], '{}'],
  ['a length below nothing', ['content-length: -2'], '{}'],
  ['a length in sixteens', ['content-length: 0x2'], '{}'],
  ['pieces under another name', ['transfer-encoding: xchunked'], '2\r\n{}\r\n0\r\n\r\n'],
  ['pieces, then something else', ['transfer-encoding: chunked, identity'], '2\r\n{}\r\n0\r\n\r\n'],
  ['a space before the colon', ['transfer-encoding : chunked'], '0\r\n\r\n'],
  ['a header that goes on in the next line', ['x-a: b', ' transfer-encoding: chunked'], '0\r\n\r\n'],
  ['a line that ends with a line feed alone', ['x-a: b\ntransfer-encoding: chunked'], '0\r\n\r\n'],
  ['a carriage return in a value', ['x-a: b\rc'], ''],
  ['a zero byte in a value', ['x-a: b\0c'], ''],
  ['a piece whose length is none', [CHUNKED], 'zz\r\n{}\r\n0\r\n\r\n'],
  ['a piece longer than it says', [CHUNKED], '1\r\n{}\r\n0\r\n\r\n'],
];

export const SMUGGLED: readonly Attack[] = FRAMINGS.map(([name, headers, body]) => ({
  name,
  pieces: (host) => [lines(POST, `host: ${host}`, PART, ...headers) + body + SECOND],
  // Whatever was hidden behind it is not answered.
  statuses: [400],
}));

export const ODD: readonly Attack[] = [
  ...['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'HEAD', 'DELETE', 'PROPFIND', 'QUERY'].map((method) => ({
    name: `the method ${method}`,
    pieces: (host: string) => [
      lines(`${method} /health/live HTTP/1.1`, `host: ${host}`, 'connection: close'),
    ],
    statuses: [405],
  })),
  {
    name: 'a method that is none',
    pieces: (host) => [lines('STEAL / HTTP/1.1', `host: ${host}`)],
    statuses: [400],
  },
  {
    name: 'a tunnel to elsewhere',
    pieces: () => [lines('CONNECT storage.example.org:443 HTTP/1.1', 'host: storage.example.org:443')],
    statuses: [],
  },
  {
    name: 'another protocol',
    pieces: (host) => [
      lines('GET /health/live HTTP/1.1', `host: ${host}`, 'connection: upgrade', 'upgrade: websocket'),
    ],
    statuses: [],
  },
  { name: 'HTTP/2 without asking', pieces: () => ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], statuses: [400] },
  {
    name: 'a version to come',
    pieces: (host) => [lines('GET / HTTP/9.9', `host: ${host}`)],
    statuses: [400],
  },
  {
    name: 'TLS where there is none',
    pieces: () => [Buffer.from('16030100a5010000a10303', 'hex')],
    statuses: [400],
  },
  {
    name: 'no host',
    pieces: () => [lines('GET /health/live HTTP/1.1', 'connection: close')],
    statuses: [400],
  },
  {
    name: 'two hosts',
    pieces: (host) => [
      lines('GET /health/live HTTP/1.1', `host: ${host}`, 'host: attacker.example', 'connection: close'),
    ],
    statuses: [400],
  },
  {
    name: 'an expectation nobody meets',
    pieces: (host) => [lines(POST, `host: ${host}`, PART, 'content-length: 2', 'expect: 200-ok')],
    statuses: [417],
  },
  {
    name: 'an old client',
    pieces: (host) => [lines('GET /health/live HTTP/1.0', `host: ${host}`)],
    statuses: [200],
  },
  {
    name: 'a whole address in place of a path',
    pieces: (host) => [
      lines('GET http://attacker.example/health/live HTTP/1.1', `host: ${host}`, 'connection: close'),
    ],
    statuses: [200],
  },
  {
    name: 'an asterisk',
    pieces: (host) => [lines('OPTIONS * HTTP/1.1', `host: ${host}`, 'connection: close')],
    statuses: [200],
  },
  {
    name: 'two requests at once',
    pieces: (host) => [
      lines('GET /health/live HTTP/1.1', `host: ${host}`) +
        lines('GET /nothing HTTP/1.1', `host: ${host}`, 'connection: close'),
    ],
    statuses: [200, 404],
  },
  {
    name: 'a caller who has no more to say',
    pieces: (host) => [lines('GET /health/live HTTP/1.1', `host: ${host}`)],
    halfClose: true,
    statuses: [200],
  },
];
