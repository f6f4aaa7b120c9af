/**
 * The text as the rules read it: full-width digits, odd spaces, dashes and apostrophes made plain, and marks that nobody
 * can see left out, because they come with pasted text and would hide a number from every rule. Each place in it is
 * known as a place in the text as typed.
 */
import type { Span } from './finding';

export interface PlainText {
  readonly text: string;
  /** The same stretch in the text as typed. */
  readonly asTyped: (span: Span) => Span;
}

/** All but printable ASCII and line ends, and the backtick. The others stand for themselves, and most texts have only them. */
const ODD = /[^\n\r -_a-~]/;
// Each is asked of one character.
const INVISIBLE = /\p{Cf}/u;
const SPACE = /[\p{Zs}\t]/u;
const DASH = /[\p{Pd}\u2212]/u;
const APOSTROPHE = /[\u2018\u2019\u02bc\u0060\u00b4]/u;

export function plainText(typed: string): PlainText {
  if (!ODD.test(typed)) return { text: typed, asTyped: (span) => span };
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of typed) {
    const end = at + character.length;
    for (const unit of plain(character).split('')) {
      units.push(unit);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return {
    text: units.join(''),
    asTyped: ({ start, end }) => ({ start: starts[start]!, end: ends[end - 1]! }),
  };
}

function plain(character: string): string {
  if (INVISIBLE.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  if (APOSTROPHE.test(character)) return "'";
  return character.normalize('NFKC');
}
