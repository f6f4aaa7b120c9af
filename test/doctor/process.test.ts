/** The doctor as it is shipped, in a process of its own beside the running bot, with the same settings. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createStorage } from '../../src/azure/clients';
import { createConversations } from '../../src/azure/conversation-table';
import { type BotProcess, MAIN, settingsOf, startBot } from '../sandbox/bot-process';
import { type Microsoft365, startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import { seedPool } from '../sandbox/pool';
import { type RunningStorage, startStorageOnDisk } from '../sandbox/storage';
import { BOT, COORDINATION, TEAM } from '../sandbox/teams/conversations';
import { type Hub, startHub } from '../sandbox/teams/hub';
import { steadyPorts } from '../sandbox/steady-ports';
import { expectNothingPersonal } from './privacy';

/** Where the bot's first try was cut off, it makes the next three minutes later. */
const LONGEST_WAIT_MS = 240_000;
const DOCTOR = join(dirname(MAIN), 'doctor.js');
const folder = mkdtempSync(join(tmpdir(), 'jags-doctor-process-'));
let storage: RunningStorage;
let microsoft365: Microsoft365;
let hub: Hub;
let bot: BotProcess;
let settings: Record<string, string>;

beforeAll(async () => {
  const { bot: port } = await steadyPorts(join(folder, 'ports.json'), ['bot']);
  const url = `http://127.0.0.1:${port}`;
  storage = await startStorageOnDisk(join(folder, 'storage'));
  const deliver = { [url.replace('http:', 'https:')]: url };
  microsoft365 = await startMicrosoft365({ busy: 'none', deliver });
  hub = await startHub({ bot: `${url}/api/messages` });
  await seedPool(storage.connectionString);
  const options = {
    port,
    storage: storage.connectionString,
    graph: microsoft365.url,
    settings: { PUBLIC_URL: url },
  };
  settings = settingsOf(options);
  bot = await startBot(options);
});

afterAll(async () => {
  await bot.stop();
  await Promise.all([hub.stop(), microsoft365.stop()]);
  await storage.stop();
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

function doctor(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], ...settings };
    execFile(process.execPath, [DOCTOR, ...args], { env }, (error, printed, complained) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, printed, complained }),
    );
  });
}

/** The bot makes it soon after its start. */
async function subscriptionIsMade(): Promise<void> {
  for (const until = Date.now() + LONGEST_WAIT_MS; Date.now() < until; await pause(100))
    if (microsoft365.tenant.subscriptions.list().length > 0) return;
  throw new Error(
    `Expected the bot to make its subscription, got ${JSON.stringify(microsoft365.tenant.calls.list())}`,
  );
}

it('fails while nobody has chosen the channel, and passes once somebody has', async () => {
  await subscriptionIsMade();
  const before = await doctor();
  expect(before.printed).toContain('  ✗ The coordination channel has been chosen\n');
  expect(before.printed).toContain('1 failed');
  expect(before.code).toBe(1);

  const { conversations } = createStorage({
    prefix: 'jags',
    connectionString: storage.connectionString,
    patient: true,
  });
  await createConversations({ conversations }).keepChannel(
    JSON.stringify({
      serviceUrl: hub.url,
      channelId: 'msteams',
      bot: BOT,
      conversation: { id: COORDINATION.id, conversationType: 'channel', isGroup: true },
      teamId: TEAM.id,
    }),
  );
  const after = await doctor();
  expect(after).toMatchObject({ code: 0, complained: '' });
  expect(after.printed).not.toContain('✗');
  expectNothingPersonal(after.printed);
  const machine = await doctor('--json');
  expect(JSON.parse(machine.printed)).toMatchObject({ failed: 0 });
  expect(microsoft365.tenant.events.list()).toEqual([]);
  expect(microsoft365.tenant.calls.unknown()).toEqual([]);
});

it('tells how it is asked', async () => {
  expect(await doctor('--what')).toMatchObject({
    code: 2,
    printed: expect.stringMatching(/^Use: /) as string,
  });
});
