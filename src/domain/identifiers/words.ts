/** A text as its words, for rules that read what stands beside what. */
import { bounded } from './bounded';
import type { Span } from './finding';

export interface Word extends Span {
  readonly text: string;
  /** In small letters, without the 's of a possessive. */
  readonly plain: string;
  readonly capital: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

const WORD = bounded(String.raw`[\p{L}\p{M}\p{N}]{1,40}(?:['-][\p{L}\p{M}\p{N}]{1,40}){0,3}`, 'g');

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    words.push({
      text: word,
      plain: word.toLowerCase().replace(/'s$/, ''),
      capital: /^\p{Lu}/u.test(word),
      gap: text.slice(end, index),
      start: index,
      end: index + word.length,
    });
    end = index + word.length;
  }
  return words;
}

/** A list of words as written in the code: in lines, with spaces between. */
export function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s/).filter((word) => word !== ''));
}

/** Words that name a place where people work, learn or meet, or a part of such a name. */
export const INSTITUTIONS = listed(`
  school schools primary infant infants junior juniors academy college nursery preschool pre-school surgery practice
  clinic hospital centre center hub hall church chapel library office offices station university medical health council
  museum club headquarters hq community high federation trust team service services hotel court forum sixth secondary
  foundation project charity unit ward association society police partnership depot town civic`);

/** Words a street's name ends with. */
export const STREETS = listed(
  'road rd street lane avenue ave crescent cres terrace drive grove gardens close loke mews way',
);

/** They end a street's name too, and name courts, parks and other things that are counted. */
export const PERHAPS_STREETS = listed(
  'court hill row walk green rise place view square yard plain drift chase croft st park',
);
