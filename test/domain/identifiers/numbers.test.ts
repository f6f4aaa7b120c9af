/** The rules for numbers one by one, each with what it takes and the nearest it does not. */
import { nhsNumbers, niNumbers, pupilNumbers } from '../../../src/domain/identifiers/numbers';

type Row = readonly [text: string, ...found: string[]];

/** A number that two patterns of a rule find is told twice here. */
const foundBy = (rule: typeof niNumbers, text: string) => [
  ...new Set(rule(text).map(({ start, end }) => text.slice(start, end))),
];

it.each<Row>([
  ['Health 999 100 2340', '999 100 2340'],
  ['Health 999 100 2341'],
  ['invoice 999 100 2340'],
  ['Invoice 999 100 2340'],
])('an NHS number has its check digit, and no word of accounts before it: %s', (text, ...found) => {
  expect(foundBy(nhsNumbers, text)).toEqual(found);
});

it.each<Row>([
  ['CE 01 02 03 D', 'CE 01 02 03 D'],
  ['CE010203D', 'CE010203D'],
  ['ce010203d', 'ce010203d'],
  ['ce 01 02 03 d'],
  ['xce010203d'],
  ['ce010203e'],
  ['gb010203d'],
])('a National Insurance number is read in small letters when written together: %s', (text, ...found) => {
  expect(foundBy(niNumbers, text)).toEqual(found);
});

it.each<Row>([
  ['H801200001001', 'H801200001001'],
  ['h8012 0000 1001', 'h8012 0000 1001'],
  ['B92699992000A', 'B92699992000A'],
  ['A801200001001'],
  ['M92699992000S'],
])('a pupil number has its check letter, and no letter that is never given out: %s', (text, ...found) => {
  expect(foundBy(pupilNumbers, text)).toEqual(found);
});
