/** The certificate by its command, as an operator runs it beside a bot. */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createStorage } from '../../src/azure/clients';
import { aSave, onTables } from '../azure/embedded-storage';
import { aRequest } from '../builders';
import { MAIN, settingsOf } from '../sandbox/bot-process';
import { startStorage, type StorageInProcess } from '../sandbox/storage';

const run = promisify(execFile);
const COMMAND = join(dirname(MAIN), 'certificate.js');
const DAY_MS = 24 * 60 * 60_000;

let running: StorageInProcess;
beforeAll(async () => {
  running = await startStorage();
});
afterAll(() => running.stop());

/** Nothing is asked of Graph. */
const command = (settings: Record<string, string>) => {
  const env = settingsOf({
    port: 0,
    storage: running.connectionString,
    graph: 'http://127.0.0.1:9/',
    settings,
  });
  return run(process.execPath, [COMMAND], { env: { PATH: process.env['PATH'], ...env } });
};

it('says of each kind of row what there is, and what it cannot reach', async () => {
  const storage = createStorage({
    connectionString: running.connectionString,
    prefix: 'sound',
    patient: true,
  });
  await storage.prepare();
  await onTables(storage).requests.save(aSave(aRequest.submitted()));
  const { stdout } = await command({ STORAGE_PREFIX: 'sound' });
  expect(stdout).toContain('Nothing is kept longer than the policy says.');
  expect(stdout).toMatch(/\| requests \| request \| 1 \| 1 \| .* \| 0 \| 0 \|/);
  expect(stdout).toContain('the chat and attendance report of the Teams meeting: your Teams retention');
  expect(stdout).not.toContain(aRequest.submitted().requester.name);
});

it('fails where a request is kept longer than the policy in force says', async () => {
  const storage = createStorage({
    connectionString: running.connectionString,
    prefix: 'late',
    patient: true,
  });
  await storage.prepare();
  const closedAt = Date.now() - 200 * DAY_MS;
  await onTables(storage).requests.save(aSave(aRequest.closed({ submittedAt: closedAt - DAY_MS, closedAt })));
  await expect(command({ STORAGE_PREFIX: 'late' })).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('1 row is kept longer than the policy says') as unknown,
  });
  const { stdout } = await command({ STORAGE_PREFIX: 'late', POLICY_KEPT_DAYS: '365' });
  expect(stdout).toContain('Nothing is kept longer than the policy says.');
});

it('says which setting is wrong', async () => {
  await expect(command({ ORGANISER: 'nobody' })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Expected ORGANISER') as unknown,
  });
});
