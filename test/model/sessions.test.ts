/**
 * Anything people do on cards and in Outlook, in any order, with notifications that are lost, doubled or late, faults, and
 * workers that are killed: once all is quiet, what is kept, the calendar, the pool and the cards agree.
 *
 * `MODEL_RUNS` for how many stories; `MODEL_SEED`, `MODEL_PATH` and `MODEL_REPLAY` (seed, path and replayPath as printed) to
 * tell one again.
 */
import fc from 'fast-check';
import type { Promised } from './acts';
import { comesToRest, wrongsAtRest } from './at-rest';
import { wrongCards } from './at-rest-cards';
import { asking, IDS } from './cast';
import { outsideActs } from './outside-acts';
import { goesOn, peopleActs } from './people-acts';
import { buildTown, type Kind, type Town } from './town';

const { MODEL_RUNS = '120', MODEL_SEED, MODEL_PATH, MODEL_REPLAY } = process.env;
const RUNS = Number(MODEL_RUNS);

async function aTown(kind: Kind): Promise<{ model: Promised; real: Town }> {
  const town = buildTown(kind);
  await town.open();
  for (const n of IDS.keys()) await town.handle(asking(n));
  await town.work();
  return { model: { ended: new Set() }, real: town };
}

const kinds: fc.Arbitrary<Kind> = fc.record({
  reoffer: fc.constantFrom('coordinator', 'coordinator', 'automatic'),
  automatic: fc.constantFrom(false, false, true),
});

/** How far each request has come before the story begins: approved, then accepted. */
const beginnings = fc.tuple(...IDS.map(() => fc.nat({ max: 2 })));

const stories = fc.noBias(
  fc.commands([...peopleActs, ...outsideActs], {
    maxCommands: 50,
    size: 'max',
    ...(MODEL_REPLAY !== undefined && { replayPath: MODEL_REPLAY }),
  }),
);

it(
  'whatever happens, comes to rest in one consistent state',
  async () => {
    // Waits are jittered; a story has to be told again as it was.
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    await fc.assert(
      fc.asyncProperty(kinds, beginnings, stories, async (kind, beginning, story) => {
        const { model, real } = await aTown(kind);
        for (const [r, steps] of beginning.entries())
          for (let n = 0; n < steps; n += 1) await goesOn(r, r).run(model, real);
        await fc.asyncModelRun(() => ({ model, real }), story);
        await comesToRest(real);
        expect([...(await wrongsAtRest(real, model)), ...(await wrongCards(real))]).toEqual([]);
      }),
      {
        numRuns: RUNS,
        ...(MODEL_SEED !== undefined && { seed: Number(MODEL_SEED) }),
        ...(MODEL_PATH !== undefined && { path: MODEL_PATH }),
      },
    );
  },
  30_000 + RUNS * 5_000,
);
