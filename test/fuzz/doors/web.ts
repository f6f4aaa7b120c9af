/** Everything over real HTTP on a loopback server: right calls, changed ones, and bytes that are no HTTP. */
import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { defaultPolicy } from '../../../src/domain/policy';
import { createNotificationDoor } from '../../../src/graph/notification-door';
import { apiFaults } from '../../../src/power/api';
import { createServer } from '../../../src/server';
import { createAdapter } from '../../../src/teams/sign-in';
import { outsideFaultPages } from '../../../src/web/outside/plain-page';
import { createMemoryLog } from '../../fakes';
import { openOffice } from '../../teams/office';
import { wholeForm } from '../../web/outside/outside-office';
import { openPersonOffice } from '../../web/outside/person-office';
import { openTabOffice } from '../../web/tab-office';
import { createTab } from '../../../src/web/tab/tab';
import { askedAt, theCoordinator } from '../../builders';
import { openApi } from '../api-in-memory';
import type { Door, Input, OpenDoor } from '../door';
import { hostileJson, hostileText, mostly } from '../grammar';
import { faultsIn } from '../logged';

interface Call {
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

const recorded: readonly Call[] = PATHS.slice(0, 36).flatMap((path) => [
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

export const web: Door = {
  name: 'HTTP on loopback',
  share: 50,
  freshAfter: 5_000,
  grammar: fc.oneof(
    { weight: 9, arbitrary: call as fc.Arbitrary<Input> },
    {
      weight: 1,
      arbitrary: fc.oneof(
        hostileText,
        fc.constantFrom('GET / HTTP/9.9\r\n\r\n', '\u0016\u0003\u0001', 'GET\r\n\r\n'),
      ),
    },
  ),
  recorded,
  open,
};

async function open(): Promise<OpenDoor> {
  const [office, person, tab, api] = await Promise.all([
    openOffice(),
    openPersonOffice(),
    openTabOffice(),
    openApi(),
  ]);
  const log = createMemoryLog();
  const adapter = createAdapter({ signIn: { kind: 'anonymous' }, allowedTenants: [], log });
  const row = { clientState: 'ours', notificationUrl: 'https://jags.example.org', since: 0 };
  const server = createServer({
    ...{ port: 0, anonymous: true, log, ready: async () => [] },
    messages: (received) => adapter.receive(received, (turn) => office.bot.run(turn)),
    notifications: createNotificationDoor({
      subscriptionRow: { find: async () => ({ row, version: '1' }) },
      queue: { send: async () => undefined },
      ...{ now: () => askedAt, log },
    }),
    pages: [
      ...person.pages,
      ...createTab({
        issuer: tab.entra.issuer,
        signIn: async () => ({ person: theCoordinator, role: 'coordinator' }),
        pages: tab.pages,
        now: () => askedAt,
      }),
    ],
    ...{ faultPages: outsideFaultPages(defaultPolicy), api: api.routes, apiFaults },
  });
  const port = await server.listen();
  const meant: Readonly<Record<string, string>> = {
    $requester: await person.linkFor('requester').then((link) => link.replace('/r/', '')),
    $ask: await person.linkFor('ask').then((link) => link.replace('/r/', '')),
    $token: api.authorization,
  };
  const logs = [log, office.log, person.log, tab.log, api.log];

  return {
    async give(input) {
      for (const { lines } of logs) lines.length = 0;
      const bytes = bytesOf(input).replace(/\$(?:requester|ask|token)/g, (name) => meant[name]!);
      const answer = await exchange(port, Buffer.from(bytes, 'utf8'));
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
      const faults = logs.flatMap(({ lines }) => faultsIn(lines));
      return (status >= 500 && status !== NOT_HTTP) || faults.length > 0
        ? `${status} ${faults.join('; ')}`
        : undefined;
    },
    async stored() {
      const alive = await exchange(
        port,
        Buffer.from('GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
      );
      return alive.startsWith('HTTP/1.1 200')
        ? [...(await api.stored())]
        : ['the server does not answer any more'];
    },
    async close() {
      await server.close();
      await Promise.all([office, person, tab, api].map((each) => each.close()));
    },
  };
}

/** Node.js itself, to another version of HTTP: it never reaches us. */
const NOT_HTTP = 505;

/** What changed inputs have become is sent as it is. */
function bytesOf(input: Input): string {
  if (typeof input === 'string') return input;
  const { method, path, headers, body } = (
    typeof input === 'object' && input !== null ? input : {}
  ) as Partial<Record<keyof Call, unknown>>;
  const text = (value: unknown): string =>
    typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const lines = (Array.isArray(headers) ? headers : []).map((each) =>
    Array.isArray(each) ? `${text(each[0])}: ${text(each[1])}` : text(each),
  );
  const content = text(body);
  const length = lines.some((line) => /^(?:content-length|transfer-encoding):/i.test(line))
    ? []
    : [`Content-Length: ${Buffer.byteLength(content)}`];
  const head = [
    `${text(method)} ${text(path)} HTTP/1.1`,
    'Host: localhost',
    ...length,
    ...lines,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${content}`;
}

/** What comes back, or nothing: where the server waits for more, nobody waits with it. */
async function exchange(port: number, bytes: Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  let answer = '';
  // A server that has heard enough hangs up while more is being sent.
  socket.on('error', () => socket.destroy());
  socket.on('data', (piece: Buffer) => {
    if (answer.length < 100) answer += piece.toString('latin1').slice(0, 100);
  });
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

const PATIENCE_MS = 100;
