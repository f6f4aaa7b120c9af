import { xmr, type XmrOptions } from '../../src/domain/spc';

/** R: set.seed(123); rnorm(20), as NHSRplotthedots' own tests use it. */
const NORMAL = [
  -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123,
  -0.68685285, -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314,
  0.49785048, -1.96661716, 0.7013559, -0.47279141,
];
const WITH_OUTLIER = NORMAL.with(14, 10);

function limitsOf(values: readonly number[], options?: XmrOptions, place = 0) {
  const { mean, lower, upper } = xmr(values, options).points.at(place)!;
  return { mean, lower, upper };
}

function expectLimits(
  values: readonly number[],
  options: XmrOptions,
  limits: number[],
  digits: number,
): void {
  const { mean, lower, upper } = limitsOf(values, options);
  [mean, lower, upper].forEach((value, n) => expect(value).toBeCloseTo(limits[n]!, digits));
}

/** The places a rule marks. */
function marked(values: readonly number[], rule: string, options?: XmrOptions): number[] {
  return xmr(values, options).points.flatMap(({ rules }, n) =>
    rules.some((each) => each === rule) ? [n] : [],
  );
}

describe('The limits of an XmR chart', () => {
  it.each<[string, readonly number[], XmrOptions, number[], number]>([
    ['R’s normal series', NORMAL, {}, [0.1416238, -3.01138, 3.294627], 5],
    ['with an outlier, screened', WITH_OUTLIER, {}, [0.6694159, -2.383666, 3.722497], 5],
    [
      'with an outlier, as in Excel',
      WITH_OUTLIER,
      { screenOutliers: false },
      [0.6694159, -4.596625, 5.935457],
      5,
    ],
  ])('are NHSRplotthedots’: %s', (_what, values, options, limits, digits) => {
    expectLimits(values, options, limits, digits);
  });

  it('are NHSRplotthedots’ in two halves, with a rebase at the eleventh', () => {
    const options = { rebaseAt: [10] };
    const first = limitsOf(NORMAL, options);
    const second = limitsOf(NORMAL, options, 10);
    expect(first.mean).toBeCloseTo(0.0746, 4);
    expect([first.lower, first.upper].map((value) => value.toFixed(2))).toEqual(['-2.60', '2.75']);
    expect(second.mean).toBeCloseTo(0.209, 3);
    expect([second.lower, second.upper].map((value) => value.toFixed(2))).toEqual(['-3.28', '3.70']);
    expect(limitsOf(NORMAL, options, -1)).toEqual(second);
  });

  // Wheeler & Chambers, Making Sense of Data, by which software is to be verified (p. 382), and p. 130; statprocon's own tests.
  const VERIFY = [
    5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200,
  ];
  const PEAK_FLOW = [
    120, 140, 100, 150, 260, 150, 100, 120, 300, 300, 275, 300, 140, 170, 150, 150, 190, 180,
  ];
  it.each<[readonly number[], XmrOptions, number[], number]>([
    [VERIFY, { screenOutliers: false }, [4135.5, 3188.72, 5082.28], 2],
    [PEAK_FLOW, { screenOutliers: false }, [183.1, 43.8, 322.3], 1],
    [[1, 10, 100, 50], {}, [40.25, -91.864, 172.364], 2],
    [[3, 4, 5], {}, [4, 1.34, 6.66], 10],
  ])('are statprocon’s: %j', (values, options, limits, digits) => {
    const { mean, lower, upper } = limitsOf(values, options);
    [mean, lower, upper].forEach((value, n) =>
      expect(Math.abs(value - limits[n]!)).toBeLessThan(0.51 * 10 ** -digits),
    );
  });

  it('are nhspy-plotthedots’, whose demonstration finds one point outside and nothing else', () => {
    const values = [89, 86, 75, 77, 81, 74, 72, 78, 76, 82, 77, 54, 66, 77, 86];
    const { mean, lower, upper } = limitsOf(values);
    expect([mean.toFixed(2), lower.toFixed(0), upper.toFixed(0)]).toEqual(['76.67', '57', '96']);
    expect(xmr(values).points.flatMap(({ rules }, n) => rules.map((rule) => [n, rule]))).toEqual([
      [11, 'outside'],
    ]);
    const rising = Array.from({ length: 10 }, (_, n) => n + 1);
    expect(limitsOf(rising, { fixAfter: 5 })).toEqual({ mean: 3, lower: 3 - 2.66, upper: 3 + 2.66 });
  });

  it('leave two points close to them on both sides of the mean alone, as NHSRplotthedots’', () => {
    const values = [...Array.from({ length: 14 }, (_, n) => (n % 2 ? -1 : 1)), 5.5, -5.5];
    const { mean, lower, upper } = limitsOf(values);
    for (const value of [5.5, -5.5]) {
      expect(Math.abs(value)).toBeGreaterThan(((upper - mean) * 2) / 3);
      expect(value > lower && value < upper).toBe(true);
    }
    expect(xmr(values).points.flatMap(({ rules }) => rules)).toEqual([]);
  });

  it('are PowerBI-SPC’s for the shares it is tested with', () => {
    const drifted = [5, 7, 5, 7, 7, 5, 4, 9, 8, 13, 8, 7, 8, 7, 12, 11, 8];
    const of = [113, 132, 121, 134, 116, 131, 93, 138, 182, 157, 100, 103, 146, 108, 153, 141, 134];
    const shares = drifted.map((count, n) => count / of[n]!);
    const { lower, upper, mean } = limitsOf(shares);
    // Its own mean is that of all counts together, not that of the shares: only the width can be the same.
    expect((upper - lower) / 2).toBeCloseTo(0.095737 - 0.059297, 4);
    expect(mean).toBeCloseTo(0.0593, 3);
  });

  it('are screened once only: what is too wide for the second average stays', () => {
    // Moving ranges of 1 twenty times, 5 and 30: of their average, 2.5, only 30 is too wide; of the second, 1.19, 5 would be.
    const values = [...Array.from({ length: 21 }, (_, n) => n % 2), 5, 35];
    const ranges = [...Array<number>(20).fill(1), 5];
    const average = ranges.reduce((sum, each) => sum + each, 0) / ranges.length;
    const { mean, upper } = limitsOf(values);
    expect(upper - mean).toBeCloseTo(2.66 * average, 10);
  });

  it('leave out a moving range of exactly 3.267 times the average', () => {
    // Ranges of 433, 433, 433, 434 and w, which is 3267 of an average of 1000; and then a little less.
    const width = (w: number) => {
      const { mean, upper } = limitsOf([0, 433, 0, 433, -1, w - 1]);
      return (upper - mean) / 2.66;
    };
    expect(width(3267)).toBeCloseTo(1733 / 4, 9);
    expect(width(3266)).toBeCloseTo((1733 + 3266) / 5, 9);
  });

  it('lose their width where screening leaves no moving range but zeros, and keep it unscreened', () => {
    const rare = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    const { mean, lower, upper } = limitsOf(rare);
    expect([lower, upper]).toEqual([mean, mean]);
    const unscreened = limitsOf(rare, { screenOutliers: false });
    expect(unscreened.upper - unscreened.lower).toBeCloseTo(2 * 2.66 * (2 / 11));
    expect(marked(rare, 'outside', { screenOutliers: false })).toEqual([3]);
  });

  it('are fixed after some points, in each stretch anew, and are extended', () => {
    const values = [1, 3, 1, 3, 50, 60, 10, 20, 10, 20, 70];
    expect(limitsOf(values, { fixAfter: 4, rebaseAt: [6] })).toEqual(limitsOf([1, 3, 1, 3]));
    expect(limitsOf(values, { fixAfter: 4, rebaseAt: [6] }, 5)).toEqual(limitsOf([1, 3, 1, 3]));
    expect(limitsOf(values, { fixAfter: 4, rebaseAt: [6] }, -1)).toEqual(limitsOf([10, 20, 10, 20]));
    expect(marked(values, 'outside', { fixAfter: 4, rebaseAt: [6] })).toEqual([4, 5, 10]);
    expect(xmr(values, { fixAfter: 400 })).toEqual(xmr(values));
  });
});

describe('The rules of an XmR chart', () => {
  const rising = Array.from({ length: 8 }, (_, n) => n);

  it('mark every point of a trend, up and down, as NHSRplotthedots’ issue 167 asks', () => {
    expect(marked(rising, 'trend')).toEqual(rising);
    expect(
      marked(
        rising.map((value) => -value),
        'trend',
      ),
    ).toEqual(rising);
  });

  it.each([1e-9, 1e9])('mark the same in another unit, of which %d make one', (unit) => {
    const marks = (values: readonly number[]) => xmr(values).points.map(({ rules }) => rules);
    expect(marks(WITH_OUTLIER.map((value) => value * unit))).toEqual(marks(WITH_OUTLIER));
    expect(marked(WITH_OUTLIER, 'outside')).toEqual([14]);
  });

  it('start anew at a rebase', () => {
    expect(marked(rising, 'trend', { rebaseAt: [4] })).toEqual([]);
    const stepped = [
      ...Array.from({ length: 7 }, (_, n) => n % 2),
      ...Array.from({ length: 7 }, (_, n) => 9 + (n % 2)),
    ];
    expect(marked(stepped, 'shift')).toEqual([...stepped.keys()]);
    expect(marked(stepped, 'shift', { rebaseAt: [7] })).toEqual([]);
  });
});

describe('What an XmR chart says of a target', () => {
  const values = [0.5, 1.5, 0.5, 1.5, 0.5, 1.5];
  const { lower, upper } = limitsOf(values);

  it.each<[number, 'increase' | 'decrease', string]>([
    [upper + 0.01, 'increase', 'consistently-failing'],
    [upper + 0.01, 'decrease', 'consistently-passing'],
    [lower - 0.01, 'increase', 'consistently-passing'],
    [lower - 0.01, 'decrease', 'consistently-failing'],
    [1, 'increase', 'inconsistent'],
    [1, 'decrease', 'inconsistent'],
    [upper, 'increase', 'inconsistent'],
    [lower, 'decrease', 'inconsistent'],
    [upper + 1e-15, 'decrease', 'inconsistent'],
  ])('a target of %d, better: %s: %s', (target, improvement, assurance) => {
    expect(xmr(values, { target, improvement }).assurance).toBe(assurance);
  });

  it('of nothing, where there was never anything, is on both limits', () => {
    expect(xmr([0, 0, 0], { target: 0 }).assurance).toBe('inconsistent');
    expect(xmr([0, 0, 0], { target: 1 }).assurance).toBe('consistently-failing');
    expect(xmr([0, 0, 0], { target: -1 }).assurance).toBe('consistently-passing');
  });

  it('takes the last limits, and more for better unless told', () => {
    const improved = [...values, ...values.map((value) => value + 100)];
    expect(xmr(improved, { target: 50, rebaseAt: [6] }).assurance).toBe('consistently-passing');
    expect(xmr(improved, { target: 150, rebaseAt: [6] }).assurance).toBe('consistently-failing');
  });

  it.each<[string, readonly number[], XmrOptions]>([
    ['without a target', values, { improvement: 'increase' }],
    ['where no way is better', values, { target: 1, improvement: 'neutral' }],
    ['without points', [], { target: 1, improvement: 'increase' }],
  ])('is nothing %s', (_when, series, options) => {
    expect(xmr(series, options)).not.toHaveProperty('assurance');
  });
});

describe('An XmR chart', () => {
  it('has trial limits as long as the last ones rest on fewer than 12 points', () => {
    const trial = (length: number, options?: XmrOptions) => xmr(NORMAL.slice(0, length), options).trial;
    expect([trial(0), trial(11), trial(12), trial(20)]).toEqual([true, true, false, false]);
    expect([trial(20, { rebaseAt: [9] }), trial(20, { rebaseAt: [8] })]).toEqual([true, false]);
    expect([trial(20, { fixAfter: 11 }), trial(20, { fixAfter: 12 })]).toEqual([true, false]);
  });

  it('of nothing has no points', () => {
    expect(xmr([])).toEqual({ points: [], trial: true });
  });

  it.each([0, 7, 0.1, -1 / 3, 1e300])('of one value, or of %d again and again, marks nothing', (value) => {
    for (const length of [1, 2, 7, 12, 30])
      for (const point of xmr(Array<number>(length).fill(value)).points)
        expect(point).toEqual({ value, mean: value, lower: value, upper: value, rules: [] });
  });

  it.each<[string, readonly number[], XmrOptions, string]>([
    ['NaN', [1, NaN], {}, 'xmr: value 1: expected a number from -1e+300 to 1e+300, got NaN'],
    ['infinity', [-Infinity], {}, 'xmr: value 0: expected a number from -1e+300 to 1e+300, got -Infinity'],
    ['a hole', Object.assign([], { 1: 2 }), {}, 'value 0: expected a number'],
    ['no number', ['3' as never], {}, 'value 0: expected a number'],
    ['a target of NaN', [1], { target: NaN }, 'target: expected a number'],
    [
      'limits of one point',
      [1, 2],
      { fixAfter: 1 },
      'fixAfter: expected a whole number from 2 to Infinity, got 1',
    ],
    ['half a point', [1, 2, 3], { fixAfter: 2.5 }, 'fixAfter'],
    [
      'a rebase behind the end',
      [1, 2],
      { rebaseAt: [2] },
      'rebaseAt: expected a whole number from 0 to 1, got 2',
    ],
    ['a rebase before the start', [1, 2], { rebaseAt: [-1] }, 'rebaseAt'],
    ['a rebase of nothing', [], { rebaseAt: [0] }, 'rebaseAt'],
  ])('cannot be drawn of %s, and says so', (_what, values, options, message) => {
    expect(() => xmr(values, options)).toThrow(RangeError);
    expect(() => xmr(values, options)).toThrow(message);
  });
});
