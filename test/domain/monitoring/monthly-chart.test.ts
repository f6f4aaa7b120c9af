import { monthlyChart } from '../../../src/domain/monitoring/monthly-chart';
import type { Month } from '../../../src/domain/monitoring/monitoring';
import { xmr } from '../../../src/domain/spc';

const month = (n: number): Month => `2026-${String(n + 1).padStart(2, '0')}`;
const points = (values: readonly (number | undefined)[]) =>
  values.map((value, n) => ({ month: month(n), of: 1, ...(value !== undefined && { value }) }));
const RARE = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];

describe('The chart of a monthly measure', () => {
  it('of something rare keeps limits with a width, so that only the month it came in stands out', () => {
    const chart = monthlyChart({ points: points(RARE), better: 'decrease' });
    expect(chart).toEqual(xmr(RARE, { improvement: 'decrease', screenOutliers: false }));
    expect(chart.points.filter(({ rules }) => rules.includes('outside'))).toHaveLength(1);
  });

  it('leaves out months without a value, and screens everything else', () => {
    const values = [5, 7, undefined, 6, 8, 40, 6, 7, 5, 6, 7, 8];
    const chart = monthlyChart({ points: points(values), better: 'decrease', target: 10 });
    const known = values.filter((value) => value !== undefined);
    expect(chart).toEqual(xmr(known, { improvement: 'decrease', target: 10 }));
  });

  it('of months that are all the same has limits on its mean, and marks none', () => {
    const chart = monthlyChart({ points: points(Array<number>(12).fill(4)), better: 'neutral' });
    expect(
      chart.points.every(({ rules, upper, lower }) => rules.length === 0 && upper === 4 && lower === 4),
    ).toBe(true);
  });

  it('of no month at all is empty', () => {
    expect(monthlyChart({ points: [], better: 'neutral' }).points).toEqual([]);
  });
});
