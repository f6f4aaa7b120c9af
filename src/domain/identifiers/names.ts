/**
 * Names of children and their families. Every rule here can be wrong, so every finding is only likely and is asked about.
 * Cannot see: a name in small letters that no rule of "called" leads to, a rare name with nothing about family or age
 * around it, a nickname, initials (which are allowed), a surname alone.
 * Cannot tell: a colleague named without a role from a parent.
 */
import { bounded } from './bounded';
import type { Finding } from './finding';
import { AMBIGUOUS_NAMES, GIVEN_NAMES } from './given-names';
import {
  CALLED,
  FAMILY,
  HONOURS,
  NAMED_AFTER_SOMEBODY,
  NO_NAMES,
  PRONOUNS,
  ROLES,
  THINGS,
  TITLES,
} from './name-words';
import { INSTITUTIONS, PERHAPS_STREETS, STREETS, type Word, wordsOf } from './words';

/**
 * Whether a text names somebody where a role was asked for: it begins with a given name ("Sally from the clinic"), or is
 * two or three words in capitals none of which belongs to a role. Cannot see: a name in small letters.
 */
export function namesSomebody(text: string): boolean {
  const words = wordsOf(text);
  const first = words[0];
  if (first?.capital && isListed(first) && !AMBIGUOUS_NAMES.has(first.plain)) return true;
  return (words.length === 2 || words.length === 3) && words.every(looksLikeName);
}

interface Place {
  readonly words: readonly Word[];
  readonly at: number;
  readonly word: Word;
  readonly text: string;
}

export function names(text: string): Finding[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) => {
    const place = { words, at, word, text };
    if (!isName(place)) return [];
    return [{ kind: 'name', certainty: 'likely', start: word.start, end: wholeName(words, at).end } as const];
  });
}

function isName(place: Place): boolean {
  if (isAfterCalled(place)) return true;
  if (!looksLikeName(place.word) || isOfAnInstitution(place) || isColleague(place)) return false;
  return [
    isAfterRelation,
    hasAge,
    isAfterAge,
    namesFamily,
    isAfterTitle,
    isGivenName,
    isGivenNameOfSomebody,
    isBesideAnother,
  ].some((rule) => rule(place));
}

/** A capital, not all in capitals like an abbreviation, and not a word capitalised for another reason. */
function looksLikeName({ text, plain, capital }: Word): boolean {
  if (!capital || plain.length < 2 || /\d/.test(text) || NO_NAMES.has(plain) || INSTITUTIONS.has(plain))
    return false;
  const isAbbreviation = text === text.toUpperCase() && !GIVEN_NAMES.has(plain);
  return !isAbbreviation && !ROLES.has(plain) && !TITLES.has(plain) && !FAMILY.has(plain);
}

/** "child called X", "her name is X"; a given name in small letters too. */
function isAfterCalled({ words, at, word }: Place): boolean {
  const before = words[at - 1];
  if (!before || !/^:? ["']?$/.test(word.gap)) return false;
  if (!looksLikeName(word) && !(isListed(word) && !AMBIGUOUS_NAMES.has(word.plain))) return false;
  if (before.plain === 'is' && words[at - 2]?.plain === 'name') return isPersonBefore(words, at - 2);
  return CALLED.has(before.plain) && isPersonBefore(words, at - 1);
}

/** The nearest word before that can be called something is a person. */
function isPersonBefore(words: readonly Word[], at: number): boolean {
  const near = words.slice(Math.max(at - 5, 0), at).reverse();
  const named = near.find(({ plain }) => PERSONS.some((set) => set.has(plain)) || THINGS.has(plain));
  return named !== undefined && !THINGS.has(named.plain);
}

const POSSESSIVES: ReadonlySet<string> = new Set(['her', 'his', 'their', 'my', 'whose']);
const PERSONS = [FAMILY, PRONOUNS, POSSESSIVES];

/** "mum Kelly", "his brother, Tyler". A name on no list counts only straight after a word in small letters. */
function isAfterRelation({ words, at, word }: Place): boolean {
  const before = words[at - 1];
  if (!before || !FAMILY.has(before.plain) || before.text.endsWith("'s")) return false;
  if (isListed(word) || AMBIGUOUS_NAMES.has(word.plain)) return /^(?:[,:]? |[ ,]{0,2}[(-] ?)$/.test(word.gap);
  return !before.capital && word.gap === ' ';
}

const AGES = [
  String.raw`^,? ?\(?(?:who (?:is|was) |is |was |now )?aged? (?:of )?\d{1,2}\b`,
  String.raw`^ ?\((?:age )?(?:1?\d)(?:,| ?\)| (?:years?|yrs?|months?|weeks?|yo|y\/o)\b)`,
  String.raw`^ ?\(year (?:1?\d)\b`,
  String.raw`^,? (?:who is |who's |is |was |has just turned |just turned |turned |turns ){0,2}\d{1,2}[ -]?(?:years?|yrs?|yo|y\/o|months?|weeks?)[ -]?(?:olds?|,|\.|$|\))`,
  String.raw`^,? (?:who is |is |was |has just turned |just turned |turned |turns )1?\d(?:[.,;!?]|$| (?:and|but|in|next|now|on|today|so)\b)`,
  String.raw`^, 1?\d(?:[,.;:)]|$| and\b)`,
].map((source) => bounded(source, 'i'));

/** "X aged 7", "X (7)", "X is 7 years old", "X, 7,". */
function hasAge({ words, at, text, word }: Place): boolean {
  const { end } = wholeName(words, at);
  // A name in several words that begins with none we know is more often a place or a paper.
  if (end !== word.end && !isListed(word)) return /^,? ?\(?aged? \d/.test(text.slice(end, end + 12));
  return AGES.some((age) => age.test(text.slice(end, end + 45)));
}

const AGE_BEFORE = bounded(
  String.raw`\b\d{1,2}[ -]?(?:years?|yrs?|months?|weeks?)[ -]?old,? (?:called )?$`,
  'i',
);

/** "7-year-old X". */
function isAfterAge({ text, word }: Place): boolean {
  return AGE_BEFORE.test(text.slice(Math.max(word.start - 30, 0), word.start));
}

const FAMILIES: ReadonlySet<string> = new Set([
  'family',
  'children',
  'siblings',
  'twins',
  'household',
  'boys',
  'girls',
]);

/** "the X family", "the X children". */
function namesFamily({ words, at, word }: Place): boolean {
  const next = words[at + 1];
  return (
    words[at - 1]?.plain === 'the' &&
    word.gap === ' ' &&
    next?.gap === ' ' &&
    !next.capital &&
    FAMILIES.has(next.plain)
  );
}

/** "Mrs X". */
function isAfterTitle({ words, at, word }: Place): boolean {
  return TITLES.has(words[at - 1]?.plain ?? '') && /^\.? $/.test(word.gap);
}

/** On the list; of a double name ("Ellie-Mae") the first half is. */
function isListed({ plain }: Word): boolean {
  return GIVEN_NAMES.has(plain) || GIVEN_NAMES.has(plain.split('-')[0]!);
}

/** A given name that is nothing else. */
function isGivenName({ word }: Place): boolean {
  return isListed(word) && !AMBIGUOUS_NAMES.has(word.plain);
}

/** A given name that is also a word, with a surname, and somebody of the family close by. */
function isGivenNameOfSomebody({ words, at, word }: Place): boolean {
  const next = words[at + 1];
  if (!AMBIGUOUS_NAMES.has(word.plain) || next?.gap !== ' ' || !looksLikeName(next)) return false;
  return words.slice(Math.max(at - 6, 0), at + 8).some(({ plain }) => FAMILY.has(plain));
}

/** "X and Y": a given name that is also a word, beside one that is nothing else. */
function isBesideAnother({ words, at, word }: Place): boolean {
  const other = words[at - 2];
  return (
    AMBIGUOUS_NAMES.has(word.plain) &&
    words[at - 1]?.plain === 'and' &&
    other !== undefined &&
    other.capital &&
    isListed(other) &&
    !AMBIGUOUS_NAMES.has(other.plain)
  );
}

/** The name with the surname after it. */
function wholeName(words: readonly Word[], at: number): Word {
  let last = words[at]!;
  for (const next of words.slice(at + 1, at + 3)) {
    if (next.gap !== ' ' || !looksLikeName(next) || last.text.endsWith("'s")) break;
    last = next;
  }
  return last;
}

/** "Thomas More School", "St Clare", "Sarah's Law", "Victoria Road": a name that names something else. */
function isOfAnInstitution({ words, at, word }: Place): boolean {
  const before = words[at - 1];
  if (before && /^\.? $/.test(word.gap) && HONOURS.has(before.plain)) return true;
  const after = words[at + 1];
  if (after?.gap === ' ' && THINGS.has(after.plain) && !after.capital) return true;
  for (const next of words.slice(at + 1, at + 5)) {
    if (!/^(?:\.? | & )$/.test(next.gap) || !(next.capital || /^(?:and|of|the)$/.test(next.plain)))
      return false;
    if (next.capital && NAMES_A_PLACE.some((set) => set.has(next.plain))) return true;
  }
  return false;
}

const NAMES_A_PLACE = [INSTITUTIONS, STREETS, PERHAPS_STREETS, NAMED_AFTER_SOMEBODY];

const ROLE_AFTER = bounded(
  String.raw`^(?:,? ?\(?(?:(?:the|our|a|an|their|his|her|my|who is|is|as|new|from|at|in|of) ){0,2})((?:[\p{L}-]{2,20} ){0,3}[\p{L}-]{2,20})`,
);

/** A role just before or just after, or an agency they are from. */
function isColleague({ words, at, text, word }: Place): boolean {
  const titled = TITLES.has(words[at - 1]?.plain ?? '') ? at - 1 : at;
  const first = words[titled]!;
  const before = words[titled - 1];
  if (before && ROLES.has(before.plain) && /^[,:.]? ?[-(]? ?$/.test(first.gap)) return true;
  const { end } = wholeName(words, at);
  if (word.text.endsWith("'s")) return false;
  const rest = text.slice(end, end + 60);
  if (/^,? ?\(?(?:from|at|of) (?:the )?[A-Z]/.test(rest)) return true;
  if (!/^(?:,| ?\(| -| (?:is|as|from|at) (?:the|our|a|an|their|his|her)\b)/.test(rest)) return false;
  const after = ROLE_AFTER.exec(rest);
  return after !== null && after[1]!.split(' ').some((each) => ROLES.has(each.toLowerCase()));
}
