/** Sentences about a file of facilitators, and about what saving its rows would do. */
import { MOST_ROWS, type RosterRefusal } from '../roster-csv';
import { FIELD_NAMES } from './roster';

/** Why nothing of a file could be read, and what to do. */
export function refusalInWords(refusal: RosterRefusal): string {
  switch (refusal.fault) {
    case 'nothing':
      return 'There is nobody in this file: it needs one row of headings, and a row for each facilitator.';
    case 'too-big':
      return 'This file is larger than 1 MB: save the facilitators alone as CSV.';
    case 'too-many-rows':
      return `This file has more than ${MOST_ROWS.toLocaleString('en-GB')} rows: divide it into several.`;
    case 'columns-missing':
      return `There is no column ${quotedList(refusal.headings)} in this file: name every column in its first row. “${FIELD_NAMES.name}”, “${FIELD_NAMES.mail}” and “${FIELD_NAMES.team}” are needed.`;
    case 'columns-twice':
      return `There is more than one column ${quotedList(refusal.headings)} in this file: leave only one.`;
    case 'open-quotation':
      return `A quotation mark in row ${refusal.line} has no end, so that nothing after it can be told apart: close it or remove it.`;
    case 'too-many-cells':
      return `Row ${refusal.line} has more cells than there are headings: put whatever holds a comma or a semicolon in quotation marks.`;
  }
}

/** Of headings the file has and the pool does not know; undefined when there are none. */
export function ignoredInWords(headings: readonly string[]): string | undefined {
  if (headings.length === 0) return undefined;
  const named = quotedList(headings.map((heading) => heading || 'no heading'));
  return `These columns are not read, because the pool has none of that name: ${named}.`;
}

/** In place of what is wrong with an address that is taken: here only another row can have taken it. */
export function sameAddressInWords(line: number, others: readonly number[]): string {
  const rows = [line, ...others].sort((one, other) => one - other);
  return `Rows ${rows.slice(0, -1).join(', ')} and ${rows.at(-1)} have the same e-mail address: correct it, or leave all but one of these rows out.`;
}

function quotedList(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}
