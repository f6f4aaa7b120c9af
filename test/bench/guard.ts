/**
 * Whether a ratio has worsened since it was kept. A round is one value of ours by bare, measured in turns; single rounds lie
 * far apart on a machine that does other things too, so that what counts is how the rounds lie to each other as a whole.
 */
import { spreadOf } from './compare';

/** Ratios of each row of the report, one value a round, by the name of the row. */
export type Rounds = Readonly<Record<string, readonly number[]>>;

export type Judgement = 'as-kept' | 'worse' | 'not-kept' | 'not-seen';

/** A median this much higher is a difference somebody would want to know about. */
export const MARGIN = 1.15;
/**
 * Share of all pairs of a kept and a seen round in which the seen one is higher (Mann and Whitney's U by the number of
 * pairs): 0.5 where nothing has changed. Of seven rounds each, 0.9 or more comes by chance once in some two hundred times.
 */
export const SURE = 0.9;
/** Fewer rounds than this never say that something is worse: chance alone would do it too often. */
export const FEWEST_ROUNDS = 5;

/** One row. Higher is worse. */
export function judge(kept: readonly number[] | undefined, seen: readonly number[] | undefined): Judgement {
  if (kept === undefined) return 'not-kept';
  if (seen === undefined) return 'not-seen';
  if (Math.min(kept.length, seen.length) < FEWEST_ROUNDS) return 'as-kept';
  const clearly = spreadOf(seen).median > spreadOf(kept).median * MARGIN;
  return clearly && shareHigher(kept, seen) >= SURE ? 'worse' : 'as-kept';
}

/** Of all pairs, how many have the higher value in `seen`; equal ones count half. From 0 to 1. */
export function shareHigher(kept: readonly number[], seen: readonly number[]): number {
  const points = kept.flatMap((before) => seen.map((now) => (now > before ? 1 : now === before ? 0.5 : 0)));
  return points.reduce<number>((sum, point) => sum + point, 0) / points.length;
}

/** Rows that every one of the runs found worse; with no runs, none. A row that one run does not hold was fine in it. */
export function worseInAll(kept: Rounds, runs: readonly Rounds[]): readonly string[] {
  return Object.keys(kept).filter(
    (row) => runs.length > 0 && runs.every((seen) => judge(kept[row], seen[row]) === 'worse'),
  );
}
