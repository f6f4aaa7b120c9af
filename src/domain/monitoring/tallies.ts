/** Why requests were not met, and who came to sessions: by month, and summed over any months. */
import type { Policy } from '../policy';
import {
  type AtTheTable,
  type Breakdown,
  BREAKDOWNS,
  type Breakdowns,
  type Counts,
  type Month,
  type MonthTally,
  type Tallied,
} from './monitoring';
import { yearOf } from './month';
import { added, together, total } from './month-summary';
import type { Summaries } from './months';

const NOTHING = together([]);

/**
 * One of each month, in their order.
 * @param doors how often whoever was looking for a way was shown which door in a month, before they asked for anything.
 */
export function talliesOf(
  months: readonly Month[],
  summaries: Summaries,
  doors: ReadonlyMap<Month, Counts>,
): MonthTally[] {
  return months.map((month) => {
    const { requests, held, recorded, ended, agencies } = summaries.get(month) ?? NOTHING;
    const redirected = added([ended.redirected, doors.get(month) ?? {}]);
    return { month, requests, held, recorded, ended: { ...ended, redirected }, agencies };
  });
}

/** Of these months together. */
export function breakdownsOf(tallies: readonly MonthTally[]): Breakdowns {
  const all = (name: Breakdown) => added(tallies.map(({ ended }) => ended[name]));
  const held = sum(tallies, 'held');
  return {
    ended: Object.fromEntries(BREAKDOWNS.map((name) => [name, mostFirst(all(name))])) as Breakdowns['ended'],
    requests: sum(tallies, 'requests'),
    booked: held + total(all('cancelled')) + total(all('notHeld')),
  };
}

/** Agencies at the table in these months, by the records; those that came to none, and codes no longer listed, among them. */
export function atTheTable(
  tallies: readonly Pick<MonthTally, 'held' | 'recorded' | 'agencies'>[],
  policy: Pick<Policy, 'agencies'>,
): AtTheTable {
  const came = added(tallies.map(({ agencies }) => agencies));
  const codes = [...new Set([...policy.agencies.map(({ code }) => code), ...Object.keys(came)])];
  return {
    agencies: codes.map((code) => ({ code, sessions: came[code] ?? 0 })),
    held: sum(tallies, 'held'),
    recorded: sum(tallies, 'recorded'),
  };
}

/** The same of a calendar year, also of its months before those that are shown. */
export function atTheTableIn(year: number, summaries: Summaries, policy: Policy): AtTheTable {
  const ofYear = [...summaries].filter(([month]) => yearOf(month) === year);
  return atTheTable(
    ofYear.map(([, summary]) => summary),
    policy,
  );
}

function sum<Name extends string>(each: readonly Readonly<Record<Name, number>>[], name: Name): number {
  return each.reduce((all, one) => all + one[name], 0);
}

/** @param counts in the order of their codes, which those that are as many keep. */
function mostFirst(counts: Counts): Tallied {
  return Object.entries(counts)
    .map(([code, count]) => ({ code, count }))
    .sort((one, other) => other.count - one.count);
}
