/** Sentences about what identifies a child or family. They say what and where, and never repeat it. */
import type { FoundAt } from '../domain/form-identifiers';
import type { IdentifierKind } from '../domain/identifiers';

const KINDS: Record<IdentifierKind, string> = {
  'nhs-number': 'an NHS number',
  'ni-number': 'a National Insurance number',
  upn: 'a pupil number (UPN)',
  'birth-date': 'a date of birth',
  postcode: 'a postcode',
  address: 'a street address',
  phone: 'a telephone number',
  mail: 'an e-mail address',
  name: 'a name',
  home: "a family's home",
};

/** More would hide the sentence that says what to do. */
const MOST_NAMED = 5;

export function identifierInWords(found: readonly FoundAt[]): string {
  return `please take out what could identify a child or family: ${placesInWords(found)}.`;
}

export function likelyIdentifierInWords(found: readonly FoundAt[]): string {
  return `please look again at what could be ${placesInWords(found)}. If it is a child's or family member's, take it out; if not, tick “No, it is not” at the end of this page.`;
}

export const NAME_QUESTION = {
  question: "Is this a child's or family member's name, date of birth or home?",
  no: 'No, it is not',
} as const;

/** What it looks like, and where. */
export function placesInWords(found: readonly FoundAt[]): string {
  const lines = found.some(({ line }) => line > 1);
  const named = found.slice(0, MOST_NAMED).map(({ kind, line, word }) => {
    const where = lines ? `line ${line}, word ${word}` : `word ${word}`;
    return `${KINDS[kind]} (${where})`;
  });
  const more = found.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
