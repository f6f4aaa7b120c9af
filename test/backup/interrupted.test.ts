/** A restore that did not come to its end, and what the next one makes of it. */
import { saved } from '../azure/embedded-storage';
import { aRequest } from '../builders';
import { useBackupTown } from './backup-town';

const towns = useBackupTown();

it('goes on from one that was interrupted only as a whole', async () => {
  const town = await towns.settle();
  await saved(town.requests, aRequest.submitted());
  const { id } = await town.backups.take();
  const anew = await towns.settle();
  const write = anew.backups.rows.write.bind(anew.backups.rows);
  Object.assign(anew.backups.rows, { write: () => Promise.reject(new Error('the power was cut')) });
  await expect(anew.restore({ from: id }, town)).rejects.toThrow('the power was cut');
  expect((await anew.hold.find())?.stage).toBe('restoring');
  Object.assign(anew.backups.rows, { write });
  await anew.restore({ from: id, replace: true }, town);
  expect((await anew.hold.find())?.stage).toBe('held');
  expect(await anew.openRequests.all()).toHaveLength(1);
});

it('keeps what was there before the first try, and nothing half restored', async () => {
  const town = await towns.settle();
  await saved(town.requests, aRequest.submitted({ id: 'request-one' }));
  const { id } = await town.backups.take();
  await saved(town.requests, aRequest.submitted({ id: 'request-two' }));
  town.clock.pass(60_000);
  const write = town.backups.rows.write.bind(town.backups.rows);
  Object.assign(town.backups.rows, { write: () => Promise.reject(new Error('the power was cut')) });
  await expect(town.restore({ from: id, replace: true })).rejects.toThrow('the power was cut');
  Object.assign(town.backups.rows, { write });
  town.clock.pass(60_000);
  const { keptFirst } = (await town.restore({ from: id, replace: true })) as { keptFirst: string };
  expect(await town.backups.store.ids()).toEqual([id, keptFirst]);
  town.clock.pass(60_000);
  await town.restore({ from: keptFirst, replace: true });
  expect([...(await town.index.open())].sort()).toEqual(['request-one', 'request-two']);
});

it('keeps nothing half restored of tables that were empty', async () => {
  const town = await towns.settle();
  await saved(town.requests, aRequest.submitted());
  const { id } = await town.backups.take();
  const anew = await towns.settle();
  const { hold } = anew;
  const set = hold.set.bind(hold);
  Object.assign(hold, {
    set: (held: Parameters<typeof set>[0]) =>
      held.stage === 'held' ? Promise.reject(new Error('the power was cut')) : set(held),
  });
  await expect(anew.restore({ from: id }, town)).rejects.toThrow('the power was cut');
  Object.assign(hold, { set });
  expect(await anew.restore({ from: id, replace: true }, town)).not.toHaveProperty('keptFirst');
  expect(await anew.backups.store.ids()).toEqual([]);
  expect(await anew.openRequests.all()).toHaveLength(1);
});

it('refuses where the bot was started meanwhile, and leaves everything as it was', async () => {
  const town = await towns.settle();
  const { id } = await town.backups.take();
  await saved(town.requests, aRequest.submitted());
  const before = { requests: await town.rowsOf('requests'), index: await town.rowsOf('index') };
  const take = town.backups.take.bind(town.backups);
  Object.assign(town.backups, {
    async take() {
      await town.instances.seen({ name: 'host:3978', seenAt: town.clock.now(), rests: true });
      return take();
    },
  });
  const { refused = [] } = (await town.restore({ from: id, replace: true })) as { refused?: string[] };
  expect(refused[0]).toContain('The bot is running: host:3978');
  expect({ requests: await town.rowsOf('requests'), index: await town.rowsOf('index') }).toEqual(before);
  expect(await town.hold.find()).toBeUndefined();
});
