import fc from 'fast-check';
import type { RequestFact } from '../../../src/domain/monitoring/facts';
import { summaryOf, together } from '../../../src/domain/monitoring/month-summary';
import { monthsShown, seriesOf } from '../../../src/domain/monitoring/months';
import type { MonthlyId } from '../../../src/domain/monitoring/monitoring';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { at } from '../../builders';
import { aSession } from './some-sessions';

const JANUARY = '2027-01';
const FEBRUARY = '2027-02';

const facts: readonly RequestFact[] = [
  { id: 'a', asked: JANUARY, answered: { month: JANUARY, days: 1 }, offered: { month: FEBRUARY, days: 20 } },
  {
    id: 'b',
    asked: JANUARY,
    answered: { month: JANUARY, days: 4 },
    closedAt: at('2027-02-03T09:00'),
    ended: { as: 'declined', code: 'outside-norfolk' },
  },
  {
    id: 'c',
    asked: JANUARY,
    met: { month: FEBRUARY, days: 15 },
    closedAt: at('2027-03-01T09:00'),
    session: aSession(FEBRUARY, { came: ['cs', 'ed', 'ed'], invited: 6 }),
  },
];

describe('what a month comes to', () => {
  it('counts each thing in the month it happened in', () => {
    expect(summaryOf(JANUARY, facts)).toMatchObject({
      requests: 3,
      held: 0,
      waits: { answered: { 1: 1, 4: 1 }, offered: {}, met: {} },
      ended: { declined: {} },
    });
    expect(summaryOf(FEBRUARY, facts)).toMatchObject({
      requests: 0,
      held: 1,
      recorded: 1,
      participants: 6,
      waits: { answered: {}, offered: { 20: 1 }, met: { 15: 1 } },
      ended: { declined: { 'outside-norfolk': 1 } },
      agencies: { cs: 1, ed: 1 },
    });
  });

  it('counts a session nobody recorded as held, and as not recorded', () => {
    const session = aSession(FEBRUARY);
    const { came: _came, ...unrecorded } = { ...session, came: undefined };
    const both = [facts[2]!, { id: 'd', asked: JANUARY, session: unrecorded }];
    expect(summaryOf(FEBRUARY, both)).toMatchObject({ held: 2, recorded: 1, agencies: { cs: 1, ed: 1 } });
  });

  it('is the same however its facts are parted', () => {
    fc.assert(
      fc.property(fc.subarray([...facts]), (some) => {
        const rest = facts.filter((each) => !some.includes(each));
        const parts = [some, rest].map((part) => summaryOf(FEBRUARY, part));
        expect(together(parts)).toEqual(summaryOf(FEBRUARY, facts));
      }),
    );
  });
});

describe('monthly series', () => {
  const summaries = new Map([JANUARY, FEBRUARY].map((month) => [month, summaryOf(month, facts)]));
  const pointsOf = (id: MonthlyId, months = [JANUARY, FEBRUARY, '2027-03']) =>
    seriesOf(months, summaries, policy).find((each) => each.id === id)!.points;

  it('have a mean of days where there are any, and say of how many', () => {
    expect(pointsOf('days-to-answer')).toEqual([
      { month: JANUARY, value: 2.5, of: 2 },
      { month: FEBRUARY, of: 0 },
      { month: '2027-03', of: 0 },
    ]);
  });

  it('have a count of 0 in a month with nothing', () => {
    expect(pointsOf('requests').map(({ value }) => value)).toEqual([3, 0, 0]);
    expect(pointsOf('held').map(({ value }) => value)).toEqual([0, 1, 0]);
    expect(pointsOf('participants')[1]).toEqual({ month: FEBRUARY, value: 6, of: 1 });
  });

  it('are of at most 24 whole months, and of none before the first', () => {
    expect(monthsShown(summaries, '2027-04')).toEqual([JANUARY, FEBRUARY, '2027-03']);
    expect(monthsShown(summaries, JANUARY)).toEqual([]);
    expect(monthsShown(new Map(), '2027-04')).toEqual([]);
    const later = monthsShown(summaries, '2030-01');
    expect([later.length, later[0], later.at(-1)]).toEqual([24, '2028-01', '2029-12']);
  });

  it('have the targets of the policy', () => {
    const series = seriesOf([], summaries, { ...policy, answerTargetDays: 3, sessionTargetDays: 30 });
    const targets = series.filter(({ target }) => target !== undefined).map(({ id, target }) => [id, target]);
    expect(targets).toEqual([
      ['days-to-answer', 3],
      ['days-to-session', 30],
    ]);
  });
});
