/** Two plausible years of monitoring, made by hand: about eight sessions a month, and drift that begins in April 2026. */
import { defaultAgencies } from '../src/domain/agencies';
import { SIGNS, STATEMENTS } from '../src/domain/evaluation';
import { defaultLocalities } from '../src/domain/localities';
import { driftChart } from '../src/domain/monitoring/drift-chart';
import type {
  Block,
  Monitoring,
  MonthlyId,
  MonthlySeries,
  MonthTally,
  PeopleFigures,
} from '../src/domain/monitoring/monitoring';
import type { RecordedFigures } from '../src/domain/monitoring/recorded';
import { rollingOf } from '../src/domain/monitoring/rolling';
import { atTheTable } from '../src/domain/monitoring/tallies';
import type { Figures } from '../src/ports/figures';
import { askedAt } from './builders';

/** November 2024 to October 2026. */
export const someMonths = Array.from({ length: 24 }, (_, n) => {
  const month = 10 + n;
  return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});

const VALUES: Readonly<Record<MonthlyId, readonly (number | undefined)[]>> = {
  requests: [9, 7, 10, 8, 11, 9, 8, 10, 9, 3, 10, 11, 9, 6, 12, 10, 9, 11, 10, 9, 8, 4, 11, 12],
  'days-to-answer': [
    ...[1.6, 2.1, 1.4, 1.9, 1.2, 1.7, 2, 1.5, 1.8, undefined, 1.6, 1.9],
    ...[1.4, 1.7, 1.6, 2.6, 2.4, 2.9, 2.5, 2.8, 2.7, 3.1, 2.9, 3.2],
  ],
  'days-to-offer': [
    ...[4.1, 5, 3.8, 4.4, 4.9, 4.2, 4.6, 3.9, 4.3, undefined, 4.8, 4.1],
    ...[4.5, 4, 4.7, 4.4, 4.2, 4.9, 4.1, 4.6, 4.3, 5.1, 4.4, 4.2],
  ],
  'days-to-session': [
    ...[21, 19, 22, 20, 18, 21, 19, 22, 23, undefined, 20, 19],
    ...[21, 22, 20, 18, 19, 21, 20, 22, 19, 24, 21, 20],
  ],
  held: [7, 5, 8, 6, 8, 7, 6, 8, 7, 0, 8, 9, 7, 4, 9, 8, 7, 9, 8, 7, 6, 1, 8, 9],
  cancelled: [1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 5],
  unmatched: [0, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1],
  participants: [
    ...[36, 24, 41, 30, 40, 35, 29, 41, 34, 0, 40, 46],
    ...[34, 19, 47, 40, 36, 44, 41, 33, 31, 5, 40, 47],
  ],
};

const DEFINED: Readonly<Record<MonthlyId, Pick<MonthlySeries, 'unit' | 'better' | 'target'>>> = {
  requests: { unit: 'count', better: 'neutral' },
  'days-to-answer': { unit: 'working-days', better: 'decrease', target: 2 },
  'days-to-offer': { unit: 'working-days', better: 'decrease' },
  'days-to-session': { unit: 'working-days', better: 'decrease', target: 20 },
  held: { unit: 'count', better: 'increase' },
  cancelled: { unit: 'count', better: 'decrease' },
  unmatched: { unit: 'count', better: 'decrease' },
  participants: { unit: 'count', better: 'neutral' },
};

/** A series of any values, a month each up to October 2026. */
export function aSeries(
  values: readonly (number | undefined)[],
  over: Partial<MonthlySeries> = {},
): MonthlySeries {
  const months = someMonths.slice(-values.length);
  return {
    ...{ id: 'requests', unit: 'count', better: 'neutral' },
    points: values.map((value, n) => ({
      month: months[n]!,
      of: value === undefined ? 0 : Math.max(1, Math.round(value)),
      ...(value !== undefined && { value }),
    })),
    ...over,
  };
}

/** So many sessions, of which so many drifted; three answers of five invited each. */
export function somePeople(sessions: number, drifted: number): PeopleFigures {
  const answers = sessions * 3;
  const ticks = Math.min(answers, drifted * 2 + 1);
  const share = (part: number, of = answers) => ({ count: Math.round(part * of), of });
  return {
    ...{ sessions, answers, response: { count: answers, of: sessions * 5 } },
    fidelity: share(0.88 - 0.2 * (drifted / sessions), answers * 6),
    statements: Object.fromEntries(
      STATEMENTS.map((each, n) => [each, share(each === 'carrying-more' ? 0.2 : 0.92 - n / 40)]),
    ) as PeopleFigures['statements'],
    drift: { count: ticks, of: answers },
    signs: Object.fromEntries(
      SIGNS.map((each, n) => [each, { count: Math.floor(ticks / (n + 1)), of: answers }]),
    ) as PeopleFigures['signs'],
    drifted: { count: drifted, of: sessions - (sessions > 5 ? 1 : 0) },
  };
}

/** So many recorded: of every ten, one with a concern and two that ended early. */
export function someRecorded(sessions: number): RecordedFigures {
  const agreed = (part: number) => ({ count: Math.round(part * sessions), of: sessions });
  return {
    ...{ sessions, concerns: Math.round(sessions / 10), endedEarly: Math.round(sessions / 5) },
    own: {
      'kept-reflective': agreed(0.9),
      'held-feelings': agreed(0.7),
      'apart-from-case': agreed(1),
    },
  };
}

/** From, to, sessions, drifted. */
const BLOCKS: readonly (readonly [string, string, number, number])[] = [
  ['2024-11', '2024-12', 12, 2],
  ['2025-01', '2025-01', 8, 1],
  ['2025-02', '2025-03', 14, 2],
  ['2025-04', '2025-05', 13, 2],
  ['2025-06', '2025-07', 15, 2],
  ['2025-08', '2025-09', 8, 1],
  ['2025-10', '2025-11', 16, 3],
  ['2025-12', '2026-01', 13, 1],
  ['2026-02', '2026-03', 15, 2],
  ['2026-04', '2026-05', 17, 7],
  ['2026-06', '2026-07', 13, 6],
  ['2026-08', '2026-09', 9, 5],
];

const LESSONS = [
  'Two services each waited for the other to begin.',
  'It helped that somebody from housing was in the room.',
];

export function someBlocks(): Block[] {
  const chart = driftChart(
    BLOCKS.map(([from, to, sessions, drifted]) => ({
      months: someMonths.indexOf(to) - someMonths.indexOf(from) + 1,
      assessable: somePeople(sessions, drifted).drifted.of,
      drifted,
    })),
  );
  return BLOCKS.map(([from, to, sessions, drifted], n) => ({
    ...somePeople(sessions, drifted),
    recorded: someRecorded(sessions - 2),
    ...{ from, to, frozenAt: Date.parse(`${to}-28T12:00:00Z`) + 20 * 86_400_000 },
    ...{ cusum: chart[n]!.sum, limit: chart[n]!.limit, signal: chart[n]!.signal },
    themes: [
      { code: 'capacity', count: 4 },
      { code: 'communication', count: 3 },
      { code: 'thresholds', count: 1 },
    ],
    lessons: n % 3 === 0 ? LESSONS : [],
  }));
}

/** What ended in each month as its series count it; one session in nine is not recorded, and few agencies come to all. */
export function someTallies(): MonthTally[] {
  return someMonths.map((month, n) => {
    const [requests, held, cancelled, unmatched] = (
      ['requests', 'held', 'cancelled', 'unmatched'] as const
    ).map((id) => VALUES[id][n]!) as [number, number, number, number];
    const recorded = Math.ceil((held * 8) / 9);
    const came = defaultAgencies.map(({ code }, a) => [code, Math.round(recorded * (1 - a / 7))] as const);
    return {
      ...{ month, requests, held, recorded },
      ended: {
        redirected: { tafs: 1 + (n % 2), ...(n % 3 === 0 && { 'statutory-meeting': 2 }) },
        declined: n % 5 === 0 ? { 'not-enough-agencies': 1 } : {},
        unmatched: unmatched > 0 ? { [n % 4 === 1 ? 'cap' : 'no-free-slot']: unmatched } : {},
        cancelled: cancelled > 0 ? { [n % 3 === 1 ? 'too-few' : 'circumstances']: cancelled } : {},
        notHeld: {},
      },
      agencies: Object.fromEntries(came.filter(([, sessions]) => sessions > 0)),
    };
  });
}

export function someMonitoring(over: Partial<Monitoring> = {}): Monitoring {
  const blocks = someBlocks();
  const rolling = rollingOf(blocks);
  const series = (Object.keys(VALUES) as MonthlyId[]).map((id) =>
    aSeries(VALUES[id], { id, ...DEFINED[id] }),
  );
  return {
    at: askedAt,
    months: someMonths,
    series,
    tallies: someTallies(),
    years: [2025, 2026].map((year) => ({
      year,
      ...atTheTable(
        someTallies().filter(({ month }) => month.startsWith(String(year))),
        { agencies: defaultAgencies },
      ),
      byAgency: defaultAgencies.map(({ code }, n) => ({
        code,
        ...(n < 3 && { released: somePeople(30 - n * 8, 5 - n) }),
      })),
      byLocality: defaultLocalities.map(({ code }, n) => ({
        code,
        ...(n === 5 && { released: somePeople(22, 4) }),
      })),
    })),
    released: {
      blocks,
      ...(rolling && { rolling }),
      heldBack: ['2026-10'],
    },
    now: {
      ...{ waiting: 4, longestWaitDays: 3, unmatched: 1 },
      pool: {
        ...{ inForce: 14, used: 11, trainingRunningOut: 2, outOfPractice: 3 },
        load: [
          { sessions: 0, facilitators: 3 },
          { sessions: 4, facilitators: 2 },
          { sessions: 7, facilitators: 5 },
          { sessions: 9, facilitators: 4 },
        ],
      },
    },
    ...over,
  };
}

/** Before the first month is over. */
export function noMonitoring(): Monitoring {
  return someMonitoring({
    months: [],
    series: (Object.keys(VALUES) as MonthlyId[]).map((id) => aSeries([], { id, ...DEFINED[id] })),
    tallies: [],
    years: [],
    released: { blocks: [], heldBack: [] },
    now: {
      ...{ waiting: 0, longestWaitDays: 0, unmatched: 0 },
      pool: { inForce: 0, used: 0, load: [], trainingRunningOut: 0, outOfPractice: 0 },
    },
  });
}

/** Figures as they are given, until others are. */
export function createMemoryFigures(first: Monitoring = someMonitoring()) {
  let shown = first;
  const figures: Figures = { monitoring: async () => shown, own: async () => undefined };
  return { ...figures, shows: (monitoring: Monitoring) => void (shown = monitoring) };
}
