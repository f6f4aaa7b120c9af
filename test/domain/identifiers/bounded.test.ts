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

describe('a pattern', () => {
  it.each([
    'a+',
    'a*',
    'a{2,}',
    'a{12,}',
    '(?:ab)+',
    '[ab]*',
    String.raw`\d+`,
    String.raw`\p{L}{1,}`,
    'a{1,2}b+',
  ])('that could read on for ever is a mistake, which says so: %s', (source) => {
    expect(() => bounded(source)).toThrow(`every quantifier is bounded, got ${source}`);
  });

  it.each([
    ['a{2}b{0,3}c?', 'aabbc'],
    [String.raw`\+\*`, '+*'],
    ['[+*]{2}', '*+'],
    [String.raw`\{1,\}`, '{1,}'],
  ])('that cannot is taken: %s', (source, text) => {
    expect(bounded(`^${source}$`).test(text)).toBe(true);
  });

  it('reads characters, not halves of them, and small letters only where it is told to', () => {
    const any = (text: string) => [...everyMatch(bounded('.'), text)].map(({ index }) => index);
    expect(any('👪ab')).toEqual([0, 2, 3]);
    expect(any('\uffffab')).toEqual([0, 1, 2]);
    expect([...everyMatch(bounded('b', 'i'), 'aBb')].map(({ index }) => index)).toEqual([1, 2]);
    expect([...everyMatch(bounded('b'), 'aBb')].map(({ index }) => index)).toEqual([2]);
  });
});
