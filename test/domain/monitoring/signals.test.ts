import type { Block, MonthlySeries, Released } from '../../../src/domain/monitoring/monitoring';
import { monthAfter } from '../../../src/domain/monitoring/month';
import { nextBlock } from '../../../src/domain/monitoring/release';
import { monthlyChart, saidRule, sideOf } from '../../../src/domain/monitoring/monthly-chart';
import { signalKey, signalsOf } from '../../../src/domain/monitoring/signals';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { at } from '../../builders';
import { aSession } from './some-sessions';

const series = (id: MonthlySeries['id'], values: readonly (number | undefined)[]): MonthlySeries => ({
  id,
  unit: 'count',
  better: 'neutral',
  points: values.map((value, n) => ({
    month: monthAfter('2026-01', n),
    of: 1,
    ...(value !== undefined && { value }),
  })),
});
const steady = Array.from({ length: 12 }, (_, n) => 5 + (n % 2));

const block: Block = nextBlock(
  [
    {
      month: '2026-12',
      sessions: ['fay', 'finn', 'flo'].map((facilitator) => aSession('2026-12', { facilitator })),
    },
  ],
  undefined,
  at('2027-01-20T09:00'),
  policy,
)!;
const NOW = at('2027-02-01T09:00');
const released = (...blocks: readonly Block[]): Released => ({ blocks, heldBack: [] });

describe('what coordinators are told of in the morning', () => {
  it('is a month far out of the ordinary, and which way', () => {
    const told = signalsOf({ at: NOW, series: [series('requests', [...steady, 20])], released: released() });
    expect(told).toEqual([{ kind: 'month', id: 'requests', month: '2027-01', rises: true }]);
    expect(told.map(signalKey)).toEqual(['signalrequests-2027-01-01']);
    const fall = signalsOf({
      at: NOW,
      series: [series('days-to-answer', [...steady, 0])],
      released: released(),
    });
    expect(fall).toEqual([{ kind: 'month', id: 'days-to-answer', month: '2027-01', rises: false }]);
    expect(fall.map(signalKey)).toEqual(['signaldaystoanswer-2027-01-01']);
  });

  it.each<[string, MonthlySeries]>([
    ['an ordinary month', series('requests', [...steady, 6])],
    ['a month that was out of the ordinary before the last', series('requests', [...steady, 20, 5])],
    ['of fewer than twelve months', series('requests', [...steady.slice(0, 8), 20])],
    ['a last month with no days', series('days-to-session', [...steady, 20, undefined])],
    ['a measure that is looked at on the page alone', series('participants', [...steady, 60])],
    ['no month at all', series('requests', [])],
  ])('is nothing of %s', (_what, each) => {
    expect(signalsOf({ at: NOW, series: [each], released: released() })).toEqual([]);
  });

  it('is drift that reached its limit in whichever block was frozen lately, also with another after it', () => {
    const signal = { ...block, signal: true };
    const next = { ...block, from: '2027-01', to: '2027-01' };
    for (const blocks of [[signal], [signal, next]]) {
      const told = signalsOf({ at: NOW, series: [], released: released(...blocks) });
      expect(told).toEqual([{ kind: 'drift', from: '2026-12', to: '2026-12' }]);
      expect(told.map(signalKey)).toEqual(['signaldrift-2026-12-01']);
    }
    expect(signalsOf({ at: at('2027-06-01T09:00'), series: [], released: released(signal) })).toEqual([]);
    expect(signalsOf({ at: NOW, series: [], released: released(next) })).toEqual([]);
  });

  it.each([
    [-1, 1],
    [0, 0],
  ])('is news of a block for sixty days: with %s ms to them, %s', (more, count) => {
    const later = block.frozenAt + 60 * 24 * 60 * 60_000 + more;
    const told = signalsOf({ at: later, series: [], released: released({ ...block, signal: true }) });
    expect(told).toHaveLength(count);
  });

  it('goes the way a trend goes, wherever it has come to', () => {
    // Seven times up, and all of it below the mean.
    const values = [30, 31, 30, 31, 30, 31, 30, 31, 30, 31, 30, 31, 10, 12, 14, 16, 18, 20, 22];
    const [told] = signalsOf({ at: NOW, series: [series('days-to-answer', values)], released: released() });
    const chart = monthlyChart(series('days-to-answer', values));
    const rules = chart.points.at(-1)!.rules;
    expect(told).toMatchObject({ rises: saidRule({ rules }) === 'trend' });
    expect(sideOf(chart.points, values.length - 1, 'trend')).toBe('above');
  });
});
