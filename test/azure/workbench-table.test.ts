import type { Effect } from '../../src/domain/request';
import type { Lease, SavedEffect, Work } from '../../src/ports';
import { aRequest, aRequester, askedAt } from '../builders';
import { aSave, HOUR_MS, onTables, saved, useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const id = '5e550000-0000-4000-8000-000000000001';
const until = askedAt + 120_000;
const effects: Effect[] = [{ kind: 'reserve', attempt: 1 }, { kind: 'show-coordinators' }];

/** A request with one effect in each lane, and the lease of the arranging lane. */
async function started(now = () => Date.now()) {
  const tables = onTables(embedded.storage, now);
  const was = await saved(tables.requests, aRequest.approved(), effects);
  const lease = (await tables.workbench.claim(id, 'arrange', 'one', until, undefined))!;
  const work = async (): Promise<Work> => (await tables.workbench.work(id))!;
  const effect = (await work()).effects[0]!;
  return { ...tables, was, lease, work, effect };
}

describe('the work of a request', () => {
  it('is read in one query, without audit and cards', async () => {
    const { workbench } = await started();
    expect(await embedded.callsOf(() => workbench.work(id))).toEqual(['GET table /Requests']);
  });

  it('is undefined when there is no such request', async () => {
    const { workbench } = onTables(embedded.storage);
    expect(await workbench.work('nothinghere')).toBeUndefined();
  });
});

describe('a lease', () => {
  it('of a lane is had by one of twenty who claim it at once', async () => {
    const { workbench, work } = await started();
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => workbench.claim(id, 'tell', `worker-${n}`, until, undefined)),
    );
    const won = claims.filter((lease) => lease !== undefined);
    expect(won).toHaveLength(1);
    expect((await work()).leases).toContainEqual(won[0]);
  });

  it('that has run out is taken over by one of twenty', async () => {
    const { workbench, work } = await started();
    const held = (await work()).leases[0];
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => workbench.claim(id, 'arrange', `worker-${n}`, until, held)),
    );
    expect(claims.filter((lease) => lease !== undefined)).toHaveLength(1);
  });

  it('given back can be had again; given back late it takes nothing from who has it now', async () => {
    const { workbench, lease, work } = await started();
    await workbench.release(lease);
    expect((await work()).leases).toEqual([]);
    const next = await workbench.claim(id, 'arrange', 'two', until, undefined);
    await workbench.release(lease);
    expect((await work()).leases).toEqual([next]);
  });

  it('is renewed by what is written under it, and has then to be read again', async () => {
    const { workbench, lease, effect, work } = await started();
    expect(await workbench.postpone({ ...lease, until: until + 1 }, effect)).toBe('saved');
    const [renewed] = (await work()).leases;
    expect(renewed).toMatchObject({ owner: 'one', lane: 'arrange', until: until + 1 });
    expect(await workbench.complete(lease, effect)).toBe('lost');
    expect(await workbench.complete(renewed!, effect)).toBe('saved');
  });
});

describe('an effect', () => {
  it('without an outcome is removed, and only that one', async () => {
    const { workbench, lease, effect, work } = await started();
    await workbench.complete(lease, effect);
    expect((await work()).effects.map((each) => each.effect)).toEqual([effects[1]]);
  });

  it('is kept for later with new tries, due time or why it is parked', async () => {
    const { workbench, lease, effect, work } = await started();
    const later: SavedEffect = {
      ...effect,
      tries: 3,
      dueAt: askedAt + 1,
      retryAt: askedAt + 2,
      parked: 'no licence',
    };
    await workbench.postpone(lease, later);
    expect((await work()).effects[0]).toEqual(later);
  });

  it('that is gone cannot be postponed back to life', async () => {
    const { workbench, lease, effect, work } = await started();
    await workbench.complete(lease, effect);
    const [fresh] = (await work()).leases;
    expect(await workbench.postpone(fresh!, effect)).toBe('lost');
    expect((await work()).effects).toHaveLength(1);
  });
});

describe('an outcome', () => {
  const outcome = (was: Work['loaded'], effect: SavedEffect, lease: Lease) =>
    aSave(aRequest.offered(), { was, effects: [{ kind: 'show-requester' }], completes: { effect, lease } });

  it('is saved together with the end of its effect', async () => {
    const { requests, was, lease, effect, work } = await started();
    const calls = await embedded.callsOf(() => requests.save(outcome(was, effect, lease)));
    expect(calls).toEqual(['POST table /$batch']);
    const { loaded, effects: left } = await work();
    expect(loaded.request.state).toBe('offered');
    expect(left.map((each) => each.effect)).toEqual([effects[1], { kind: 'show-requester' }]);
  });

  it.each<[string, (tables: Awaited<ReturnType<typeof started>>) => Promise<unknown>]>([
    [
      'another worker took the lane over',
      ({ workbench, lease }) => workbench.claim(id, 'arrange', 'two', until, lease),
    ],
    ['the lease was given back', ({ workbench, lease }) => workbench.release(lease)],
    [
      'another worker took the lane over and finished the effect',
      async ({ workbench, lease, effect }) =>
        workbench.complete((await workbench.claim(id, 'arrange', 'two', until, lease))!, effect),
    ],
  ])('is a conflict and nothing of it is written when %s', async (_what, happen) => {
    const tables = await started();
    const { requests, was, lease, effect, work } = tables;
    await happen(tables);
    const before = { work: await work(), history: await requests.history(id) };
    expect(await requests.save(outcome(was, effect, lease))).toBe('conflict');
    expect({ work: await work(), history: await requests.history(id) }).toEqual(before);
  });

  it('that meets a decision made meanwhile is a conflict, and can be saved on top of it under the same lease', async () => {
    const { requests, was, lease, effect, work } = await started();
    await requests.save(aSave(aRequest.closed(), { was }));
    expect(await requests.save(outcome(was, effect, lease))).toBe('conflict');
    const now = (await work()).loaded;
    expect(await requests.save(aSave(now.request, { was: now, completes: { effect, lease } }))).toBe('saved');
  });

  it('is saved once when two workers bring it under the same lease', async () => {
    const { requests, was, lease, effect } = await started();
    const results = await Promise.all([1, 2].map(() => requests.save(outcome(was, effect, lease))));
    expect(results.sort()).toEqual(['conflict', 'saved']);
  });
});

describe('the open list', () => {
  it('names every open request, page after page', async () => {
    const { index, workbench } = onTables(embedded.storage);
    const ids = Array.from({ length: 1100 }, (_, n) => `request${String(n).padStart(5, '0')}`);
    for (let from = 0; from < ids.length; from += 100)
      await embedded.storage.index.submitTransaction(
        ids.slice(from, from + 100).map((rowKey) => ['create', { partitionKey: 'open', rowKey }]),
      );
    expect(await workbench.open()).toEqual(ids);
    await index.enter('zzzzzzzz', aRequester().id);
    expect(await workbench.open()).toHaveLength(1101);
  });

  it('names two hundred requests that were saved', async () => {
    const { requests, workbench } = onTables(embedded.storage);
    const ids = Array.from({ length: 200 }, (_, n) => `request${String(n).padStart(5, '0')}`);
    for (const each of ids) await saved(requests, aRequest.submitted({ id: each }));
    expect(await workbench.open()).toEqual(ids);
  });

  it.each([
    ['is open', aRequest.submitted(), [], true],
    ['is closed and has something left to do', aRequest.closed(), effects, true],
    ['is closed and done', aRequest.closed(), [], false],
  ] as const)('when settled, a request that %s: still listed? %#', async (_what, request, left, listed) => {
    const { requests, workbench } = onTables(embedded.storage);
    await saved(requests, request, left);
    await workbench.settle(id);
    expect(await workbench.open()).toEqual(listed ? [id] : []);
    expect(await requests.load(id)).toBeDefined();
    expect(await requests.ofPerson(aRequester().id)).toHaveLength(1);
  });

  it('is settled twice without harm', async () => {
    const { requests, workbench } = onTables(embedded.storage);
    await saved(requests, aRequest.closed());
    await Promise.all([workbench.settle(id), workbench.settle(id)]);
    await workbench.settle(id);
    expect(await workbench.open()).toEqual([]);
  });

  it('keeps a row without a request for an hour, in case its request is just being written', async () => {
    let later = 0;
    const { index, workbench, requests } = onTables(embedded.storage, () => Date.now() + later);
    await index.enter(id, aRequester().id);
    later = 0.9 * HOUR_MS;
    await workbench.settle(id);
    expect(await workbench.open()).toEqual([id]);
    later = 1.1 * HOUR_MS;
    await workbench.settle(id);
    expect(await workbench.open()).toEqual([]);
    await saved(requests, aRequest.submitted());
    expect(await workbench.open()).toEqual([id]);
  });

  it('is not struck off when the same form is sent again after it was read', async () => {
    const { index, workbench } = onTables(embedded.storage);
    await index.enter(id, aRequester().id);
    const read = (await index.openRow(id))!;
    await index.enter(id, aRequester().id);
    await index.strike(id, read);
    expect(await workbench.open()).toEqual([id]);
  });
});
