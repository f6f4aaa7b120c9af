import fc from 'fast-check';
import { xmr, type XmrOptions } from '../../src/domain/spc';
import { rulesAt } from './oracle/spc-rules';

/** Sixteenths, so that moving or scaling them by such numbers rounds nothing. */
const value = fc.integer({ min: -400, max: 400 }).map((each) => each / 16);
const series = fc.array(value, { maxLength: 40 });
const options = fc.record<XmrOptions>(
  { screenOutliers: fc.boolean(), fixAfter: fc.integer({ min: 2, max: 45 }) },
  { requiredKeys: [] },
);
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

describe('An XmR chart of any series', () => {
  it('marks what the rules, looked up window by window, mark', () => {
    fc.assert(
      fc.property(series, options, (values, how) => {
        const { points } = xmr(values, how);
        points.forEach(({ rules, mean, lower, upper }, place) => {
          const onALine = [mean, lower, upper, (2 * upper + mean) / 3, (2 * lower + mean) / 3];
          // Where a value lies on a line but for rounding, the plain lookup cannot tell.
          fc.pre(!values.some((each) => onALine.some((line) => line !== each && close(line, each))));
          expect(rules).toEqual(rulesAt(values, place, { mean, lower, upper }));
        });
      }),
    );
  });

  it('moves and grows with it, and its marks stay', () => {
    fc.assert(
      fc.property(series, options, value, fc.constantFrom(1, 2, 8, 0.25), (values, how, shift, scale) => {
        const before = xmr(values, how);
        const after = xmr(
          values.map((each) => each * scale + shift),
          how,
        );
        expect(after.points.map(({ rules }) => rules)).toEqual(before.points.map(({ rules }) => rules));
        after.points.forEach((point, n) => {
          for (const line of ['mean', 'lower', 'upper'] as const)
            expect(close(point[line], before.points[n]![line] * scale + shift)).toBe(true);
        });
      }),
    );
  });

  it('upside down has the same marks', () => {
    fc.assert(
      fc.property(series, options, (values, how) => {
        const rules = (of: readonly number[]) => xmr(of, how).points.map((point) => point.rules);
        expect(rules(values.map((each) => -each))).toEqual(rules(values));
      }),
    );
  });

  it('is, with rebases in any order and twice, the charts of its stretches one after the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 1, maxLength: 15 }), { minLength: 1, maxLength: 4 }),
        options,
        fc.boolean(),
        (stretches, how, backwards) => {
          const starts = stretches.map((_, n) => stretches.slice(0, n).flat().length);
          const rebaseAt = backwards ? [...starts, ...starts].reverse() : starts.slice(1);
          const whole = xmr(stretches.flat(), { ...how, rebaseAt });
          const parts = stretches.map((stretch) => xmr(stretch, how));
          expect(whole.points).toEqual(parts.flatMap(({ points }) => points));
          expect(whole.trial).toBe(parts.at(-1)!.trial);
        },
      ),
    );
  });

  it('has limits as far below the mean as above, never wider for screening', () => {
    fc.assert(
      fc.property(series, (values) => {
        const screened = xmr(values).points;
        const all = xmr(values, { screenOutliers: false }).points;
        screened.forEach(({ mean, lower, upper }, n) => {
          expect(close(mean - lower, upper - mean)).toBe(true);
          expect(upper).toBeGreaterThanOrEqual(mean);
          expect(upper).toBeLessThanOrEqual(all[n]!.upper + 1e-9);
        });
      }),
    );
  });

  it('marks nothing where all are equal, whatever the fraction', () => {
    const anything = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 60 }), (each, length) => {
        expect(xmr(Array<number>(length).fill(each)).points.flatMap(({ rules }) => rules)).toEqual([]);
      }),
    );
  });

  it('leaves what it is given as it was', () => {
    fc.assert(
      fc.property(series, (values) => {
        const kept = [...values];
        Object.freeze(values);
        xmr(values, { rebaseAt: Object.freeze(values.slice(0, 1).map(() => 0)) });
        expect(values).toEqual(kept);
      }),
    );
  });
});
