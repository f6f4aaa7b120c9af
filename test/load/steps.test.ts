import { isSaturated, percentile, type Step, summary, takeStep } from './steps';

const values = Array.from({ length: 100 }, (_, n) => n + 1).reverse();

describe('a step of the load', () => {
  it.each([
    [values, 50, 50],
    [values, 99, 99],
    [values, 100, 100],
    [[7], 50, 7],
    [[], 50, Number.NaN],
  ])('finds the value that so many are at or below', (of, hundredth, expected) => {
    expect(percentile(of, hundredth)).toBe(expected);
  });

  it('counts as reached what was answered well, over all the time it took', () => {
    const answers = [200, 201, 302, 500, 0, 500].map((status, n) => ({ status, ms: 10 * (n + 1) }));
    expect(summary(answers, 5, 2_000)).toEqual({
      offered: 5,
      reached: 1.5,
      p50: 30,
      p99: 60,
      failed: 3,
      faults: { 0: 1, 500: 2 },
    });
  });

  const step: Step = { offered: 10, reached: 10, p50: 5, p99: 50, failed: 0, faults: {} };
  it.each<[string, Partial<Step>, boolean]>([
    ['keeps up', {}, false],
    ['is a little behind', { reached: 9 }, false],
    ['is behind by more than a tenth', { reached: 8.9 }, true],
    ['is as slow as people wait for', { p99: 3_000 }, false],
    ['is slower', { p99: 3_001 }, true],
    ['answers one with a fault', { failed: 1 }, true],
  ])('is saturated or not when it %s', (_, seen, saturated) => {
    expect(isSaturated({ ...step, ...seen })).toBe(saturated);
  });

  it('sends all that is due and counts what gets no answer as failed', async () => {
    const step = await takeStep(1_000, 0.02, async (n) => {
      if (n === 3) throw new Error('nobody there');
      return 200;
    });
    expect(step).toMatchObject({ offered: 1_000, failed: 1, faults: { 0: 1 } });
  });
});
