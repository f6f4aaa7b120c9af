/**
 * The pool of facilitators as a file of comma-separated values, read from whatever a spreadsheet saves and written so that
 * one can open it. Cells are never run as formulas: OWASP, "CSV Injection"; the guard is taken off again when read.
 */
import Papa from 'papaparse';
import type { FacilitatorDraft } from '../../domain/facilitator-form';
import { answersOf } from '../../domain/facilitator-form-check';
import type { Policy } from '../../domain/policy';
import { csvOf, GUARDED } from '../../present/csv';
import { type Cells, cellsOf, type Field, letters } from './roster-cells';
import { FIELD_NAMES } from './wording/roster';

/** A row of a file, or of the page it is put right on. */
export interface RosterRow {
  /** As a spreadsheet counts them. */
  readonly line: number;
  readonly cells: Cells;
}

/** Why a whole file cannot be read; `line` as a spreadsheet counts, `headings` as they are or should be. */
export type RosterRefusal =
  | { readonly fault: 'nothing' | 'too-big' | 'too-many-rows' }
  | { readonly fault: 'columns-missing' | 'columns-twice'; readonly headings: readonly string[] }
  | { readonly fault: 'open-quotation' | 'too-many-cells'; readonly line: number };

export type RosterFile =
  | {
      readonly rows: readonly RosterRow[];
      /** Headings nothing is known of; what stands below them is not read. */
      readonly ignored: readonly string[];
    }
  | { readonly refused: RosterRefusal };

export const MOST_ROWS = 1_000;
export const MOST_BYTES = 1_000_000;

/** In the order of the file. */
export const FIELDS = Object.keys(FIELD_NAMES) as readonly Field[];
const NEEDED: readonly Field[] = ['name', 'mail', 'team'];

const DELIMITERS = [',', ';', '\t'] as const;

/** Reads a file that was decoded already. Its cells are not judged here: see roster-import.ts. */
export function readRoster(text: string): RosterFile {
  if (Buffer.byteLength(text) > MOST_BYTES) return { refused: { fault: 'too-big' } };
  const { data, errors } = parsed(text);
  const top = data.findIndex((row) => !isBlank(row));
  const headings = data[top];
  const body = data
    .map((row, i) => ({ row, line: i + 1 }))
    .slice(top + 1)
    .filter(({ row }) => !isBlank(row));
  if (!headings) return { refused: { fault: 'nothing' } };
  const fields = headings.map(fieldOf);
  const refused =
    refusedColumns(headings, fields) ??
    refusedQuotation(errors) ??
    refusedRows(
      body.map(({ line }) => line),
      body.find(({ row }) => !isBlank(row.slice(headings.length)))?.line,
    );
  if (refused) return { refused };
  const isUsed = (column: number) => body.some(({ row }) => (row[column] ?? '').trim() !== '');
  return {
    rows: body.map(({ row, line }) => ({ line, cells: cellsIn(row, fields) })),
    ignored: headings
      .map((heading, column) => ({ heading: heading.trim(), column }))
      .filter(({ heading, column }) => !fields[column] && (heading !== '' || isUsed(column)))
      .map(({ heading }) => heading),
  };
}

/** Everybody in the order they come, for a spreadsheet to open: nothing of who they are to the directory or know. */
export function writeRoster(facilitators: readonly FacilitatorDraft[], policy: Policy): string {
  const data = facilitators.map((facilitator) => {
    const cells = cellsOf(answersOf(facilitator), policy);
    return FIELDS.map((field) => cells[field]);
  });
  return csvOf(
    FIELDS.map((field) => FIELD_NAMES[field]),
    data,
  );
}

/** By whichever mark between cells its headings make most sense. */
function parsed(text: string): Papa.ParseResult<string[]> {
  const plain = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    // Excel's own first line, which says what stands between cells.
    .replace(/^sep=.(?=\n)/i, '')
    // The parser reads a long blank again for every quotation mark before it.
    .replace(/[^\S\n]{200,}/g, ' ');
  const readings = DELIMITERS.map((delimiter) => Papa.parse<string[]>(plain, { delimiter, newline: '\n' }));
  const known = readings.map(({ data }) => (data.find((row) => !isBlank(row)) ?? []).filter(fieldOf).length);
  return readings[known.indexOf(Math.max(...known))]!;
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

function fieldOf(heading: string): Field | undefined {
  const sought = letters(heading);
  return FIELDS.find((field) => letters(FIELD_NAMES[field]) === sought);
}

function refusedColumns(
  headings: readonly string[],
  fields: readonly (Field | undefined)[],
): RosterRefusal | undefined {
  const missing = NEEDED.filter((field) => !fields.includes(field));
  if (missing.length > 0)
    return { fault: 'columns-missing', headings: missing.map((field) => FIELD_NAMES[field]) };
  const twice = headings.filter((_, column) => fields[column] && fields.indexOf(fields[column]) !== column);
  return twice.length > 0
    ? { fault: 'columns-twice', headings: twice.map((each) => each.trim()) }
    : undefined;
}

function refusedQuotation(errors: readonly Papa.ParseError[]): RosterRefusal | undefined {
  const broken = errors.find(({ type }) => type === 'Quotes');
  return broken && { fault: 'open-quotation', line: (broken.row ?? 0) + 1 };
}

/** A cell too many is a comma too many: what follows it would be read as something else. */
function refusedRows(lines: readonly number[], tooWide: number | undefined): RosterRefusal | undefined {
  if (lines.length === 0) return { fault: 'nothing' };
  if (lines.length > MOST_ROWS) return { fault: 'too-many-rows' };
  return tooWide === undefined ? undefined : { fault: 'too-many-cells', line: tooWide };
}

function cellsIn(row: readonly string[], fields: readonly (Field | undefined)[]): Cells {
  const cells: { [Each in Field]?: string } = {};
  fields.forEach((field, column) => {
    if (field) cells[field] = (row[column] ?? '').replace(GUARDED, '');
  });
  return cells;
}
