/** What a chart of monitoring shows, as plain data; how it is drawn is the business of the web. */
import type { Proportion } from '../../domain/monitoring/proportion';
import type { XmrPoint } from '../../domain/spc';

export type Chart = XmrChart | IntervalsChart | SequentialChart | BarsChart;

/** Months in a line, with what is usual. */
export interface XmrChart {
  readonly kind: 'xmr';
  readonly labels: readonly string[];
  /** A month without a value is a gap. */
  readonly points: readonly (XmrMark | undefined)[];
  /** `trial`: of too few months to be relied on; `none`: of so few that there are no limits to draw. */
  readonly limits: 'firm' | 'trial' | 'none';
  readonly target?: number;
}

/** `better`: which way a marked point differs, where there is a better way. */
export type XmrMark = XmrPoint & { readonly better?: boolean };

/** Shares, each with its interval. */
export interface IntervalsChart {
  readonly kind: 'intervals';
  /** In order of time they stand side by side, otherwise below each other. */
  readonly over: 'time' | 'list';
  readonly labels: readonly string[];
  readonly shares: readonly (Proportion | undefined)[];
}

/** The sum that grows with every session that drifted, and falls with every other, each block's against its limit. */
export interface SequentialChart {
  readonly kind: 'sequential';
  readonly labels: readonly string[];
  readonly values: readonly number[];
  readonly signals: readonly boolean[];
  readonly limits: readonly number[];
}

export interface BarsChart {
  readonly kind: 'bars';
  readonly labels: readonly string[];
  readonly values: readonly number[];
}
