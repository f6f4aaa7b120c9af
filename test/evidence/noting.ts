/** Figures that only a test sees, for the page: a test notes them, and whoever ran it for the page reads them. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

const VARIABLE = 'EVIDENCE_NOTES';

/** Does nothing where nobody has asked for them. */
export function note(figures: Readonly<Record<string, number | string>>): void {
  const file = process.env[VARIABLE];
  if (file !== undefined && file !== '') appendFileSync(file, `${JSON.stringify(figures)}\n`);
}

/** The environment by which a test notes them into a file. */
export function notingInto(file: string): Readonly<Record<string, string>> {
  return { [VARIABLE]: file };
}

/** Everything that was noted, later notes of a name in place of earlier ones. */
export function noted(file: string): Readonly<Record<string, number | string>> {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return Object.assign({}, ...lines.map((line) => JSON.parse(line) as object)) as Record<
    string,
    number | string
  >;
}
