/** One measure of monitoring as every page and file shows it: its message, its chart, the table behind it and what it means. */
import type { MeasureId } from '../../domain/monitoring/measures';
import type { Chart } from './chart';

/** Signal or noise; `none` where that is not the question. */
export type Verdict = 'better' | 'worse' | 'signal' | 'noise' | 'too-few' | 'none';

export interface Message {
  readonly verdict: Verdict;
  readonly text: string;
}

/** As it is shown and as it is downloaded. */
export interface MeasureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Measure {
  readonly id: MeasureId;
  readonly title: string;
  readonly message: Message;
  /** Absent where there is nothing to draw. */
  readonly chart?: Chart;
  readonly table: MeasureTable;
  /** What is counted and how, a sentence each. */
  readonly definition: readonly string[];
}
