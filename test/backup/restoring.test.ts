import { at, aFacilitator, aRequest, aReservation, aSlot, askedAt, anotherFacilitator } from '../builders';
import { saved } from '../azure/embedded-storage';
import { putFacilitator } from '../put-facilitator';
import { defaultPolicy } from '../../src/domain/policy';
import { referenceOf } from '../../src/domain/request';
import { backupContainers } from '../../src/azure/backup-blobs';
import { begunAt, takeBackup } from '../../src/backup/exporting';
import { dropWaiting, whatWaits } from '../../src/backup/reviewing';
import { useBackupTown } from './backup-town';

const towns = useBackupTown();
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

async function refusalsOf(restoring: Promise<unknown>): Promise<readonly string[]> {
  return ((await restoring) as { refused?: readonly string[] }).refused ?? [];
}

function containerOf({ prefix }: { readonly prefix: string }) {
  return backupContainers({ connectionString: towns.connectionString }, prefix).backups;
}

describe('A backup', () => {
  it('is called by the moment it was begun', async () => {
    const town = await towns.settle();
    const { id } = await town.backups.take();
    expect(begunAt(id)).toBe(Math.floor(askedAt / 1000) * 1000);
    expect(begunAt('2026-11-24')).toBeUndefined();
  });

  it('that was not finished does not count, cannot be restored, and goes after a day', async () => {
    const town = await towns.settle();
    await saved(town.requests, aRequest.submitted());
    const cut = town.backups.rows.read.bind(town.backups.rows);
    const breaking = takeBackup({
      rows: {
        read(table, by) {
          if (table === 'facts') throw new Error('the power was cut');
          return cut(table, by);
        },
      },
      store: town.backups.store,
      prefix: town.prefix,
      now: town.clock.now,
    });
    await expect(breaking).rejects.toThrow('the power was cut');
    const [id] = await town.backups.store.ids();
    expect(id).toBeDefined();
    expect(await town.backups.newest()).toBeUndefined();
    expect(await refusalsOf(town.restore({ from: id!, replace: true }))).toEqual([
      `There is no finished backup ${id}. See them with --list.`,
    ]);
    town.clock.pass(DAY_MS - HOUR_MS);
    expect(await town.backups.prune()).toEqual([]);
    town.clock.pass(HOUR_MS);
    expect(await town.backups.prune()).toEqual([id]);
    expect(await town.backups.store.ids()).toEqual([]);
  });

  it('is kept for less than thirty days, and removed whole', async () => {
    const town = await towns.settle();
    const first = (await town.backups.take()).id;
    town.clock.pass(10 * DAY_MS);
    const second = (await town.backups.take()).id;
    town.clock.pass(19 * DAY_MS);
    expect(await town.backups.prune()).toEqual([]);
    town.clock.pass(DAY_MS - HOUR_MS);
    expect(await town.backups.prune()).toEqual([first]);
    expect(await town.backups.store.ids()).toEqual([second]);
    expect((await town.backups.newest())?.id).toBe(second);
  });

  it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['with one byte changed', (bytes) => changed(bytes, bytes.length - 12), /requests of backup/],
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 20), /cannot be read/],
    ['empty', () => Buffer.alloc(0), /requests of backup/],
    ['that is no file of ours', () => Buffer.from('[]'), /cannot be read/],
  ])('%s is refused before anything is written', async (_how, damage, problem) => {
    const town = await towns.settle();
    await saved(town.requests, aRequest.submitted());
    const { id } = await town.backups.take();
    const blob = containerOf(town).getBlockBlobClient(`${id}/requests.jsonl.gz`);
    const bytes = damage(await blob.downloadToBuffer());
    await blob.upload(bytes, bytes.length);
    const anew = await towns.settle();
    const refusals = await refusalsOf(anew.restore({ from: id }, town));
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatch(problem);
    expect(await anew.everything()).toEqual({});
  });

  it('with a row more than its manifest says is refused', async () => {
    const town = await towns.settle();
    await saved(town.requests, aRequest.submitted());
    const manifest = await town.backups.take();
    const { requests } = manifest.tables;
    const tables = { ...manifest.tables, requests: { ...requests!, rows: requests!.rows + 1 } };
    await town.backups.store.putManifest({ ...manifest, tables });
    const [refusal] = await refusalsOf(town.restore({ from: manifest.id, replace: true }));
    expect(refusal).toContain(`should have ${requests!.rows + 1} rows, and has ${requests!.rows}.`);
  });

  it('of another format is refused', async () => {
    const town = await towns.settle();
    const manifest = await town.backups.take();
    await town.backups.store.putManifest({ ...manifest, format: 2 });
    expect(await refusalsOf(town.restore({ from: manifest.id }))).toEqual([
      `Backup ${manifest.id} has format 2; this version restores 1.`,
    ]);
  });
});

describe('A backup of a newer version, met after going back to the one before', () => {
  it('is listed, counts as taken and is pruned in its time, but cannot be restored', async () => {
    const town = await towns.settle();
    const manifest = await town.backups.take();
    const tables = { ...manifest.tables, notebooks: manifest.tables.facts! };
    await town.backups.store.putManifest({ ...manifest, tables });
    expect((await town.backups.newest())?.id).toBe(manifest.id);
    expect(await refusalsOf(town.restore({ from: manifest.id }))).toEqual([
      `Backup ${manifest.id} holds a table of notebooks, which this version does not know. Restore it with the version that took it.`,
    ]);
    town.clock.pass(2 * DAY_MS);
    expect(await town.backups.prune()).toEqual([]);
    town.clock.pass(28 * DAY_MS);
    expect(await town.backups.prune()).toEqual([manifest.id]);
  });
});

describe('Restoring', () => {
  it('changes nothing in a rehearsal, and says what it would do', async () => {
    const town = await towns.settle();
    await saved(town.requests, aRequest.submitted());
    const { id, tables } = await town.backups.take();
    const anew = await towns.settle();
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    expect(await anew.restore({ from: id, apply: false }, town)).toMatchObject({ rows, erased: 0 });
    expect(await anew.everything()).toEqual({});
    expect(await anew.hold.find()).toBeUndefined();
  });

  it('refuses tables that are not empty, unless they are to be replaced', async () => {
    const town = await towns.settle();
    const one = await saved(town.requests, aRequest.submitted({ id: 'request-one' }));
    const { id } = await town.backups.take();
    await saved(town.requests, aRequest.submitted({ id: 'request-two' }));
    const refusals = await refusalsOf(town.restore({ from: id }));
    expect(refusals.map((each) => each.split(' is ')[0])).toEqual([
      'The table of requests',
      'The table of index',
    ]);
    const restored = await town.restore({ from: id, replace: true });
    expect(await town.requests.load('request-two')).toBeUndefined();
    expect((await town.requests.load('request-one'))?.request.id).toBe(one.request.id);
    expect(await town.index.open()).toEqual(['request-one']);
    // What was there is kept first, and can be had back.
    const { keptFirst } = restored as { keptFirst: string };
    await town.restore({ from: keptFirst, replace: true });
    expect((await town.requests.load('request-two'))?.request.id).toBe('request-two');
  });

  it('refuses while the bot runs, and no longer once it has not been seen for minutes', async () => {
    const town = await towns.settle();
    const { id } = await town.backups.take();
    await town.instances.seen({ name: 'host:3978', seenAt: town.clock.now(), rests: true });
    const [refusal] = await refusalsOf(town.restore({ from: id }));
    expect(refusal).toContain('The bot is running: host:3978');
    town.clock.pass(3 * 60_000);
    expect(await refusalsOf(town.restore({ from: id }))).toEqual([]);
  });

  it('can be done twice with the same result', async () => {
    const town = await towns.settle();
    await saved(town.requests, aRequest.submitted(), [{ kind: 'show-coordinators' }]);
    const { id } = await town.backups.take();
    await town.restore({ from: id, replace: true });
    const first = await town.rowsOf('requests');
    await town.restore({ from: id, replace: true });
    expect(await town.rowsOf('requests')).toEqual(first);
    expect((await town.operations.notes()).map(({ what }) => what)).toEqual(['restored', 'restored']);
  });

  it('never gives out a number that may have been given out since', async () => {
    const town = await towns.settle();
    const asked = aRequest.searching({ attempt: 2, tried: 3, round: 4 });
    const was = await saved(town.requests, asked, [{ kind: 'find-matches', round: 4 }]);
    const { id } = await town.backups.take();
    await town.restore({ from: id, replace: true });
    const { request, sequence } = (await town.requests.load(asked.id))!;
    expect(request).toEqual({ ...asked, tried: 103, round: 104 });
    expect(sequence).toBeGreaterThan(was.sequence + 1_000);
    const work = await town.workbench.work(asked.id);
    expect(work!.effects.map(({ key, effect }) => [key, effect])).toEqual([
      ['effect-arrange-0000000001', { kind: 'find-matches', round: 104 }],
    ]);
  });

  it('leaves matches that are shown to be chosen', async () => {
    const town = await towns.settle();
    await saved(town.requests, aRequest.submitted());
    const { id } = await town.backups.take();
    await town.restore({ from: id, replace: true });
    const { request } = (await town.requests.load(aRequest.submitted().id))!;
    const { matches, round } = request as ReturnType<typeof aRequest.submitted>;
    expect(matches!.round).toBe(round);
    expect(matches!.best).toEqual(aRequest.submitted().matches!.best);
  });

  it("gives back a facilitator's time reserved for what is not known any more, and no other", async () => {
    const town = await towns.settle();
    const booked = aRequest.booked({ id: 'request-booked', attempt: 1 });
    await saved(town.requests, booked);
    const { id: fay } = booked.match.facilitator;
    await putFacilitator(town.pool, aFacilitator({ id: fay, sessionsPerMonth: 9 }));
    await putFacilitator(town.pool, aFacilitator({ ...anotherFacilitator, sessionsPerMonth: 9 }));
    const reserve = (facilitator: string, over: Parameters<typeof aReservation>[0]) =>
      town.pool.reserve(facilitator, aReservation(over), defaultPolicy);
    await reserve(fay, { requestId: booked.id, attempt: 1 });
    await reserve(fay, { requestId: booked.id, attempt: 2, slot: aSlot('2026-12-10T10:00') });
    await reserve(anotherFacilitator.id, { requestId: 'unread-request', slot: aSlot('2026-12-11T10:00') });
    await reserve(fay, { requestId: 'long-erased', slot: aSlot('2026-11-10T10:00') });
    const { id } = await town.backups.take();
    expect(await town.restore({ from: id, replace: true })).toMatchObject({ givenBack: 2 });
    const left = (await town.pool.all()).flatMap(({ reservations }) => reservations);
    expect(left.map(({ requestId, attempt }) => `${requestId} ${attempt}`).sort()).toEqual([
      'long-erased 1',
      'request-booked 1',
    ]);
  });
});

describe('What waits after a restore', () => {
  it('is told by request, what at once and what later, and taken away by its reference', async () => {
    const town = await towns.settle();
    const { id: first } = aRequest.booked({ id: '7qf3k2m9-first' });
    await saved(town.requests, aRequest.booked({ id: first }), [
      { kind: 'show-requester' },
      { kind: 'end-session', attempt: 1, at: at('2026-12-08T11:30') },
      { kind: 'reserve', attempt: 7 },
    ]);
    await saved(
      town.requests,
      aRequest.closed({ id: '8qf3k2m9-second' }),
      Array.from({ length: 95 }, () => ({ kind: 'show-requester' }) as const),
    );
    const { workbench, clock } = town;
    const needs = { workbench, now: clock.now };
    const waits = () => whatWaits(needs);
    const [one, other] = await waits();
    expect(one).toMatchObject({
      reference: '7QF3-K2M9',
      state: 'booked',
      atOnce: ['show-requester'],
      later: ['end-session'],
    });
    expect(other!.atOnce).toHaveLength(95);
    expect(await dropWaiting(needs, 'ABCD-EFGH')).toBe('none');
    expect(await dropWaiting(needs, referenceOf('8qf3k2m9-second').toLowerCase())).toHaveLength(1);
    expect((await waits()).map(({ id }) => id)).toEqual([first]);
    expect((await town.workbench.work('8qf3k2m9-second'))!.leases).toEqual([]);
  });
});

function changed(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes);
  other[at] = other[at]! ^ 0xff;
  return other;
}
