/** The table of the drift simulation: a line for each way of watching, at each number of sessions a month. */
import { type Estimate, type Figures, RISES } from './figures';
import type { Way } from './watchers';

export interface Line {
  readonly aMonth: number;
  readonly way: Way;
  readonly figures: Figures;
}

const percent = (share: number, digits: number) => (share * 100).toFixed(digits);
const share = ({ mean, error }: Estimate) => `${percent(mean, 1)} ± ${percent(error, 1)} %`;
const delay = (count: number) => (count === Infinity ? '–' : String(count));

type Column = readonly [heading: string, tell: (line: Line) => string];

const COLUMNS: readonly Column[] = [
  ['sessions a month', ({ aMonth }) => String(aMonth)],
  ['watched by', ({ way }) => way],
  ['false alarms a year', ({ figures }) => share(figures.falseAlarmsAYear)],
  ...RISES.flatMap((rise): Column[] => [
    [`to ${percent(rise, 0)} %: months`, ({ figures }) => delay(figures.rises.get(rise)!.months)],
    ['sessions', ({ figures }) => delay(figures.rises.get(rise)!.sessions)],
    ['missed', ({ figures }) => share(figures.rises.get(rise)!.missed)],
  ]),
];

export const HOW_TO_READ = [
  '15 % of sessions drift, then suddenly more. false alarms a year: signals while all is well, ± the standard error. months,',
  'sessions: the median from the rise to the end of the block (of the month, for XmR) that shows it; –: fewer than half were',
  'seen. missed: not seen within 24 months. session by session: the same sum along the sessions, which cannot be released, as',
  'it would tell single sessions. monthly XmR: the share by month, limits from the first 12 months, all four rules;',
  'what gives a false alarm nearly every year also seems to see a rise soon.',
].join('\n');

export function asTable(lines: readonly Line[]): string {
  const rows = [
    COLUMNS.map(([heading]) => heading),
    ...lines.map((line) => COLUMNS.map(([, tell]) => tell(line))),
  ];
  const widths = COLUMNS.map((_, n) => Math.max(...rows.map((row) => row[n]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, n) => (n === 1 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
