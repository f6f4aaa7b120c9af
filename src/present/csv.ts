/** Comma-separated values for a spreadsheet to open. Cells are never run as formulas: OWASP, "CSV Injection". */
import Papa from 'papaparse';

const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet may take for a formula, and the guard itself, so that taking one off gives what was there. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠']/;

/** The guard stands before a cell that could be one, and comes off again when a file is read back. */
export const GUARDED = /^'(?=[=+\-@\t\r\n＝＋－＠'])/;

export function csvOf(fields: readonly string[], data: readonly (readonly string[])[]): string {
  const lines = Papa.unparse(
    { fields: [...fields], data: data.map((row) => [...row]) },
    { newline: '\r\n', escapeFormulae: FORMULA },
  );
  // Without the mark Excel takes the file for the alphabet of the computer.
  return `${BYTE_ORDER_MARK}${lines}\r\n`;
}

export const CSV_TYPE = 'text/csv; charset=utf-8';
