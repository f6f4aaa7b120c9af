/** Zips that are the same, byte for byte, whenever and wherever they are made of the same files. */
import { type Zippable, zipSync } from 'fflate';

/** What goes into a zip: by their paths in it, with `/`. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** The first day a zip can tell of, in the local time it tells: the same in every time zone. */
const NO_TIME = new Date(1980, 0, 1);

/** Readers of Office's packages may expect it before everything else (ECMA-376, part 2). */
const FIRST = '[Content_Types].xml';

/** @throws Error when there is nothing to zip. */
export function zipped(files: Files): Uint8Array {
  const paths = Object.keys(files).sort(byPath);
  if (paths.length === 0) throw new Error('Expected files to zip, got none.');
  const sorted: Zippable = {};
  for (const path of paths) sorted[path] = files[path]!;
  return zipSync(sorted, { level: 9, mtime: NO_TIME });
}

/** Not by the rules of a language, which differ from machine to machine. */
function byPath(one: string, other: string): number {
  if (one === FIRST || other === FIRST) return one === FIRST ? -1 : 1;
  return one < other ? -1 : 1;
}
