/** The bot as it is shipped while everything is held: nothing goes outward, by whatever way it would; then all of it does. */
import { createDeliveries } from '../../src/azure/delivery-table';
import { createHold, createInstances } from '../../src/azure/operations-table';
import { createSubscriptions } from '../../src/azure/subscription-table';
import { approves } from '../bench/presses';
import { type Receiver, startReceiver } from '../power/receiver';
import type { BotProcess } from '../sandbox/bot-process';
import { buildTown, type Town } from './town';
import { until } from './until';

const now = () => Date.now();

let town: Town;
let there: Receiver;
let bot: BotProcess;

beforeAll(async () => {
  there = await startReceiver();
  town = await buildTown({
    notified: true,
    settings: { API_AUDIENCE: 'api://jags.example', API_ISSUER: 'http://127.0.0.1:9/' },
  });
});

afterAll(async () => {
  await bot.stop();
  await town.stop();
  await there.close();
});

const presses = (activity: object) =>
  fetch(`${bot.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
  });

/** What the bot has asked of others than storage since the gate was reset, but for reading. */
const outward = () =>
  town.gate.calls
    .filter(({ to, method }) => to === 'teams' || (to === 'graph' && method !== 'GET'))
    .map(({ to, method, path }) => `${to} ${method} ${path}`);

const looksAtTheHold = () =>
  town.gate.calls.filter(({ method, path }) => method === 'GET' && /Operations\(/.test(path)).length;

it('does nothing outward, whatever is decided or asked for meanwhile, and then goes on with all of it', async () => {
  const { tables } = town;
  const deliveries = createDeliveries({ ...tables, now });
  const callbackUrl = `${there.url}/workflows/a?sig=invented`;
  await createSubscriptions({ ...tables, deliveries, now }).add({
    caller: 'app-1',
    events: ['answered', 'offered'],
    callbackUrl,
  });
  const events = () => there.heard.map(({ body }) => `${String(body['requestId'])} ${String(body['event'])}`);
  bot = await town.startBot();
  // 1. It works, programs are told.
  const first = await town.request();
  expect((await presses(approves(first))).status).toBe(200);
  await until(async () => events().includes(`${first} offered`), 'the first request to be offered');
  // 2. Everything is held, and comes to rest.
  const hold = createHold(tables);
  await hold.set({ backup: 'some', takenAt: now(), since: now(), stage: 'held' });
  await until(
    async () => (await createInstances(tables).all())[0]?.rests === true,
    'the bot to come to rest',
  );
  town.gate.reset();
  const heard = events().length;
  const second = await town.request();
  expect((await presses(approves(second))).status).toBe(200);
  await fetch(`${bot.url}/request/start`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ mail: 'robin@example.org', urgent: 'no' }),
  });
  await until(async () => looksAtTheHold() >= 2, 'some time to pass');
  expect(outward()).toEqual([]);
  expect(events()).toHaveLength(heard);
  expect((await town.state(second)).state).toBe('approved');
  // 3. Somebody has confirmed it.
  await hold.lift();
  await until(async () => events().includes(`${second} offered`), 'the second request to be offered');
  expect((await town.state(second)).state).toBe('offered');
});
