import { DRIFT_DESIGN, limitFor } from '../../../src/domain/monitoring/drift-design';
import { byChance, falseAlarmsAYear, steady } from '../oracle/markov';

const { baseline, target, falseAlarmsAYear: ALLOWED, limits, drifted, other } = DRIFT_DESIGN;

describe('The design of the drift chart', () => {
  it.each(Array.from({ length: 20 }, (_, n) => n + 1).concat(25, 30))(
    'has at most one false alarm in ten years with %d sessions a month',
    (aMonth) => {
      const limit = limitFor(12 * aMonth);
      expect(falseAlarmsAYear(steady(aMonth), limit)).toBeLessThanOrEqual(ALLOWED);
      expect(falseAlarmsAYear(byChance(aMonth), limit)).toBeLessThanOrEqual(ALLOWED);
    },
  );

  it.each(limits.filter(({ sessions }) => sessions < Infinity))(
    'has no higher limit than that needs: one less than $limit is too low for $sessions a year',
    ({ sessions, limit }) => {
      const worst = Math.max(
        falseAlarmsAYear(steady(sessions / 12), limit - 1),
        falseAlarmsAYear(byChance(sessions / 12), limit - 1),
      );
      expect(worst).toBeGreaterThan(ALLOWED);
    },
  );

  it('rises with the sessions, and has a limit for every number of them', () => {
    const found = Array.from({ length: 500 }, (_, sessions) => limitFor(sessions));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect([limitFor(0), limitFor(36), limitFor(36.1), limitFor(1e6)]).toEqual([18, 18, 19, 26]);
  });

  it('stays where it is at one in five, falls at the baseline, and climbs at the target', () => {
    const climb = (share: number) => drifted * share + other * (1 - share);
    expect(climb(0.2)).toBeCloseTo(0, 10);
    expect(climb(baseline)).toBeLessThan(0);
    expect(climb(target)).toBeGreaterThan(0);
  });

  it('weighs sessions as the likelihood of 26 % against the baseline does, to a whole number', () => {
    const ratio = Math.log(0.26 / baseline) / Math.log((1 - baseline) / (1 - 0.26));
    expect(Math.round(ratio)).toBe(drifted / -other);
    expect(ratio).toBeCloseTo(4, 1);
  });
});

describe('The Markov chain', () => {
  it('counts what can be counted by hand: with a limit of 4, the first drifted session is an alarm', () => {
    expect(falseAlarmsAYear(steady(1), 4)).toBeCloseTo(12 * baseline, 10);
    // Of two sessions a month, either both drift, or one does: 8 and 3.
    expect(falseAlarmsAYear(steady(2), 8)).toBeGreaterThan(12 * baseline ** 2);
    expect(falseAlarmsAYear(steady(2), 3)).toBeCloseTo(12 * (1 - (1 - baseline) ** 2), 10);
  });

  it('has blocks of at least three sessions, which take longer the fewer there are', () => {
    const { sizes, months } = byChance(1);
    expect(sizes.slice(0, 3)).toEqual([0, 0, 0]);
    expect(sizes.reduce((total, each) => total + each, 0)).toBeCloseTo(1, 9);
    expect(sizes.reduce((total, each, size) => total + each * size, 0)).toBeCloseTo(months, 9);
    expect(byChance(15).months).toBeCloseTo(1, 3);
  });
});
