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
  {
    file: 'src/domain/monitoring/disclosure.ts',
    why: 'What is no place is in no sum, and is not looked for.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/monitoring/disclosure.ts',
    why: 'What is told alone has been looked at before, and two that may be shown may be shown together.',
    mutants: [['first === undefined', 'false']],
  },
  {
    file: 'src/domain/monitoring/drift-chart.ts',
    why: 'For the compiler: of twenty sessions or more there is a share.',
    mutants: [["'too-few'", '""']],
  },
  {
    file: 'src/domain/monitoring/month-summary.ts',
    why: 'For the compiler: of what has ended it is known when it was closed.',
    mutants: [['closedAt !== undefined', 'true']],
  },
  {
    file: 'src/domain/monitoring/month-summary.ts',
    why: 'What has no way in which it ended is in none of the breakdowns.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/monitoring/month-summary.ts',
    why: 'No code is there twice.',
    mutants: [['one < other', 'one <= other']],
  },
  {
    file: 'src/domain/monitoring/monthly-chart.ts',
    why: 'For the compiler: a target that is undefined is none.',
    mutants: [['target !== undefined', 'true']],
  },
  {
    file: 'src/domain/monitoring/monthly-chart.ts',
    why: 'A value on the mean is marked by no rule but the trend, which is not asked here.',
    mutants: [['value > mean', 'value >= mean']],
  },
  {
    file: 'src/domain/monitoring/monthly-chart.ts',
    why: 'No step of a trend is level.',
    mutants: [['step(goesOn ? n : n + 1) > 0', 'step(goesOn ? n : n + 1) >= 0']],
  },
  {
    file: 'src/domain/monitoring/months.ts',
    why: 'For the compiler: from no month on there are none.',
    mutants: [['first === undefined', 'false']],
  },
  {
    file: 'src/domain/monitoring/months.ts',
    why: 'Where both are the same month it is either.',
    mutants: [['first < earliest', 'first <= earliest']],
  },
  {
    file: 'src/domain/monitoring/months.ts',
    why: 'For the compiler: a value that is undefined is none.',
    mutants: [['value !== undefined', 'true']],
  },
  {
    file: 'src/domain/monitoring/release.ts',
    why: 'For the compiler: a facilitator that is undefined is nobody known.',
    mutants: [['facilitator !== undefined', 'true']],
  },
  {
    file: 'src/domain/monitoring/rolling.ts',
    why: 'After the last block there is none, and of none there are too few sessions.',
    mutants: [['blocks.length - 1', 'blocks.length + 1']],
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    why: 'What is left is asked for by agency and by locality, whichever of them is first.',
    mutants: [['each.by === by', 'each.by !== by']],
  },
  {
    file: 'src/domain/monitoring/yearly.ts',
    why: 'No two cells have the same name.',
    mutants: [
      [
        '`${one.by} ${one.code}` < `${other.by} ${other.code}`',
        '`${one.by} ${one.code}` <= `${other.by} ${other.code}`',
      ],
    ],
  },
  {
    file: 'src/domain/spc.ts',
    why: 'What is no number counts as the first place: it starts what would have started there anyway.',
    mutants: [['[]', '["Stryker was here"]']],
  },
];
