/** The report: one row a line, then what each row means. */
import type { Spread } from './compare';

export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly bare: string;
  /** Ours by bare, where that is what counts. */
  readonly ratio?: string;
  /** The same, one value a round, where it was measured in turns and a higher one is worse. */
  readonly rounds?: readonly number[];
  readonly aim?: string;
  /** Absent where there is no aim. */
  readonly met?: boolean;
}

/** Rows that were measured the same way, and what they mean. */
export interface Section {
  readonly rows: readonly Row[];
  readonly means: string;
}

const HEADINGS = ['', 'ours', 'bare', 'ratio', 'aim', ''];

export function printed(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ rows }, n) =>
    rows.map((row) => [
      `${n + 1}. ${row.what}`,
      row.ours,
      row.bare,
      row.ratio ?? '',
      row.aim ?? '',
      verdict(row),
    ]),
  );
  const widths = HEADINGS.map((_, column) =>
    Math.max(...[HEADINGS, ...lines].map((line) => line[column]!.length)),
  );
  const asText = (line: readonly string[]): string =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  const notes = sections.map(({ means }, n) => `${n + 1}. ${means}`);
  return [
    asText(HEADINGS),
    asText(widths.map((width) => '-'.repeat(width))),
    ...lines.map(asText),
    '',
    ...notes,
  ].join('\n');
}

function verdict({ met }: Row): string {
  if (met === undefined) return '';
  return met ? 'met' : 'NOT MET';
}

/** `9.8 ms (8.9–31)`: the median, the least and the most. */
export function withSpread({ median, least, most }: Spread, unit: string): string {
  return `${figure(median)} ${unit} (${figure(least)}–${figure(most)})`;
}

/** A ratio with its spread over the rounds, and whether its median keeps the aim. */
export function judged(
  ratio: Spread,
  atMost: number,
): Required<Pick<Row, 'ratio' | 'rounds' | 'aim' | 'met'>> {
  return { ...inRounds(ratio), aim: `≤ ${atMost}`, met: ratio.median <= atMost };
}

/** A ratio with its spread over the rounds, to which no aim is set. */
export function inRounds(ratio: Spread): Required<Pick<Row, 'ratio' | 'rounds'>> {
  return { ratio: ratioText(ratio), rounds: ratio.values };
}

export function ratioText({ median, least, most }: Omit<Spread, 'values'>): string {
  return `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}

export function figure(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
