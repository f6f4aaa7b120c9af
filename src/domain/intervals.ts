/** Half-open intervals of time, [start, end), in milliseconds since 1970 UTC. */
export type Instant = number;

export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

export const MINUTE_MS = 60_000;

/** Whether two half-open intervals share any instant; touching ends do not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` covers the whole of `inner`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The same time as sorted intervals that neither touch nor overlap. Empty and reversed ones vanish. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const merged: { start: Instant; end: Instant }[] = [];
  for (const each of sorted) {
    const last = merged.at(-1);
    if (last && each.start <= last.end) last.end = Math.max(last.end, each.end);
    else merged.push({ ...each });
  }
  return merged;
}

/** The time in both. Each argument must be sorted and free of overlaps, as `union` returns it. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const shared: Interval[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const one = a[i]!;
    const other = b[j]!;
    const start = Math.max(one.start, other.start);
    const end = Math.min(one.end, other.end);
    if (start < end) shared.push({ start, end });
    if (one.end < other.end) i += 1;
    else j += 1;
  }
  return shared;
}

/** The time in `a` that is not in `b`. Each argument must be sorted and free of overlaps. */
export function subtract(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let from = 0;
  for (const whole of a) {
    let start = whole.start;
    while (from < b.length && b[from]!.end <= start) from += 1;
    for (let i = from; i < b.length && b[i]!.start < whole.end; i += 1) {
      const cut = b[i]!;
      if (start < cut.start) left.push({ start, end: cut.start });
      start = Math.max(start, cut.end);
    }
    if (start < whole.end) left.push({ start, end: whole.end });
  }
  return left;
}
