/** Everything over real HTTP on a loopback server: right calls, changed ones, and bytes that are no HTTP. */
import { defaultPolicy } from '../../../src/domain/policy';
import { createNotificationDoor } from '../../../src/graph/notification-door';
import { apiFaults } from '../../../src/power/api';
import { createServer } from '../../../src/server';
import { createAdapter } from '../../../src/teams/sign-in';
import { outsideFaultPages } from '../../../src/web/outside/plain-page';
import { createMemoryLog } from '../../fakes';
import { openOffice } from '../../teams/office';
import { openPersonOffice } from '../../web/outside/person-office';
import { openTabOffice } from '../../web/tab-office';
import { createTab } from '../../../src/web/tab/tab';
import { askedAt, theCoordinator } from '../../builders';
import { openApi } from '../api-in-memory';
import type { Door, Input, OpenDoor } from '../door';
import { exchange } from '../exchange';
import { faultsIn } from '../logged';
import { type Call, calls, recordedCalls } from './calls';

export const web: Door = {
  name: 'HTTP on loopback',
  share: 50,
  freshAfter: 5_000,
  grammar: calls,
  recorded: recordedCalls,
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
        signIn: async () => ({ person: theCoordinator, roles: ['coordinator'] }),
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
