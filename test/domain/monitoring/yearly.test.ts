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

  it('is hidden where it tells, with several others, one that may not be shown for another reason', () => {
    // Of Police one session has more than half of the answers. It is what is left of its block without three agencies.
    const police = (locality: string, said: number, n: number) =>
      some(1, said, { agency: 'po', locality, ...turn(n) });
    const block = (asked: readonly string[]) => [
      ...[...police('north', 20, 0), ...police('west', 3, 1), ...police('norwich', 3, 0)],
      ...asked.flatMap((agency) => [
        ...some(4, 3, { agency, locality: 'north' }),
        ...some(1, 3, { agency, locality: 'west', ...turn(0) }),
        ...some(1, 3, { agency, locality: 'norwich', ...turn(1) }),
      ]),
      ...some(1, 3, { agency: 'hl', locality: 'north' }),
      ...some(5, 3, { agency: 'hl', locality: 'west' }),
      ...some(5, 3, { agency: 'hl', locality: 'norwich' }),
    ];
    const other = [
      ...some(7, 3, { agency: 'vs' }),
      ...some(2, 4, { agency: 'pr' }),
      ...some(2, 4, { agency: 'ho' }),
    ];
    expect(shownOf([block(['cs', 'ed']), other]).sort()).toEqual([
      'cs 6/18',
      'hl 11/33',
      'north 10/47',
      'norwich 8/24',
      'vs 7/21',
      'west 8/24',
    ]);
  });

  it('is shown where another that is not within it leaves few of it', () => {
    const ed = some(6, 3, { agency: 'ed' });
    const cs = some(4, 3, { agency: 'cs' });
    const blocks = [
      [...ed.slice(0, 2), ...cs.slice(0, 3)],
      [...cs.slice(3), ...ed.slice(2)],
    ];
    expect(shownOf(blocks)).toEqual(['cs 4/12', 'ed 6/18']);
  });

  it.each([
    ['cs', 'ed', 'hl'],
    ['ed', 'cs', 'hl'],
    ['hl', 'ed', 'cs'],
  ])(
    'of two that cannot both be shown, and are as large, is the first by its code: %s, %s, %s',
    (...agencies) => {
      const block = agencies.flatMap((agency) => some(agency === 'hl' ? 1 : 4, 3, { agency }));
      expect(shownOf([block])).toEqual(['cs 4/12']);
    },
  );

  it('is of the sessions somebody answered about', () => {
    const blocks = [[...some(4, 3, { agency: 'cs' }), ...some(2, 0, { agency: 'cs' })]];
    expect(shownOf(blocks)).toEqual(['cs 4/12']);
    expect(shownOf([some(4, 0, { agency: 'cs' })])).toEqual([]);
  });

  it('of a session without a locality is none: all together still are what is left', () => {
    const blocks = [[...some(4, 3, { locality: 'north' }), ...some(1, 3, {})]];
    expect(shownOf(blocks)).toEqual(['cs 5/15']);
    // Nor are they one that would be shown before others, and hide them.
    const none = [...some(4, 3, { agency: 'cs' }), ...some(1, 3, { agency: 'ed' })];
    expect(shownOf([[...none, ...some(3, 3, { agency: 'ed', locality: 'north' })]])).toEqual([
      'cs 4/12',
      'ed 4/12',
    ]);
  });

  it('by agency is not the one by locality of the same code', () => {
    const twice = { ...policy, localities: [{ code: 'cs', name: 'Castle Acre' }] };
    const { byAgency, byLocality } = yearlyCells([[...some(4, 3, { agency: 'ed', locality: 'cs' })]], twice);
    expect(byLocality.map(({ released }) => released?.sessions)).toEqual([4]);
    expect(byAgency.filter(({ released }) => released).map(({ code }) => code)).toEqual(['ed']);
  });
});
