/**
 * Who is named in a stored row, wherever in its keys, its columns or the JSON of one. People are told by what identifies them, an id or an
 * address; a name alone is never taken for anybody, because two people may share one.
 */
import { isMail, plainMail } from '../domain/mail-address';
import type { StoredRow } from '../ports/backups';
import { isNobodys } from './nobody';

export type Path = readonly string[];

/** An object about a person, or a bare id or address: those have no name. */
export interface Mention {
  readonly path: Path;
  readonly id?: string;
  readonly mail?: string;
  readonly name?: string;
}

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
export const WHOLE_GUID = new RegExp(`^${GUID}$`, 'i');
/** Ids and addresses within a longer text. Classes and repetitions of it do not overlap, so that it takes no longer than the text. */
export const WITHIN = new RegExp(`${GUID}|[^\\s"<>(),;:@]{1,64}@[A-Za-z0-9.-]{1,190}[A-Za-z0-9]`, 'gi');

/** The content of a column: its JSON where it is some, otherwise itself. */
export function valueOf(text: unknown): unknown {
  if (typeof text !== 'string' || !/^[{[]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // a text of its own that begins like JSON
  }
}

/** Every column by name. */
export function contentsOf({ columns }: StoredRow): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(columns).map(([name, { value }]) => [name, valueOf(value)]));
}

/** A person's own object: somebody with a name, and an id or an address. */
export function personIn(value: object): Omit<Mention, 'path'> | undefined {
  const { id, mail, name } = value as Readonly<Record<string, unknown>>;
  const known = {
    ...(typeof id === 'string' && WHOLE_GUID.test(id) && { id: id.toLowerCase() }),
    ...(typeof mail === 'string' && isMail(mail) && { mail: plainMail(mail) }),
  };
  if (known.id === undefined && known.mail === undefined) return undefined;
  // Without a name it is somebody where there is an address; an id alone may be anything's.
  if (typeof name === 'string') return { ...known, name };
  return known.mail === undefined ? undefined : known;
}

/** In the order of the row. */
export function mentionsIn(row: StoredRow): readonly Mention[] {
  const found: Mention[] = [];
  for (const [at, key] of [
    ['partitionKey', row.partitionKey],
    ['rowKey', row.rowKey],
  ] as const)
    for (const token of tokensIn(key)) found.push({ path: [at], ...token });
  walk(contentsOf(row), [], found);
  return found.filter(({ id, mail }) => !isNobodys(id ?? mail ?? ''));
}

/** Ids and addresses in a text. */
export function tokensIn(text: string): readonly Pick<Mention, 'id' | 'mail'>[] {
  return (text.match(WITHIN) ?? []).map((token) =>
    WHOLE_GUID.test(token) ? { id: token.toLowerCase() } : { mail: plainMail(token) },
  );
}

function walk(value: unknown, path: Path, found: Mention[]): void {
  if (typeof value === 'string') for (const token of tokensIn(value)) found.push({ path, ...token });
  if (typeof value !== 'object' || value === null) return;
  const person = Array.isArray(value) ? undefined : personIn(value);
  if (person) found.push({ path, ...person });
  for (const [name, inner] of Object.entries(value)) {
    const at = [...path, name];
    for (const token of tokensIn(name)) found.push({ path: at, ...token });
    const isTold = person !== undefined && ['id', 'mail', 'name'].includes(name);
    if (!isTold) walk(inner, at, found);
  }
}
