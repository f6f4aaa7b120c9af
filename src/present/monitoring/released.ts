/** The measures about people, as they were released: by whole blocks of months, each share with its denominator and interval. */
import { SIGNS, STATEMENTS } from '../../domain/evaluation';
import type { Share } from '../../domain/fidelity';
import type { MeasureId } from '../../domain/monitoring/measures';
import type { Block, PeopleFigures, Released } from '../../domain/monitoring/monitoring';
import { pooled } from '../../domain/monitoring/people';
import { type Proportion, proportion } from '../../domain/monitoring/proportion';
import type { RecordedFigures } from '../../domain/monitoring/recorded';
import type { Policy } from '../../domain/policy';
import { OWN_STATEMENTS } from '../../domain/session-record';
import { themeName } from '../../domain/themes';
import { SIGN_TEXTS, STATEMENT_TEXTS } from '../../wording/evaluation';
import { definitionOf, MEASURE_TITLES, tableWords } from '../../wording/monitoring';
import { OWN_STATEMENT_TEXTS } from '../../wording/session-record';
import * as words from '../../wording/monitoring-released';
import { blockInShort, intervalInWords, monthsInWords, percent } from '../../wording/monitoring-signals';
import type { Measure, MeasureTable, Message } from './measure';
import { tallied } from './tallied';

/** The sums of several blocks, or of one. */
type Figures = Pick<PeopleFigures, 'answers' | 'response' | 'fidelity' | 'drift' | 'drifted' | 'statements'>;

interface OverTime {
  readonly id: 'drifted' | 'drift' | 'fidelity' | 'carrying-more' | 'response';
  readonly of: (figures: Figures) => Proportion | undefined;
  /** Which way a share is better; absent where the drift chart alone says what is a signal. */
  readonly better?: 'increase' | 'decrease';
}

const OVER_TIME: readonly OverTime[] = [
  { id: 'drifted', of: ({ drifted }) => shareOf(drifted) },
  { id: 'drift', of: ({ drift }) => shareOf(drift) },
  { id: 'fidelity', of: fidelityShare, better: 'increase' },
  { id: 'carrying-more', of: ({ statements }) => shareOf(statements['carrying-more']), better: 'decrease' },
  { id: 'response', of: ({ response }) => shareOf(response), better: 'increase' },
];

export function releasedMeasures({ released, policy }: Given): readonly Measure[] {
  return [
    driftChart(released, policy),
    ...OVER_TIME.map((measure) => overTime(measure, released, policy)),
    listOf('signs', released, policy),
    listOf('statements', released, policy),
    listOf('recorded', released, policy),
    themes(released, policy),
  ];
}

interface Given {
  readonly released: Released;
  readonly policy: Policy;
}

export function shareOf({ count, of }: Share): Proportion | undefined {
  return proportion(count, of);
}

/** Six statements of each respondent: as sure as of so many people. */
export function fidelityShare({
  fidelity,
  answers,
}: Pick<PeopleFigures, 'fidelity' | 'answers'>): Proportion | undefined {
  return proportion(fidelity.count, fidelity.of, answers);
}

/** Whether the sequential chart is above its limit, with the latest whole blocks of enough sessions beside it. */
function driftChart({ blocks, rolling }: Released, policy: Policy): Measure {
  const share = rolling && shareOf(rolling.drifted);
  const last = blocks.at(-1);
  return {
    ...named('drift-chart', policy),
    message: driftMessage(blocks, share && { share, ...rolling }),
    ...(last && {
      chart: {
        kind: 'sequential',
        labels: blocks.map(blockInShort),
        values: blocks.map(({ cusum }) => cusum),
        signals: blocks.map(({ signal }) => signal),
        limits: blocks.map(({ limit }) => limit),
      },
    }),
    table: {
      columns: [tableWords.months, tableWords.sum, tableWords.limit, tableWords.monthly.mark],
      rows: blocks.map((block) => [
        monthsInWords(block.from, block.to),
        rounded(block.cusum),
        rounded(block.limit),
        tableWords.signal[block.signal ? 'yes' : 'no'],
      ]),
    },
  };
}

interface Rolling {
  readonly share: Proportion;
  readonly from: string;
  readonly to: string;
}

function driftMessage(blocks: readonly Block[], rolling: Rolling | undefined): Message {
  const last = blocks.at(-1);
  if (!last || !rolling) return { verdict: 'too-few', text: words.tooFewSessions(!last) };
  const latest = words.rolling(rolling);
  if (last.signal) return { verdict: 'worse', text: `${words.driftSignal(last)} ${latest}` };
  const earlier = blocks.findLast(({ signal }) => signal);
  // The sum began again at 0 then: being below its limit says little while the sessions of that signal are among the latest.
  if (earlier && earlier.to >= rolling.from)
    return { verdict: 'worse', text: `${words.driftJustBefore(earlier)} ${latest}` };
  if (earlier) return { verdict: 'noise', text: `${words.driftBefore(earlier)} ${latest}` };
  return { verdict: 'noise', text: `${words.noDrift(last.cusum, last.limit)} ${latest}` };
}

function overTime(measure: OverTime, released: Released, policy: Policy): Measure {
  const { blocks } = released;
  const shares = blocks.map(measure.of);
  return {
    ...named(measure.id, policy),
    message: comparison(measure, released),
    ...(shares.some((share) => share) && {
      chart: { kind: 'intervals', over: 'time', labels: blocks.map(blockInShort), shares },
    }),
    table: sharesTable(
      tableWords.months,
      blocks.map((block, n) => [monthsInWords(block.from, block.to), shares[n]]),
    ),
  };
}

/**
 * The latest blocks of enough sessions beside all before them. *Policy*: a signal where their intervals do not touch, which is
 * cautious; month by month such a comparison would cry wolf. What drifts, the drift chart alone says.
 */
function comparison({ of, better }: OverTime, { blocks, rolling }: Released): Message {
  const share = rolling && of(rolling);
  if (!share) return { verdict: 'too-few', text: words.tooFewSessions(blocks.length === 0) };
  const now = words.latest(share, rolling);
  const before = of(pooled(blocks.filter(({ to }) => to < rolling.from)));
  if (!before) return { verdict: 'too-few', text: words.nothingBefore(now) };
  if (!better) return { verdict: 'none', text: words.besideDrift(now, before) };
  const hasMoved = share.lower > before.upper || share.upper < before.lower;
  if (!hasMoved) return { verdict: 'noise', text: words.asBefore(now, before) };
  const isBetter = share.share > before.share === (better === 'increase');
  return { verdict: isBetter ? 'better' : 'worse', text: words.moved(now, before) };
}

type Rows = readonly (readonly [string, Proportion | undefined])[];

const ROWS = {
  signs: ({ signs }) => SIGNS.map((sign) => [SIGN_TEXTS[sign], shareOf(signs[sign])]),
  statements: ({ statements }) =>
    STATEMENTS.map((statement) => [STATEMENT_TEXTS[statement], shareOf(statements[statement])]),
  recorded: ({ recorded }) => (recorded ? recordedRows(recorded) : []),
} satisfies Record<string, (rolling: NonNullable<Released['rolling']>) => Rows>;
type List = keyof typeof ROWS;

const HEADINGS: Readonly<Record<List, string>> = {
  signs: tableWords.sign,
  statements: tableWords.statement,
  recorded: tableWords.recorded,
};

function recordedRows({ own, sessions: of, concerns, endedEarly }: RecordedFigures): Rows {
  return [
    ...OWN_STATEMENTS.map((each) => [OWN_STATEMENT_TEXTS[each], shareOf(own[each])] as const),
    [words.recordedRows.concern, shareOf({ count: concerns, of })],
    [words.recordedRows.endedEarly, shareOf({ count: endedEarly, of })],
  ];
}

/** Each sign or statement, over the latest blocks of enough sessions; never over less. */
function listOf(id: List, { rolling }: Released, policy: Policy): Measure {
  const rows = rolling ? ROWS[id](rolling) : [];
  const tooFew = rolling ? words.noneRecorded : words.tooFewSessions(false);
  return {
    ...named(id, policy),
    message:
      rolling && rows.length > 0
        ? { verdict: 'none', text: words.over[id](rows, monthsInWords(rolling.from, rolling.to)) }
        : { verdict: 'too-few', text: tooFew },
    ...(rows.length > 0 && {
      chart: {
        ...{ kind: 'intervals', over: 'list' },
        labels: rows.map(([label]) => label),
        shares: rows.map(([, share]) => share),
      },
    }),
    table: sharesTable(HEADINGS[id], rows),
  };
}

/** Over the released months of two years. */
function themes({ blocks }: Released, policy: Policy): Measure {
  const counts = new Map<string, number>();
  for (const { code, count } of blocks.flatMap((block) => block.themes))
    counts.set(code, (counts.get(code) ?? 0) + count);
  const list = [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((one, other) => other.count - one.count);
  return tallied('themes', list, {
    policy,
    heading: tableWords.theme,
    nameOf: (code) => themeName(policy.themes, code),
  });
}

function named(id: MeasureId, policy: Policy): Pick<Measure, 'id' | 'title' | 'definition'> {
  return { id, title: MEASURE_TITLES[id], definition: definitionOf(id, policy) };
}

export function sharesTable(
  first: string,
  rows: readonly (readonly [string, Proportion | undefined])[],
): MeasureTable {
  const { count, of, share, interval } = tableWords.share;
  return {
    columns: [first, count, of, share, interval],
    rows: rows.map(([label, found]) =>
      found
        ? [label, String(found.count), String(found.of), percent(found.share), intervalInWords(found)]
        : [label, '', '', tableWords.held, ''],
    ),
  };
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
