/** How often the sum of the drift chart gives a false alarm, exactly: as a Markov chain over its values below the limit. */
import { DRIFT_DESIGN } from '../../../src/domain/monitoring/drift-design';

/** How likely a block has so many assessable sessions, by their number. */
export type Sizes = readonly number[];

export interface Blocks {
  readonly sizes: Sizes;
  /** How many months a block spans on average. */
  readonly months: number;
}

/** Every month the same number of sessions. */
export function steady(aMonth: number): Blocks {
  return { sizes: [...Array<number>(aMonth).fill(0), 1], months: 1 };
}

/** As chance has it (Poisson), a block being the fewest months with at least so many sessions. */
export function byChance(aMonth: number, fewest = 3): Blocks {
  const most = 80;
  const month = poisson(aMonth, most);
  const sizes = Array<number>(most + fewest).fill(0);
  let months = 0;
  // How likely a block is still open with so many sessions, month after month.
  let open = [1, ...Array<number>(fewest - 1).fill(0)];
  while (sum(open) > 1e-12) {
    months += sum(open);
    const still = Array<number>(fewest).fill(0);
    open.forEach((chance, had) =>
      month.forEach((likely, more) => {
        if (had + more < fewest) still[had + more]! += chance * likely;
        else sizes[had + more]! += chance * likely;
      }),
    );
    open = still;
  }
  return { sizes, months };
}

/** False alarms a year, in the long run, starting again at 0 after each. */
export function falseAlarmsAYear({ sizes, months }: Blocks, limit: number): number {
  const { baseline, drifted, other } = DRIFT_DESIGN;
  const moves = Array.from({ length: limit }, (_, from) => {
    const to = Array<number>(limit).fill(0);
    sizes.forEach((likely, size) => {
      if (likely < 1e-15) return;
      binomial(size, baseline).forEach((chance, count) => {
        const sum = Math.max(0, from + drifted * count + other * (size - count));
        if (sum < limit) to[sum]! += likely * chance;
      });
    });
    return to;
  });
  return 12 / (blocksToAlarm(moves) * months);
}

/** Blocks until an alarm, from 0: t = 1 + M t, solved by elimination. The matrix is diagonally dominant: no pivots. */
function blocksToAlarm(moves: readonly (readonly number[])[]): number {
  const rows = moves.map((row, n) => [...row.map((chance, to) => (n === to ? 1 : 0) - chance), 1]);
  const size = rows.length;
  for (let n = size - 1; n > 0; n -= 1)
    for (let above = 0; above < n; above += 1) {
      const factor = rows[above]![n]! / rows[n]![n]!;
      for (let column = 0; column <= size; column += 1) rows[above]![column]! -= factor * rows[n]![column]!;
    }
  return rows[0]![size]! / rows[0]![0]!;
}

function binomial(size: number, chance: number): number[] {
  const likely = [(1 - chance) ** size];
  for (let count = 0; count < size; count += 1)
    likely.push((likely[count]! * (size - count) * chance) / ((count + 1) * (1 - chance)));
  return likely;
}

function poisson(mean: number, most: number): number[] {
  const likely = [Math.exp(-mean)];
  for (let count = 1; count < most; count += 1) likely.push((likely[count - 1]! * mean) / count);
  return likely;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
