/** The slots a session could be in, and which of them are left once hours, diaries and sessions are taken out. */
import { minutesOf, windowOf } from './ask';
import {
  type LocalDate,
  localDate,
  monthOf,
  monthSpan,
  openHours,
  slotsIn,
  type WorkingHours,
  workingTime,
} from './calendar';
import { contains, type Instant, type Interval, overlaps } from './intervals';
import type { MatchingQuestion } from './matching';

/** A slot and what every facilitator's judgement needs of it, worked out once. */
export interface Slot extends Interval {
  readonly day: LocalDate;
  /** The London month it counts for. */
  readonly month: Interval;
  readonly participantsFree: number;
}

/** Every slot of the window asked for, in the order of time. `seen`: when each visible participant is busy. */
export function slotsOf(
  question: Pick<MatchingQuestion, 'requester' | 'ask' | 'now' | 'policy' | 'only' | 'not' | 'clearOfIt'>,
  seen: readonly (readonly Interval[])[],
): Slot[] {
  const months = new Map<string, Interval>();
  const slots = intervalsOf(question).map(({ start, end }) => {
    const day = localDate(start);
    const month = months.get(monthOf(day)) ?? monthSpan(day);
    months.set(monthOf(day), month);
    return { start, end, day, month };
  });
  const free = new Map<Instant, number>();
  for (const busy of seen)
    for (const { start } of clearOf(slots, busy, 0)) free.set(start, (free.get(start) ?? 0) + 1);
  return slots.map(({ start, end, day, month }) => ({
    start,
    end,
    day,
    month,
    participantsFree: free.get(start) ?? 0,
  }));
}

function intervalsOf({
  requester,
  ask,
  now,
  policy,
  only,
  not,
  clearOfIt,
}: Parameters<typeof slotsOf>[0]): readonly Interval[] {
  if (only) return [only];
  const hours = openHours(windowOf(requester, ask, policy), now, policy);
  const all = slotsIn(hours, minutesOf(ask, policy), policy.slotStepMinutes);
  if (!not) return all;
  return all.filter((slot) => (clearOfIt ? !overlaps(slot, not) : slot.start !== not.start));
}

/** Many facilitators keep the same hours: the slots inside them are looked for once. */
export function slotsByWorkingHours(
  slots: readonly Slot[],
): (hours: WorkingHours | undefined) => readonly Slot[] {
  const first = slots[0];
  const last = slots.at(-1);
  const known = new Map<string, readonly Slot[]>();
  return (hours) => {
    if (!hours || !first || !last) return slots;
    const key = JSON.stringify(hours);
    const found =
      known.get(key) ?? slotsWithin(slots, workingTime(hours, { start: first.start, end: last.end }));
    known.set(key, found);
    return found;
  };
}

/** The slots that lie inside one of the intervals; both sorted. */
export function slotsWithin(slots: readonly Slot[], intervals: readonly Interval[]): Slot[] {
  let i = 0;
  return slots.filter((slot) => {
    while (i < intervals.length && intervals[i]!.end <= slot.start) i += 1;
    return i < intervals.length && contains(intervals[i]!, slot);
  });
}

/** The slots with so much free time before and after; both sorted, what is taken without overlaps. */
export function clearOf<S extends Interval>(
  slots: readonly S[],
  taken: readonly Interval[],
  bufferMs: number,
): S[] {
  const clear: S[] = [];
  let i = 0;
  for (const slot of slots) {
    while (i < taken.length && taken[i]!.end + bufferMs <= slot.start) i += 1;
    if (i === taken.length || slot.end + bufferMs <= taken[i]!.start) clear.push(slot);
  }
  return clear;
}
