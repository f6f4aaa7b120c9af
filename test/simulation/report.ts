/** The table of a simulation: one line for each way of choosing, under each kind of calendars. */
import { figure } from '../bench/table';
import type { Figures } from './figures';

export interface Line {
  readonly calendars: string;
  readonly choice: string;
  readonly figures: Figures;
}

type Column = readonly [heading: string, tell: (line: Line) => string];

const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`);

const COLUMNS: readonly Column[] = [
  ['calendars', ({ calendars }) => calendars],
  ['chosen by', ({ choice }) => choice],
  ['spread', ({ figures }) => figure(figures.spread)],
  ['in a year', ({ figures }) => figure(figures.spreadOfYear)],
  ['joiners', ({ figures }) => figure(figures.joiners)],
  ['wait, median', ({ figures }) => `${figures.wait.median} days`],
  ['90th', ({ figures }) => `${figures.wait.ninetieth} days`],
  ['first time', ({ figures }) => percent(figures.firstTime)],
  ['never', ({ figures }) => percent(figures.never)],
  ['participants free', ({ figures }) => percent(figures.participantsFree)],
];

export const HOW_TO_READ = [
  'spread: sessions per unit of weight (a unit is somebody with half the usual time), the most less the least, among those',
  'who were there all the time; in a year: the same over any twelve months, at its widest; joiners: how far one of them lay',
  'from the others’ average after joining, at most. wait: working days from asking to the session. first time: the first',
  'facilitator asked agreed. never: nobody could. participants free: of those whose calendars could be seen.',
].join('\n');

export function asTable(lines: readonly Line[]): string {
  const rows = [
    COLUMNS.map(([heading]) => heading),
    ...lines.map((line) => COLUMNS.map(([, tell]) => tell(line))),
  ];
  const widths = COLUMNS.map((_, n) => Math.max(...rows.map((row) => row[n]!.length)));
  const isText = (n: number) => n < 2;
  return rows
    .map((row) =>
      row
        .map((cell, n) => (isText(n) ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
