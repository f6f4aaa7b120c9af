/** The rules for places one by one, each with what it takes and the nearest it does not. */
import { addresses, homes, postcodes } from '../../../src/domain/identifiers/places';

type Row = readonly [text: string, ...found: string[]];

const foundBy = (rule: typeof addresses, text: string) =>
  rule(text).map(({ start, end }) => text.slice(start, end));

describe('a street address', () => {
  it.each<Row>([
    ['12 Harbour Lane', '12 Harbour Lane'],
    ['12, Harbour Lane', '12, Harbour Lane'],
    ['12a Harbour Lane', '12a Harbour Lane'],
    ['12-14b Harbour Lane', '12-14b Harbour Lane'],
    ['12 St. Mary Lane', '12 St. Mary Lane'],
    ['12 The Old Mill Lane', '12 The Old Mill Lane'],
    ['12 Harbour Lane lane', '12 Harbour Lane'],
    ['3: 12 Harbour Lane', '12 Harbour Lane'],
    [' 12 Harbour Lane', '12 Harbour Lane'],
    ['room, 12 Harbour Lane', '12 Harbour Lane'],
    ['12; Harbour Lane'],
    ['12 - Harbour Lane'],
    ['12345 Harbour Lane'],
    ['12ab Harbour Lane'],
    ['12-a Harbour Lane'],
    ['x12 Harbour Lane'],
    ['1.12 Harbour Lane'],
    ['£12 Harbour Lane'],
    ['3/12 Harbour Lane'],
    ['at 12:12 Harbour Lane'],
    ['room 12 Harbour Lane'],
    ['year 7 Harbour Lane'],
    ['12 Harbour'],
    ['12 Lane'],
    ['12 Harbour, Lane'],
    ['12 Harbour - Lane'],
    ['12 Harbour lane'],
    ['12 Harbour 3 Lane'],
    ['12 The Very Old Mill Lane'],
  ])('has a number, a name in capitals and a word for a street: %s', (text, ...found) => {
    expect(foundBy(addresses, text)).toEqual(found);
  });

  it.each<Row>([
    ['lives at 12 harbour lane', '12 harbour lane'],
    ['lives at 12 Harbour Hill', '12 Harbour Hill'],
    ['12 harbour lane'],
    ['12 Harbour Hill'],
    ['lives at 12 Harbour hill'],
    ['lives at 12 minutes lane'],
    ['lives at 12 harbour of lane'],
    ['lives in a nice place now at 12 harbour lane'],
  ])('is read more widely after a word about living: %s', (text, ...found) => {
    expect(foundBy(addresses, text)).toEqual(found);
  });

  it.each<Row>([
    ['12 Harbour Lane School'],
    ['12 Harbour Lane, School', '12 Harbour Lane'],
    ['12 Harbour Lane next School', '12 Harbour Lane'],
  ])('is not the name of a school: %s', (text, ...found) => {
    expect(foundBy(addresses, text)).toEqual(found);
  });

  it.each<Row>([
    ['flat 12a', 'flat 12a'],
    ['Flat 3 Harbour House', 'Flat 3 Harbour House'],
    ['Flat 3, Harbour House', 'Flat 3, Harbour House'],
    ['flat 3 Harbour, House', 'flat 3'],
    ['flat 3; Harbour House', 'flat 3'],
    ['flat 3 - Harbour House', 'flat 3'],
    ['flat 3 Harbour', 'flat 3'],
    ['flat 3 harbour House', 'flat 3'],
    ['flat 3 Harbour house', 'flat 3'],
    ['flat, 3'],
    ['flat x'],
    ['the flat'],
  ])('is a flat with its number, and its house where that is named: %s', (text, ...found) => {
    expect(foundBy(addresses, text)).toEqual(found);
  });
});

it.each<Row>([
  ['NR1 3AA', 'NR1 3AA'],
  ['NR1 3RD', 'NR1 3RD'],
  ['NR1 4TH', 'NR1 4TH'],
  ['NR1 3rd floor'],
  ['NR1 4th floor'],
  ['NR1 3rd'],
  ['NR1'],
])('a postcode is whole, and no ordinal: %s', (text, ...found) => {
  expect(foundBy(postcodes, text)).toEqual(found);
});

it.each<Row>([
  ['her house', 'house'],
  ['a flat', 'flat'],
  ['12 Church Lane', '12 Church Lane'],
  ['NR1 3AA', 'NR1 3AA'],
  ['the House'],
  ['School Road'],
  ['a caravan near School'],
  ['12 Church Lane, the church'],
  ['12 School, Lane'],
  ['the hub, close to 12 Church Lane'],
])(
  'a venue is a home by its address or its word, where nothing names an institution: %s',
  (text, ...found) => {
    expect(foundBy(homes, text)).toEqual(found);
  },
);
