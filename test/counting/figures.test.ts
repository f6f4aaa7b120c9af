import { createFactKeeping } from '../../src/counting/fact-keeping';
import { createFeedback, createFigures } from '../../src/counting/figures';
import { createReleasing } from '../../src/counting/releasing';
import { defaultPolicy as policy } from '../../src/domain/policy';
import type {
  FeedbackKnown,
  MonthlyId,
  Monitoring,
  OwnFeedback,
} from '../../src/domain/monitoring/monitoring';
import type { Request } from '../../src/domain/request';
import type { Outcome } from '../../src/domain/outcome';
import { aFacilitator, aMatch, aRequest, aReservation, aSlot, at, theCoordinator } from '../builders';
import { aStory, evaluationsOf, FACILITATORS, requestId, requestsOf, type Story } from '../closed-requests';
import { answers } from '../domain/monitoring/some-sessions';
import { createMemoryFigures } from '../memory/figures';

const NOW = at('2026-06-10T09:00');

const redirected: Outcome = { kind: 'declined', reason: 'another-door', door: 'tafs', by: theCoordinator };

/** Four sessions a month from January to April, and one request that was redirected. */
const stories: Story[] = [
  ...['2026-01', '2026-02', '2026-03', '2026-04'].flatMap((month, m) =>
    [0, 1, 2, 3].map((n) =>
      aStory({
        id: requestId(m * 4 + n),
        day: `${month}-0${n + 1}`,
        facilitator: FACILITATORS[n % 2]!,
        answers: answers(4),
      }),
    ),
  ),
  aStory({ id: requestId(40), day: '2026-03-10', outcome: redirected }),
];

interface World {
  readonly open?: readonly Request[];
  readonly pool?: Parameters<typeof createFigures>[0]['pool'];
}

async function figures({ open = [], pool = { all: async () => [] } }: World = {}, some = stories) {
  const rows = createMemoryFigures();
  const requests = requestsOf([...stories, ...some]);
  const needs = { requests, evaluations: evaluationsOf(some), rows, policy };
  const keeping = createFactKeeping(needs);
  for (const { request } of some) await keeping.keep(request);
  await createReleasing({ workbench: { open: async () => [] }, requests, rows, policy }).freeze(NOW);
  const counted = [
    { kind: 'door-tafs', agency: 'cs', month: '2026-05', count: 2 },
    { kind: 'door-cads', agency: 'unknown', month: '2026-05', count: 1 },
    { kind: 'door-jags', agency: 'cs', month: '2026-05', count: 9 },
    { kind: 'something-else', agency: 'cs', month: '2026-05', count: 9 },
  ];
  const tally = { counts: async (month: string) => counted.filter((each) => each.month === month) };
  return createFigures({ ...needs, openRequests: { all: async () => open }, pool, tally });
}

const valuesOf = ({ series }: Monitoring, id: MonthlyId) =>
  series.find((each) => each.id === id)!.points.map(({ value }) => value);

describe('what monitoring shows', () => {
  it('is whole months of counts, and of people what was released', async () => {
    const shown = await (await figures()).monitoring(NOW);
    expect(shown.months).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']);
    expect(valuesOf(shown, 'requests')).toEqual([4, 4, 5, 4, 0]);
    expect(valuesOf(shown, 'held')).toEqual([4, 4, 4, 4, 0]);
    expect(shown.released.blocks.map(({ from }) => from)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
    ]);
    expect(shown.released.blocks.at(-1)).toMatchObject({ limit: 19 });
    expect(shown.released.heldBack).toEqual([]);
    expect(shown.released.rolling).toBeUndefined();
  });

  it('counts doors shown before asking with those after, and not the door to asking', async () => {
    const { tallies } = await (await figures()).monitoring(NOW);
    expect(tallies.map(({ month, ended }) => [month, ended.redirected])).toEqual([
      ['2026-01', {}],
      ['2026-02', {}],
      ['2026-03', { tafs: 1 }],
      ['2026-04', {}],
      ['2026-05', { cads: 1, tafs: 2 }],
    ]);
  });

  it('counts doors of every month shown, not of the last twelve alone', async () => {
    const { tallies } = await (await figures()).monitoring(at('2027-12-10T09:00'));
    expect(tallies).toHaveLength(23);
    expect(tallies.find(({ month }) => month === '2026-05')!.ended.redirected).toEqual({ cads: 1, tafs: 2 });
  });

  it('counts what is open as far as it has come, and changes nothing of it when it closes', async () => {
    const last = stories[15]!.request;
    const { session, facilitatedBy, outcome: _outcome, closedAt: _at, ...kept } = last;
    const open: Request = aRequest.held({
      ...kept,
      state: 'held',
      match: aMatch({ slot: session!.slot, facilitator: { ...aFacilitator(), id: facilitatedBy! } }),
      evaluating: { closesAt: NOW, invited: session!.invited, agencies: [] },
      record: session!.record!,
    });
    const before = await figures(
      { open: [open] },
      stories.filter(({ request }) => request !== last),
    );
    const after = await figures();
    const [one, other] = await Promise.all([before, after].map((each) => each.monitoring(NOW)));
    for (const id of ['requests', 'held', 'participants', 'days-to-answer'] as const)
      expect([id, valuesOf(one!, id)]).toEqual([id, valuesOf(other!, id)]);
    expect(one!.years).toEqual(other!.years);
  });

  it('counts sessions by agency for the year, and shows no cell of a year that is not over', async () => {
    const { years } = await (await figures()).monitoring(NOW);
    expect(years.map(({ year }) => year)).toEqual([2026]);
    expect(years[0]).toMatchObject({ held: 16, recorded: 16 });
    expect(years[0]!.agencies.slice(0, 3)).toEqual([
      { code: 'cs', sessions: 16 },
      { code: 'ed', sessions: 16 },
      { code: 'hl', sessions: 0 },
    ]);
    expect(years[0]!.byAgency.every(({ released }) => released === undefined)).toBe(true);
    const later = await (await figures()).monitoring(at('2027-02-10T09:00'));
    expect(later.years.map(({ year }) => year)).toEqual([2026, 2027]);
  });

  it('is nothing at all, of nothing', async () => {
    const shown = await (await figures({}, [])).monitoring(NOW);
    expect(shown.months).toEqual([]);
    expect(shown.released).toEqual({ blocks: [], heldBack: [] });
    expect(shown.now).toMatchObject({ waiting: 0, longestWaitDays: 0, unmatched: 0 });
  });

  it('says what waits now, and how the pool is used, without names', async () => {
    const trained = (id: string, over = {}) =>
      aFacilitator({ id, name: `Somebody ${id}`, trainedUntil: '2027-03-31', ...over });
    const session = aReservation({ slot: aSlot('2026-05-08T10:00') });
    const entries = [
      {
        facilitator: trained('a'),
        reservations: [session, aReservation({ slot: aSlot('2026-04-08T10:00') })],
      },
      { facilitator: trained('b', { trainedUntil: '2026-07-01' }), reservations: [session] },
      { facilitator: trained('c', { joinedOn: '2025-01-01' }), reservations: [] },
      { facilitator: trained('d', { leftOn: '2026-06-01' }), reservations: [session] },
      { facilitator: trained('e'), reservations: [{ ...session, observes: true as const }] },
    ];
    const open = [
      aRequest.submitted({ submittedAt: at('2026-06-01T10:00') }),
      aRequest.submitted({
        submittedAt: at('2026-06-08T10:00'),
        matches: { round: 1, foundAt: NOW, best: [], calendars: { seen: 0, asked: 0 }, removed: { cap: 3 } },
      }),
      aRequest.booked(),
    ];
    const { now } = await (await figures({ open, pool: { all: async () => entries } })).monitoring(NOW);
    expect(now).toEqual({
      waiting: 2,
      longestWaitDays: 7,
      unmatched: 1,
      pool: {
        inForce: 4,
        used: 2,
        load: [
          { sessions: 0, facilitators: 2 },
          { sessions: 1, facilitators: 1 },
          { sessions: 2, facilitators: 1 },
        ],
        trainingRunningOut: 1,
        outOfPractice: 1,
      },
    });
    expect(JSON.stringify(now)).not.toContain('Somebody');
  });
});

describe('what a facilitator sees of their own', () => {
  /** Two sessions a month of each of three. */
  const busy = ['2026-01', '2026-02', '2026-03', '2026-04'].flatMap((month, m) =>
    [0, 1, 2, 3, 4, 5].map((n) =>
      aStory({
        id: requestId(m * 6 + n),
        day: `${month}-0${n + 1}`,
        facilitator: FACILITATORS[n % 3]!,
        answers: answers(4),
      }),
    ),
  );
  const closedAt = (story: Story, at: number): Story => ({
    ...story,
    request: { ...story.request, closedAt: at },
  });

  it('is their own sessions of frozen months, in whole groups', async () => {
    const each = await figures({}, busy);
    expect(await each.own(FACILITATORS[0])).toMatchObject({ sessions: 6, answers: 24 });
    expect(await each.own('fac11111-0000-4000-8000-000000000009')).toBeUndefined();
  });

  it('is none of months of which too little is left without them: what others said could be worked out', async () => {
    // Of two, taking one's own away leaves the other's alone.
    expect(await (await figures()).own(FACILITATORS[0])).toBeUndefined();
  });

  it('is none of a session that was closed after its months were frozen', async () => {
    const late = busy.map((each) => (each.request.id < requestId(6) ? closedAt(each, NOW + 1) : each));
    expect(await (await figures({}, late)).own(FACILITATORS[0])).toMatchObject({ sessions: 6 });
    const never = await figures(
      {},
      busy.map((each) => closedAt(each, NOW + 1)),
    );
    expect(await never.own(FACILITATORS[0])).toBeUndefined();
  });
});

describe('What a facilitator is shown of their own', () => {
  const own = { sessions: 3, answers: 12 } as OwnFeedback;
  const told: string[] = [];
  const log = { error: (_fields: object, message: string) => void told.push(message) };

  it('is left out where it cannot be read, and keeps nobody from anything', async () => {
    const directory = {
      isCoordinator: () => Promise.reject(new Error('Graph is down')),
      isQuality: async () => false,
    };
    const feedbackOf = createFeedback({ figures: { own: async () => own }, directory, log });
    expect(await feedbackOf('fay')).toBeUndefined();
    expect(told).toHaveLength(1);
  });

  it.each<[string, boolean, boolean, OwnFeedback | undefined, FeedbackKnown]>([
    ['is theirs', false, false, own, own],
    ['is nothing yet', false, false, undefined, 'too-few'],
    ['is not there for a coordinator, who could take it from what all said', true, false, own, 'sees-all'],
    ['nor for whoever has the quality role', false, true, own, 'sees-all'],
  ])('%s', async (_what, isCoordinator, isQuality, kept, known) => {
    const directory = { isCoordinator: async () => isCoordinator, isQuality: async () => isQuality };
    const feedbackOf = createFeedback({ figures: { own: async () => kept }, directory, log });
    expect(await feedbackOf('fay')).toEqual(known);
  });
});
