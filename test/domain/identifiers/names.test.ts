/** The rules for names one by one, each with what it takes and the nearest it does not; the labelled set says how well they do together. */
import { names } from '../../../src/domain/identifiers/names';

const namesIn = (text: string) => names(text).map(({ start, end }) => text.slice(start, end));

type Row = readonly [text: string, ...found: string[]];

const RULES: Readonly<Record<string, readonly Row[]>> = {
  'after "called", in small letters too where it is a given name': [
    ['a child called tyler', 'tyler'],
    ['a boy named: Zorvan', 'Zorvan'],
    ['a girl called "Zorvan', 'Zorvan'],
    ['a child called rose'],
    ['a boy called, Zorvan'],
    ['a boy called (Zorvan)'],
    ['is Z called'],
  ],
  'after "name is", of a person': [
    ['his name is Zorvan', 'Zorvan'],
    ['his name is: Zorvan', 'Zorvan'],
    ['his house is Zorvan'],
    ['the name is Zorvan'],
    ['her brother is Zorvan'],
    ['Zorvan is the name'],
    ['he said that the name is Zorvan', 'Zorvan'],
    ['her name and Zorvan'],
    ['is Zorvan'],
  ],
  'by the nearest before it that can be called something, within five words': [
    ['their dog is called Zorvan', 'Zorvan'],
    ['my friend is called Zorvan', 'Zorvan'],
    ['whose dog is called Zorvan', 'Zorvan'],
    ['she is called Zorvan', 'Zorvan'],
    ['the boy in the room is called Zorvan', 'Zorvan'],
    ['the school called Zorvan'],
    ['her form called Zorvan'],
    ['the boy from the school called Zorvan'],
    ['the boy who was in the big room is called Zorvan'],
  ],
  'after somebody of the family': [
    ['mum Zorvan', 'Zorvan'],
    ['mum Kelly', 'Kelly'],
    ['mum, Kelly', 'Kelly'],
    ['mum: Kelly', 'Kelly'],
    ['mum (Kelly', 'Kelly'],
    ['mum - Kelly', 'Kelly'],
    ['mum Rose', 'Rose'],
    ['mum, Rose', 'Rose'],
    ['mum (Rose', 'Rose'],
    ['mum(Rose', 'Rose'],
    ['mum, (Rose', 'Rose'],
    ['mum Bo', 'Bo'],
    ['mum; Rose'],
    ['mum (?) Rose'],
    ['mum, Zorvan'],
    ['Mum Zorvan'],
    ["mum's Zorvan"],
    ['mum iZorvan'],
    ["mum Z's"],
  ],
  'with an age': [
    ['Zorvan aged 7', 'Zorvan'],
    ['Zorvan, aged 7', 'Zorvan'],
    ['Zorvan (aged 7)', 'Zorvan'],
    ['Zorvan AGED 7', 'Zorvan'],
    ['Zorvan (7)', 'Zorvan'],
    ['Zorvan, 7, likes', 'Zorvan'],
    ['Zorvan Bexley aged 7', 'Zorvan Bexley', 'Bexley'],
    ['Zorvan Bexley (age 7)', 'Zorvan Bexley', 'Bexley'],
    ['Zorvan Bexley,aged 7', 'Zorvan Bexley', 'Bexley'],
    ['Ruby Bexley (7)', 'Ruby Bexley', 'Bexley'],
    ['Zorvan Bexley (7)', 'Bexley'],
    ['Zorvan Bexley, for age 7'],
    ['Zorvan Bexley, the report of a day aged 7'],
    ['ZORVAN, 7, likes'],
    ['Z, 7, likes'],
  ],
  'after an age': [
    ['7-year-old Zorvan', 'Zorvan'],
    ['7 Year Old Zorvan', 'Zorvan'],
    ['a 7 year old called Zorvan', 'Zorvan'],
  ],
  'of a family': [
    ...['family', 'children', 'siblings', 'twins', 'household', 'boys', 'girls'].map((family): Row => [
      `the Zorvan ${family}`,
      'Zorvan',
    ]),
    ['the Zorvan Family'],
    ['a Zorvan family'],
    ['the, Zorvan family'],
    ['the Zorvan, family'],
    ['the Zorvan plan'],
    ['the Zorvan'],
  ],
  'after a title': [
    ['Mrs Zorvan', 'Zorvan'],
    ['Mrs. Zorvan', 'Zorvan'],
    ['Mr, Zorvan'],
    ['Mr - Zorvan'],
    ['Zorvan Mr'],
  ],
  'on the list, of a double name the first half': [
    ['CLARE', 'CLARE'],
    ['Ellie-Zorvan', 'Ellie-Zorvan'],
    ["Clare Zorvan's nurse", "Clare Zorvan's"],
    ['Clare Q7', 'Clare'],
    ['Clare, Zorvan', 'Clare'],
    ["Clare's Zorvan", "Clare's"],
    ['Zorvan-Ellie'],
  ],
  'also a word, with a surname and somebody of the family close by': [
    ['Rose Bexley and her mum', 'Rose Bexley'],
    ['Rose Bexley came'],
    ['Rose, Bexley and her mum'],
    ['her mum was seen by us in the end and then Rose Bexley came'],
    ['Rose Bexley came to us on one more of those bad days with mum'],
  ],
  'also a word, beside one that is nothing else': [
    ['Tyler and Rose', 'Tyler', 'Rose'],
    ['Tyler or Rose', 'Tyler'],
    ['tyler and Rose'],
    ['Rose and Rose'],
    ['Zorvan and Rose'],
    ['and Rose'],
  ],
};

const NO_NAMES_OF_PEOPLE: Readonly<Record<string, readonly Row[]>> = {
  'after an honour': [
    ['St Clare'],
    ['St. Clare'],
    ['Lady Clare'],
    ['St, Clare', 'Clare'],
    ['St - Clare', 'Clare'],
  ],
  'before what is named after somebody': [
    ['Clare Road'],
    ['Clare school'],
    ['Clare School'],
    ["Sarah's Law"],
    ['Clare of the School'],
    ['Clare and Dale School'],
    ['Clare & Dale School'],
    ['Clare. School'],
    ['Clare road', 'Clare'],
    ['Clare, school', 'Clare'],
    ['Clare, School', 'Clare'],
    ['Clare when School', 'Clare'],
    ['Clare - School', 'Clare'],
    ['Clare then School', 'Clare'],
    ['Clare off School', 'Clare'],
    ['Clare hand School', 'Clare'],
    ['Clare of the big School', 'Clare'],
  ],
  'that is a word for something else, in the possessive too': [
    ["children Barnardo's supports"],
    ["child Tourette's diagnosis"],
    ["children Zorvan's friend saw", "Zorvan's"],
    ["Mrs King's child", "King's"],
  ],
  'straight after a role': [
    ['nurse Clare'],
    ['nurse, Clare'],
    ['nurse: Clare'],
    ['nurse - Clare'],
    ['nurse (Clare'],
    ['nurse(Clare'],
    ['nurse Mrs Zorvan'],
    ['nurse . Clare', 'Clare'],
    ['nurse; Clare', 'Clare'],
    ['nurse / Clare', 'Clare'],
  ],
  'before a role': [
    ['Clare, the nurse'],
    ['Clare (our nurse)'],
    ['Clare(our nurse)'],
    ['Clare is the nurse'],
    ['Clare as our midwife'],
    ['Clare is seeing the nurse', 'Clare'],
    ['Clare met our nurse, and left', 'Clare'],
    ['Clare; the nurse', 'Clare'],
    ["Clare's nurse", "Clare's"],
    ["Clare's, the nurse", "Clare's"],
  ],
  'from an agency': [
    ['Clare, from Norwich'],
    ['Clare (from Norwich)'],
    ['Clare(from Norwich)'],
    ['Clare from the Council'],
    ['Clare from here', 'Clare'],
    ['Clare; from Norwich', 'Clare'],
  ],
};

describe.each(Object.entries(RULES))('a name is %s', (_, rows) => {
  it.each(rows)('%s', (text, ...found) => {
    expect(namesIn(text)).toEqual(found);
  });
});

describe.each(Object.entries(NO_NAMES_OF_PEOPLE))('a name is not of a child or family %s', (_, rows) => {
  it.each(rows)('%s', (text, ...found) => {
    expect(namesIn(text)).toEqual(found);
  });
});
