/** The door Graph posts to: whoever posts is answered alike, and only what carries the subscription's secret is taken on. */
import type { CalendarNews, KnownSubscription } from '../../src/ports/calendar-watch';
import { createNotificationDoor } from '../../src/graph/notification-door';
import { createServer } from '../../src/server';
import { createMemoryLog } from '../fakes';
import type { Knock, Opened, Row } from './door';

const PATH = '/api/graph/notifications';
const SECRET = 'c3VwZXItc2VjcmV0LWNsaWVudC1zdGF0ZQ';
/** Of the subscription before this one. */
const FORMER = 'Zm9ybWVyLXNlY3JldC1jbGllbnQtc3RhdGU';
const EVENT = { changeType: 'updated', resourceData: { id: 'AAkA1' } };

export async function openNotificationDoor(): Promise<Opened> {
  const queued: CalendarNews[] = [];
  const log = createMemoryLog();
  const row: KnownSubscription = { clientState: SECRET, notificationUrl: 'https://jags.example', since: 0 };
  const server = createServer({
    ...{ port: 0, anonymous: true, log, messages: async () => ({ status: 200 }), ready: async () => [] },
    notifications: createNotificationDoor({
      subscriptionRow: { find: async () => ({ row, version: '1' }) },
      queue: { send: async (news) => void queued.push(news) },
      now: () => 0,
      log,
    }),
  });
  return {
    port: await server.listen(),
    stored: async () => queued,
    logged: () => JSON.stringify(log.lines),
    close: () => server.close(),
  };
}

function post(body: unknown, secrets: readonly string[] = [], over: Partial<Knock> = {}): Knock {
  const headers = [['Content-Type', 'application/json']] as const;
  return { method: 'POST', path: PATH, headers, body: JSON.stringify(body), secrets, ...over };
}

const right = () => post({ value: [{ ...EVENT, clientState: SECRET }] }, [SECRET]);
const rightWord = (event: string) => () => post({ value: [{ lifecycleEvent: event, clientState: SECRET }] });

const WRONG_STATES: readonly (readonly [what: string, clientState: unknown])[] = [
  ['no secret', undefined],
  ['null', null],
  ['an empty secret', ''],
  ['a guess', 'guess-of-a-stranger'],
  ['the secret of the subscription before', FORMER],
  ['the secret less its end', SECRET.slice(0, -1)],
  ['the secret less its beginning', SECRET.slice(1)],
  ['the secret and more', `${SECRET}A`],
  ['the secret twice', SECRET + SECRET],
  ['the secret in capitals', SECRET.toUpperCase()],
  ['the secret with a space before', ` ${SECRET}`],
  ['the secret with a space after', `${SECRET} `],
  ['the secret with a line end', `${SECRET}\n`],
  ['the secret with an end of text', `${SECRET}\0`],
  ['the secret in quotes', `"${SECRET}"`],
  ['the secret padded', `${SECRET}==`],
  ['the secret encoded again', Buffer.from(SECRET).toString('base64')],
  ['the secret backwards', [...SECRET].reverse().join('')],
  ['the secret with a letter that looks the same', SECRET.replace('c', 'с')],
  ['a list of the secret', [SECRET]],
  ['an object with the secret', { clientState: SECRET }],
  ['a condition', { $ne: '' }],
  ['a pattern', '.*'],
  ['true', true],
  ['a number', 0],
  ['the text undefined', 'undefined'],
  ['the text null', 'null'],
  ['100 KB', 'x'.repeat(100_000)],
];

const WORDS = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
const WRONG_WORDS = WRONG_STATES.filter(([what]) =>
  ['no secret', 'a guess', 'the secret of the subscription before', 'a list of the secret'].includes(what),
);

const secretsOf = (state: unknown) => (typeof state === 'string' && state.length < 1_000 ? [state] : []);

/** The secret is there, and not where it belongs. */
const ELSEWHERE: readonly (readonly [what: string, body: unknown, over?: Partial<Knock>])[] = [
  ['the secret beside the list', { clientState: SECRET, value: [EVENT] }],
  ['the secret in the event', { value: [{ ...EVENT, resourceData: { id: 'AAkA1', clientState: SECRET } }] }],
  ['the secret for its subscription', { value: [{ ...EVENT, subscriptionId: SECRET }] }],
  ['the secret under another name', { value: [{ ...EVENT, clientstate: SECRET }] }],
  ['the secret for a validation', { value: [EVENT], validationTokens: [SECRET] }],
  ['the secret in the address', { value: [EVENT] }, { path: `${PATH}?clientState=${SECRET}` }],
  ['the secret in a header', { value: [EVENT] }, { headers: withHeader('clientState', SECRET) }],
  ['the secret as a token', { value: [EVENT] }, { headers: withHeader('Authorization', `Bearer ${SECRET}`) }],
  ['no list', { ...EVENT, clientState: SECRET }],
  ['a list alone', [{ ...EVENT, clientState: SECRET }]],
  ['a list in a list', { value: [[{ ...EVENT, clientState: SECRET }]] }],
  [
    'an event that is a path',
    { value: [{ ...EVENT, resourceData: { id: '../users' }, clientState: SECRET }] },
  ],
  ['a change nobody knows', { value: [{ ...EVENT, changeType: 'moved', clientState: SECRET }] }],
  ['a word nobody knows', { value: [{ lifecycleEvent: 'party', clientState: SECRET }] }],
];

function withHeader(name: string, value: string): Knock['headers'] {
  return [
    ['Content-Type', 'application/json'],
    [name, value],
  ];
}

const shake = (token: string, over: Partial<Knock> = {}): Knock =>
  post(undefined, [token], {
    path: `${PATH}?validationToken=${encodeURIComponent(token)}`,
    body: '',
    ...over,
  });

export const NOTIFICATION_ROWS: readonly Row<Opened>[] = [
  ...WRONG_STATES.map(([what, clientState]) => ({
    what,
    status: 202,
    wrong: () => post({ value: [{ ...EVENT, clientState }] }, secretsOf(clientState)),
    right,
  })),
  ...WORDS.flatMap((word) =>
    WRONG_WORDS.map(([what, clientState]) => ({
      what: `${word} with ${what}`,
      status: 202,
      wrong: () => post({ value: [{ lifecycleEvent: word, clientState }] }, secretsOf(clientState)),
      right: rightWord(word),
    })),
  ),
  ...ELSEWHERE.map(([what, body, over]) => ({
    what,
    status: 202,
    wrong: () => post(body, [SECRET], over),
    right,
  })),
  { what: 'a handshake that is a page', status: 200, wrong: () => shake('<script>alert(1)</script>'), right },
  { what: 'a handshake with a header in it', status: 200, wrong: () => shake('x\r\nX-Evil: 1'), right },
  { what: 'a handshake with the secret and an event', status: 200, wrong: () => shakeWithEvent(), right },
  { what: 'a handshake without end', status: 400, wrong: () => shake('x'.repeat(1_025)), right },
  { what: 'a handshake that is not posted', status: 405, wrong: () => shake('x', { method: 'GET' }), right },
];

function shakeWithEvent(): Knock {
  return { ...right(), path: `${PATH}?validationToken=x` };
}
