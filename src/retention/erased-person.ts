/**
 * Makes somebody nobody in a stored row: every object of theirs, every id and address, and their name in whatever is written beside it. What
 * is left reads as before: whoever reads such a row finds a person there, who is nobody's.
 */
import type { Column, StoredRow } from '../ports/backups';
import { contentsOf, personIn, tokensIn, valueOf, WHOLE_GUID, WITHIN } from './mentions';
import { NOBODY, type Stand } from './nobody';

/** Whether an id or address, as `keyOf` has it, is theirs. */
export type IsTheirs = (key: string) => boolean;

/** What a person's object holds besides their name that is theirs alone. */
const PRIVATE: readonly string[] = ['phone'];

export function isKeyedBy({ partitionKey, rowKey }: StoredRow, isTheirs: IsTheirs): boolean {
  return [partitionKey, rowKey].flatMap(tokensIn).some(({ id, mail }) => isTheirs((id ?? mail)!));
}

/** The same row where they are not in it. */
export function withoutPerson(row: StoredRow, isTheirs: IsTheirs, stand: Stand = NOBODY): StoredRow {
  const contents = contentsOf(row);
  const blanking = { isTheirs, stand, names: namesOf(Object.values(contents), isTheirs) };
  let isChanged = false;
  const columns = Object.entries(row.columns).map(([name, column]): [string, Column] => {
    if (typeof column.value !== 'string') return [name, column];
    const value = valueOf(column.value);
    const blanked = blank(value, blanking);
    const text = typeof value === 'string' ? (blanked as string) : JSON.stringify(blanked);
    if (text === (typeof value === 'string' ? value : JSON.stringify(value))) return [name, column];
    isChanged = true;
    return [name, { ...column, value: text }];
  });
  return isChanged ? { ...row, columns: Object.fromEntries(columns) } : row;
}

/** The same for content that is read already; for what is shown, not stored. */
export function contentWithout(content: unknown, isTheirs: IsTheirs, stand: Stand): unknown {
  return blank(content, { isTheirs, stand, names: namesOf([content], isTheirs) });
}

interface Blanking {
  readonly isTheirs: IsTheirs;
  readonly stand: Stand;
  readonly names: readonly string[];
}

function blank(value: unknown, blanking: Blanking): unknown {
  if (typeof value === 'string') return blankText(value, blanking);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => blank(each, blanking));
  const person = personIn(value);
  const isWhole = person !== undefined && isThis(person, blanking.isTheirs);
  const fields = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (isWhole && PRIVATE.includes(name)) return [];
    if (isWhole && name in blanking.stand) return [[name, blanking.stand[name as keyof Stand]]];
    // Somebody else of the same name is not to lose it.
    if (person && name === 'name') return [[name, inner]];
    return [[blankText(name, blanking), blank(inner, blanking)]];
  });
  return Object.fromEntries(fields);
}

function blankText(text: string, { isTheirs, stand, names }: Blanking): string {
  const known = text.replace(WITHIN, (token) => {
    const isId = WHOLE_GUID.test(token);
    if (!isTheirs(token.toLowerCase())) return token;
    return isId ? stand.id : stand.mail;
  });
  return names.reduce((left, name) => left.replaceAll(name, stand.name), known);
}

function isThis({ id, mail }: { readonly id?: string; readonly mail?: string }, isTheirs: IsTheirs): boolean {
  return (id !== undefined && isTheirs(id)) || (mail !== undefined && isTheirs(mail));
}

/** How they are called in their own objects; longer names first, that none is left of a name within another. */
function namesOf(values: readonly unknown[], isTheirs: IsTheirs): readonly string[] {
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const person = Array.isArray(value) ? undefined : personIn(value);
    if (person?.name !== undefined && isThis(person, isTheirs) && isName(person.name)) names.add(person.name);
    Object.values(value).forEach(look);
  };
  values.forEach(look);
  return [...names].sort((one, other) => other.length - one.length);
}

/** A single word could be any word of a sentence. */
function isName(name: string): boolean {
  return /\S\s+\S/.test(name.trim());
}
