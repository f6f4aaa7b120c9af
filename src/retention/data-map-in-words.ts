/** The data map as tables in Markdown, for infra/dpia.md: written from what the clock erases by, so that the two cannot differ. */
import { TABLE_NAMES, type TableName } from '../ports/backups';
import { DATA_MAP } from './data-map';
import { CONTENTS, KEPT_IN_WORDS, OTHER_PLACES, TABLES_IN_WORDS } from './places';

/** One row for each table, then the places beside them. */
export function placesInWords(): string {
  return table(
    ['where', 'what', 'of people and cases', 'who sees it', 'how long'],
    [
      ...TABLE_NAMES.map((name) => [
        `table \`${capital(name)}\``,
        TABLES_IN_WORDS[name].what,
        contentsOf(ofTable(name).flatMap(({ holds }) => holds)),
        TABLES_IN_WORDS[name].seenBy,
        keptOf(name),
      ]),
      ...OTHER_PLACES.map(({ where, what, holds, seenBy, kept }) => [
        where,
        what,
        contentsOf(holds),
        seenBy,
        kept,
      ]),
    ],
  );
}

/** What the short names in that table stand for. */
export function contentsInWords(): string {
  return table(['what', 'in full'], Object.entries(CONTENTS));
}

function ofTable(name: TableName) {
  return DATA_MAP.filter((each) => each.table === name);
}

function keptOf(name: TableName): string {
  const kinds = ofTable(name);
  if (kinds.length === 1) return KEPT_IN_WORDS[`${name} ${kinds[0]!.kind}`] ?? '';
  return kinds.map(({ kind }) => `${kind}: ${KEPT_IN_WORDS[`${name} ${kind}`] ?? ''}`).join('; ');
}

function contentsOf(holds: readonly string[]): string {
  const each = [...new Set(holds)];
  return each.length === 0 ? 'nothing' : each.join(', ');
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** With columns as wide as their widest cell, as the formatter lays them out. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => (row[n] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, n) => cell.padEnd(widths[n]!)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join(
    '\n',
  );
}
