/** Which headers an answer must have, by the kind of its door: the table that every answer is held against. */
import { HOSTS } from '../../src/web/tab/headers';
import type { DoorKind } from './doors';
import type { RawAnswer } from './raw-call';

type Headers = RawAnswer['headers'];
/** What is wrong with a value, or nothing. */
type Rule = (value: string | undefined, answer: RawAnswer) => boolean;

const exactly =
  (wanted: string): Rule =>
  (value) =>
    value === wanted;
const absent: Rule = (value) => value === undefined;

/** Of every answer, whatever it says and to whom. */
const ALWAYS: Readonly<Record<string, Rule>> = {
  'x-content-type-options': exactly('nosniff'),
  'referrer-policy': exactly('no-referrer'),
  'cross-origin-opener-policy': exactly('same-origin'),
  'cross-origin-resource-policy': exactly('same-origin'),
  'permissions-policy': (value = '') =>
    ['camera', 'microphone', 'geolocation', 'display-capture'].every((ability) =>
      value.includes(`${ability}=()`),
    ),
  'strict-transport-security': (value = '') =>
    Number(/^max-age=(\d+); includeSubDomains$/.exec(value)?.[1] ?? 0) >= 365 * 24 * 3_600,
  'content-security-policy': (value = '') => isStrict(value),
  // Text is in UTF-8 and says so; JSON is by its own rule (RFC 8259, section 8.1).
  'content-type': (value, { body }) =>
    body === '' ||
    /^(text\/(html|css|javascript|plain|csv); charset=utf-8|application\/(problem\+)?json)$/.test(
      value ?? '',
    ),
  server: absent,
  'x-powered-by': absent,
  'set-cookie': absent,
  'access-control-allow-origin': absent,
  'access-control-allow-credentials': absent,
};

const keptNowhere = exactly('no-store');

const BY_KIND: Readonly<Record<DoorKind | 'none', Readonly<Record<string, Rule>>>> = {
  tab: {
    'cache-control': keptNowhere,
    'content-security-policy': (value = '') =>
      isStrict(value) && (framedBy(value) === HOSTS.join(' ') || framedBy(value) === "'none'"),
  },
  outside: { 'cache-control': keptNowhere, 'content-security-policy': framedByNobody },
  // The same for everybody, and named by what is in it.
  file: { 'content-security-policy': framedByNobody },
  api: { 'cache-control': keptNowhere, 'content-security-policy': framedByNobody },
  machine: { 'cache-control': keptNowhere, 'content-security-policy': framedByNobody },
  none: { 'cache-control': keptNowhere, 'content-security-policy': framedByNobody },
};

/** Everything is refused that is not named, and what is named comes from here; nothing inline, nothing computed. */
function isStrict(policy: string): boolean {
  const directives = new Map(
    policy.split('; ').map((each) => [each.split(' ')[0]!, each.split(' ').slice(1)] as const),
  );
  const sources = [...directives].filter(([name]) => name.endsWith('-src')).flatMap(([, values]) => values);
  return (
    directives.get('default-src')?.join() === "'none'" &&
    directives.get('base-uri')?.join() === "'none'" &&
    ["'self'", "'none'"].includes(directives.get('form-action')?.join() ?? '') &&
    sources.every((source) => ["'none'", "'self'", 'blob:'].includes(source)) &&
    (directives.get('script-src') ?? ["'none'"]).every((source) => source !== 'blob:')
  );
}

function framedByNobody(value = ''): boolean {
  return isStrict(value) && framedBy(value) === "'none'";
}

function framedBy(policy: string): string | undefined {
  return /(?:^|; )frame-ancestors ([^;]*)/.exec(policy)?.[1];
}

/** What is wrong, in words: empty where all is as the table has it. */
export function wrongHeaders(kind: DoorKind | 'none', answer: RawAnswer): readonly string[] {
  const { headers } = answer;
  const rules: Readonly<Record<string, Rule>> = { ...ALWAYS, ...BY_KIND[kind] };
  return Object.entries(rules)
    .filter(([name, rule]) => !rule(headers[name], answer))
    .map(([name]) => `${answer.status} has ${name}: ${shown(headers, name)}`);
}

function shown(headers: Headers, name: string): string {
  return headers[name] === undefined ? 'nothing' : `"${headers[name]}"`;
}
