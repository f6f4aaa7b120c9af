import fc from 'fast-check';
import { monthsBetween } from '../../../src/domain/monitoring/month';
import { pooled } from '../../../src/domain/monitoring/people';
import {
  answeredOf,
  type Evaluated,
  type FrozenBlock,
  hidesEach,
  keepsRule,
  nextBlock,
  releasedOf,
  startAfter,
} from '../../../src/domain/monitoring/release';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { at } from '../../builders';
import { answers, aSession, sessionsGen } from './some-sessions';

const FROZEN = at('2027-06-01T09:00');
const of = (...counts: readonly [string, number][]) =>
  counts.map(([facilitator, count]) => ({ facilitator, answers: count }));

describe('the release rule', () => {
  it.each([
    ['three sessions, two facilitators, five answers', of(['a', 2], ['a', 2], ['b', 1]), true],
    ['four answers', of(['a', 2], ['a', 1], ['b', 1]), false],
    ['two sessions', of(['a', 5], ['b', 5]), false],
    ['one facilitator', of(['a', 3], ['a', 3], ['a', 3]), false],
    ['one session with exactly half', of(['a', 4], ['b', 2], ['a', 2]), true],
    ['one session with more than half', of(['a', 5], ['b', 2], ['a', 2]), false],
    ['a third session nobody answered about', of(['a', 4], ['b', 4], ['b', 0]), false],
    ['a second facilitator nobody answered about', of(['a', 4], ['a', 4], ['a', 4], ['b', 0]), false],
    [
      'a session of nobody known for a second facilitator',
      [...of(['a', 3], ['a', 3]), { answers: 3 }],
      false,
    ],
    ['such a session beside two facilitators', [...of(['a', 3], ['b', 3]), { answers: 3 }], true],
    ['nothing', [], false],
  ] as const)('%s', (_what, sessions, keeps) => {
    expect(keepsRule(sessions, policy)).toBe(keeps);
  });

  it.each([
    ['of three sessions hides each', of(['a', 4], ['a', 4], ['a', 1]), true],
    ['of a third nobody answered about does not', of(['a', 4], ['a', 4], ['a', 0]), false],
  ] as const)('for a facilitator’s own eyes, %s', (_what, sessions, hides) => {
    expect(hidesEach(sessions, policy)).toBe(hides);
  });
});

const enough = (month: string): Evaluated[] => [
  aSession(month),
  aSession(month, { facilitator: 'finn' }),
  aSession(month, { facilitator: 'flo', themes: ['roles', 'capacity'], lessons: ['Write sooner.'] }),
];

describe('a block', () => {
  it('is a month, where a month is enough', () => {
    const block = nextBlock([{ month: '2027-01', sessions: enough('2027-01') }], undefined, FROZEN, policy);
    expect(block).toMatchObject({
      from: '2027-01',
      to: '2027-01',
      sessions: 3,
      answers: 9,
      response: { count: 9, of: 15 },
      frozenAt: FROZEN,
      themes: [
        { code: 'capacity', count: 1 },
        { code: 'roles', count: 1 },
      ],
      lessons: ['Write sooner.'],
    });
  });

  it('has its themes most often ticked first, and its lessons sorted, whichever session they are from', () => {
    const sessions = [
      aSession('2027-01', { themes: ['roles'], lessons: ['Write sooner.'] }),
      aSession('2027-01', { facilitator: 'finn', themes: ['capacity', 'roles'], lessons: ['Ask first.'] }),
      aSession('2027-01', { facilitator: 'flo', themes: ['thresholds'] }),
    ];
    const block = nextBlock([{ month: '2027-01', sessions }], undefined, FROZEN, policy)!;
    expect(block.themes).toEqual([
      { code: 'roles', count: 2 },
      { code: 'capacity', count: 1 },
      { code: 'thresholds', count: 1 },
    ]);
    expect(block.lessons).toEqual(['Ask first.', 'Write sooner.']);
  });

  it('takes in the months after it until there is enough, those with nothing too', () => {
    const months = [
      { month: '2027-01', sessions: enough('2027-01').slice(0, 2) },
      { month: '2027-02', sessions: [] },
      { month: '2027-03', sessions: enough('2027-03') },
      { month: '2027-04', sessions: enough('2027-04') },
    ];
    expect(nextBlock(months, undefined, FROZEN, policy)).toMatchObject({
      from: '2027-01',
      to: '2027-03',
      sessions: 5,
    });
    expect(nextBlock(months.slice(0, 2), undefined, FROZEN, policy)).toBeUndefined();
    expect(nextBlock([], undefined, FROZEN, policy)).toBeUndefined();
  });

  it('goes on with the sequential chart where the block before it ended', () => {
    const drifting = enough('2027-01').map((each) => ({
      ...each,
      people: { ...each.people, drifted: { count: 1, of: 1 } },
    }));
    const first = nextBlock([{ month: '2027-01', sessions: drifting }], undefined, FROZEN, policy)!;
    const second = nextBlock([{ month: '2027-02', sessions: enough('2027-02') }], first, FROZEN, policy)!;
    expect([first.cusum, second.cusum]).toEqual([12, 9]);
    expect([first.signal, second.signal]).toEqual([false, false]);
  });
});

const MONTHS = monthsBetween('2026-01', '2027-06');
const history = fc.tuple(
  ...MONTHS.map((month) => sessionsGen(month, 5).map((sessions) => ({ month, sessions }))),
);

function allBlocks(
  months: readonly { readonly month: string; readonly sessions: readonly Evaluated[] }[],
): FrozenBlock[] {
  const blocks: FrozenBlock[] = [];
  for (;;) {
    const from = blocks.length > 0 ? startAfter(blocks.at(-1)!) : months[0]!.month;
    const block = nextBlock(
      months.filter(({ month }) => month >= from),
      blocks.at(-1),
      FROZEN,
      policy,
    );
    if (!block) return blocks;
    blocks.push(block);
  }
}

describe('blocks of any history', () => {
  it('keep the rule, follow one another without a gap, and none could have ended sooner', () => {
    fc.assert(
      fc.property(history, (months) => {
        let next = MONTHS[0]!;
        for (const block of allBlocks(months)) {
          expect(block.from).toBe(next);
          const within = months.filter(({ month }) => block.from <= month && month <= block.to);
          const sessions = within.flatMap((each) => each.sessions);
          expect(keepsRule(sessions.map(answeredOf), policy)).toBe(true);
          const before = within.slice(0, -1).flatMap((each) => each.sessions);
          expect(keepsRule(before.map(answeredOf), policy)).toBe(false);
          expect(block).toMatchObject(pooled(sessions.map(({ people }) => people)));
          next = startAfter(block);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('stay the same, whatever comes later', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: MONTHS.length }), (months, until) => {
        const early = until === 0 ? [] : allBlocks(months.slice(0, until));
        expect(allBlocks(months).slice(0, early.length)).toEqual(early);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what is shown of blocks', () => {
  const months = ['2027-01', '2027-02', '2027-03'].map((month) => ({
    month,
    sessions: Array.from({ length: 9 }, (_, n) =>
      aSession(month, { facilitator: n % 2 ? 'fay' : 'finn', said: answers(3) }),
    ),
  }));

  it('is the latest whole blocks with at least 20 assessable sessions, and nothing before', () => {
    const blocks = allBlocks(months);
    expect(releasedOf(blocks.slice(0, 2), []).rolling).toBeUndefined();
    expect(releasedOf(blocks, []).rolling).toMatchObject({
      from: '2027-01',
      to: '2027-03',
      sessions: 27,
    });
  });

  it('holds back the months with sessions after the last block, and nothing of how the chart goes on', () => {
    const released = releasedOf(allBlocks(months), ['2027-03', '2027-04', '2027-06']);
    expect(released.heldBack).toEqual(['2027-04', '2027-06']);
    expect(Object.keys(released.blocks[0]!)).not.toContain('chart');
    expect(releasedOf([], ['2027-03'])).toEqual({ blocks: [], heldBack: ['2027-03'] });
  });
});
