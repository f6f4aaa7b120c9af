/** Where a family lives: postcodes, street addresses, and a venue that looks like a home. */
import { bounded, everyMatch } from './bounded';
import type { Finding } from './finding';
import { INSTITUTIONS, listed, PERHAPS_STREETS, STREETS, type Word, wordsOf } from './words';

/** Postcode areas in use (Royal Mail), Channel Islands and Man included. */
const AREAS =
  'AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W';
const POSTCODE = bounded(
  String.raw`(?<![\p{L}\d])(?:${AREAS})(?:\d{1,2}|\d[A-Z]) {0,2}\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])`,
  'i',
);
const ORDINAL = /(?:1st|2nd|3rd|[04-9]th)$/;

/**
 * A full postcode: an area in use, a district, and the inward half with its permitted letters.
 * Cannot see: the first half alone (NR1 is a town's worth of people). Cannot tell: an institution's postcode from a
 * home's, or a district that does not exist. "L1 3rd floor" is not one: ordinals are written in small letters.
 */
export function postcodes(text: string): Finding[] {
  return [...everyMatch(POSTCODE, text)]
    .filter(([found]) => !ORDINAL.test(found))
    .map(({ 0: found, index }) => ({
      kind: 'postcode',
      certainty: 'certain',
      start: index,
      end: index + found.length,
    }));
}

const HOUSE_NUMBER = /^\d{1,4}[a-z]?(?:-\d{1,4}[a-z]?)?$/i;
const FLAT = listed('flat apartment apt');
const LIVING = listed(
  'live lives living lived address home house flat moved moving staying stays stay reside resides',
);
/** What a number stands behind that is no house's. */
const COUNTED = listed(`
  year years yr room section sections s stage week weeks age aged team bus route act article level session tier part
  group class key regulation schedule chapter page plan order channel module phase grade band no january february march
  april may june july august september october november december`);
/** Furthest word of a street's name: "12 The Old Mill Lane". */
const MOST_WORDS = 4;
const NEAR = 5;

/**
 * A street address: the number of a house, the name of a street in capitals, a word for a street; in small letters when
 * a word about living stands just before; also a flat's number with the name of its house.
 * Cannot see: a house with a name and no number, a street without a word for a street ("12 Whitegates").
 * Cannot tell: an institution's address from a home's, unless the institution is named within it.
 */
export function addresses(text: string): Finding[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) => {
    const last = streetEnd(words, at) ?? flatEnd(words, at);
    return last ? [{ kind: 'address', certainty: 'certain', start: word.start, end: last.end } as const] : [];
  });
}

function streetEnd(words: readonly Word[], at: number): Word | undefined {
  const number = words[at]!;
  if (!HOUSE_NUMBER.test(number.text) || /[:£./-]$/.test(number.gap)) return undefined;
  if (at > 0 && number.gap === ' ' && COUNTED.has(words[at - 1]!.plain)) return undefined;
  const living = words.slice(Math.max(at - NEAR, 0), at).some(({ plain }) => LIVING.has(plain));
  for (let n = at + 1; n <= at + MOST_WORDS && n < words.length; n += 1) {
    const word = words[n]!;
    if (!(n === at + 1 ? /^,? $/ : /^\.? $/).test(word.gap) || /\d/.test(word.text)) return undefined;
    if (n > at + 1 && isStreet(word, living)) return goesOnAsInstitution(words, n) ? undefined : word;
    if (!word.capital && (!living || NO_STREET_NAME.has(word.plain))) return undefined;
  }
  return undefined;
}

const NO_STREET_NAME = listed(
  'minutes mins miles mile doors down up from of off along metres weeks months years days in on at',
);

function isStreet({ plain, capital }: Word, living: boolean): boolean {
  return STREETS.has(plain) ? capital || living : living && capital && PERHAPS_STREETS.has(plain);
}

/** "6 Mill Lane Primary": the street's name is the school's. */
function goesOnAsInstitution(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return next !== undefined && next.gap === ' ' && INSTITUTIONS.has(next.plain);
}

function flatEnd(words: readonly Word[], at: number): Word | undefined {
  const [flat, number, name, house] = words.slice(at, at + 4);
  if (!flat || !number || !FLAT.has(flat.plain) || number.gap !== ' ' || !HOUSE_NUMBER.test(number.text))
    return undefined;
  return name?.capital && house?.capital && /^,? $/.test(name.gap) && house.gap === ' ' ? house : number;
}

const HOME = listed('flat apartment apt house home cottage bungalow caravan');

/**
 * A venue that looks like a family's home: an address, a postcode or a flat, and nothing that names an institution.
 * An institution's venue may have its address. Only likely: many an office is known by its street alone.
 * Cannot see: a home described without its address ("mum's").
 */
export function homes(text: string): Finding[] {
  const words = wordsOf(text);
  if (words.some((word, n) => INSTITUTIONS.has(word.plain) && !isInStreetName(words, n))) return [];
  const places = [...addresses(text), ...postcodes(text)];
  const home = words.find(({ plain, capital }) => HOME.has(plain) && !capital);
  const all = home ? [...places, home] : places;
  return all.map(({ start, end }) => ({ kind: 'home', certainty: 'likely', start, end }));
}

/** "Church Lane", "School Road". */
function isInStreetName(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return next !== undefined && next.gap === ' ' && STREETS.has(next.plain);
}
