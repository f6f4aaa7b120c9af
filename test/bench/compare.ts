/**
 * Ours against something bare, timed in turns: whatever else the machine does meanwhile strikes both. What counts is the
 * ratio; milliseconds belong to the machine and the minute.
 */

/** A median and how far the values lay apart. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** All of them, in the order in which they were measured. */
  readonly values: readonly number[];
}

export interface Compared<Measure extends string> {
  readonly ours: Record<Measure, Spread>;
  readonly bare: Record<Measure, Spread>;
  /** Ours by bare, one value per round. */
  readonly ratio: Record<Measure, Spread>;
}

/** Does the thing once and says what it took, by measure. */
export type Once<Measure extends string> = () => Promise<Record<Measure, number>>;

export interface Turns<Measure extends string> {
  readonly ours: Once<Measure>;
  readonly bare: Once<Measure>;
  /** Pairs done before anything counts, so that code is compiled and connections are open. */
  readonly warmUpPairs: number;
  readonly rounds: number;
  readonly pairsPerRound: number;
}

/** In each pair the other one goes first, so that neither always works in the other's wake. */
export async function compare<Measure extends string>(turns: Turns<Measure>): Promise<Compared<Measure>> {
  const { warmUpPairs, rounds, pairsPerRound } = turns;
  await takeTurns(turns, warmUpPairs);
  const ours: Record<Measure, number>[] = [];
  const bare: Record<Measure, number>[] = [];
  const ratios: Record<Measure, number>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const took = await takeTurns(turns, pairsPerRound);
    ours.push(...took.ours);
    bare.push(...took.bare);
    ratios.push(perMeasure(took.ours, (name) => medianOf(took.ours, name) / medianOf(took.bare, name)));
  }
  return { ours: spreads(ours), bare: spreads(bare), ratio: spreads(ratios) };
}

async function takeTurns<Measure extends string>(
  { ours, bare }: Turns<Measure>,
  pairs: number,
): Promise<Record<'ours' | 'bare', Record<Measure, number>[]>> {
  const took: Record<'ours' | 'bare', Record<Measure, number>[]> = { ours: [], bare: [] };
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = pair % 2 === 0;
    if (first) took.ours.push(await ours());
    took.bare.push(await bare());
    if (!first) took.ours.push(await ours());
  }
  return took;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)!, values };
}

function spreads<Measure extends string>(all: readonly Record<Measure, number>[]): Record<Measure, Spread> {
  return perMeasure(all, (name) => spreadOf(all.map((each) => each[name])));
}

function medianOf<Measure extends string>(all: readonly Record<Measure, number>[], name: Measure): number {
  return spreadOf(all.map((each) => each[name])).median;
}

function perMeasure<Measure extends string, Value>(
  all: readonly Record<Measure, number>[],
  valueOf: (name: Measure) => Value,
): Record<Measure, Value> {
  const names = Object.keys(all[0]!) as Measure[];
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Measure, Value>;
}

export type Effort = 'wallMs' | 'cpuMs';

/** What something takes in this process: time on the wall, and time of our own processor, which others cannot lengthen. */
export async function effortOf(work: () => unknown): Promise<Record<Effort, number>> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work();
  const wallMs = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1_000 };
}
