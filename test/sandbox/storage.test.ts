import 'restify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage } from '../../src/azure/clients';
import { createWakeUps } from '../../src/azure/wake-up-queue';
import { aRequest } from '../builders';
import { loaded, onTables, saved } from '../azure/embedded-storage';
import { startStorage, startStorageOnDisk } from './storage';

it('storage on disk finds its rows and messages again after it was stopped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jags-storage-'));
  const first = await startStorageOnDisk(folder);
  const before = createStorage({ connectionString: first.connectionString, prefix: 'jags', patient: true });
  await before.prepare();
  const { id } = (await saved(onTables(before).requests, aRequest.submitted())).request;
  await createWakeUps({ wakeUps: before.wakeUps, log: console }).send(id);
  await first.stop();

  const second = await startStorageOnDisk(folder);
  const after = createStorage({ connectionString: second.connectionString, prefix: 'jags', patient: true });
  await after.ping();
  expect((await loaded(onTables(after).requests, id)).request).toEqual(aRequest.submitted());
  expect((await after.wakeUps.getProperties()).approximateMessagesCount).toBe(1);
  await second.stop();
  rmSync(folder, { recursive: true });
});

it('storage in a process that has loaded restify still reads by filter', async () => {
  const storage = await startStorage();
  try {
    const tables = createStorage({
      connectionString: storage.connectionString,
      prefix: 'jags',
      patient: true,
    });
    await tables.prepare();
    const { requests } = onTables(tables);
    const [one, other] = [
      aRequest.submitted({ id: 'request-one' }),
      aRequest.submitted({ id: 'request-two' }),
    ];
    await saved(requests, one);
    await saved(requests, other);
    expect(await requests.history(one.id)).toHaveLength(1);
  } finally {
    await storage.stop();
  }
});
