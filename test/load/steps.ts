/** Requests sent at a steady rate, however slowly they are answered: what is too slow piles up, as it would with people. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Answered {
  /** From the moment it was due to the last byte of its answer. */
  readonly ms: number;
  /** A status; 0 where there was none. */
  readonly status: number;
}

export interface Step {
  /** Requests a second that were sent. */
  readonly offered: number;
  /** Requests a second that were answered well, until the last answer. */
  readonly reached: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  /** How often each status that is a fault was answered; 0 stands for no answer. */
  readonly faults: Readonly<Record<number, number>>;
}

/** The value that so many in a hundred are at or below (nearest rank); NaN of none. */
export function percentile(values: readonly number[], hundredth: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((hundredth / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** `tookMs` from the first request due to the last answer. */
export function summary(answers: readonly Answered[], offered: number, tookMs: number): Step {
  const good = answers.filter(({ status }) => status >= 200 && status < 400);
  const faults: Record<number, number> = {};
  for (const { status } of answers.filter((each) => !good.includes(each)))
    faults[status] = (faults[status] ?? 0) + 1;
  const times = answers.map(({ ms }) => ms);
  return {
    offered,
    reached: good.length / (tookMs / 1_000),
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    failed: answers.length - good.length,
    faults,
  };
}

/** A click that takes longer feels lost; Teams itself gives an invoke some ten seconds. */
export const SLOWEST_P99_MS = 3_000;
const FEWEST_REACHED = 0.9;

/** Beyond what it carries: behind by a tenth, slower than people wait for, or answering with faults. */
export function isSaturated({ offered, reached, p99, failed }: Step): boolean {
  return failed > 0 || reached < offered * FEWEST_REACHED || p99 > SLOWEST_P99_MS;
}

export async function takeStep(
  rate: number,
  seconds: number,
  send: (n: number) => Promise<number>,
): Promise<Step> {
  const from = performance.now();
  const all: Promise<Answered>[] = [];
  for (let n = 0; n < rate * seconds; n += 1) {
    const due = from + (n * 1_000) / rate;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    const answered = send(n).catch(() => 0);
    all.push(answered.then((status) => ({ status, ms: performance.now() - due })));
  }
  return summary(await Promise.all(all), rate, performance.now() - from);
}
