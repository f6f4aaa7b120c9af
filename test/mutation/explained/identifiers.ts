/** In the rules about what identifies a child or a family, and in what a form makes of them. */
import type { Explained } from '../report';

export const IN_IDENTIFIERS: readonly Explained[] = [
  {
    file: 'src/domain/form-identifiers.ts',
    why: 'For the compiler: an entry that is there and undefined is read as none by everything that shows or sorts problems.',
    mutants: [['entry !== undefined', 'true']],
  },
  {
    file: 'src/domain/form-identifiers.ts',
    why: 'Only speed: no answer is the mark of texts in which nothing is likely, and then there is nothing to ask about.',
    mutants: [
      ["notNames !== ''", 'true'],
      ["''", '"Stryker was here!"'],
    ],
  },
  {
    file: 'src/domain/form-identifiers.ts',
    why: 'Mixes nothing in at the end of every text: marks that were the same still are, and those that differed still differ.',
    mutants: [['at < text.length', 'at <= text.length']],
  },
  {
    file: 'src/domain/identifiers/bounded.ts',
    why: 'It only keeps apart what stands around it; braces that would meet without it are part of no pattern with the flag u.',
    mutants: [
      ["'x'", '""'],
      ["'x'", '""'],
    ],
  },
  {
    file: 'src/domain/identifiers/names.ts',
    why: 'Where no word stands before, either is looked up in the list of titles, which has neither.',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"'],
    ],
  },
  {
    file: 'src/domain/identifiers/numbers.ts',
    why: 'In what is held against it two letters side by side stand only at the start.',
    mutants: [
      [
        '/^(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]/i',
        '/(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]/i',
      ],
    ],
  },
  {
    file: 'src/domain/identifiers/places.ts',
    why: 'In a postcode a digit with two letters after it stands only at the end.',
    mutants: [['/(?:1st|2nd|3rd|[04-9]th)$/', '/(?:1st|2nd|3rd|[04-9]th)/']],
  },
  {
    file: 'src/domain/identifiers/plain-text.ts',
    why: 'Only speed: read one character at a time such a text is the same.',
    mutants: [['!ODD.test(typed)', 'false']],
  },
];
