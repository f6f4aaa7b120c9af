import fc from 'fast-check';
import { createFactKeeping } from '../../src/counting/fact-keeping';
import { rebuildFigures } from '../../src/counting/rebuilding';
import { createReleasing } from '../../src/counting/releasing';
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { FactKeeping } from '../../src/ports/figures';
import { at } from '../builders';
import {
  aStory,
  evaluationsOf,
  FACILITATORS,
  requestId,
  requestsOf,
  type Story,
  storiesGen,
} from '../closed-requests';
import { answers } from '../domain/monitoring/some-sessions';
import type { Wire } from '../fakes';
import { createMemoryFigures, type MemoryFigures } from '../memory/figures';

const LATER = at('2028-02-01T09:00');

/** Several instances of the bot over the same rows. */
function figuresOf(stories: readonly Story[], rows: MemoryFigures = createMemoryFigures()) {
  const requests = requestsOf(stories);
  const needs = { requests, evaluations: evaluationsOf(stories), rows, policy };
  const releasing = createReleasing({ workbench: { open: async () => [] }, requests, rows, policy });
  return {
    rows,
    releasing,
    instances: [createFactKeeping(needs), createFactKeeping(needs)] as const,
    rebuild: () => rebuildFigures({ ...needs, allRequests: () => requests.all(), releasing }, LATER),
  };
}

async function keepAll(
  stories: readonly Story[],
  { instances }: { readonly instances: readonly FactKeeping[] },
) {
  await Promise.all(stories.map(({ request }, n) => instances[n % instances.length]!.keep(request)));
}

/** With when blocks were frozen, which a rebuild cannot know, left out. */
const released = (rows: MemoryFigures) =>
  JSON.stringify(rows.kept()).replaceAll(/\\"frozenAt\\":\d+/g, 'frozen');

describe('what closed requests come to', () => {
  it('is the same however often, in whatever order, by however many at once, and rebuilt from the rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        storiesGen(25).chain((stories) =>
          fc.tuple(
            fc.constant(stories),
            fc.shuffledSubarray([...stories, ...stories], { minLength: stories.length * 2 }),
          ),
        ),
        fc.boolean(),
        async ([stories, order], isAtOnce) => {
          const kept = figuresOf(stories);
          if (isAtOnce) await keepAll(order, kept);
          else for (const { request } of order) await kept.instances[0].keep(request);
          await kept.releasing.freeze(LATER);
          const rebuilt = figuresOf(stories);
          await rebuilt.rebuild();
          expect(released(rebuilt.rows)).toEqual(released(kept.rows));
          const before = kept.rows.kept();
          await figuresOf(stories, kept.rows).rebuild();
          expect(kept.rows.kept()).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is mended by a rebuild: months that were lost, and facts where they do not belong', async () => {
    const stories = Array.from({ length: 6 }, (_, n) =>
      aStory({
        id: requestId(n),
        day: `2026-0${n + 1}-03`,
        facilitator: FACILITATORS[n % 2]!,
        answers: answers(3),
      }),
    );
    const right = figuresOf(stories);
    await keepAll(stories, right);
    await right.releasing.freeze(LATER);
    const wrong = figuresOf(stories);
    const [fact] = await right.rows.facts('2026-01');
    await wrong.rows.putFact({ ...fact!, asked: '2025-05' });
    const { requests, months } = await wrong.rebuild();
    expect({ requests, months }).toEqual({ requests: 6, months: 8 });
    expect(await wrong.rows.facts('2025-05')).toEqual([]);
    expect((await wrong.rows.summary('2025-05'))?.summary.requests).toBe(0);
    for (const month of ['2026-01', '2026-02', '2026-07'])
      expect((await wrong.rows.summary(month))?.summary).toEqual((await right.rows.summary(month))?.summary);
  });

  it('outlives the requests: what has been erased stays counted', async () => {
    const stories = [0, 1].map((n) => aStory({ id: requestId(n), day: '2026-01-05', answers: answers(3) }));
    const kept = figuresOf(stories);
    await keepAll(stories, kept);
    const before = kept.rows.kept();
    await figuresOf(stories.slice(1), kept.rows).rebuild();
    expect(kept.rows.kept()).toEqual(before);
  });

  it('is brought up to date when a try that failed halfway is made again', async () => {
    const wire: Wire = { cut: false };
    const story = aStory({ id: requestId(1), day: '2026-01-05', answers: answers(3) });
    const rows = createMemoryFigures(wire);
    const { instances } = figuresOf([story], rows);
    let writes = 0;
    const failing: MemoryFigures = {
      ...rows,
      putSummary: async (...given) => {
        wire.cut = (writes += 1) === 2;
        return rows.putSummary(...given);
      },
    };
    await expect(figuresOf([story], failing).instances[0].keep(story.request)).rejects.toThrow(
      'no connection',
    );
    wire.cut = false;
    await instances[0].keep(story.request);
    const whole = figuresOf([story]);
    await keepAll([story], whole);
    expect(rows.kept()).toEqual(whole.rows.kept());
  });
});
