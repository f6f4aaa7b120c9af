/** What a month comes to: counts of requests and sessions. Bounded, however many there were: days are counted by how many. */
import { type Breakdown, BREAKDOWNS, type Counts, type Month, type MonthTally } from './monitoring';
import type { Ended, RequestFact, Waited } from './facts';
import { monthAt } from './month';

export const WAITS = ['answered', 'offered', 'met'] as const;
export type Wait = (typeof WAITS)[number];

/** Of closed and open requests alone: doors shown before asking are counted apart from it. */
export interface MonthSummary extends Omit<MonthTally, 'month'> {
  /** Everybody who was asked how the sessions of the month were. */
  readonly participants: number;
  /** Working days, as how many waited so long; in the month the wait ended. */
  readonly waits: Readonly<Record<Wait, Counts>>;
}

const ENDED: Readonly<Record<Ended['as'], Breakdown | undefined>> = {
  redirected: 'redirected',
  declined: 'declined',
  unmatched: 'unmatched',
  cancelled: 'cancelled',
  'not-held': 'notHeld',
  withdrawn: undefined,
};

/** Of facts each of which may belong to other months too. */
export function summaryOf(month: Month, facts: readonly RequestFact[]): MonthSummary {
  const held = facts.flatMap(({ session }) => (session?.month === month ? [session] : []));
  const ended = facts.flatMap(({ ended: as, closedAt }) =>
    as && closedAt !== undefined && monthAt(closedAt) === month ? [as] : [],
  );
  const days = (wait: Wait): Counts => {
    const waits = facts.flatMap((fact): Waited[] => (fact[wait]?.month === month ? [fact[wait]] : []));
    return tallied(waits.map((each) => String(each.days)));
  };
  return {
    requests: facts.filter(({ asked }) => asked === month).length,
    held: held.length,
    recorded: held.filter(({ came }) => came !== undefined).length,
    participants: held.reduce((sum, { invited }) => sum + invited, 0),
    waits: fromCodes(WAITS, days),
    ended: fromCodes(BREAKDOWNS, (name) =>
      tallied(ended.filter(({ as }) => ENDED[as] === name).map(({ code }) => code)),
    ),
    agencies: tallied(held.flatMap(({ came = [] }) => [...new Set(came)])),
  };
}

/** Two parts of the same month, or several months together. */
export function together(parts: readonly MonthSummary[]): MonthSummary {
  const sum = (of: (part: MonthSummary) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const counts = (of: (part: MonthSummary) => Counts): Counts => added(parts.map(of));
  return {
    requests: sum(({ requests }) => requests),
    held: sum(({ held }) => held),
    recorded: sum(({ recorded }) => recorded),
    participants: sum(({ participants }) => participants),
    waits: fromCodes(WAITS, (wait) => counts(({ waits }) => waits[wait])),
    ended: fromCodes(BREAKDOWNS, (name) => counts(({ ended }) => ended[name])),
    agencies: counts(({ agencies }) => agencies),
  };
}

/** All counts together; in the order of the codes, so that the same counts are the same text. */
export function added(each: readonly Counts[]): Counts {
  const sums = new Map<string, number>();
  for (const counts of each)
    for (const [code, count] of Object.entries(counts)) sums.set(code, (sums.get(code) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The mean of days that were counted by how many; undefined of none. */
export function meanDays(counts: Counts): number | undefined {
  const of = total(counts);
  const days = Object.entries(counts).reduce((sum, [each, count]) => sum + Number(each) * count, 0);
  return of === 0 ? undefined : days / of;
}

function tallied(codes: readonly string[]): Counts {
  return added(codes.map((code) => ({ [code]: 1 })));
}

function fromCodes<Code extends string, T>(codes: readonly Code[], of: (code: Code) => T): Record<Code, T> {
  return Object.fromEntries(codes.map((code) => [code, of(code)])) as Record<Code, T>;
}
