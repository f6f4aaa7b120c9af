import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import {
  findIdentifiers,
  findIdentifiersInVenue,
  type IdentifierKind,
} from '../../../src/domain/identifiers';
import { bounded } from '../../../src/domain/identifiers/bounded';
import { hasNhsCheckDigit, hasUpnCheckLetter } from '../../../src/domain/identifiers/numbers';
import { LABELLED, labelled, WRITTEN_IN } from './labelled';
import { measure } from './measure';

const kindsIn = (text: string) => findIdentifiers(text, WRITTEN_IN).map(({ kind }) => kind);
const certainIn = (text: string) =>
  findIdentifiers(text, WRITTEN_IN).filter(({ certainty }) => certainty === 'certain');

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));
const letterOf = (letters: string) => fc.constantFrom(...letters);
/** Any text, kept apart from the number by something that belongs to neither. */
const around = fc.tuple(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const inside = ([before, after]: readonly [string, string], what: string) => `${before}\n${what}\n${after}`;

function holdsIn(kind: IdentifierKind, one: fc.Arbitrary<string>) {
  fc.assert(
    fc.property(around, one, (texts, what) => {
      const text = inside(texts, what);
      const start = texts[0].length + 1;
      expect(findIdentifiers(text, WRITTEN_IN)).toContainEqual(
        expect.objectContaining({ kind, certainty: 'certain', start, end: start + what.length }),
      );
    }),
  );
}

const nhsNumber = digits(9).chain((first) => {
  const last = [...'0123456789'].find((each) => hasNhsCheckDigit(first + each));
  return last ? fc.constant(first + last) : fc.constant('9991002340');
});

describe('The labelled set', () => {
  it('has at least 300 different texts, about half of them clean', () => {
    expect(new Set(LABELLED.map(({ text }) => text)).size).toBeGreaterThanOrEqual(300);
    const clean = LABELLED.filter(({ labels }) => labels.length === 0).length;
    expect(clean / LABELLED.length).toBeGreaterThan(0.45);
  });

  it.each(measure(LABELLED).map((quality) => [quality.kind, quality] as const))(
    'is read well enough: %s',
    (kind, { precision, recall }) => {
      expect(precision).toBeGreaterThanOrEqual(kind === 'name' ? 0.9 : 0.99);
      expect(recall).toBeGreaterThanOrEqual(kind === 'name' ? 0.8 : 0.99);
    },
  );

  it('counts what is missed and what is wrong', () => {
    const [quality] = measure(['{phone:not a phone}', 'Ring 07700 900123'].map(labelled));
    expect(quality).toMatchObject({ kind: 'phone', marked: 1, precision: 0, recall: 0 });
  });
});

describe('An identifier', () => {
  it('is found wherever it stands: NHS number', () => {
    holdsIn('nhs-number', nhsNumber);
    holdsIn(
      'nhs-number',
      nhsNumber.map((all) => `${all.slice(0, 3)} ${all.slice(3, 6)} ${all.slice(6)}`),
    );
  });

  it('is found wherever it stands: National Insurance number', () => {
    const prefix = fc
      .tuple(letterOf('ABCEGHJKLMNOPRSTWXYZ'), letterOf('ABCEGHJKLMNPRSTWXYZ'))
      .map((both) => both.join(''))
      .filter((both) => !['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'].includes(both));
    holdsIn(
      'ni-number',
      fc.tuple(prefix, digits(6), letterOf('ABCD')).map((parts) => parts.join('')),
    );
  });

  it('is found wherever it stands: UPN', () => {
    const upn = digits(12).map((rest) => {
      const letter = [...'ABCDEFGHJKLMNPQRTUVWXYZ'].find((each) => hasUpnCheckLetter(each + rest));
      return `${letter!}${rest}`;
    });
    holdsIn('upn', upn);
  });

  it('is found wherever it stands: postcode', () => {
    const inward = fc.tuple(digits(1), letterOf('ABDEFGHJLNPQRSTUWXYZ'), letterOf('ABDEFGHJLNPQRSTUWXYZ'));
    const outward = fc.constantFrom('NR1', 'NR32', 'PE30', 'IP24', 'M1', 'B33', 'W1A', 'EC1A', 'SW1A');
    holdsIn(
      'postcode',
      fc.tuple(outward, inward).map(([first, last]) => `${first} ${last.join('')}`),
    );
  });

  it('is found wherever it stands: e-mail address', () => {
    holdsIn(
      'mail',
      fc.constantFrom('a.b+c@post.example', 'nan_of_4@family.co.example', "o'ochre@x-y.example"),
    );
  });

  it('with a wrong check digit is no NHS number', () => {
    fc.assert(
      fc.property(digits(10), (number) => {
        expect(kindsIn(`Number ${number}.`).includes('nhs-number')).toBe(hasNhsCheckDigit(number));
      }),
    );
  });

  it.each([
    // Widely printed examples of both check digits.
    ['999 100 2340', 'nhs-number'],
    ['H801200001001', 'upn'],
  ])('agrees with the published example %s', (number, kind) => {
    expect(kindsIn(number)).toEqual([kind]);
  });

  it.each([
    ['full-width digits', '９９９１００２３４０'],
    ['zero-width marks', '999\u200b100\u200b2340'],
    ['non-breaking spaces', '999\u00a0100\u00a02340'],
    ['long dashes', '999–100–2340'],
  ])('is found with %s, at its place in the text as typed', (_what, number) => {
    expect(findIdentifiers(`It is ${number}.`, WRITTEN_IN)).toEqual([
      { kind: 'nhs-number', certainty: 'certain', start: 6, end: 6 + number.length },
    ]);
  });

  it.each(['Boys (7) and girls (9)', 'Reception (4)', 'Max 12 people, please.', 'Elder (15), younger (9)'])(
    'is not seen in a word that merely begins a sentence: %s',
    (text) => {
      expect(kindsIn(text)).toEqual([]);
    },
  );

  it('that is a name is only ever likely', () => {
    expect(certainIn('A child called Jayden Plum, aged 7, and mum Kelly')).toEqual([]);
  });
});

describe('Any text', () => {
  it('is read without a fault, and what is found lies inside it, in order', () => {
    const words = fc.constantFrom(
      'born',
      'on',
      '14/03/2015',
      'child',
      'called',
      'Jayden',
      '(7)',
      '12',
      'Mill',
      'Lane',
      'NR1',
      '2AB',
      '07700',
      '900123',
      '@',
      '.',
      '👪',
      '\u200b',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (any) => {
        let last = 0;
        for (const { start, end } of [
          ...findIdentifiers(any, WRITTEN_IN),
          ...findIdentifiersInVenue(any, WRITTEN_IN),
        ]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(any.length);
          last = Math.max(last, end);
        }
        expect(last).toBeLessThanOrEqual(any.length);
      }),
    );
  });

  it('takes time in proportion to its length: every pattern that searches a text is bounded', () => {
    expect(() => bounded('(a+)+b')).toThrow('every quantifier is bounded');
    expect(() => bounded('a{2,}')).toThrow('every quantifier is bounded');
    expect(bounded(String.raw`[+*]\+a{0,3}`).test('++aa')).toBe(true);
    const folder = join(__dirname, '../../../src/domain/identifiers');
    // bounded.ts reads our own patterns, not what people type.
    for (const file of readdirSync(folder).filter((name) => name !== 'bounded.ts')) {
      const literals = patternsIn(readFileSync(join(folder, file), 'utf8'));
      expect([
        file,
        literals.filter((each) => /[*+]|\{\d+,\}/.test(each.replace(/\\.|\[[^\]]*\]/g, 'x'))),
      ]).toEqual([file, []]);
    }
  });
});

/** The patterns written as `/…/` in a source. */
function patternsIn(source: string): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text.slice(1, node.text.lastIndexOf('/')));
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

describe('A venue', () => {
  it.each([
    'Flat 3, Sycamore House',
    '14 Larkspur Road',
    '14 Church Lane, NR99 9ZZ',
    '2 School Road',
    'at the family home',
    'mum’s flat',
  ])('that looks like a home is asked about: %s', (venue) => {
    expect(findIdentifiersInVenue(venue, WRITTEN_IN)[0]).toMatchObject({ kind: 'home', certainty: 'likely' });
  });

  it.each([
    'County Hall, Martineau Lane, NR99 9ZZ',
    'Heather Vale Primary School, 14 Larkspur Road, NR99 9ZZ',
    'Town Hall, room 2',
    'Family Hub, 3 Station Road',
    'The Forum, first floor',
    'Elizabeth Fry House',
  ])('that is an institution is not: %s', (venue) => {
    expect(findIdentifiersInVenue(venue, WRITTEN_IN)).toEqual([]);
  });

  it('with a family’s telephone number is refused all the same', () => {
    expect(findIdentifiersInVenue('Town Hall, ring 07700 900123', WRITTEN_IN)).toMatchObject([
      { kind: 'phone', certainty: 'certain' },
    ]);
  });
});
