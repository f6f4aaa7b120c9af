/** What came of watching many invented practices: how often in vain, how late, and how often not at all. */
import { DRIFT_DESIGN } from '../../../src/domain/monitoring/drift-design';
import { chanceOf } from '../chance';
import { monthsOf, type Telling } from './sessions';
import { BASELINE_MONTHS, type Way, WATCHERS } from './watchers';

export interface Setting {
  readonly seed: number;
  readonly runs: number;
  readonly aMonth: number;
  readonly telling: Telling;
}

/** A mean with its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly error: number;
}

export interface Seen {
  /** From the start of the rise to the end of the month or block that shows it; Infinity: fewer than half were seen. */
  readonly months: number;
  readonly sessions: number;
  /** The share that is not seen within two years. */
  readonly missed: Estimate;
}

export interface Figures {
  readonly falseAlarmsAYear: Estimate;
  /** By the share it rises to. */
  readonly rises: ReadonlyMap<number, Seen>;
}

export const RISES = [0.25, 0.4] as const;
/** Months in which all is well before a rise; and watched for false alarms. */
const QUIET_MONTHS = 36;
const WATCHED_YEARS = 5;
const RISE_MONTHS = 24;

export function figuresOf(setting: Setting, ways: readonly Way[]): Map<Way, Figures> {
  const { baseline } = DRIFT_DESIGN;
  const quiet = watched(setting, ways, Array<number>(BASELINE_MONTHS + 12 * WATCHED_YEARS).fill(baseline));
  const risen = RISES.map((share) => {
    const shares = [...Array<number>(QUIET_MONTHS).fill(baseline), ...Array<number>(RISE_MONTHS).fill(share)];
    return { share, stories: watched(setting, ways, shares) };
  });
  return new Map(
    ways.map((way) => {
      const inVain = quiet.map(({ alarms }) => alarms.get(way)!.filter((month) => month >= BASELINE_MONTHS));
      const rises = risen.map(({ share, stories }) => [share, seenIn(stories, way)] as const);
      const falseAlarmsAYear = estimate(inVain.map(({ length }) => length / WATCHED_YEARS));
      return [way, { falseAlarmsAYear, rises: new Map(rises) }];
    }),
  );
}

/** A practice that was watched: how many sessions each month had, and the months of alarms, by each way of watching. */
interface Story {
  readonly sessions: readonly number[];
  readonly alarms: ReadonlyMap<Way, readonly number[]>;
}

/** One practice after the other, so that only what came of it is kept: its sessions would fill the memory. */
function watched(
  { seed, runs, aMonth, telling }: Setting,
  ways: readonly Way[],
  shares: readonly number[],
): Story[] {
  return Array.from({ length: runs }, (_, run) => {
    const chance = chanceOf('drift', seed, telling, aMonth, shares.at(-1)!, run);
    const months = monthsOf(chance, { aMonth, shares, telling });
    const alarms = new Map(ways.map((way) => [way, WATCHERS[way](months, aMonth)]));
    return { sessions: months.map(({ length }) => length), alarms };
  });
}

function seenIn(stories: readonly Story[], way: Way): Seen {
  const ends = stories.map(
    ({ alarms }) => alarms.get(way)!.find((month) => month >= QUIET_MONTHS) ?? Infinity,
  );
  const sessions = stories.map((story, n) =>
    ends[n] === Infinity ? Infinity : sum(story.sessions.slice(QUIET_MONTHS, ends[n]! + 1)),
  );
  return {
    months: median(ends.map((end) => end + 1 - QUIET_MONTHS)),
    sessions: median(sessions),
    missed: estimate(ends.map((end) => (end === Infinity ? 1 : 0))),
  };
}

function estimate(values: readonly number[]): Estimate {
  const mean = sum(values) / values.length;
  const variance = sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
