import fc from 'fast-check';
import type { RequestFact } from '../../../src/domain/monitoring/facts';
import { added, meanDays, summaryOf, together } from '../../../src/domain/monitoring/month-summary';
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
    const summary = summaryOf(FEBRUARY, both);
    expect(summary).toMatchObject({ held: 2, recorded: 1 });
    expect(summary.agencies).toEqual({ cs: 1, ed: 1 });
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

describe('counts together', () => {
  it.each([
    [[{ c: 1 }, { a: 2 }, { b: 1 }], '{"a":2,"b":1,"c":1}'],
    [[{ a: 1, b: 2 }, { a: 3 }], '{"a":4,"b":2}'],
    [[{}], '{}'],
    [[], '{}'],
  ])('are the same text in whatever order they come: %j', (each, text) => {
    expect(JSON.stringify(added(each))).toBe(text);
    expect(JSON.stringify(added([...each].reverse()))).toBe(text);
  });

  it.each([
    [{ 2: 3, 8: 1 }, 3.5],
    [{ 0: 2 }, 0],
    [{}, undefined],
  ])('of days %j have a mean of %s', (counts, mean) => {
    expect(meanDays(counts)).toBe(mean);
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
    expect(monthsShown(new Map([...summaries].reverse()), '2027-04')).toEqual([JANUARY, FEBRUARY, '2027-03']);
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

describe('what is shown month by month', () => {
  it('has its unit, which way is better, and the target that policy sets', () => {
    const target = policy.answerTargetDays;
    expect(seriesOf([], new Map(), policy)).toEqual([
      { id: 'requests', unit: 'count', better: 'neutral', points: [] },
      { id: 'days-to-answer', unit: 'working-days', better: 'decrease', target, points: [] },
      { id: 'days-to-offer', unit: 'working-days', better: 'decrease', points: [] },
      {
        id: 'days-to-session',
        unit: 'working-days',
        better: 'decrease',
        target: policy.sessionTargetDays,
        points: [],
      },
      { id: 'held', unit: 'count', better: 'increase', points: [] },
      { id: 'cancelled', unit: 'count', better: 'decrease', points: [] },
      { id: 'unmatched', unit: 'count', better: 'decrease', points: [] },
      { id: 'participants', unit: 'count', better: 'neutral', points: [] },
    ]);
  });

  it('is each its own figure, and nothing where there was nothing to wait for', () => {
    const ended: readonly RequestFact[] = [
      ...facts,
      {
        id: 'e',
        asked: JANUARY,
        closedAt: at('2027-02-05T09:00'),
        ended: { as: 'cancelled', code: 'too-few' },
      },
      { id: 'f', asked: JANUARY, closedAt: at('2027-02-06T09:00'), ended: { as: 'unmatched', code: 'cap' } },
      { id: 'g', asked: JANUARY, closedAt: at('2027-02-07T09:00'), ended: { as: 'unmatched', code: 'cap' } },
    ];
    const summaries = new Map([JANUARY, FEBRUARY].map((month) => [month, summaryOf(month, ended)]));
    const points = Object.fromEntries(
      seriesOf([JANUARY, FEBRUARY], summaries, policy).map(({ id, points: of }) => [
        id,
        of.map(({ month: _, ...each }) => each),
      ]),
    );
    expect(points).toEqual({
      requests: [
        { value: 6, of: 6 },
        { value: 0, of: 0 },
      ],
      'days-to-answer': [{ value: 2.5, of: 2 }, { of: 0 }],
      'days-to-offer': [{ of: 0 }, { value: 20, of: 1 }],
      'days-to-session': [{ of: 0 }, { value: 15, of: 1 }],
      held: [
        { value: 0, of: 0 },
        { value: 1, of: 1 },
      ],
      cancelled: [
        { value: 0, of: 0 },
        { value: 1, of: 1 },
      ],
      unmatched: [
        { value: 0, of: 0 },
        { value: 2, of: 2 },
      ],
      participants: [
        { value: 0, of: 0 },
        { value: 6, of: 1 },
      ],
    });
  });
});
