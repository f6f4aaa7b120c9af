import { proportion } from '../../../src/domain/monitoring/proportion';
import { defaultPolicy } from '../../../src/domain/policy';
import type { Chart } from '../../../src/present/monitoring/chart';
import { measuresOf } from '../../../src/present/monitoring/measures';
import { monthlyMeasure } from '../../../src/present/monitoring/monthly';
import { drawChart } from '../../../src/web/charts/draw';
import { createDrawing } from '../../../src/web/charts/drawing';
import { SHAPES } from '../../../src/web/charts/shapes';
import { aSeries, someMonitoring } from '../../some-monitoring';
import { attributesIn, textIn } from '../markup';

const named = { id: 'requests-chart', title: 'Requests', text: 'Noise: 12 in October 2026.' };

const charted = measuresOf(someMonitoring(), defaultPolicy).flatMap(({ id, chart }) =>
  chart ? [{ id, chart }] : [],
);

function drawn(values: readonly (number | undefined)[], target?: number) {
  const series = aSeries(values, { better: 'decrease', ...(target !== undefined && { target }) });
  return drawChart(monthlyMeasure(series, defaultPolicy).chart!, 'large', named);
}

describe('a chart', () => {
  it.each(charted)(
    'has nothing our content policy would keep out, and no colour of its own: $id',
    ({ chart }) => {
      for (const size of ['large', 'small'] as const) {
        const svg = drawChart(chart, size, named);
        expect(svg).not.toMatch(/<style|<script|\sstyle=|\sclass=|\son[a-z]+=|xlink|href|foreignObject/i);
        expect(svg).not.toMatch(/(?:fill|stroke)="(?:#(?!000")|rgb)/);
        expect(svg).not.toMatch(/Gradient|NaN|undefined|Infinity/);
        expect(attributesIn(svg).filter((name) => name.startsWith('ecmeta'))).toEqual([]);
      }
    },
  );

  it.each(charted)('has ids of its own, and leads to no other: $id', ({ chart }) => {
    const svg = drawChart(chart, 'large', named);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(ids.every((id) => id.startsWith('requests-chart-'))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  });

  it('is named for whoever cannot see it, and small is passed by, because all is said beside it', () => {
    const { chart } = charted[0]!;
    expect(drawChart(chart, 'large', named)).toMatch(
      /role="img" aria-labelledby="requests-chart-title requests-chart-desc"><title[^>]*>Requests<\/title><desc[^>]*>Noise: 12/,
    );
    expect(drawChart(chart, 'small', { id: 'x' })).toContain('aria-hidden="true"');
  });

  it('shows what somebody typed as text', () => {
    const hostile = '</text><script>alert(1)</script>&"';
    const chart: Chart = { kind: 'bars', labels: [hostile], values: [1] };
    const svg = drawChart(chart, 'large', { id: 'x', title: hostile, text: hostile });
    expect(svg).not.toMatch(/<script/);
    expect(textIn(svg)).toContain('alert(1)');
  });
});

describe('the chart of months', () => {
  it('says its mean, limits and target at their ends', () => {
    const text = textIn(drawn([5, 6, 4, 5, 6, 5, 4, 6, 5, 4, 5, 6, 5, 4], 12));
    for (const word of ['mean 5', 'upper limit 8', 'lower limit 1', 'target 12'])
      expect(text).toContain(word);
  });

  it('has no limits of too few months', () => {
    const text = textIn(drawn([5, 6, 4]));
    expect(text).not.toMatch(/mean|limit/);
  });

  it.each<[string, readonly (number | undefined)[], number | undefined]>([
    ['one value', [7], 2],
    ['one value among months with nothing', [undefined, undefined, 7, undefined], undefined],
    ['all equal', Array(14).fill(3), 3],
    ['all zero, and a target of zero', Array(14).fill(0), 0],
    ['a huge value', [...Array.from({ length: 13 }, () => 1), 1e9], undefined],
  ])('is drawn of %s', (_what, values, target) => {
    expect(drawn(values, target)).toMatch(/<path/);
  });

  it('does not join what lies on both sides of a month with nothing', () => {
    const lines = (svg: string) =>
      svg.match(
        /<path[^>]*stroke="var\(--link\)"[^>]*fill="none"|<path[^>]*fill="none"[^>]*stroke="var\(--link\)"/g,
      );
    expect(lines(drawn([1, 2, 1, 2]))).toHaveLength(1);
    const gap = drawn([1, 2, undefined, 1, 2]);
    const [path] = /d="M[^"]*M[^"]*"[^>]*stroke="var\(--link\)"/.exec(gap) ?? lines(gap)!.slice(1);
    expect(path).toBeDefined();
  });

  it('tells each rule by another shape', () => {
    const shapes = Object.values(SHAPES);
    expect(new Set(shapes.map(({ symbol }) => symbol)).size).toBe(shapes.length);
    expect(new Set(shapes.map(({ path }) => path)).size).toBe(shapes.length);
  });
});

describe('the chart of drift', () => {
  const drift = (signals: readonly boolean[]): Chart => ({
    kind: 'sequential',
    labels: ['Jan 26', 'Feb 26', 'Mar 26'],
    values: [4, 20, 6],
    ...{ signals, limits: [18, 18, 19] },
  });

  it('begins again at 0 after a signal', () => {
    const count = (svg: string) => svg.match(/stroke="var\(--link\)"/g)?.length ?? 0;
    const whole = count(drawChart(drift([false, false, false]), 'small', named));
    expect(count(drawChart(drift([false, true, false]), 'small', named))).toBe(whole + 1);
    expect(drawChart(drift([false, true, false]), 'small', named)).toContain('var(--bad)');
  });
});

describe('a chart of shares', () => {
  it('leaves out what may not be shown', () => {
    const shares = [proportion(3, 9), undefined];
    const chart: Chart = { kind: 'intervals', over: 'time', labels: ['Jan 26', 'Feb 26'], shares };
    const dots = drawChart(chart, 'large', named).match(/fill="var\(--link\)"/g);
    expect(dots).toHaveLength(1);
  });
});

describe('drawing', () => {
  it('is done once for the same chart, and again for another', () => {
    let times = 0;
    const draw = createDrawing(() => `${(times += 1)}`);
    const bars = (value: number): Chart => ({ kind: 'bars', labels: ['a'], values: [value] });
    expect([draw(bars(1), 'large', named), draw(bars(1), 'large', named)]).toEqual(['1', '1']);
    expect(draw(bars(2), 'large', named)).toBe('2');
    expect(draw(bars(1), 'small', named)).toBe('3');
  });

  it('keeps no more than a page and some reports have', () => {
    let times = 0;
    const draw = createDrawing(() => `${(times += 1)}`);
    const bars = (value: number): Chart => ({ kind: 'bars', labels: ['a'], values: [value] });
    for (let n = 0; n <= 200; n += 1) draw(bars(n), 'large', named);
    expect(draw(bars(0), 'large', named)).toBe('202');
    expect(draw(bars(200), 'large', named)).toBe('201');
  });
});
