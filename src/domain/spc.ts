/**
 * The XmR chart (individual values and their moving ranges) as the NHS's "Making Data Count" draws it. Where that leaves a
 * choice, the choice is NHSRplotthedots': screening once, what 2 of 3 means, a target on a limit. Wheeler's constants.
 */
import { marksOf, type XmrRule } from './spc-rules';

export type { XmrRule } from './spc-rules';

export interface XmrPoint {
  readonly value: number;
  readonly mean: number;
  /** The lower and upper process limit, in the units of the values. The lower may be below what can happen, as below zero. */
  readonly lower: number;
  readonly upper: number;
  /** The rules that mark this point; none: common cause variation. */
  readonly rules: XmrRule[];
}

export type Assurance = 'consistently-passing' | 'consistently-failing' | 'inconsistent';

export interface Xmr {
  readonly points: XmrPoint[];
  /** The last limits held against the target; missing without a target, without a direction, or without points. */
  readonly assurance?: Assurance;
  /** Whether the last limits rest on fewer than 12 points, and are to be called "trial limits" on the chart. */
  readonly trial: boolean;
}

export interface XmrOptions {
  /** Which way is better; as NHSRplotthedots', `increase` unless told. It only matters for the assurance. */
  readonly improvement?: 'increase' | 'decrease' | 'neutral';
  readonly target?: number;
  /** Whether moving ranges that are too wide are left out of their average, once; on unless told (Nelson 1982). */
  readonly screenOutliers?: boolean;
  /** How many points, from the start and from every rebase, the mean and limits are taken from; then they stay. */
  readonly fixAfter?: number;
  /** The places, from 0, of the points that start anew; in any order, and the first point always does. */
  readonly rebaseAt?: readonly number[];
}

/** 3 / d2, with d2 = 1.128 for ranges of two: three standard deviations, from the average moving range. */
const LIMIT = 2.66;
/** D4 for ranges of two: the upper limit of the moving ranges themselves. */
const TOO_WIDE = 3.267;
const FEWEST_POINTS = 12;
/** So that neither a sum nor a range of such values is infinite. */
const LARGEST = 1e300;
/** What sums of fractions differ in: twelve times 0.1 has to have a mean of 0.1, or every point lies above it. */
const ROUNDING = 1e-12;

/**
 * The mean, the limits and the marks of a series, in order of time.
 * @throws RangeError for values, a target or places that cannot be charted: they are a fault of who calls.
 */
export function xmr(values: readonly number[], options: XmrOptions = {}): Xmr {
  check(values, options);
  const starts = [...new Set([0, ...(options.rebaseAt ?? [])])].sort((a, b) => a - b);
  const points: XmrPoint[] = [];
  let last: Level | undefined;
  starts.forEach((start, n) => {
    const segment = values.slice(start, starts[n + 1]);
    if (segment.length === 0) return;
    last = levelOf(segment.slice(0, options.fixAfter), options.screenOutliers ?? true);
    const { mean, lower, upper } = last;
    const marks = marksOf(segment, { mean, lower, upper, rounding: roundingOf(segment) });
    segment.forEach((value, place) => points.push({ value, mean, lower, upper, rules: marks[place]! }));
  });
  const assurance = last && assuranceOf(last, options);
  return { points, ...(assurance && { assurance }), trial: (last?.points ?? 0) < FEWEST_POINTS };
}

interface Level {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** How many points it rests on. */
  readonly points: number;
}

function levelOf(values: readonly number[], screen: boolean): Level {
  const mean = meanOf(values);
  const ranges = values.slice(1).map((value, n) => Math.abs(value - values[n]!));
  const average = screen ? screenedMeanOf(ranges) : meanOf(ranges);
  return { mean, lower: mean - LIMIT * average, upper: mean + LIMIT * average, points: values.length };
}

/**
 * Screened once, never again. Where nothing but zeros is left (a rare event counted: 0 0 0 1 0 0 …) the limits have no width,
 * and whoever draws such a series asks for it unscreened.
 */
function screenedMeanOf(ranges: readonly number[]): number {
  const average = meanOf(ranges);
  return meanOf(ranges.filter((range) => range < TOO_WIDE * average));
}

/** In two passes: the second takes away what rounding left in the first. 0 for no values. */
function meanOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const rough = values.reduce((sum, value) => sum + value, 0) / values.length;
  return rough + values.reduce((sum, value) => sum + (value - rough), 0) / values.length;
}

function roundingOf(values: readonly number[]): number {
  return ROUNDING * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** A target exactly on a limit can be met and missed: inconsistent. */
function assuranceOf({ lower, upper }: Level, options: XmrOptions): Assurance | undefined {
  const { target, improvement = 'increase' } = options;
  if (target === undefined || improvement === 'neutral') return undefined;
  const rounding = roundingOf([lower, upper, target]);
  if (target > upper + rounding)
    return improvement === 'increase' ? 'consistently-failing' : 'consistently-passing';
  if (target < lower - rounding)
    return improvement === 'increase' ? 'consistently-passing' : 'consistently-failing';
  return 'inconsistent';
}

function check(values: readonly number[], { target, fixAfter, rebaseAt = [] }: XmrOptions): void {
  for (const [place, value] of values.entries()) checkNumber(`value ${place}`, value);
  if (target !== undefined) checkNumber('target', target);
  if (fixAfter !== undefined) checkWhole('fixAfter', fixAfter, 2, Infinity);
  for (const place of rebaseAt) checkWhole('rebaseAt', place, 0, values.length - 1);
}

function checkNumber(what: string, value: number): void {
  if (typeof value !== 'number' || !(Math.abs(value) <= LARGEST))
    throw new RangeError(`xmr: ${what}: expected a number from -${LARGEST} to ${LARGEST}, got ${value}`);
}

function checkWhole(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`xmr: ${what}: expected a whole number from ${least} to ${most}, got ${value}`);
}
