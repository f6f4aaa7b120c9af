import fc from 'fast-check';
import { contains, intersect, type Interval, overlaps, subtract, union } from '../../src/domain/intervals';

/** Time from 0 to this, as a set of single instants: slow, and plainly right. */
const DAY = 40;
const anInterval: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 0, max: DAY }), fc.integer({ min: 0, max: DAY }))
  .map(([start, end]) => ({ start, end }));
const anyIntervals = fc.array(anInterval, { maxLength: 8 });
const tidyIntervals = anyIntervals.map(union);

function instants(intervals: readonly Interval[]): Set<number> {
  const all = new Set<number>();
  for (const { start, end } of intervals) for (let n = start; n < end; n += 1) all.add(n);
  return all;
}

function expectTidy(intervals: readonly Interval[]): void {
  intervals.forEach(({ start, end }, n) => {
    expect(start).toBeLessThan(end);
    const before = intervals[n - 1];
    if (before) expect(before.end).toBeLessThan(start);
  });
}

describe('Intervals, against sets of single instants', () => {
  it('unite to the same instants, sorted, neither touching nor overlapping', () => {
    fc.assert(
      fc.property(anyIntervals, (some) => {
        expect(instants(union(some))).toEqual(instants(some));
        expectTidy(union(some));
      }),
    );
  });

  it('intersect to the instants in both', () => {
    fc.assert(
      fc.property(tidyIntervals, tidyIntervals, (a, b) => {
        expect(instants(intersect(a, b))).toEqual(
          new Set([...instants(a)].filter((n) => instants(b).has(n))),
        );
        expectTidy(intersect(a, b));
      }),
    );
  });

  it('subtract to the instants of the first that are not in the second', () => {
    fc.assert(
      fc.property(tidyIntervals, tidyIntervals, (a, b) => {
        expect(instants(subtract(a, b))).toEqual(
          new Set([...instants(a)].filter((n) => !instants(b).has(n))),
        );
        expectTidy(subtract(a, b));
      }),
    );
  });

  it('overlap when they share an instant', () => {
    fc.assert(
      fc.property(anInterval, anInterval, (a, b) => {
        fc.pre(a.start < a.end && b.start < b.end);
        expect(overlaps(a, b)).toBe([...instants([a])].some((n) => instants([b]).has(n)));
      }),
    );
  });

  it('contain another when every instant of it is theirs', () => {
    fc.assert(
      fc.property(anInterval, anInterval, (a, b) => {
        fc.pre(a.start < a.end && b.start < b.end);
        expect(contains(a, b)).toBe([...instants([b])].every((n) => instants([a]).has(n)));
      }),
    );
  });
});

describe('The algebra of intervals', () => {
  it('holds: what is cut out and what is left make up the whole again', () => {
    fc.assert(
      fc.property(tidyIntervals, tidyIntervals, (a, b) => {
        expect(union([...subtract(a, b), ...intersect(a, b)])).toEqual(a);
        expect(intersect(subtract(a, b), b)).toEqual([]);
        expect(intersect(a, b)).toEqual(intersect(b, a));
        expect(union([...a, ...b])).toEqual(union([...b, ...a]));
      }),
    );
  });

  it('holds: nothing, and the thing itself, are neutral', () => {
    fc.assert(
      fc.property(tidyIntervals, (a) => {
        expect(union(a)).toEqual(a);
        expect(intersect(a, a)).toEqual(a);
        expect(subtract(a, [])).toEqual(a);
        expect(subtract(a, a)).toEqual([]);
        expect(intersect(a, [])).toEqual([]);
      }),
    );
  });

  it('leaves its arguments as they were', () => {
    const some = Object.freeze([Object.freeze({ start: 5, end: 9 }), Object.freeze({ start: 1, end: 6 })]);
    expect(union(some)).toEqual([{ start: 1, end: 9 }]);
    expect(some).toEqual([
      { start: 5, end: 9 },
      { start: 1, end: 6 },
    ]);
  });
});

describe('Half-open intervals', () => {
  it('that only touch do not overlap, and unite into one', () => {
    const morning = { start: 0, end: 5 };
    const afternoon = { start: 5, end: 9 };
    expect(overlaps(morning, afternoon)).toBe(false);
    expect(intersect([morning], [afternoon])).toEqual([]);
    expect(union([morning, afternoon])).toEqual([{ start: 0, end: 9 }]);
  });

  it('that are empty or reversed hold no time', () => {
    expect(
      union([
        { start: 3, end: 3 },
        { start: 9, end: 2 },
      ]),
    ).toEqual([]);
  });
});
