import type { Ended, RequestFact } from '../../../src/domain/monitoring/facts';
import { summaryOf } from '../../../src/domain/monitoring/month-summary';
import { atTheTable, atTheTableIn, breakdownsOf, talliesOf } from '../../../src/domain/monitoring/tallies';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { at } from '../../builders';
import { aSession } from './some-sessions';

const DECEMBER = '2026-12';
const JANUARY = '2027-01';
const FEBRUARY = '2027-02';
const months = [JANUARY, FEBRUARY];

function ending(id: string, as: Ended['as'], code: string, day = '2027-01-20'): RequestFact {
  return { id, asked: JANUARY, closedAt: at(`${day}T09:00`), ended: { as, code } };
}

const facts: readonly RequestFact[] = [
  ending('a', 'redirected', 'tafs'),
  ending('b', 'cancelled', 'too-few'),
  ending('c', 'cancelled', 'not-needed'),
  ending('d', 'cancelled', 'not-needed', '2027-02-03'),
  ending('e', 'not-held', 'unknown', '2027-02-04'),
  { id: 'f', asked: DECEMBER, session: aSession(FEBRUARY, { came: ['cs', 'ed'] }) },
  { id: 'g', asked: DECEMBER, session: aSession(DECEMBER, { came: ['cs', 'gone'] }) },
];
const summaries = new Map([DECEMBER, ...months].map((month) => [month, summaryOf(month, facts)]));
const tallies = talliesOf(months, summaries, new Map([[FEBRUARY, { tafs: 2, cads: 5 }]]));

describe('what a month came to', () => {
  it('has doors shown before asking in their own month, with those redirected after', () => {
    expect(tallies.map(({ ended }) => ended.redirected)).toEqual([{ tafs: 1 }, { cads: 5, tafs: 2 }]);
  });

  it('is there for every month, also one with nothing', () => {
    const [empty] = talliesOf(['2027-03'], summaries, new Map());
    expect(empty).toMatchObject({ month: '2027-03', requests: 0, held: 0, recorded: 0, agencies: {} });
  });
});

describe('reasons over several months', () => {
  it('are of these months and no other, most often first', () => {
    const { ended } = breakdownsOf(tallies);
    expect(ended.cancelled).toEqual([
      { code: 'not-needed', count: 2 },
      { code: 'too-few', count: 1 },
    ]);
    expect(ended.redirected).toEqual([
      { code: 'cads', count: 5 },
      { code: 'tafs', count: 3 },
    ]);
    expect(breakdownsOf(tallies.slice(1)).ended.cancelled).toEqual([{ code: 'not-needed', count: 1 }]);
  });

  it('are in the order of their codes where they are as many', () => {
    const shown = talliesOf(
      [FEBRUARY],
      summaries,
      new Map([[FEBRUARY, { tafs: 2, ypas: 5, cads: 2, beds: 2 }]]),
    );
    const codes = breakdownsOf(shown).ended.redirected.map(({ code }) => code);
    expect(codes).toEqual(['ypas', 'beds', 'cads', 'tafs']);
  });

  it('say of how many requests and of how many booked sessions', () => {
    expect(breakdownsOf(tallies)).toMatchObject({ requests: 5, booked: 5 });
    expect(breakdownsOf(tallies.slice(1))).toMatchObject({ requests: 0, booked: 3 });
    expect(breakdownsOf([])).toMatchObject({ requests: 0, booked: 0 });
  });
});

describe('agencies at the table', () => {
  it('are those of the list, also with none, and codes no longer listed', () => {
    const { agencies, held, recorded } = atTheTableIn(2026, summaries, policy);
    expect([held, recorded]).toEqual([1, 1]);
    expect(agencies).toHaveLength(policy.agencies.length + 1);
    expect(agencies.filter(({ sessions }) => sessions > 0).map(({ code }) => code)).toEqual(['cs', 'gone']);
  });

  it('are of the months asked for alone', () => {
    expect(atTheTable(tallies.slice(0, 1), policy)).toMatchObject({ held: 0, recorded: 0 });
    expect(atTheTable(tallies, policy).agencies.slice(0, 3)).toEqual([
      { code: 'cs', sessions: 1 },
      { code: 'ed', sessions: 1 },
      { code: 'hl', sessions: 0 },
    ]);
  });
});
