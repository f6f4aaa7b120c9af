import fc from 'fast-check';
import { proportion } from '../../../src/domain/monitoring/proportion';

describe('The interval of a share', () => {
  // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is that which was published', (count, of, lower, upper) => {
    const found = proportion(count, of)!;
    expect(found).toMatchObject({ count, of, share: count / of });
    expect(found.lower).toBeCloseTo(lower, 4);
    expect(found.upper).toBeCloseTo(upper, 4);
  });

  it('of none begins at 0 exactly, and of all ends at 1, whatever rounding leaves', () => {
    for (let of = 1; of <= 60; of += 1)
      expect([proportion(0, of)!.lower, proportion(of, of)!.upper]).toEqual([0, 1]);
    expect(proportion(1, 60)!.lower).toBeGreaterThan(0);
    expect(proportion(59, 60)!.upper).toBeLessThan(1);
  });

  it('is nothing where there is nothing', () => {
    expect(proportion(0, 0)).toBeUndefined();
  });

  it('holds the share, keeps within 0 and 1, and is the same from the other end', () => {
    const counts = fc
      .tuple(fc.nat(2_000), fc.integer({ min: 1, max: 2_000 }))
      .filter(([count, of]) => count <= of);
    fc.assert(
      fc.property(counts, ([count, of]) => {
        const { share, lower, upper } = proportion(count, of)!;
        const others = proportion(of - count, of)!;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(share);
        expect(upper).toBeGreaterThanOrEqual(share);
        expect(upper).toBeLessThanOrEqual(1);
        expect(others.lower).toBeCloseTo(1 - upper, 12);
        expect(others.upper).toBeCloseTo(1 - lower, 12);
      }),
    );
  });

  it('solves what it stands for: at its ends the share is 1.96 standard errors away', () => {
    const { share, lower, upper } = proportion(7, 20)!;
    for (const end of [lower, upper])
      expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / 20)).toBeCloseTo(1.95996, 4);
  });

  it('of six ticks of each person is as wide as of one tick each', () => {
    const ofTicks = proportion(90, 120, 20)!;
    const ofPeople = proportion(15, 20)!;
    expect([ofTicks.lower, ofTicks.upper]).toEqual([
      expect.closeTo(ofPeople.lower, 12),
      expect.closeTo(ofPeople.upper, 12),
    ]);
    expect({ count: ofTicks.count, of: ofTicks.of }).toEqual({ count: 90, of: 120 });
    // Statements that did not apply leave fewer ticks than people.
    expect(proportion(3, 4, 20)).toEqual(proportion(3, 4));
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [NaN, 5],
    [1, NaN],
    [0, Infinity],
  ])('does not take %d of %d', (count, of) => {
    expect(() => proportion(count, of)).toThrow(RangeError);
    expect(() => proportion(count, of)).toThrow(`got ${count} of ${of}`);
  });
});
