import fc from 'fast-check';
import type { MonthlySeries } from '../../../src/domain/monitoring/monitoring';
import { defaultPolicy } from '../../../src/domain/policy';
import { monthlyMeasure, monthlyMessage } from '../../../src/present/monitoring/monthly';
import { judge } from '../../../src/present/monitoring/signal';
import { aSeries } from '../../some-monitoring';

const steady = [5, 6, 4, 5, 6, 5, 4, 6, 5, 4, 5, 6, 5, 4, 6, 5];

function says(values: readonly (number | undefined)[], over: Partial<MonthlySeries> = {}) {
  const series = aSeries(values, over);
  return monthlyMessage(series, judge(series));
}

describe('signal or noise', () => {
  it.each<[string, readonly (number | undefined)[], Partial<MonthlySeries>, string, string]>([
    ['nothing', [], {}, 'too-few', 'nothing in these months yet.'],
    ['a month with nothing', [undefined], {}, 'too-few', 'nothing in these months yet.'],
    ['one value', [7], {}, 'too-few', '1 month so far, and at least 6 are needed.'],
    ['too few values', [7, 8, 7, 8, 7], {}, 'too-few', '5 months so far, and at least 6 are needed.'],
    ['all equal', Array(14).fill(3), {}, 'noise', '3 in October 2026, as in every month.'],
    ['all zero', Array(14).fill(0), {}, 'noise', '0 in October 2026, as in every month.'],
    [
      'usual ups and downs',
      steady,
      {},
      'noise',
      '5 in October 2026. 2 to 8 is usual, and nothing has changed.',
    ],
    [
      'a month far above, of what had better be less',
      [...steady, 20],
      { better: 'decrease' },
      'worse',
      '20 in October 2026 is more than the usual 3 to 9.',
    ],
    [
      'the same, of what had better be more',
      [...steady, 20],
      { better: 'increase' },
      'better',
      '20 in October 2026 is more than the usual 3 to 9.',
    ],
    [
      'the same, where no way is better',
      [...steady, 20],
      {},
      'signal',
      '20 in October 2026 is more than the usual 3 to 9.',
    ],
    [
      'a signal that has passed',
      [...steady, 20, 5, 5],
      {},
      'signal',
      '20 in August 2026 is more than the usual 3 to 8. Since then it is as usual.',
    ],
    [
      'a shift',
      [5, 6, 4, 5, 6, 5, 4, 6, 8, 7, 8, 7, 8, 7, 8],
      { better: 'decrease' },
      'worse',
      '7 months in a row above the mean of 6.3, up to October 2026.',
    ],
    [
      'a trend',
      [6, 5, 7, 6, 5, 7, 6, 5, 3, 4, 5, 6, 7, 8, 9],
      { better: 'increase' },
      'better',
      'rising over 7 months in a row, to 9 in October 2026.',
    ],
    [
      'a trend that begins where another like it has just ended',
      [2, 10, 2, 10, 2, 10, 3, 4, 5, 6, 7, 8, 9, 3, 4, 5, 6, 7, 8, 9],
      {},
      'signal',
      'rising over 7 months in a row, to 9 in October 2026.',
    ],
    [
      'a trend that begins where the other way ended',
      [2, 10, 2, 10, 2, 10, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3],
      { better: 'increase' },
      'worse',
      'falling over 7 months in a row, to 3 in October 2026.',
    ],
    [
      'a trend after two months that were the same',
      [2, 10, 2, 10, 2, 10, 9, 9, 8, 7, 6, 5, 4, 3],
      {},
      'signal',
      'falling over 7 months in a row, to 3 in October 2026.',
    ],
    [
      'a trend from the first month on',
      [3, 4, 5, 6, 7, 8, 9, 2, 10, 2, 10, 2, 10],
      {},
      'signal',
      'rising over 7 months in a row, to 9 in April 2026.',
    ],
  ])('of %s', (_what, values, over, verdict, text) => {
    const message = says(values, over);
    expect(message.verdict).toBe(verdict);
    expect(message.text).toContain(text);
  });

  it('forgets what was longer ago than half a year', () => {
    expect(says([...steady, 20, 5, 6, 5, 4, 6, 5, 4]).verdict).toBe('noise');
  });

  it('says of trial limits that they are', () => {
    expect(says(steady.slice(0, 11)).text).toContain('Trial limits: they rest on only 11 months.');
    expect(says(steady.slice(0, 12)).text).not.toContain('Trial');
  });

  it('tells a value from the limit it is outside of, however close', () => {
    const days = [1.6, 2.1, 1.4, 1.9, 1.2, 1.7, 2, 1.5, 1.8, 1.6, 1.9, 1.4, 1.7, 1.6, 2.6, 2.4, 2.9, 2.5];
    const series = aSeries([...days, 2.8, 2.7, 3.1, 2.9, 3.2], { unit: 'working-days', better: 'decrease' });
    const { text } = monthlyMessage(series, judge(series));
    const [, value, limit] = /^([\d.]+) .*?to ([\d.]+) working/.exec(text) ?? [];
    expect(Number(value)).toBeGreaterThan(Number(limit));
  });

  it.each([
    [20, 'is kept month after month'],
    [1, 'will be missed unless something is changed'],
    [5, 'by chance'],
  ])('holds the limits against a target of %i', (target, text) => {
    const { text: said } = says(steady, { unit: 'working-days', better: 'decrease', target });
    expect(said).toContain(text);
  });

  it('takes a target exactly on a limit for one that is met and missed', () => {
    const { points } = judge(aSeries(steady));
    const { text } = says(steady, { better: 'decrease', target: points[0]!.upper });
    expect(text).toContain('kept in some months and missed in others');
  });

  it('leaves a month without a value out of the limits, and leaves a gap for it', () => {
    const { points } = judge(aSeries([5, 6, undefined, 5, 6, 5, 6, 5]));
    expect(points[2]).toBeUndefined();
    expect(points).toHaveLength(8);
    expect(points[0]!.mean).toBeCloseTo(38 / 7);
  });

  it('has a row for every month in the table behind the chart, whatever the values', () => {
    const value = fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 24 }), (values) => {
        const { table, chart, message } = monthlyMeasure(aSeries(values), defaultPolicy);
        expect(table.rows).toHaveLength(values.length);
        expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
        expect(message.text).not.toMatch(/NaN|undefined|Infinity/);
        expect(chart !== undefined).toBe(values.some((each) => each !== undefined));
      }),
    );
  });
});
