/** What is shown of a year by agency and by locality, where the year has several blocks. */
import { blocksOf, isYearOver, yearlyCells } from '../../../src/domain/monitoring/yearly';
import type { Evaluated, FrozenBlock } from '../../../src/domain/monitoring/release';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { answers, aSession } from './some-sessions';

const aBlock = (from: string, to: string) => ({ from, to }) as FrozenBlock;

describe('The blocks of a year', () => {
  it.each([
    ['2026-01', '2026-12', true],
    ['2026-06', '2026-06', true],
    ['2025-12', '2026-01', false],
    ['2026-12', '2027-01', false],
    ['2025-11', '2025-12', false],
    ['2027-01', '2027-02', false],
  ])('have that from %s to %s: %s', (from, to, expected) => {
    expect(blocksOf(2026, [aBlock(from, to)])).toHaveLength(expected ? 1 : 0);
  });

  it.each<[readonly [string, string][], boolean]>([
    [[], false],
    [[['2026-01', '2026-11']], false],
    [[['2026-01', '2026-12']], true],
    [
      [
        ['2026-01', '2026-11'],
        ['2026-12', '2027-01'],
      ],
      true,
    ],
    [[['2025-11', '2025-12']], false],
  ])('are all there once one reaches its end: %j', (blocks, expected) => {
    expect(
      isYearOver(
        2026,
        blocks.map(([from, to]) => aBlock(from, to)),
      ),
    ).toBe(expected);
  });
});

/** So many sessions, of two facilitators in turn. */
const some = (count: number, said: number, over: Partial<Evaluated>): Evaluated[] =>
  Array.from({ length: count }, (_, n) =>
    aSession('2026-03', { facilitator: n % 2 ? 'fay' : 'finn', said: answers(said), ...over }),
  );
const BLOCKS = [0, 1, 2];
const turn = (block: number) => ({ facilitator: block % 2 ? 'fay' : 'finn' });

function shownOf(blocks: readonly (readonly Evaluated[])[]): string[] {
  const { byAgency, byLocality } = yearlyCells(blocks, policy);
  return [...byAgency, ...byLocality].flatMap(({ code, released }) =>
    released ? [`${code} ${released.sessions}/${released.answers}`] : [],
  );
}

describe('A cell of a year', () => {
  const others = ['ed', 'hl', 'po'];

  it.each([
    ['is hidden where what is left besides is of too few answers, although of three blocks', 1, []],
    ['is shown where that is enough', 3, ['cs 9/27']],
  ])('%s', (_what, said, expected) => {
    const blocks = BLOCKS.map((block) => [
      ...some(3, 3, { agency: 'cs' }),
      ...some(1, said, { agency: others[block]!, ...turn(block) }),
    ]);
    expect(shownOf(blocks)).toEqual(expected);
  });

  it.each([
    ['is hidden where it tells a few of a larger one', 1, ['cs 12/30', 'ed 9/27']],
    ['is shown where those are enough', 3, ['cs 12/36', 'ed 9/27', 'north 9/27', 'west 12/36']],
  ])('%s', (_what, said, expected) => {
    const blocks = BLOCKS.map((block) => [
      ...some(3, 3, { agency: 'cs', locality: 'north' }),
      ...some(1, said, { agency: 'cs', locality: 'west', ...turn(block) }),
      ...some(3, 3, { agency: 'ed', locality: 'west' }),
    ]);
    expect(shownOf(blocks).sort()).toEqual(expected);
  });

  it('is of the sessions somebody answered about', () => {
    const blocks = [[...some(4, 3, { agency: 'cs' }), ...some(2, 0, { agency: 'cs' })]];
    expect(shownOf(blocks)).toEqual(['cs 4/12']);
    expect(shownOf([some(4, 0, { agency: 'cs' })])).toEqual([]);
  });

  it('of a session without a locality is none: all together still are what is left', () => {
    const blocks = [[...some(4, 3, { locality: 'north' }), ...some(1, 3, {})]];
    expect(shownOf(blocks)).toEqual(['cs 5/15']);
  });

  it('by agency is not the one by locality of the same code', () => {
    const twice = { ...policy, localities: [{ code: 'cs', name: 'Castle Acre' }] };
    const { byAgency, byLocality } = yearlyCells([[...some(4, 3, { agency: 'ed', locality: 'cs' })]], twice);
    expect(byLocality.map(({ released }) => released?.sessions)).toEqual([4]);
    expect(byAgency.filter(({ released }) => released).map(({ code }) => code)).toEqual(['ed']);
  });
});
