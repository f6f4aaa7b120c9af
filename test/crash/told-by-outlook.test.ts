/** The bot as it is shipped, told by Outlook of what people do there: long before it would have asked. */
import { theCoordinator } from '../builders';
import type { BotProcess } from '../sandbox/bot-process';
import { facilitators } from '../sandbox/people';
import { buildTown, type Town } from './town';
import { until } from './until';

let town: Town;
let bot: BotProcess;

beforeAll(async () => {
  town = await buildTown({ notified: true });
  bot = await town.startBot();
}, 120_000);

afterAll(async () => {
  await bot.stop();
  await town.stop();
}, 60_000);

/** Shorter than the five minutes after which the bot asks by itself. */
const LONGEST_MS = 120_000;
const stateOf = async (id: string) => (await town.state(id)).state;

async function offered(): Promise<string> {
  const requestId = await town.request();
  await town.workflow.handle({ kind: 'approve', matchId: '1-1', requestId, by: theCoordinator });
  await until(async () => (await stateOf(requestId)) === 'offered', 'the session to be offered');
  return requestId;
}

it(
  'books what the facilitator accepts in Outlook, and goes on doing so when it is started again',
  async () => {
    const subscriptions = () => town.microsoft365.tenant.subscriptions.list().map(({ id }) => id);
    const made = new Set<string>();
    for (const started of ['at first', 'again']) {
      if (started === 'again') {
        await bot.kill();
        bot = await town.startBot();
      }
      const id = await offered();
      const [event] = town.events(id);
      town.microsoft365.tenant.events.respond(event!.id, facilitators[0].mail, 'accepted');
      for (const subscription of subscriptions()) made.add(subscription);
      await until(async () => (await stateOf(id)) === 'booked', `the session to be booked (${started})`);
    }
    expect([...made]).toEqual(subscriptions());
    expect(made.size).toBe(1);
  },
  LONGEST_MS,
);

it(
  'gives back to the coordinators what somebody deletes in Outlook',
  async () => {
    const id = await offered();
    town.microsoft365.tenant.events.remove(town.events(id)[0]!.id);
    await until(async () => (await stateOf(id)) === 'submitted', 'the request to be with the coordinators');
    expect(await town.state(id)).toMatchObject({ setback: { why: 'event-gone' } });
  },
  LONGEST_MS,
);
