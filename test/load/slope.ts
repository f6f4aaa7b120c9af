/** Whether what a process holds grows with what it has done. */

export interface Sample {
  readonly turns: number;
  /** Bytes on the heap right after a full collection. */
  readonly heap: number;
}

/** Bytes that each further turn leaves behind: the line of least squares through the samples. Needs two turns or more apart. */
export function bytesATurn(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [turns, heap] = [mean((sample) => sample.turns), mean((sample) => sample.heap)];
  const along = samples.reduce((sum, sample) => sum + (sample.turns - turns) ** 2, 0);
  if (along === 0) throw new Error('Expected samples after different numbers of turns');
  return samples.reduce((sum, sample) => sum + (sample.turns - turns) * (sample.heap - heap), 0) / along;
}
