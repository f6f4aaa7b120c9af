import { monthlyChart, sideOf } from '../../../src/domain/monitoring/monthly-chart';
import type { Month } from '../../../src/domain/monitoring/monitoring';
import { xmr, type XmrRule } from '../../../src/domain/spc';

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

/** Which way each point marked by a rule goes, `^` or `v`; the others are dots. */
function ways(values: readonly number[], rule: XmrRule): string {
  const { points: drawn } = xmr(values);
  return drawn
    .map(({ rules }, n) => {
      if (!rules.includes(rule)) return '.';
      return { above: '^', below: 'v' }[sideOf(drawn, n, rule)];
    })
    .join('');
}

describe('The way a marked point goes', () => {
  it.each<[string, number[], string]>([
    ['up', [1, 2, 3, 4, 5, 6, 7, 7], '^^^^^^^.'],
    ['down', [7, 6, 5, 4, 3, 2, 1, 1], 'vvvvvvv.'],
    ['up to the last', [1, 1, 2, 3, 4, 5, 6, 7], '.^^^^^^^'],
    [
      'up and down: the peak is the end of the way up',
      [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1],
      '^^^^^^^vvvvvv',
    ],
    ['down and up', [7, 6, 5, 4, 3, 2, 1, 2, 3, 4, 5, 6, 7], 'vvvvvvv^^^^^^'],
    ['down, level for a step, and up', [7, 6, 5, 4, 3, 2, 1, 1, 2, 3, 4, 5, 6, 7], 'vvvvvvv^^^^^^^'],
    ['up, one step down, and up again', [1, 2, 3, 4, 5, 6, 7, 6, 7, 8, 9, 10, 11, 12], '^^^^^^^^^^^^^^'],
    ['down, one step up, and down again', [12, 11, 10, 9, 8, 7, 6, 7, 6, 5, 4, 3, 2, 1], 'vvvvvvvvvvvvvv'],
    ['up, two steps down, and up again', [1, 2, 3, 4, 5, 6, 7, 6, 5, 6, 7, 8, 9, 10, 11], '^^^^^^^.^^^^^^^'],
  ])('of a trend is its own: %s', (_what, values, expected) => {
    expect(ways(values, 'trend')).toBe(expected);
  });

  it('is the side of the mean by any other rule', () => {
    const values = [...Array<number>(7).fill(1), ...Array<number>(7).fill(9)];
    expect(ways(values, 'shift')).toBe('vvvvvvv^^^^^^^');
  });
});
