/** Pages as a browser asks for them and sends their forms back: those for people without Teams, and those of the tab. */
import fc from 'fast-check';
import type { Page } from '../../../src/http/page';
import type { Input } from '../door';
import { hostileText, mostly } from '../grammar';

/** A page that was asked for. */
export interface PageInput {
  /** Its name, or its number. */
  readonly page: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  readonly form: readonly (readonly [string, string])[];
  readonly byScript: boolean;
}

/** Above how many there are of one door. */
const MOST_PAGES = 500;

type Fields = Readonly<Record<string, readonly string[]>>;

/** Any page, by its number, and the names of the fields of their forms, with what usually stands in them. */
export function pageGrammar(params: Fields, fields: Fields): fc.Arbitrary<PageInput> {
  const names = Object.keys(fields);
  const field = fc
    .tuple(mostly(names), fc.nat(9), hostileText)
    .map(([name, n, other]): readonly [string, string] => {
      const usual = Object.hasOwn(fields, String(name)) ? fields[String(name)]! : [];
      return [String(name), n === 0 ? other : (usual[n % usual.length] ?? other)];
    });
  return fc.record({
    page: fc.nat(MOST_PAGES).map(String),
    params: fc.record(
      Object.fromEntries(Object.entries(params).map(([name, usual]) => [name, mostly(usual)])),
    ) as fc.Arbitrary<Record<string, string>>,
    query: fc.array(field, { maxLength: 4 }),
    form: fc.array(field, { maxLength: 24 }),
    byScript: fc.boolean(),
  });
}

/** What an input gets from one of the pages; what went wrong. */
export async function askPage(
  pages: readonly Page[],
  input: Input,
  authorization: string,
  meant: (text: string) => string,
): Promise<string | undefined> {
  const { page: name, params, query, form, byScript } = readInput(input);
  const page =
    pages.find((each) => each.name === name) ??
    pages[Math.abs(Number.parseInt(name, 10) || 0) % pages.length]!;
  const given = (pairs: PageInput['query']) =>
    new URLSearchParams(pairs.map(([key, value]) => [key, meant(value)]));
  const reply = await page.answer({
    authorization,
    byScript,
    from: '192.0.2.7',
    isCrossSite: false,
    // Restify gives what it has taken from the path: decoded, and never empty.
    params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, wellFormed(meant(value))])),
    query: given(query),
    form: page.method === 'post' ? given(form) : new URLSearchParams(),
  });
  const broken = Object.entries(reply.headers).find(([, value]) => /[\r\n\0]|[^\t\x20-\xff]/.test(value));
  const content = String(reply.content);
  if (reply.status >= 500) return `${page.name}: ${reply.status}`;
  if (broken) return `${page.name}: a header breaks: ${broken.join(': ')}`;
  if (reply.headers['Content-Type']?.startsWith('text/html') && /<script>canary|<img src=x/.test(content))
    return `${page.name}: what was typed is markup`;
  return undefined;
}

/** Changed inputs may be anything; what comes over the web is text, always. */
function readInput(input: Input): PageInput {
  const { page, params, query, form, byScript } = (
    typeof input === 'object' && input !== null ? input : {}
  ) as Partial<Record<keyof PageInput, unknown>>;
  return {
    page: textOf(page),
    params: Object.fromEntries(entriesOf(params)),
    query: pairsOf(query),
    form: pairsOf(form),
    byScript: byScript !== false,
  };
}

function pairsOf(value: unknown): PageInput['form'] {
  if (!Array.isArray(value)) return entriesOf(value);
  return value.map((pair) =>
    Array.isArray(pair) ? ([textOf(pair[0]), textOf(pair[1])] as const) : [textOf(pair), ''],
  );
}

function entriesOf(value: unknown): PageInput['form'] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).map(([name, each]) => [name, textOf(each)] as const)
    : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** As the web carries it, in UTF-8: half a letter cannot come. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
