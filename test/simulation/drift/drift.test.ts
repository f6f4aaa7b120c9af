import { DRIFT_DESIGN } from '../../../src/domain/monitoring/drift-design';
import { falseAlarmsAYear } from '../../domain/oracle/markov';
import { chanceOf } from '../chance';
import { type Figures, figuresOf, type Setting } from './figures';
import { asTable } from './report';
import { ASSUMED, type HeldSession, type Month, monthsOf, type Telling } from './sessions';
import { driftChart, monthlyXmr, SESSION_LIMITS, sessionBySession, type Way, WATCHERS } from './watchers';

const ALLOWED = DRIFT_DESIGN.falseAlarmsAYear;
const SHORT: Setting = { seed: 1, runs: 150, aMonth: 5, telling: 'every session told' };
const WAYS = Object.keys(WATCHERS) as Way[];

const found = new Map<string, ReturnType<typeof figuresOf>>();

/** Several tests look at the same practices. */
function figures(way: Way, over: Partial<Setting> = {}): Figures {
  const key = JSON.stringify([way, over]);
  if (!found.has(key)) found.set(key, figuresOf({ ...SHORT, ...over }, [way]));
  return found.get(key)!.get(way)!;
}

function aMonth(...drifted: (boolean | undefined)[]): Month {
  return drifted.map((each, n): HeldSession => ({
    facilitator: n,
    answers: each === undefined ? 2 : 5,
    ...(each !== undefined && { drifted: each }),
  }));
}

const drifting = aMonth(true, true, true, false);
const calm = aMonth(false, false, false, false);

describe('The drift chart, watched in short', () => {
  const tellings: Telling[] = ['every session told', 'answers as they come in'];
  it.each([3, 5, 10, 15].flatMap((each) => tellings.map((telling) => [each, telling] as const)))(
    'gives at most one false alarm in ten years at %d sessions a month, %s',
    (each, telling) => {
      const inVain = figures('drift chart', { aMonth: each, telling }).falseAlarmsAYear;
      expect(inVain.mean).toBeLessThanOrEqual(ALLOWED + 3 * inVain.error);
      // The margin is no more than chance: a chart that gave twice as many would be found out.
      expect(3 * inVain.error).toBeLessThan(ALLOWED / 2);
      expect(inVain.mean).toBeGreaterThan(0);
    },
  );

  it.each([5, 15])('raises fewer false alarms than monthly XmR and misses less, at %d a month', (each) => {
    const over = { aMonth: each, telling: SHORT.telling };
    const [ours, monthly] = [figures('drift chart', over), figures('monthly XmR', over)];
    expect(ours.falseAlarmsAYear.mean).toBeLessThan(monthly.falseAlarmsAYear.mean / 2);
    expect(ours.rises.get(0.25)!.missed.mean).toBeLessThan(monthly.rises.get(0.25)!.missed.mean);
    expect(ours.rises.get(0.4)!.missed.mean).toBeLessThan(0.02);
    expect(ours.rises.get(0.4)!.months).toBeLessThan(ours.rises.get(0.25)!.months);
  });

  it('is later and misses more where many do not answer', () => {
    const seen = (telling: Telling) => figures('drift chart', { aMonth: 5, telling }).rises;
    for (const rise of [0.25, 0.4]) {
      const [told, answered] = tellings.map((telling) => seen(telling).get(rise)!);
      expect(answered!.months).toBeGreaterThan(told!.months);
      expect(answered!.missed.mean).toBeGreaterThanOrEqual(told!.missed.mean);
    }
  });

  it('is as soon as session by session, to a month', () => {
    const months = (way: Way) => figures(way, { aMonth: 5, telling: SHORT.telling }).rises.get(0.4)!.months;
    expect(Math.abs(months('drift chart') - months('session by session'))).toBeLessThanOrEqual(1);
  });

  it('comes out the same each time, and otherwise with another seed', () => {
    const table = (seed: number) =>
      asTable(
        [...figuresOf({ ...SHORT, runs: 20, seed }, WAYS)].map(([way, figures]) => ({
          aMonth: 5,
          way,
          figures,
        })),
      );
    expect(table(1)).toBe(table(1));
    expect(table(2)).not.toBe(table(1));
  });
});

describe('The invented sessions', () => {
  const months = (telling: Telling, share: number) =>
    monthsOf(chanceOf('test'), { aMonth: 10, shares: Array<number>(600).fill(share), telling });
  const shareOf = (sessions: Month) => sessions.filter(({ drifted }) => drifted).length / sessions.length;

  it('are as many as asked, drift as often as asked, and all can be assessed where all is told', () => {
    const all = months('every session told', 0.25);
    expect(all.flat().length / all.length).toBeCloseTo(10, 0);
    expect(shareOf(all.flat())).toBeCloseTo(0.25, 1);
    expect(all.flat().filter(({ drifted }) => drifted === undefined)).toEqual([]);
  });

  it('cannot be assessed with fewer than three answers, and never look drifted where they did not', () => {
    const sessions = months('answers as they come in', 0.25).flat();
    for (const { answers, drifted } of sessions)
      expect(drifted === undefined).toBe(answers < ASSUMED.fewestAnswers);
    // Three or more of five, each with 60 %: 68 %.
    const told = sessions.filter(({ drifted }) => drifted !== undefined);
    expect(told.length / sessions.length).toBeCloseTo(0.683, 1);
    expect(shareOf(told)).toBeLessThan(0.25);
    expect(shareOf(told)).toBeGreaterThan(0.18);
    expect(shareOf(months('answers as they come in', 0).flat())).toBe(0);
  });
});

describe('The ways of watching', () => {
  const quiet = Array.from({ length: 14 }, (_, n) => (n % 3 ? calm : aMonth(true, false, false, false)));

  it.each(Object.entries(WATCHERS))(
    '%s sees drift that is plain, and none where there is none',
    (_way, watch) => {
      expect(watch(quiet, 3)).toEqual([]);
      const [first] = watch([...quiet, drifting, drifting, drifting, drifting], 3);
      expect(first).toBeGreaterThanOrEqual(14);
      expect(first).toBeLessThanOrEqual(16);
    },
  );

  it('wait for the end of a block: three sessions, five answers, two facilitators', () => {
    const alone = (month: Month) => month.map((session) => ({ ...session, facilitator: 1 }));
    const two = aMonth(true, true);
    expect(driftChart([two, [], two, two, two], 3)).toEqual([4]);
    expect(driftChart([two, aMonth(true, true, true)], 3)).toEqual([1]);
    expect(driftChart([alone(drifting), alone(drifting), alone(drifting)], 3)).toEqual([]);
    expect(sessionBySession([alone([...drifting, ...drifting]), drifting], 3)).toEqual([1]);
  });

  it('do not count what cannot be assessed', () => {
    const untold = aMonth(undefined, undefined, undefined);
    expect(driftChart([drifting, drifting, untold, untold], 3)).toEqual(driftChart([drifting, drifting], 3));
    expect(monthlyXmr([...quiet, untold, untold, drifting, drifting, drifting], 3)[0]).toBeGreaterThanOrEqual(
      16,
    );
  });

  it.each(Object.entries(SESSION_LIMITS))(
    'session by session at %s a month, has its own lowest limit: %d',
    (each, limit) => {
      const oneByOne = { sizes: [0, 1], months: 1 / Number(each) };
      expect(falseAlarmsAYear(oneByOne, limit)).toBeLessThanOrEqual(ALLOWED);
      expect(falseAlarmsAYear(oneByOne, limit - 1)).toBeGreaterThan(ALLOWED);
    },
  );
});
