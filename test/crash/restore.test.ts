/** Backup and restore by the commands, as an operator runs them, with a bot beside them. */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createStorage } from '../../src/azure/clients';
import { onTables, saved } from '../azure/embedded-storage';
import { aRequest } from '../builders';
import { MAIN, settingsOf, startBot } from '../sandbox/bot-process';
import { type Microsoft365, startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import { freePort } from '../sandbox/steady-ports';
import { startStorage, type StorageInProcess } from '../sandbox/storage';
import { createInstances } from '../../src/azure/operations-table';
import { until } from './until';

const run = promisify(execFile);
const settings = { STORAGE_PREFIX: 'again' };

let running: StorageInProcess;
let microsoft365: Microsoft365;
beforeAll(async () => {
  running = await startStorage();
  microsoft365 = await startMicrosoft365({ busy: 'none' });
});
afterAll(async () => {
  await Promise.all([running.stop(), microsoft365.stop()]);
});

async function command(name: 'backup' | 'restore', ...args: string[]): Promise<string> {
  const env = settingsOf({ port: 0, storage: running.connectionString, graph: microsoft365.url, settings });
  const file = join(dirname(MAIN), `${name}.js`);
  const { stdout } = await run(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'], ...env },
  });
  return stdout;
}

it('a backup is taken, restored under no running bot, held by the next, and let go', async () => {
  const storage = createStorage({
    connectionString: running.connectionString,
    prefix: 'again',
    patient: true,
  });
  await storage.prepare();
  const { requests, workbench } = onTables(storage);
  const request = aRequest.submitted();
  await saved(requests, request, [{ kind: 'show-requester' }]);
  const left = async () => (await workbench.work(request.id))!.effects.map(({ effect }) => effect.kind);

  const [, id] = /Backup taken: (\S+)/.exec(await command('backup'))!;
  expect(await command('restore', '--list')).toContain(id);
  const port = await freePort();
  const first = await startBot({
    port,
    storage: running.connectionString,
    graph: microsoft365.url,
    settings,
  });
  await until(async () => (await createInstances(storage).all()).length === 1, 'the bot to be seen');
  await expect(command('restore', '--from', id!, '--apply', '--replace')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('The bot is running') as unknown,
  });
  await first.stop();
  expect(await command('restore', '--from', id!, '--dry-run', '--replace')).toContain('is whole');
  expect(await command('restore', '--from', id!, '--apply', '--replace')).toContain('is restored into');

  const bot = await startBot({ port, storage: running.connectionString, graph: microsoft365.url, settings });
  try {
    await until(async () => (await createInstances(storage).all())[0]?.rests === true, 'the bot to rest');
    expect((await fetch(`${bot.url}/health/ready`)).status).toBe(200);
    expect(await left()).toEqual(['show-requester']);
    expect(await command('restore', '--review')).toContain('at once show-requester');
    expect(await command('restore', '--confirm', '--by', 'Ada Admin')).toContain('Confirmed.');
    await until(async () => !(await left()).includes('show-requester'), 'the bot to go on');
  } finally {
    await bot.stop();
  }
});

it('says how it is used, and which setting is wrong', async () => {
  await expect(command('restore', '--everything')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Usage:') as unknown,
  });
});
