/** In the rules for monitoring and what may be shown of it. */
import type { Explained } from '../report';

export const IN_MONITORING: readonly Explained[] = [
  {
    file: 'src/domain/monitoring/disclosure.ts',
    why: 'Of no kinds nothing can be told: none is not more than none.',
    mutants: [
      ['chosen.length > 0', 'true'],
      ['chosen.length > 0', 'chosen.length >= 0'],
    ],
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    why: 'What is after the last session is in no sum, and is left out.',
    mutants: [['place < count', 'place <= count']],
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    why: 'Whatever stands between the places, those in the same sums have the same.',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    why: 'When every row has its pivot, no further one is found: it is ended early for speed only.',
    mutants: [
      ['pivots.length < rows.length', 'true'],
      ['pivots.length < rows.length', 'pivots.length <= rows.length'],
    ],
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    why: 'Nothing is taken away: it is passed over for speed only.',
    mutants: [['factor === 0', 'false']],
  },
  {
    file: 'src/domain/monitoring/facts.ts',
    why: 'What returns nothing there returns nothing after it.',
    mutants: [["'completed'", '""']],
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    why: 'Sums as large as each other, or nothing, are in no way different that would be forbidden.',
    mutants: [
      ['smaller.length === 0 || smaller.length >= larger.length', 'false'],
      [
        'smaller.length === 0 || smaller.length >= larger.length',
        'smaller.length === 0 && smaller.length >= larger.length',
      ],
    ],
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    why: 'What is left of all is all: where that may not be shown, no cell of it may.',
    mutants: [['cells.length === 0', 'false']],
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    why: 'Sums as large as each other differ in nothing where one holds the other, and nothing is always hidden.',
    mutants: [
      ['smaller.length >= larger.length', 'smaller.length > larger.length'],
      ['smaller.length >= larger.length', 'false'],
    ],
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    why: 'What a sum has besides nothing is the sum itself, which keeps the rule or would not be shown.',
    mutants: [['smaller.length === 0', 'false']],
  },
];
