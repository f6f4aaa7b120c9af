/**
 * Whoever keeps every release there ever was, with every breakdown of every year and every rolling share, and adds and
 * subtracts them as they like, cannot work out what was held back: no session, no two of them, nothing of one facilitator, no
 * cell that was left out.
 */
import fc from 'fast-check';
import { monthsBetween, yearOf } from '../../../src/domain/monitoring/month';
import {
  answeredOf,
  type Evaluated,
  type FrozenBlock,
  keepsRule,
  nextBlock,
  releasedOf,
  startAfter,
} from '../../../src/domain/monitoring/release';
import { blocksOf, isYearOver, yearlyCells } from '../../../src/domain/monitoring/yearly';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { at } from '../../builders';
import { isInRowSpace } from './rationals';
import { answers, aSession, sessionsGen } from './some-sessions';

type Months = readonly { readonly month: string; readonly sessions: readonly Evaluated[] }[];

const MONTHS = monthsBetween('2026-01', '2027-12');

/** Everything published month by month, as the sessions each figure is a sum of. */
function published(months: Months): { readonly sums: Evaluated[][]; readonly hidden: Evaluated[][] } {
  const blocks: FrozenBlock[] = [];
  const sums: Evaluated[][] = [];
  const hidden: Evaluated[][] = [];
  const years = new Set<number>();
  const within = ({ from, to }: { readonly from: string; readonly to: string }) =>
    months.filter(({ month }) => from <= month && month <= to).flatMap(({ sessions }) => sessions);
  for (const { month: now } of months) {
    const last = blocks.at(-1);
    const from = last ? startAfter(last) : MONTHS[0]!;
    const ready = months.filter(({ month }) => from <= month && month <= now);
    const block = nextBlock(ready, last, at('2028-01-01T09:00'), policy);
    if (!block) continue;
    blocks.push(block);
    sums.push(within(block));
    const { rolling } = releasedOf(blocks, []);
    if (rolling) sums.push(within(rolling));
    const year = yearOf(block.to);
    for (const each of [year - 1, year]) {
      if (years.has(each) || !isYearOver(each, blocks)) continue;
      years.add(each);
      const ofYear = blocksOf(each, blocks).map(within);
      const cells = yearlyCells(ofYear, policy);
      const all = ofYear.flat();
      for (const { code, released } of cells.byAgency)
        (released ? sums : hidden).push(all.filter(({ agency }) => agency === code));
      for (const { code, released } of cells.byLocality)
        (released ? sums : hidden).push(all.filter(({ locality }) => locality === code));
    }
  }
  return { sums, hidden: hidden.filter((each) => each.some(({ people }) => people.answers > 0)) };
}

const history = fc.tuple(
  ...MONTHS.map((month) => sessionsGen(month, 4).map((sessions) => ({ month, sessions }))),
);

/** What may not be known, of those somebody answered about. */
function forbidden(sessions: readonly Evaluated[], hidden: readonly (readonly Evaluated[])[]): Evaluated[][] {
  const singles = sessions.map((each) => [each]);
  const pairs = sessions.flatMap((one, n) => sessions.slice(n + 1, n + 12).map((other) => [one, other]));
  const facilitators = [...new Set(sessions.map(({ facilitator }) => facilitator))];
  const ofOne = facilitators.flatMap((who) => {
    const own = sessions.filter(({ facilitator }) => facilitator === who);
    const months = [...new Set(own.map(({ month }) => month))];
    return [own, ...months.map((month) => own.filter((each) => each.month === month))];
  });
  return [...singles, ...pairs, ...ofOne, ...hidden.map((each) => [...each])];
}

describe('whoever keeps every release', () => {
  it('can work out nothing that was held back', () => {
    let cells = 0;
    fc.assert(
      fc.property(history, (months) => {
        const { sums, hidden } = published(months);
        const isAnswered = ({ people }: Evaluated) => people.answers > 0;
        const sessions = months.flatMap((each) => each.sessions).filter(isAnswered);
        const vector = (of: readonly Evaluated[]) => sessions.map((each) => (of.includes(each) ? 1 : 0));
        const rows = sums.map(vector);
        for (const sum of sums) expect(keepsRule(sum.map(answeredOf), policy)).toBe(true);
        for (const few of forbidden(sessions, hidden)) {
          const asked = few.filter(isAnswered);
          if (keepsRule(asked.map(answeredOf), policy)) continue;
          cells += 1;
          expect(isInRowSpace(rows, vector(asked)) ? asked : undefined).toBeUndefined();
        }
      }),
      { numRuns: 25 },
    );
    expect(cells).toBeGreaterThan(1_000);
  });

  it('would, if cells were judged one by one', () => {
    // Four of an agency, three of them in one locality: each cell keeps the rule, the difference is one session.
    const one = (n: number, over: Partial<Evaluated>) =>
      aSession('2026-03', { facilitator: n % 2 ? 'fay' : 'finn', ...over });
    const sessions = [
      ...[0, 1, 2].map((n) => one(n, { agency: 'cs', locality: 'north' })),
      one(3, { agency: 'cs', locality: 'west' }),
      ...[4, 5, 6, 7].map((n) => one(n, { agency: 'ed', locality: 'west' })),
    ];
    const vector = (is: (each: Evaluated) => boolean) => sessions.map((each) => (is(each) ? 1 : 0));
    const byCell = [vector(({ agency }) => agency === 'cs'), vector(({ locality }) => locality === 'north')];
    expect(isInRowSpace(byCell, [0, 0, 0, 1, 0, 0, 0, 0])).toBe(true);
    const { byAgency, byLocality } = yearlyCells([sessions], policy);
    const shown = [...byAgency, ...byLocality].filter(({ released }) => released).map(({ code }) => code);
    expect(shown.sort()).toEqual(['north', 'west']);
  });
});

describe('a breakdown of a year', () => {
  const some = (agency: string, count: number, from = 0) =>
    Array.from({ length: count }, (_, n) =>
      aSession('2026-03', { agency, facilitator: (from + n) % 2 ? 'fay' : 'finn', said: answers(3) }),
    );
  const shownOf = (sessions: readonly Evaluated[]) =>
    yearlyCells([sessions], policy)
      .byAgency.filter(({ released }) => released)
      .map(({ code, released }) => [code, released!.sessions]);

  it('shows every cell where each may be shown', () => {
    expect(shownOf([...some('cs', 4), ...some('ed', 3), ...some('hl', 3)])).toEqual([
      ['cs', 4],
      ['ed', 3],
      ['hl', 3],
    ]);
  });

  it('hides another beside one that has to be hidden, or it would be what is left', () => {
    expect(shownOf([...some('cs', 6), ...some('ed', 4), ...some('hl', 2)])).toEqual([['cs', 6]]);
  });

  it('hides several where together they can hide each other', () => {
    expect(shownOf([...some('cs', 6), ...some('ed', 2), ...some('hl', 2)])).toEqual([['cs', 6]]);
  });

  it('hides everything where nothing may be shown, and of nothing', () => {
    expect(shownOf(some('cs', 2))).toEqual([]);
    expect(shownOf([])).toEqual([]);
    expect(yearlyCells([], policy).byLocality).toEqual(policy.localities.map(({ code }) => ({ code })));
  });
});
