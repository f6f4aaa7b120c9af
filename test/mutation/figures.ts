/** What the evidence page says of mutation testing: a score, what survived unexplained, and each folder in a table. */
import { dirname } from 'node:path';
import type { Finding } from '../evidence/part';
import {
  type Counts,
  countsOf,
  type Explained,
  heldAgainst,
  mutantsIn,
  NOTHING,
  plus,
  type Report,
  score,
  survivorsOf,
} from './report';

/** The aim, in per cent. */
export const AIM = 90;

const COMMAND = 'npm run mutation';

/** Counts by file, in the order of their names. */
export type Figures = Readonly<Record<string, Counts>>;

export function figuresOf({ files }: Report): Figures {
  const counted = Object.entries(files).map(([file, { mutants }]) => [file, countsOf(mutants)] as const);
  return Object.fromEntries(
    counted.filter(([, counts]) => mutantsIn(counts) > 0).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

export function mutationFindings(report: Report, explained: readonly Explained[]): Finding[] {
  const all = Object.values(figuresOf(report)).reduce(plus, NOTHING);
  const survivors = survivorsOf(report);
  const left = heldAgainst(survivors, explained).unexplained;
  return [
    {
      promise: 'A change in any one place of the domain is noticed by one of its tests.',
      aim: `a score of at least ${AIM} %`,
      seen: `${inWords(score(all))} of ${mutantsIn(all)} mutants: ${all.killed} killed, ${all.timedOut} timed out, ${all.survived} survived, ${all.noCoverage} in lines no test of the domain runs`,
      met: score(all) >= AIM ? 'met' : 'not-met',
      command: COMMAND,
    },
    {
      promise: 'Whatever is not noticed is explained: it makes no difference, or none that a rule forbids.',
      aim: '0 unexplained',
      seen: `${survivors.length - left.length} of ${survivors.length} explained`,
      met: left.length === 0 ? 'met' : 'not-met',
      command: COMMAND,
    },
  ];
}

/** A table in Markdown, a line a folder. */
export function folderTable(figures: Figures): string {
  const folders = new Map<string, Counts>();
  for (const [file, counts] of Object.entries(figures))
    folders.set(dirname(file), plus(folders.get(dirname(file)) ?? NOTHING, counts));
  const lines = [...folders].map(
    ([folder, counts]) =>
      `| ${folder} | ${inWords(score(counts))} | ${counts.killed} | ${counts.timedOut} | ${counts.survived} | ${counts.noCoverage} |`,
  );
  return [
    '| folder | score | killed | timed out | survived | not covered |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

function inWords(percent: number): string {
  return `${percent.toFixed(1)} %`;
}
