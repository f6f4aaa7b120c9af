/**
 * What in a text says who a child or a family is (domain.md, harm 2). The rules are our own because the domain imports
 * no package, and because those of the United Kingdom are small; each says what it can and cannot see, and
 * `test/domain/identifiers/quality.ts` prints how often they are right.
 */
import { birthDates } from './identifiers/birth-dates';
import { mailAddresses, phoneNumbers } from './identifiers/contacts';
import { type Finding, overlaps, type Rule, type Span } from './identifiers/finding';
import { names } from './identifiers/names';
import { nhsNumbers, niNumbers, pupilNumbers } from './identifiers/numbers';
import { addresses, homes, postcodes } from './identifiers/places';
import { plainText } from './identifiers/plain-text';

export { type Finding, type IdentifierKind, IDENTIFIER_KINDS } from './identifiers/finding';
export { namesSomebody } from './identifiers/names';

const ANYWHERE: readonly Rule[] = [
  nhsNumbers,
  niNumbers,
  pupilNumbers,
  birthDates,
  mailAddresses,
  phoneNumbers,
  names,
];

/**
 * Everything in the text that looks like an identifier, in its order; places are of the text as typed. `year` is the
 * calendar year it was written in.
 */
export function findIdentifiers(text: string, year: number): readonly Finding[] {
  return found(text, year, [...ANYWHERE, postcodes, addresses]);
}

/** The same for a venue: an institution may have its address; what looks like a home is asked about. */
export function findIdentifiersInVenue(text: string, year: number): readonly Finding[] {
  return found(text, year, [...ANYWHERE, homes]);
}

function found(typed: string, year: number, rules: readonly Rule[]): Finding[] {
  const { text, asTyped } = plainText(typed);
  const findings = rules.flatMap((rule) => joined([...rule(text, year)]));
  const certain = findings.filter(({ certainty }) => certainty === 'certain');
  return findings
    .filter((finding) => finding.certainty === 'certain' || !certain.some((each) => overlaps(each, finding)))
    .map((finding) => ({ ...finding, ...asTyped(finding) }))
    .sort(byPlace);
}

/** Overlapping findings of one rule as one; it is certain when any of them is. */
function joined(findings: readonly Finding[]): Finding[] {
  const whole: Finding[] = [];
  for (const finding of [...findings].sort(byPlace)) {
    const last = whole.at(-1);
    if (!last || !overlaps(last, finding)) whole.push(finding);
    else
      whole[whole.length - 1] = {
        ...last,
        end: Math.max(last.end, finding.end),
        certainty: last.certainty === 'certain' ? 'certain' : finding.certainty,
      };
  }
  return whole;
}

function byPlace(one: Span, other: Span): number {
  return one.start - other.start || one.end - other.end;
}
