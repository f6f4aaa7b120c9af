/** What the rules about identifiers speak of. Only kinds and places in the text are kept, never the text itself. */

export const IDENTIFIER_KINDS = [
  'nhs-number',
  'ni-number',
  'upn',
  'birth-date',
  'postcode',
  'address',
  'phone',
  'mail',
  'name',
  'home',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** A certain one is refused; about a likely one the person who typed it is asked. */
export type Certainty = 'certain' | 'likely';

/** Where in a text something stands: from `start` up to, not including, `end`, counted in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Finding extends Span {
  readonly kind: IdentifierKind;
  readonly certainty: Certainty;
}

/** One rule. `year` is the calendar year in which the text is written: how old a date is depends on it. */
export type Rule = (text: string, year: number) => readonly Finding[];

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
