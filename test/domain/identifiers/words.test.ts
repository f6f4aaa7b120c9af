import { overlaps } from '../../../src/domain/identifiers/finding';
import * as nameWords from '../../../src/domain/identifiers/name-words';
import { namesSomebody } from '../../../src/domain/identifiers/names';
import { wordsOf } from '../../../src/domain/identifiers/words';

describe("a text's words", () => {
  it('are each told as typed and plainly, with what stands before it', () => {
    expect(wordsOf("Zorvan's D'Silva,  mcX")).toEqual([
      { text: "Zorvan's", plain: 'zorvan', capital: true, gap: '', start: 0, end: 8 },
      { text: "D'Silva", plain: "d'silva", capital: true, gap: ' ', start: 9, end: 16 },
      { text: 'mcX', plain: 'mcx', capital: false, gap: ',  ', start: 19, end: 22 },
    ]);
  });

  it('are none where there are none', () => {
    expect(wordsOf(' - ')).toEqual([]);
  });
});

it.each(Object.entries(nameWords))(
  'are what a list is asked for, so each of %s is written as a word is read',
  (_name, list) => {
    for (const word of list) expect(wordsOf(word).map(({ plain }) => plain)).toEqual([word]);
  },
);

it.each([
  ['Sally from the clinic', true],
  ['Zorvan Bexley', true],
  ['Zorvan', false],
  ['sally from the clinic', false],
  ['Rose from the clinic', false],
  ['Zorvan Bexley Quill Plum', false],
  ['Zorvan the Nurse', false],
  ['', false],
])('where a role was asked for, "%s" names somebody: %s', (text, expected) => {
  expect(namesSomebody(text)).toBe(expected);
});

it.each([
  [0, 2, 1, 3, true],
  [1, 3, 0, 2, true],
  [0, 3, 1, 2, true],
  [0, 2, 2, 4, false],
  [2, 4, 0, 2, false],
])(
  'what stands from %i to %i and from %i to %i has a character in common: %s',
  (start, end, from, to, expected) => {
    expect(overlaps({ start, end }, { start: from, end: to })).toBe(expected);
  },
);
