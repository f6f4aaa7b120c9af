/** Three ways of watching the same months for drift. Each says in which months, from 0, an alarm would be seen. */
import { type DriftBlock, next, NO_BLOCKS } from '../../../src/domain/monitoring/drift-chart';
import { DRIFT_DESIGN } from '../../../src/domain/monitoring/drift-design';
import { xmr } from '../../../src/domain/spc';
import type { Month } from './sessions';

/** Months from which XmR takes its limits; nobody counts alarms before. */
export const BASELINE_MONTHS = 12;

/** What a release block needs (domain.md): three sessions, five answers, two facilitators. */
const BLOCK = { sessions: 3, answers: 5, facilitators: 2 };

export type Watcher = (months: readonly Month[], aMonth: number) => number[];

/** The months at whose end a block is complete, each with its block. */
function* blocksOf(months: readonly Month[]): Generator<{ end: number; block: DriftBlock; sessions: Month }> {
  let start = 0;
  for (let end = 0; end < months.length; end += 1) {
    const sessions = months.slice(start, end + 1).flat();
    const answers = sessions.reduce((sum, session) => sum + session.answers, 0);
    const facilitators = new Set(sessions.map(({ facilitator }) => facilitator)).size;
    if (sessions.length < BLOCK.sessions || answers < BLOCK.answers || facilitators < BLOCK.facilitators)
      continue;
    const told = assessable(sessions);
    const block = {
      months: end + 1 - start,
      assessable: told.length,
      drifted: told.filter(Boolean).length,
    };
    yield { end, block, sessions };
    start = end + 1;
  }
}

function assessable(sessions: Month): boolean[] {
  return sessions.flatMap(({ drifted }) => drifted ?? []);
}

/** The drift chart as it is released. */
export const driftChart: Watcher = (months) => {
  const alarms: number[] = [];
  let state = NO_BLOCKS;
  for (const { end, block } of blocksOf(months)) {
    const step = next(state, block);
    state = step.state;
    if (step.point.signal) alarms.push(end);
  }
  return alarms;
};

/**
 * The same sum session by session, seen at the end of the block. It could not be released; its limits are those with which it
 * gives as few false alarms.
 */
export const sessionBySession: Watcher = (months, aMonth) => {
  const limit = SESSION_LIMITS[aMonth];
  if (limit === undefined) throw new RangeError(`No limit for ${aMonth} sessions a month.`);
  const alarms: number[] = [];
  let sum = 0;
  for (const { end, sessions } of blocksOf(months)) {
    let seen = false;
    for (const drifted of assessable(sessions)) {
      sum = Math.max(0, sum + (drifted ? DRIFT_DESIGN.drifted : DRIFT_DESIGN.other));
      if (sum < limit) continue;
      seen = true;
      sum = 0;
    }
    if (seen) alarms.push(end);
  }
  return alarms;
};

/** By sessions a month, each session a block of its own; a test works them out. */
export const SESSION_LIMITS: Readonly<Record<number, number>> = { 3: 20, 5: 23, 10: 27, 15: 30 };

/**
 * The share of drifted sessions by month as an XmR chart, limits from the first twelve months, all four rules. An alarm is a
 * month that has points above the mean marked that were not marked before; the months right after it belong to the same alarm.
 */
export const monthlyXmr: Watcher = (months) => {
  const points = months.flatMap((sessions, month) => {
    const told = assessable(sessions);
    return told.length > 0 ? [{ month, share: told.filter(Boolean).length / told.length }] : [];
  });
  const shares = points.map(({ share }) => share);
  const marks = (length: number): number[] =>
    xmr(shares.slice(0, length), { fixAfter: BASELINE_MONTHS }).points.flatMap(({ value, mean, rules }, n) =>
      rules.length > 0 && value > mean ? [n] : [],
    );
  const inTheEnd = new Set(marks(shares.length));
  const fresh = points.map(({ month }, n) => {
    // A pattern of seven marks nothing further back: most months need no second look.
    const near = Array.from({ length: 7 }, (_, back) => n - back);
    if (month < BASELINE_MONTHS || !near.some((place) => inTheEnd.has(place))) return false;
    return marks(n + 1).length > marks(n).length;
  });
  return points.flatMap(({ month }, n) => (fresh[n] && !fresh[n - 1] ? [month] : []));
};

export const WATCHERS = {
  'drift chart': driftChart,
  'session by session': sessionBySession,
  'monthly XmR': monthlyXmr,
} as const satisfies Record<string, Watcher>;

export type Way = keyof typeof WATCHERS;
