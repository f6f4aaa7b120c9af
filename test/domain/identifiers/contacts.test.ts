/** The rules for ways to reach a person one by one, each with what it takes and the nearest it does not. */
import { phoneNumbers } from '../../../src/domain/identifiers/contacts';

type Row = readonly [text: string, ...found: string[]];

const foundIn = (text: string) => phoneNumbers(text).map(({ start, end }) => text.slice(start, end));

describe('a telephone number', () => {
  it.each<Row>([
    ['01632 960001', '01632 960001'],
    ['01632960001', '01632960001'],
    ['01632 96001', '01632 96001'],
    ['0163296001'],
    ['01632 9600'],
    ['01632 9600012'],
    ['016329600012'],
  ])('has eleven digits, or ten that are not written together: %s', (text, ...found) => {
    expect(foundIn(text)).toEqual(found);
  });

  it.each<Row>([
    ['+44 7700 900123', '+44 7700 900123'],
    ['0044 7700 900123', '0044 7700 900123'],
    ['+44 (0)7700 900123', '+44 (0)7700 900123'],
    ['+44 1632 96001', '+44 1632 96001'],
    ['07700 900440', '07700 900440'],
    ['+33 7700 900123'],
  ])('may begin with that of the country: %s', (text, ...found) => {
    expect(foundIn(text)).toEqual(found);
  });

  it.each<Row>([
    ['0909 879 0123', '0909 879 0123'],
    ['03069 990123'],
    ['0800 000 0000'],
    ['0808 157 0123'],
    ['+44 808 157 0123'],
    ['+44 909 879 0123', '+44 909 879 0123'],
  ])('is none that only organisations have: %s', (text, ...found) => {
    expect(foundIn(text)).toEqual(found);
  });
});
