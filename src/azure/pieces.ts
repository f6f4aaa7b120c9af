/** Lists that may be more than one row holds, cut into rows that follow the one they belong to. */
import type { Row } from './rows';

/** Well below what a property holds, see rows.ts: what is written in quotation marks grows a little. */
const PIECE = 24 * 1024;

/** The rows' names in their order; none for an empty list. */
export function piecesOf(list: readonly string[]): { readonly name: string; readonly data: string }[] {
  const pieces: string[][] = [];
  let size = 0;
  for (const each of list) {
    const length = JSON.stringify(each).length + 1;
    if (pieces.length === 0 || size + length > PIECE) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)!.push(each);
    size += length;
  }
  return pieces.map((piece, n) => ({
    name: `piece-${String(n).padStart(4, '0')}`,
    data: JSON.stringify(piece),
  }));
}

/** Rows in the order of their keys, each with its pieces. */
export function inPieces(rows: readonly Row[]): { readonly first: Row; readonly rest: readonly Row[] }[] {
  const whole: { first: Row; rest: Row[] }[] = [];
  for (const row of rows) {
    const last = whole.at(-1);
    if (last && row.rowKey!.startsWith(`${last.first.rowKey!}-piece-`)) last.rest.push(row);
    else whole.push({ first: row, rest: [] });
  }
  return whole;
}
