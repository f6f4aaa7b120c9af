/** A bot started during an outage: it need not be started again, and does what needs no storage meanwhile. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { MAIN, settingsOf } from '../sandbox/bot-process';
import { freePort } from '../sandbox/steady-ports';
import { startStorage, type StorageInProcess } from '../sandbox/storage';
import { until } from './until';

let storage: StorageInProcess;
let bot: ChildProcess;
const lines: net.Server[] = [];

beforeAll(async () => {
  storage = await startStorage();
});

afterAll(async () => {
  const ended = once(bot, 'exit');
  bot.kill('SIGTERM');
  await ended;
  for (const line of lines) line.close();
  await storage.stop();
});

/** An address at which nothing answers yet, and the way to connect it. */
async function deadLine(to: string): Promise<{ readonly url: string; readonly connect: () => void }> {
  const far = new URL(to);
  const port = await freePort();
  const line = net.createServer((near) => {
    const onward = net.connect(Number(far.port), far.hostname);
    near.pipe(onward).pipe(near);
    for (const end of [near, onward]) end.on('error', () => [near, onward].forEach((each) => each.destroy()));
  });
  lines.push(line);
  return { url: `http://127.0.0.1:${port}${far.pathname}`, connect: () => line.listen(port, '127.0.0.1') };
}

it('lives without storage, says it is not ready, and is once storage answers', async () => {
  let connectionString = storage.connectionString;
  const connections: (() => void)[] = [];
  for (const name of ['TableEndpoint', 'QueueEndpoint']) {
    const address = new RegExp(`${name}=([^;]+)`).exec(connectionString)![1]!;
    const line = await deadLine(address);
    connectionString = connectionString.replace(address, line.url);
    connections.push(line.connect);
  }
  const port = await freePort();
  const graph = `http://127.0.0.1:${await freePort()}`;
  const env = { PATH: process.env['PATH'], ...settingsOf({ port, storage: connectionString, graph }) };
  bot = spawn(process.execPath, [MAIN], { env, stdio: 'ignore' });
  const statusOf = async (path: string): Promise<number | undefined> =>
    (await fetch(`http://127.0.0.1:${port}/health/${path}`).catch(() => undefined))?.status;

  await until(async () => (await statusOf('live')) === 200, 'the bot to live');
  expect(await statusOf('ready')).toBe(503);
  // Longer than it takes to find out that storage does not answer.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect([await statusOf('live'), await statusOf('ready')]).toEqual([200, 503]);
  connections.forEach((connect) => connect());
  await until(async () => (await statusOf('ready')) === 200, 'the bot to be ready');
});
