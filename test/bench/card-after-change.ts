/** From a change until the coordinators' card shows it: made in Outlook, against a decision saved by a click. */
import { facilitators } from '../sandbox/people';
import { theCoordinator, theFacilitator } from '../builders';
import { buildTown } from '../crash/town';
import { until } from '../crash/until';
import { COORDINATION } from '../sandbox/teams/conversations';
import { type Compared, compare } from './compare';

/** Each takes a second or two of waiting and a session of its own. */
const TURNS = { warmUpPairs: 2, rounds: 5, pairsPerRound: 3 };

export async function cardAfterChange(): Promise<Compared<'wallMs'>> {
  const town = await buildTown({ notified: true });
  const bot = await town.startBot();
  try {
    return await compare<'wallMs'>({
      ...TURNS,
      ours: () =>
        timed(async (id) => {
          const [event] = town.events(id);
          town.microsoft365.tenant.events.respond(event!.id, facilitators[0].mail, 'accepted');
        }),
      bare: () =>
        timed(async (id) => {
          await town.workflow.handle({ kind: 'accept', attempt: 1, requestId: id, by: theFacilitator });
        }),
    });
  } finally {
    await bot.stop();
    await town.stop();
  }

  async function timed(change: (id: string) => Promise<void>): Promise<{ wallMs: number }> {
    const id = await town.request();
    await town.workflow.handle({ kind: 'approve', matchId: '1-1', requestId: id, by: theCoordinator });
    await until(
      async () => (await town.state(id)).state === 'offered' && (await town.toDo(id)).length === 0,
      'the session to be offered',
    );
    const updated = new Promise<number>((resolve) => {
      town.gate.reset(({ to, method, path }) => {
        const isOfCoordinators = decodeURIComponent(path).includes(COORDINATION.id);
        if (to === 'teams' && method === 'PUT' && isOfCoordinators) resolve(performance.now());
      });
    });
    const from = performance.now();
    await change(id);
    const wallMs = (await updated) - from;
    town.gate.reset();
    return { wallMs };
  }
}
