/**
 * The rows of a file on their way through a page: fields named `rows.0.mail`, for a coordinator to put right and check again.
 * Nothing is kept between two pages but what the page itself sends.
 */
import { type Cells, type Field } from './roster-cells';
import { FIELDS, MOST_ROWS, type RosterRow } from './roster-csv';

/** A row as a coordinator sent it back. */
export interface SentRow extends RosterRow {
  /** Not to be saved. */
  readonly leave: boolean;
  /** What the page was made from, see roster-import.ts; absent when the row comes from a file. */
  readonly seen?: string;
}

const NAME = /^rows\.(\d{1,4})\.([a-zA-Z]+)$/;

/** The name of a field of the page. */
export function rowField(row: number, field: Field | 'line' | 'leave' | 'seen'): string {
  return `rows.${row}.${field}`;
}

/** The rows of a form in the order of their numbers; what is no field of a row is left alone. */
export function rowsFromForm(form: Iterable<readonly [string, string]>): readonly SentRow[] {
  const sent = new Map<number, Map<string, string>>();
  for (const [name, value] of form) {
    const [, row, field] = NAME.exec(name) ?? [];
    if (row === undefined || field === undefined || Number(row) >= MOST_ROWS) continue;
    const fields = sent.get(Number(row)) ?? new Map<string, string>();
    sent.set(Number(row), fields.set(field, value));
  }
  return [...sent].sort(([one], [other]) => one - other).map(([row, fields]) => sentRow(row, fields));
}

/** What a page has to hold for `rowsFromForm` to give the rows back. */
export function formOfRows(rows: readonly SentRow[]): readonly (readonly [string, string])[] {
  return rows.flatMap((row, n) => formOfRow(row, n));
}

/** The same of one row, which is to be the n-th. */
export function formOfRow(
  { line, cells, leave, seen }: SentRow,
  n: number,
): readonly (readonly [string, string])[] {
  const given = FIELDS.flatMap((field) => {
    const cell = cells[field];
    return cell === undefined ? [] : [[rowField(n, field), cell] as const];
  });
  return [
    [rowField(n, 'line'), String(line)],
    ...given,
    ...(leave ? [[rowField(n, 'leave'), 'on'] as const] : []),
    ...(seen === undefined ? [] : [[rowField(n, 'seen'), seen] as const]),
  ];
}

function sentRow(row: number, fields: ReadonlyMap<string, string>): SentRow {
  const cells: { [Each in Field]?: string } = {};
  for (const field of FIELDS) {
    const cell = fields.get(field);
    if (cell !== undefined) cells[field] = cell;
  }
  const line = fields.get('line') ?? '';
  const seen = fields.get('seen');
  return {
    line: /^\d{1,7}$/.test(line) ? Number(line) : row + 1,
    cells: cells satisfies Cells,
    leave: fields.has('leave'),
    ...(seen !== undefined && { seen }),
  };
}
