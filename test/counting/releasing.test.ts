import { createFactKeeping } from '../../src/counting/fact-keeping';
import { createReleasing } from '../../src/counting/releasing';
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import { aMatch, aRequest, aSlot, at } from '../builders';
import { aStory, evaluationsOf, FACILITATORS, requestId, requestsOf, type Story } from '../closed-requests';
import { answers } from '../domain/monitoring/some-sessions';
import { createMemoryFigures } from '../memory/figures';

const EARLY: string = '0001-01';

/** Three sessions of two facilitators in each of these months, closed in the month after it. */
function storiesIn(...months: readonly string[]): Story[] {
  return months.flatMap((month, m) =>
    [0, 1, 2].map((n) =>
      aStory({
        id: requestId(m * 3 + n),
        day: `${month}-0${n + 1}`,
        facilitator: FACILITATORS[n % 2]!,
        answers: answers(3),
        lesson: `Lesson ${n}`,
      }),
    ),
  );
}

function releasing(stories: readonly Story[], others: readonly Request[] = []) {
  const rows = createMemoryFigures();
  const world = { open: [...others] };
  const told = requestsOf(stories);
  const requests = {
    ...told,
    load: async (id: string) => {
      const request = world.open.find((each) => each.id === id);
      return request ? { request, version: 'v1', sequence: 1 } : told.load(id);
    },
  };
  const keeping = createFactKeeping({ requests, evaluations: evaluationsOf(stories), rows, policy });
  const another = () =>
    createReleasing({
      workbench: { open: async () => world.open.map(({ id }) => id) },
      requests,
      rows,
      policy,
    });
  return {
    rows,
    world,
    keep: async (some: readonly Story[]) => {
      for (const { request } of some) await keeping.keep(request);
    },
    freeze: (when: string) => another().freeze(at(when)),
    spans: async () => (await rows.blocks(EARLY)).map(({ from, to }) => `${from} ${to}`),
  };
}

describe('freezing what may be shown', () => {
  it('takes whole months, once they are over', async () => {
    const stories = storiesIn('2026-01', '2026-02');
    const { keep, freeze, spans } = releasing(stories);
    await keep(stories);
    await freeze('2026-01-31T23:00');
    expect(await spans()).toEqual([]);
    await freeze('2026-02-01T00:30');
    expect(await spans()).toEqual(['2026-01 2026-01']);
    await freeze('2026-03-20T09:00');
    expect(await spans()).toEqual(['2026-01 2026-01', '2026-02 2026-02']);
  });

  it('begins with the first month in which anybody was asked about a session', async () => {
    const [first, ...others] = storiesIn('2025-06', '2026-01');
    const { session: _none, ...before } = first!.request;
    const old = { ...first!, request: before };
    const asked = others.filter(({ request }) => request.submittedAt > at('2026-01-01T00:00'));
    const { keep, freeze, spans, rows } = releasing([old, ...asked]);
    await keep([old, ...asked]);
    await freeze('2026-03-20T09:00');
    expect(await spans()).toEqual(['2026-01 2026-01']);
    expect((await rows.summary('2025-06'))?.summary.held).toBe(1);
  });

  it('waits for a session of the month that can still be evaluated, and holds back all months after it', async () => {
    const stories = storiesIn('2026-01', '2026-02');
    const match = aMatch({ slot: aSlot('2026-01-28T10:00') });
    const late = aRequest.held({ id: requestId(90), match });
    const { keep, freeze, spans, world } = releasing(stories, [late]);
    await keep(stories);
    await freeze('2026-04-20T09:00');
    expect(await spans()).toEqual([]);
    world.open = [];
    await freeze('2026-04-20T10:00');
    expect(await spans()).toEqual(['2026-01 2026-01', '2026-02 2026-02']);
  });

  it('waits for a session that has closed and is not counted yet', async () => {
    const stories = storiesIn('2026-01');
    const { keep, freeze, spans, world, rows } = releasing(stories);
    const last = stories[2]!;
    world.open = [last.request];
    await keep(stories.slice(0, 2));
    await freeze('2026-04-20T09:00');
    expect(await spans()).toEqual([]);
    await keep([last]);
    await freeze('2026-04-20T10:00');
    expect(await spans()).toEqual(['2026-01 2026-01']);
    expect((await rows.blocks(EARLY))[0]?.sessions).toBe(3);
  });

  it('does not wait for what has not come to its time', async () => {
    const stories = storiesIn('2026-01');
    const match = aMatch({ slot: aSlot('2026-03-28T10:00') });
    const { keep, freeze, spans } = releasing(stories, [
      aRequest.booked({ id: requestId(90), match }),
      aRequest.submitted({ id: requestId(91) }),
    ]);
    await keep(stories);
    await freeze('2026-03-01T09:00');
    expect(await spans()).toEqual(['2026-01 2026-01']);
  });

  it('never changes what is frozen: a session that turns up later is counted, and in no figure about people', async () => {
    const stories = storiesIn('2026-01', '2026-02', '2026-12');
    const straggler = {
      ...aStory({ id: requestId(50), day: '2026-01-03', answers: answers(6, ['case-updates']) }),
    };
    const late = { ...straggler, request: { ...straggler.request, closedAt: at('2026-05-01T09:00') } };
    const { keep, freeze, rows } = releasing([...stories, late]);
    await keep(stories);
    await freeze('2026-04-20T09:00');
    const before = await rows.blocks(EARLY);
    await keep([late]);
    await freeze('2027-03-20T09:00');
    expect((await rows.blocks(EARLY)).slice(0, 2)).toEqual(before);
    expect((await rows.summary('2026-01'))?.summary.held).toBe(4);
    const year = (await rows.years(2026)).get(2026);
    expect(year?.byAgency.find(({ released }) => released)?.released).toMatchObject({
      sessions: 9,
      drift: { count: 0, of: 27 },
    });
  });

  it('shows a year once, when no block can lie within it any more', async () => {
    const stories = storiesIn('2026-11', '2027-01', '2027-02');
    const { keep, freeze, rows } = releasing(stories);
    await keep(stories);
    await freeze('2026-12-20T09:00');
    expect((await rows.years(2026)).size).toBe(0);
    await freeze('2027-02-20T09:00');
    // Sessions of the stories are a fortnight after they were asked for: of November and January.
    expect([...(await rows.years(2026)).keys()]).toEqual([2026]);
    const before = await rows.years(2026);
    await freeze('2027-06-20T09:00');
    expect(await rows.years(2026)).toEqual(before);
  });

  it('is done once, by however many at once', async () => {
    const stories = storiesIn('2026-01', '2026-02', '2026-03');
    const { keep, freeze, spans, rows } = releasing(stories);
    await keep(stories);
    await Promise.all([0, 1, 2].map(() => freeze('2026-06-01T09:00')));
    expect(await spans()).toEqual(['2026-01 2026-01', '2026-02 2026-02', '2026-03 2026-03']);
    expect((await rows.blocks(EARLY)).map(({ lessons }) => lessons)).toEqual(
      Array.from({ length: 3 }, () => ['Lesson 0', 'Lesson 1', 'Lesson 2']),
    );
  });
});
