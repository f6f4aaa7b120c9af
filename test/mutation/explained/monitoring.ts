/** In the rules for monitoring and what may be shown of it. */
import type { Explained } from '../report';

export const IN_MONITORING: readonly Explained[] = [
  {
    file: 'src/domain/monitoring/disclosure.ts',
    original: 'chosen.length > 0',
    replacement: 'true',
    why: 'Of no kinds nothing can be told: none is not more than none.',
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    original: 'chosen.length > 0',
    replacement: 'chosen.length >= 0',
    why: 'Of no kinds nothing can be told: none is not more than none.',
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    original: 'place < count',
    replacement: 'place <= count',
    why: 'What is after the last session is in no sum, and is left out.',
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'Whatever stands between the places, those in the same sums have the same.',
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    original: 'pivots.length < rows.length',
    replacement: 'true',
    why: 'When every row has its pivot, no further one is found: it is ended early for speed only.',
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    original: 'pivots.length < rows.length',
    replacement: 'pivots.length <= rows.length',
    why: 'When every row has its pivot, no further one is found: it is ended early for speed only.',
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    original: 'factor === 0',
    replacement: 'false',
    why: 'Nothing is taken away: it is passed over for speed only.',
  },
  {
    file: 'src/domain/monitoring/facts.ts',
    original: "'completed'",
    replacement: '""',
    why: 'What returns nothing there returns nothing after it.',
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    original: 'smaller.length === 0 || smaller.length >= larger.length',
    replacement: 'false',
    why: 'Sums as large as each other, or nothing, are in no way different that would be forbidden.',
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    original: 'smaller.length === 0 || smaller.length >= larger.length',
    replacement: 'smaller.length === 0 && smaller.length >= larger.length',
    why: 'Sums as large as each other, or nothing, are in no way different that would be forbidden.',
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    original: 'cells.length === 0',
    replacement: 'false',
    why: 'What is left of all is all: where that may not be shown, no cell of it may.',
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    original: 'smaller.length >= larger.length',
    replacement: 'smaller.length > larger.length',
    why: 'Sums as large as each other differ in nothing where one holds the other, and nothing is always hidden.',
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    original: 'smaller.length >= larger.length',
    replacement: 'false',
    why: 'Sums as large as each other differ in nothing where one holds the other, and nothing is always hidden.',
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    original: 'smaller.length === 0',
    replacement: 'false',
    why: 'What a sum has besides nothing is the sum itself, which keeps the rule or would not be shown.',
  },
];
