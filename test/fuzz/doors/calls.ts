/** Calls over HTTP: to every path there is and some there are not, with every header that means something to a server. */
import fc from 'fast-check';
import { wholeForm } from '../../web/outside/outside-office';
import type { Input } from '../door';
import { hostileJson, hostileText, mostly } from '../grammar';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

const PATHS = [
  ...[
    '/api/messages',
    '/api/graph/notifications',
    '/api/graph/notifications?validationToken=x',
    '/health/live',
  ],
  ...['/request', '/request/choose', '/request/start', '/request/link', '/request/again', '/request/mailed'],
  ...['/request/assets/outside.css', '/request/$ask', '/r/$requester', '/r/$requester/change', '/r/new-link'],
  ...[
    '/evaluate/thanks',
    '/evaluate/x',
    '/privacy',
    '/terms',
    '/accessibility',
    '/tab',
    '/tab/requests',
    '/tab/import',
  ],
  ...[
    '/tab/facilitators',
    '/tab/facilitators/x',
    '/tab/facilitators.csv',
    '/tab/assets/tab.js',
    '/tab/connections',
  ],
  ...[
    '/api/v1/requests',
    '/api/v1/requests/req0api0000000000000000001',
    '/api/v1/sessions',
    '/api/v1/openapi.json',
  ],
  ...[
    '/api/v1/choices',
    '/api/v1/subscriptions',
    '/api/v1/monitoring',
    '/nothing',
    '/',
    '*',
    '//',
    '/%00',
    '/%',
    '/%ff',
  ],
  ...['/tab/assets/..%2f..%2f..%2fpackage.json', '/request/assets/%252e%252e%252fx', '/tab/../api/messages'],
  ...[
    '/r/%E0%A4%A',
    `/r/${'a'.repeat(9_000)}`,
    '/request?'.padEnd(7_000, '&a=b'),
    '/evaluate/__proto__',
    '/r/..',
  ],
];
const METHODS = ['GET', 'POST', 'DELETE', 'PUT', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'BREW', ''];
const HEADERS: readonly (readonly [string, string])[] = [
  ['Content-Type', 'application/json'],
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Content-Type', 'multipart/form-data; boundary=x'],
  ['Content-Type', 'application/json; charset=utf-16'],
  ['Content-Encoding', 'gzip'],
  ['HX-Request', 'true'],
  ['Authorization', '$token'],
  ['Authorization', 'Bearer a.b.c'],
  ['Authorization', 'Basic x'],
  ['X-Forwarded-For', '192.0.2.1, x'],
  ['Idempotency-Key', 'key-0001-0001'],
  ['Accept', 'image/x'],
  ['Accept-Version', '~9'],
  ['Cookie', '__proto__=1; ;;=='],
  ['If-None-Match', '*'],
  ['Range', 'bytes=5-1'],
  ['Expect', '100-continue'],
  ['Upgrade', 'websocket'],
  ['Connection', 'upgrade'],
  ['Transfer-Encoding', 'chunked'],
  ['Content-Length', '-1'],
  ['Origin', 'https://evil.example'],
  ['Sec-Fetch-Site', 'cross-site'],
];
const FORM = new URLSearchParams(
  Object.entries(wholeForm()).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  ),
).toString();
const BODIES = [
  '',
  '{}',
  '{"value":[]}',
  '{',
  '[]',
  'null',
  '{"__proto__":{"a":1}}',
  FORM,
  '['.repeat(20_000),
  `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  'a=1&a[b]=2&__proto__[x]=1&a[]=3',
  '{"type":"message","channelId":"msteams","serviceUrl":"http://127.0.0.1:1/","conversation":{"id":"x"}}',
  '\ufeff{}',
  'x'.repeat(300_000),
];

const call: fc.Arbitrary<Call> = fc.record({
  method: mostly(METHODS).map(String),
  path: fc.oneof(
    { weight: 5, arbitrary: mostly(PATHS).map(String) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...PATHS), hostileText)
        .map(([path, text]) => `${path}/${encode(text)}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...PATHS), hostileText)
        .map(([path, text]) => `${path}?q=${encode(text)}`),
    },
  ),
  headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 5 }),
  body: fc.oneof(
    mostly(BODIES).map(String),
    hostileJson.map((json) => JSON.stringify(json)),
  ),
});

function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '%'));
}

export const recordedCalls: readonly Call[] = PATHS.slice(0, 36).flatMap((path) => [
  {
    method: 'GET',
    path,
    headers: [
      ['HX-Request', 'true'],
      ['Authorization', '$token'],
    ],
    body: '',
  },
  { method: 'POST', path, headers: [['Content-Type', 'application/x-www-form-urlencoded']], body: FORM },
  {
    method: 'POST',
    path,
    headers: [
      ['Content-Type', 'application/json'],
      ['Authorization', '$token'],
    ],
    body: '{"value":[]}',
  },
]);

/** One in ten is no HTTP at all. */
export const calls: fc.Arbitrary<Input> = fc.oneof(
  { weight: 9, arbitrary: call },
  {
    weight: 1,
    arbitrary: fc.oneof(
      hostileText,
      fc.constantFrom('GET / HTTP/9.9\r\n\r\n', '\u0016\u0003\u0001', 'GET\r\n\r\n'),
    ),
  },
);
