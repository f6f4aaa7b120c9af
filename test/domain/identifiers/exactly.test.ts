/**
 * Every text of the labelled set is read exactly: each identifier from its first character to its last, as its kind, and nothing
 * besides. How good that is of texts nobody has thought of, `quality.ts` says.
 */
import fc from 'fast-check';
import { findIdentifiers, findIdentifiersInVenue } from '../../../src/domain/identifiers';
import { plainText } from '../../../src/domain/identifiers/plain-text';
import { LABELLED, WRITTEN_IN } from './labelled';

/** What the rules are known to read otherwise than a person would, and as what. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  // The title is left out of the name.
  'Mrs Saffron will not let anyone in.': ['name: Saffron'],
  'Mr Bronze has cancelled every visit.': ['name: Bronze'],
  'Ms Ochre has asked for a different worker.': ['name: Ochre'],
  // An opening bracket belongs to many a number.
  '(020 7946 0999) is the solicitor’s number for dad': ['phone: (020 7946 0999'],
  // A surname all in capitals may be an abbreviation.
  'KAYDEN PLUM 14/3/15 999 226 9383': ['name: KAYDEN', 'birth-date: 14/3/15', 'nhs-number: 999 226 9383'],
  // "daughter" is what she is here, which the rules take for a role beside the name.
  'It is Summer Teal, the daughter, who worries me.': [],
  'Lord Laming wrote that; Eileen Munro wrote otherwise.': ['name: Eileen Munro'],
};

const foundIn = (text: string) =>
  findIdentifiers(text, WRITTEN_IN).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

it('every labelled text is read exactly as it is marked, but for those that are known', () => {
  const read = LABELLED.map(({ text }) => [text, ...foundIn(text)]);
  const meant = LABELLED.map(({ text, labels }) => {
    const inOrder = [...labels].sort((one, other) => one.start - other.start);
    const marked = inOrder.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
    return [text, ...(KNOWN[text] ?? marked)];
  });
  expect(read).toEqual(meant);
});

describe('What is only likely', () => {
  it.each([
    ['Born 14/03/2015.', 'birth-date certain'],
    // The month and the year alone are likely: of the whole date they are a part.
    ['Born 14 March 2015.', 'birth-date certain'],
    ['Born March 14, 2015.', 'birth-date certain'],
    ['Born on 14 March.', 'birth-date likely'],
    ['Born in March 2015.', 'birth-date likely'],
    // Two dates lie over each other: that of the birth, and one that stands apart.
    ['Born 14 March, 2015/03/14.', 'birth-date certain'],
    ['The little one (14/03/2015) hides.', 'birth-date likely'],
    ['His NHS number is 999 100 2340.', 'nhs-number certain'],
    ['Home is 14 Larkspur Road.', 'address certain'],
    ['A child called Jayden.', 'name likely'],
  ])('%s → %s', (text, expected) => {
    const found = findIdentifiers(text, WRITTEN_IN);
    expect(found.map(({ kind, certainty }) => `${kind} ${certainty}`)).toEqual([expected]);
  });
});

describe('A date', () => {
  it.each<[string, readonly string[]]>([
    // With a word about birth.
    ['Date of birth 14 / 03 / 2015', ['14 / 03 / 2015']],
    ['birthdate: 14-03-2015', ['14-03-2015']],
    ['d. o. b. 14 03 2015', ['14 03 2015']],
    ['DOB 2015/03/14', ['2015/03/14']],
    ['born March 14th, 2015', ['March 14th, 2015']],
    ['born Sept. 3 2015', ['Sept. 3 2015']],
    ["born 3rd Dec '15", ["3rd Dec '15"]],
    ['14/03/2015 (date of birth)', ['14/03/2015']],
    ['14/03/2015 (DOB)', ['14/03/2015']],
    ['14/03/2015 is his birthday', ['14/03/2015']],
    ["14/03/2015 was the child's date of birth", ['14/03/2015']],
    ['14/03/2015 is the birthday of the service', []],
    // Not the day of the birth, but of something else that is said after it.
    ['Born early; the review on 14/03/2015 was hard', []],
    ['Born before the meeting of 14/03/2015', []],
    ['Born before the visit 14/03/2015', []],
    ['Born before the Visit 14/03/2015', []],
    // Of no calendar.
    ['born 32/03/2015', []],
    ['born 14/13/2015', []],
    ['born 14/03-2015', []],
    ['born 14/03/20155', []],
    ['born 114/03/2015', []],
    ['114/03/2015 is his birthday', []],
    ['v14/03/2015 is his birthday', []],
    // Without a word about birth: apart, with four digits, of a child, and not what happened.
    ['Twins, 14/03/2015, in care', ['14/03/2015']],
    ['Twins: 14/03/2015', ['14/03/2015']],
    ['Twins - 14/03/2015', ['14/03/2015']],
    ['Twins 14/03/2015', []],
    ['Twins, always 14/03/2015', []],
    ['Twins, 14/03/15, in care', []],
    ['The review, 14/03/2015, was hard', []],
    ['The Review, 14/03/2015, was hard', []],
    ['The plan we made (14/03/2015)', []],
    ['The plan. Twins (14/03/2015)', ['14/03/2015']],
    // Eighteen and two years are a child's; nineteen and one are not asked about.
    ['One (01/01/2008)', ['01/01/2008']],
    ['One (01/01/2007)', []],
    ['One (01/01/2024)', ['01/01/2024']],
    ['One (01/01/2025)', []],
    ['One (31/12/1999)', []],
    ['One (31/12/1915)', []],
    // After a name a year of two digits is enough.
    ['Xander Plum 14/3/15', []],
    ['Jayden 14/3/15', ['14/3/15']],
    ['Jayden Plum, 14/3/15', ['14/3/15']],
    ['Jayden Plum (14/3/08', ['14/3/08']],
    ['Jayden Plum (14/3/07', []],
    ["Jayden Plum (14 March '08", ["14 March '08"]],
    ["Jayden Plum (14 March '07", []],
    ['Jayden Plum 14 March', []],
  ])('%s: %j', (text, expected) => {
    const dates = findIdentifiers(text, WRITTEN_IN).filter(({ kind }) => kind === 'birth-date');
    expect(dates.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('Findings that lie over each other', () => {
  it.each<[string, readonly string[]]>([
    ['999 100 2340 999 100 2340', ['nhs-number: 999 100 2340', 'nhs-number: 999 100 2340']],
    ['NHS 999 100 2340, born 14/03/2015', ['nhs-number: 999 100 2340', 'birth-date: 14/03/2015']],
    ['born 14/03/2015, NHS 999 100 2340', ['birth-date: 14/03/2015', 'nhs-number: 999 100 2340']],
    ['jayden.plum@example.org', ['mail: jayden.plum@example.org']],
    ['Jayden.Plum@example.org called Jayden', ['mail: Jayden.Plum@example.org', 'name: Jayden']],
    ['AB123456C and JM654321A', ['ni-number: AB123456C', 'ni-number: JM654321A']],
    ['Ella Emma Clare Tyler', ['name: Ella Emma Clare Tyler']],
    ['mum.07700900123@example.org', ['mail: mum.07700900123@example.org', 'phone: 07700900123']],
    // Of two that begin together the shorter comes first.
    ['07700900123@example.org', ['phone: 07700900123', 'mail: 07700900123@example.org']],
  ])('are told once, in the order of the text: %s', (text, expected) => {
    expect(foundIn(text)).toEqual(expected);
  });

  it('are each asked about in a venue', () => {
    expect(findIdentifiersInVenue('Flat 3, 14 Larkspur Road, NR99 9ZZ', WRITTEN_IN)).toMatchObject([
      { kind: 'home', certainty: 'likely' },
      { kind: 'home', certainty: 'likely' },
      { kind: 'home', certainty: 'likely' },
    ]);
  });
});

describe('The text as the rules read it', () => {
  it.each([
    ['a\u00a0b\tc\u2003d', 'a b c d'],
    ['a\u2010b\u2013c\u2014d\u2212e', 'a-b-c-d-e'],
    ['a\u2018b\u2019c\u02bcd\u0060e\u00b4f', "a'b'c'd'e'f"],
    ['a\u200bb\u00adc\ufeffd', 'abcd'],
    ['９９９ ＡＢ', '999 AB'],
    ['a\nb', 'a\nb'],
    ['👪 a', '👪 a'],
    ['', ''],
  ])('%j is %j', (typed, expected) => {
    expect(plainText(typed).text).toBe(expected);
  });

  it.each([
    ['a\u200bbc', 1, 3, 'bc'],
    ['👪\u200bbc', 2, 3, 'b'],
    // One character may be read as two: the whole of it is meant.
    ['ﬁx', 0, 1, 'ﬁ'],
    ['ﬁx', 1, 2, 'ﬁ'],
    ['ﬁx', 2, 3, 'x'],
  ])('in %j from %i to %i is %j as typed', (typed, from, to, expected) => {
    const { start, end } = plainText(typed).asTyped({ start: from, end: to });
    expect(typed.slice(start, end)).toBe(expected);
  });

  it('is the same whether or not something invisible stands behind it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', minLength: 1 }), (typed) => {
        const [alone, followed] = [plainText(typed), plainText(`${typed}\u200b`)];
        expect(alone.text).toBe(followed.text);
        for (let start = 0; start < typed.length; start += 1)
          expect(alone.asTyped({ start, end: typed.length })).toEqual(
            followed.asTyped({ start, end: typed.length }),
          );
      }),
      { numRuns: 1_000 },
    );
  });
});
