/** The bot killed while another program listens to it: what is told comes again, in order, and nothing is left out. */
import { createDeliveries } from '../../src/azure/delivery-table';
import { createSubscriptions } from '../../src/azure/subscription-table';
import { theCoordinator } from '../builders';
import { type Receiver, startReceiver, status } from '../power/receiver';
import type { BotProcess } from '../sandbox/bot-process';
import { buildTown, type Town } from './town';
import { until } from './until';

const now = () => Date.now();

let town: Town;
let there: Receiver;

beforeAll(async () => {
  there = await startReceiver();
  town = await buildTown({
    settings: { API_AUDIENCE: 'api://jags.example', API_ISSUER: 'http://127.0.0.1:9/' },
  });
});

afterAll(async () => {
  await town.stop();
  await there.close();
});

it('tells what was decided; killed before it could write down that it was heard, it tells it again under the same id', async () => {
  const deliveries = createDeliveries({ deliveries: town.tables.deliveries, now });
  const { subscriptions: table } = town.tables;
  const { id } = await createSubscriptions({ subscriptions: table, deliveries, now }).add({
    caller: 'app-1',
    events: ['answered', 'offered', 'closed'],
    callbackUrl: `${there.url}/workflows/a?sig=invented`,
  });
  let bot: BotProcess = await town.startBot();
  // 1. It hears, and the bot dies before the answer.
  let died: Promise<void> | undefined;
  there.behaves((response, n, heard) => {
    if (n === 0) died = bot.kill();
    else status(202)(response, n, heard);
  });
  const request = await town.request();
  await town.workflow.handle({
    kind: 'approve',
    matchId: '1-1',
    requestId: request,
    by: theCoordinator,
  });
  await until(async () => died !== undefined, 'the first event to be told');
  await died;
  expect(there.heard.map(({ body }) => body['event'])).toEqual(['answered']);
  const untold = (await deliveries.left()).find(({ announcement }) => announcement.event === 'answered');
  expect(untold).toMatchObject({ subscriptionId: id, tries: 0 });
  // 2. Another takes over.
  bot = await town.startBot();
  await until(
    async () => there.heard.some(({ body }) => body['event'] === 'offered'),
    'the offer to be told',
  );
  await bot.stop();
  const [first, again, offered, ...more] = there.heard.map(({ body }) => body);
  expect(more).toEqual([]);
  expect(again).toEqual(first);
  expect(offered).toMatchObject({ event: 'offered', state: 'offered', requestId: request });
  expect(await deliveries.left()).toEqual([]);
});
