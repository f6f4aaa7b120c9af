/**
 * The chart that watches for drift, block by block as they are released: the sum of `drift-design.ts` with its limit, and the
 * share of the last sessions. Both are made of sums over whole blocks only. A window that cut a block would let a reader work
 * out a hidden cell by differences.
 */
import { DRIFT_DESIGN, limitFor } from './drift-design';
import { type Proportion, proportion } from './proportion';

/** What a release block says of drift. */
export interface DriftBlock {
  /** How many months it spans. */
  readonly months: number;
  /** Sessions of which it could be told whether they drifted. */
  readonly assessable: number;
  /** Of those. */
  readonly drifted: number;
}

/** All that has to be kept to go on with the chart; plain data. */
export interface DriftState {
  readonly sum: number;
  /** The newest blocks, oldest first, as many as the pace of a year and the share of the last sessions need. */
  readonly recent: readonly DriftBlock[];
}

export interface DriftPoint {
  /** Before any restart: at a signal it is at its limit or above. */
  readonly sum: number;
  readonly limit: number;
  /** Whether the sum reached its limit. It then starts again at 0: drift that goes on gives another signal, by new evidence. */
  readonly signal: boolean;
  readonly rolling: Rolling;
}

/** The share of the last 20 assessable sessions or, as blocks are never cut, a few more. */
export type Rolling = Proportion | 'too-few';

export const NO_BLOCKS: DriftState = { sum: 0, recent: [] };

const MONTHS_A_YEAR = 12;

/**
 * One block more. A signal is a fact of its block and stays at it; that somebody has seen it is kept elsewhere and changes
 * nothing here, or the chart could not be worked out again from the blocks.
 * @throws RangeError for a block that cannot be.
 */
export function next(state: DriftState, block: DriftBlock): { state: DriftState; point: DriftPoint } {
  check(block);
  const recent = newest([...state.recent, block]);
  const { drifted, other } = DRIFT_DESIGN;
  const sum = Math.max(0, state.sum + drifted * block.drifted + other * (block.assessable - block.drifted));
  const limit = limitFor(paceOf(recent));
  const signal = sum >= limit;
  return {
    state: { sum: signal ? 0 : sum, recent },
    point: { sum, limit, signal, rolling: rollingOf(recent) },
  };
}

/** The whole chart, a point for each block, oldest first. */
export function driftChart(blocks: readonly DriftBlock[]): DriftPoint[] {
  let state = NO_BLOCKS;
  return blocks.map((block) => {
    const step = next(state, block);
    state = step.state;
    return step.point;
  });
}

/** As few of the newest blocks as make a year and have enough sessions for a share. */
function newest(blocks: readonly DriftBlock[]): readonly DriftBlock[] {
  const from = blocks.findLastIndex(
    (_, n) =>
      total(blocks.slice(n), 'months') >= MONTHS_A_YEAR &&
      total(blocks.slice(n), 'assessable') >= DRIFT_DESIGN.rolling,
  );
  return blocks.slice(Math.max(0, from));
}

/** Assessable sessions a year, by the blocks of the last year or, as long as there is none, by those there are. */
function paceOf(recent: readonly DriftBlock[]): number {
  const from = recent.findLastIndex((_, n) => total(recent.slice(n), 'months') >= MONTHS_A_YEAR);
  const year = recent.slice(Math.max(0, from));
  return (total(year, 'assessable') / total(year, 'months')) * MONTHS_A_YEAR;
}

function rollingOf(recent: readonly DriftBlock[]): Rolling {
  const from = recent.findLastIndex((_, n) => total(recent.slice(n), 'assessable') >= DRIFT_DESIGN.rolling);
  if (from === -1) return 'too-few';
  const last = recent.slice(from);
  return proportion(total(last, 'drifted'), total(last, 'assessable')) ?? 'too-few';
}

function total(blocks: readonly DriftBlock[], what: keyof DriftBlock): number {
  return blocks.reduce((sum, block) => sum + block[what], 0);
}

function check({ months, assessable, drifted }: DriftBlock): void {
  if (
    ![months, assessable, drifted].every(Number.isInteger) ||
    months < 1 ||
    drifted < 0 ||
    drifted > assessable
  )
    throw new RangeError(
      `driftChart: expected a month or more and no more drifted sessions than assessable ones, got ${drifted} of ${assessable} in ${months}`,
    );
}
