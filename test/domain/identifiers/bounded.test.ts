import { bounded, everyMatch } from '../../../src/domain/identifiers/bounded';

const digits = bounded('\\d{2}');
const places = (text: string): number[] => [...everyMatch(digits, text)].map(({ index }) => index);

describe('a search for every match', () => {
  it('finds those that begin inside another', () => {
    expect(places('1234 12')).toEqual([0, 1, 2, 5]);
  });

  it('is not disturbed by another with the same pattern that runs in between, or was left early', () => {
    const found: string[] = [];
    for (const [outer] of everyMatch(digits, '123')) {
      for (const [inner] of everyMatch(digits, '98 76')) {
        found.push(`${outer}-${inner}`);
        break;
      }
    }
    expect(found).toEqual(['12-98', '23-98']);
    expect(places('12')).toEqual([0]);
  });
});
