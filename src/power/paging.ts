/** Long lists, a page at a time. A cursor says where the next page begins, and of what: of another list it is refused. */
import { createHash } from 'node:crypto';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Absent on the last. */
  readonly next?: string;
}

/** `stale`: not given out by us, or the list is another by now, so that rows would be missed or met twice. */
export function pageOf<Item>(
  all: readonly Item[],
  cursor: string | null,
  mostItems: number,
): Page<Item> | 'stale' {
  const print = fingerprint(all);
  const [, offset, of] = /^(\d{1,6})-([\w-]+)$/.exec(cursor ?? `0-${print}`) ?? [];
  if (of !== print || Number(offset) > all.length) return 'stale';
  const end = Number(offset) + mostItems;
  return { items: all.slice(Number(offset), end), ...(end < all.length && { next: `${end}-${print}` }) };
}

const PRINT_LENGTH = 16;

function fingerprint(items: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, PRINT_LENGTH);
}

/** The address of the next page, with what else was asked for. */
export function nextLink(address: string, query: URLSearchParams, next: string): string {
  const following = new URLSearchParams(query);
  following.set('cursor', next);
  return `${address}?${following.toString()}`;
}
