/** Links to our own pages, in letters and on cards, and how they are answered. */
import type { Addresses } from './kept';

export interface KeptLink {
  /** With its query. */
  readonly path: string;
  /** How the version that sent it answered: a link can be over. */
  readonly status: number;
}

/** Each once, as far as somebody can read them in those texts. */
export function pathsIn(texts: readonly string[], { bot }: Addresses): readonly string[] {
  const host = new URL(bot).host.replaceAll('.', '\\.');
  const own = new RegExp(`https?://${host}(/[^"'\\s<>)\\\\]*)`, 'g');
  const paths = texts.flatMap((text) =>
    [...text.matchAll(own)].map(([, path]) => path!.replaceAll('&amp;', '&')),
  );
  // Where Outlook tells of changes is nothing to open.
  return [...new Set(paths)].filter((path) => !path.startsWith('/api/')).sort();
}

export async function follow(path: string, { bot }: Addresses): Promise<number> {
  const { status } = await fetch(`${bot}${path}`, { redirect: 'manual' });
  return status;
}
