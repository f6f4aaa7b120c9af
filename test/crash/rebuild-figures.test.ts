/** Counting anew by the command, as an operator runs it beside a bot. */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createStorage } from '../../src/azure/clients';
import { createFigureRows } from '../../src/azure/figures-table';
import { aSave, onTables } from '../azure/embedded-storage';
import { aStory, requestId } from '../closed-requests';
import { MAIN, settingsOf } from '../sandbox/bot-process';
import { startStorage, type StorageInProcess } from '../sandbox/storage';

const run = promisify(execFile);
const COMMAND = join(dirname(MAIN), 'rebuild-figures.js');
/** Nothing is asked of it. */
const GRAPH = 'http://127.0.0.1:9/';

let running: StorageInProcess;
beforeAll(async () => {
  running = await startStorage();
});
afterAll(() => running.stop());

const command = (over: Record<string, string> = {}) => {
  const settings = { STORAGE_PREFIX: 'anew', ...over };
  const env = settingsOf({ port: 0, storage: running.connectionString, graph: GRAPH, settings });
  return run(process.execPath, [COMMAND], { env: { PATH: process.env['PATH'], ...env } });
};

it('counts what had closed before anybody counted, and says how many', async () => {
  const storage = createStorage({
    connectionString: running.connectionString,
    prefix: 'anew',
    patient: true,
  });
  await storage.prepare();
  const { requests } = onTables(storage);
  const { request, history } = aStory({ id: requestId(1), day: '2026-01-05' });
  await requests.save(aSave(request, { audit: history[0]! }));
  const { stdout } = await command();
  expect(stdout).toContain('Closed requests counted anew: 1. Months brought up to date: 2.');
  expect((await createFigureRows(storage).summary('2026-01'))?.summary).toMatchObject({
    requests: 1,
    held: 1,
  });
});

it('says which setting is wrong, and counts nothing', async () => {
  await expect(command({ ORGANISER: 'nobody' })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Expected ORGANISER') as unknown,
  });
});
