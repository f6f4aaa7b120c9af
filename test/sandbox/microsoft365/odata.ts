import { GraphRefusal } from './graph-refusal';
import type { GraphCall } from './graph-call';

/** Refuses query options that the operation does not take, instead of overlooking them. */
export function takeOnly(call: GraphCall, options: readonly string[]): void {
  for (const name of call.query.keys()) {
    if (options.includes(name)) continue;
    throw new GraphRefusal(400, 'BadRequest', `The query parameter '${name}' is not supported here.`);
  }
}

/**
 * The properties named by `$select`, or `usual` ones without it. Identity and annotations always stay.
 * A name that the entity does not have is refused, as Graph does.
 */
export function select<Entity extends object>(
  entity: Entity,
  call: GraphCall,
  { type, usual }: { type: string; usual?: readonly string[] },
): Partial<Entity> {
  const asked = call.query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  const known = Object.keys(entity);
  for (const name of asked ?? []) {
    if (known.includes(name)) continue;
    throw new GraphRefusal(400, 'BadRequest', `Could not find a property named '${name}' on type '${type}'.`);
  }
  const wanted = asked ?? usual;
  if (!wanted) return entity;
  const kept = Object.entries(entity).filter(
    ([name]) => name === 'id' || name.startsWith('@odata.') || wanted.includes(name.split('@')[0] ?? name),
  );
  return Object.fromEntries(kept) as Partial<Entity>;
}

/** One page of a collection, with the address of the next. `usual` is the page size without `$top`. */
export function page<Item>(
  items: readonly Item[],
  call: GraphCall,
  { usual, most }: { usual: number; most: number },
): { value: Item[]; '@odata.nextLink'?: string } {
  const size = wholeNumber(call, '$top', { least: 1, most }) ?? usual;
  const start = wholeNumber(call, '$skiptoken', { least: 0, most: Number.MAX_SAFE_INTEGER }) ?? 0;
  const value = items.slice(start, start + size);
  if (start + size >= items.length) return { value };
  const next = new URLSearchParams(call.query);
  next.set('$skiptoken', String(start + size));
  return { '@odata.nextLink': `${call.baseUrl}${call.path}?${next.toString()}`, value };
}

function wholeNumber(call: GraphCall, option: string, { least, most }: { least: number; most: number }) {
  const text = call.query.get(option);
  if (text === null) return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new GraphRefusal(
    400,
    'BadRequest',
    `Invalid value '${text}' for ${option}: expected ${least} to ${most}.`,
  );
}

/** The text of an OData literal: quotes inside it are doubled. */
export function literal(quoted: string): string {
  return quoted.slice(1, -1).replaceAll("''", "'");
}

/** Matches one quoted OData literal; use inside a larger expression. */
export const QUOTED = "'(?:[^']|'')*'";

/** The text of every literal in a list such as `'a','b'`. */
export function literals(list: string): string[] {
  return [...list.matchAll(new RegExp(QUOTED, 'g'))].map(([quoted]) => literal(quoted));
}
