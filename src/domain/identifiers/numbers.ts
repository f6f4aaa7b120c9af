/** Numbers given to one person for life: each is certain, because each has a check or a shape nothing else has. */
import { bounded, everyMatch } from './bounded';
import type { Finding, IdentifierKind } from './finding';

/**
 * NHS number: ten digits, written together or 3-3-4, the last of them the check digit (NHS Data Dictionary, modulus 11).
 * After the letters "NHS" any grouping is read. Numbers of the test range (999) count too.
 * Cannot see: one with a mistyped digit. Cannot tell: another ten-digit number that happens to pass (one in eleven),
 * unless a word of accounts stands before it.
 */
export function nhsNumbers(text: string): Finding[] {
  return [NHS, NHS_LABELLED].flatMap((pattern) =>
    certain('nhs-number', pattern, text, (number) => hasNhsCheckDigit(digitsOf(number))),
  );
}

const NHS = bounded(
  String.raw`(?<!\b(?:cost|budget|invoice|account|purchase|asset|company|barcode)\b[^\d\n]{0,12})(?<!\d)\d{3}[ .-]{0,2}\d{3}[ .-]{0,2}\d{4}(?!\d)`,
  'i',
);
const NHS_LABELLED = bounded(String.raw`(?<=\bnhs\b[^\d\n]{0,25})(?<!\d)\d(?:[ .-]{0,2}\d){9}(?!\d)`, 'i');

export function hasNhsCheckDigit(digits: string): boolean {
  const sum = weighed([...digits.slice(0, 9)].map(Number), (n) => 10 - n);
  return Number(digits[9]) === (11 - (sum % 11)) % 11;
}

/**
 * National Insurance number: two letters, six digits, one of A to D, together or in pairs; letters and prefixes never
 * given out are not read (HMRC, NIM39110). In small letters it is read when written together.
 * Cannot see: one without its last letter, unless a label stands before it. Cannot tell: another code of that shape.
 */
export function niNumbers(text: string): Finding[] {
  return [
    ...certain('ni-number', NI, text, hasNiPrefix),
    ...certain('ni-number', NI_TOGETHER, text, hasNiPrefix),
    ...certain('ni-number', NI_LABELLED, text, hasNiPrefix),
  ];
}

const NI = bounded(String.raw`(?<![\p{L}\d])[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![\p{L}\d])`);
const NI_TOGETHER = bounded(String.raw`(?<![\p{L}\d])[A-Z]{2}\d{6}[A-D](?![\p{L}\d])`, 'i');
const NI_LABELLED = bounded(
  String.raw`(?<=\b(?:n\.?i\.?|nino|national insurance)\b[^\d\n]{0,15}[^\p{L}\d])[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}(?:[ -]?[A-D])?(?![\p{L}\d])`,
  'i',
);
const NI_PREFIX = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]/i;

function hasNiPrefix(number: string): boolean {
  return NI_PREFIX.test(number);
}

/**
 * Unique pupil number: a check letter, eleven digits, and a digit or (temporary number) a letter (DfE, UPN guide).
 * Cannot see: one with a mistyped character. Cannot tell: another code of that shape that passes (one in 23).
 */
export function pupilNumbers(text: string): Finding[] {
  return certain('upn', UPN, text, (number) => hasUpnCheckLetter(number.replaceAll(' ', '').toUpperCase()));
}

const UPN = bounded(String.raw`(?<![\p{L}\d])[A-Z](?: ?\d){11} ?[A-Z\d](?![\p{L}\d])`, 'i');
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

export function hasUpnCheckLetter(upn: string): boolean {
  const values = [...upn.slice(1)].map((each) =>
    /\d/.test(each) ? Number(each) : UPN_LETTERS.indexOf(each),
  );
  return !values.includes(-1) && upn[0] === UPN_LETTERS[weighed(values, (n) => n + 2) % 23];
}

function weighed(values: readonly number[], weight: (n: number) => number): number {
  return values.reduce((sum, value, n) => sum + value * weight(n), 0);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function certain(
  kind: IdentifierKind,
  pattern: RegExp,
  text: string,
  isOne: (found: string) => boolean,
): Finding[] {
  return [...everyMatch(pattern, text)]
    .filter(([found]) => isOne(found))
    .map(({ 0: found, index }) => ({ kind, certainty: 'certain', start: index, end: index + found.length }));
}
