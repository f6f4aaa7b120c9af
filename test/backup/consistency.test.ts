/** A backup that is taken while the bot works: what holds of it however the two fall together. */
import fc from 'fast-check';
import { createEvaluations } from '../../src/azure/evaluation-table';
import { takeBackup } from '../../src/backup/exporting';
import { fromZipped } from '../../src/backup/row-lines';
import { defaultPolicy } from '../../src/domain/policy';
import type { Effect } from '../../src/domain/request';
import type { StoredRow, TableName, TableRows } from '../../src/ports/backups';
import { aFacilitator, aRequest, aReservation, aSlot, askedAt } from '../builders';
import { aSave, saved } from '../azure/embedded-storage';
import { putFacilitator } from '../put-facilitator';
import { evaluationNumber } from '../some-evaluation';
import { type BackupTown, useBackupTown } from './backup-town';

const towns = useBackupTown();
const RUNS = 12;

/** Takes a backup, and lets something happen before each batch of rows is given on. */
async function takenWhile(
  { backups, prefix, clock }: BackupTown,
  happens: (table: TableName) => Promise<void>,
): Promise<string> {
  const rows: Pick<TableRows, 'read'> = {
    async *read(table, by) {
      await happens(table);
      for await (const batch of backups.rows.read(table, by)) {
        yield batch;
        await happens(table);
      }
    },
  };
  return (await takeBackup({ rows, store: backups.store, prefix, now: clock.now })).id;
}

async function rowsIn({ backups }: BackupTown, id: string, table: TableName): Promise<StoredRow[]> {
  const rows: StoredRow[] = [];
  for await (const row of fromZipped(backups.store.get(id, table))) rows.push(row);
  return rows;
}

it('holds each request with exactly the effects of one moment of it', async () => {
  const town = await towns.settle();
  const ids = ['request-one', 'request-two', 'request-three'];
  for (const id of ids) await saved(town.requests, aRequest.searching({ id }));
  // So many between the effects and the request that a page of the whole table ends there.
  for (const partitionKey of ids)
    await town.backups.rows.write(
      'requests',
      Array.from({ length: 450 }, (_, n) => ({ partitionKey, rowKey: `more-${n}`, columns: {} })),
    );
  /** The n-th decision of a request leaves round n and one effect that looks for its matches, in one transaction. */
  const decide = async (id: string) => {
    const was = (await town.requests.load(id))!;
    const round = was.request.round + 1;
    const work = (await town.workbench.work(id))!;
    const lease = await town.workbench.claim(id, 'arrange', 'w', town.clock.now() + 60_000, work.leases[0]);
    const [old] = work.effects;
    await town.requests.save(
      aSave(aRequest.searching({ id, round }), {
        was,
        effects: [{ kind: 'find-matches', round }],
        ...(old && lease && { completes: { effect: old, lease } }),
      }),
    );
  };
  for (const id of ids) await decide(id);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...ids), { minLength: 8, maxLength: 8 }), async (order) => {
      const next = order.values();
      const id = await takenWhile(town, async (table) => {
        const one = table === 'requests' ? next.next().value : undefined;
        if (one) await decide(one);
      });
      // And at full speed beside it, where nobody says when.
      const beside = Promise.all(ids.map(decide));
      const another = (await town.backups.take()).id;
      await beside;
      for (const each of [id, another]) expectWhole(await rowsIn(town, each, 'requests'));
    }),
    { numRuns: RUNS },
  );

  function expectWhole(rows: readonly StoredRow[]): void {
    for (const id of ids) {
      const own = rows.filter(({ partitionKey }) => partitionKey === id);
      const data = (rowKey: string) =>
        own
          .filter((row) => row.rowKey.startsWith(rowKey))
          .map((row) => JSON.parse(String(row.columns['data']!.value)) as unknown);
      const [request] = data('request') as { round: number }[];
      const effects = (data('effect-') as { effect: Effect }[]).map(({ effect }) => effect);
      expect(effects).toEqual([{ kind: 'find-matches', round: request!.round }]);
    }
  }
});

it('restored holds no time for what is not known, and lets no known session lose its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 11 }), async (moment) => {
      const town = await towns.settle();
      const { id: fay } = aFacilitator();
      await putFacilitator(town.pool, aFacilitator({ sessionsPerMonth: 9 }));
      await saved(town.requests, aRequest.submitted({ id: 'request-one' }));
      /** As approving does: the request, then the time, then the request again that knows of it. */
      const steps = [
        async () => {
          const was = (await town.requests.load('request-one'))!;
          await town.requests.save(
            aSave(aRequest.approved({ id: 'request-one', attempt: 1 }), {
              was,
              effects: [{ kind: 'reserve', attempt: 1 }],
            }),
          );
        },
        async () => {
          const wanted = aReservation({ requestId: 'request-one', slot: aSlot('2026-12-08T10:00') });
          expect(await town.pool.reserve(fay, wanted, defaultPolicy)).toBe('reserved');
        },
        async () => {
          const was = (await town.requests.load('request-one'))!;
          await town.requests.save(aSave(aRequest.booked({ id: 'request-one', attempt: 1 }), { was }));
        },
      ];
      let calls = 0;
      const id = await takenWhile(town, async () => {
        calls += 1;
        if (calls > moment) await steps.shift()?.();
      });
      await town.restore({ from: id, replace: true });
      const { request } = (await town.requests.load('request-one'))!;
      const held = (await town.pool.find(fay))!.reservations.filter(({ state }) => state === 'held');
      const effects = (await town.workbench.work('request-one'))!.effects.map(({ effect }) => effect.kind);
      if (request.state === 'submitted') expect(held).toEqual([]);
      if (request.state === 'approved') expect(effects).toEqual(['reserve']);
      if (request.state === 'booked') expect(held).toMatchObject([{ requestId: 'request-one', attempt: 1 }]);
    }),
    { numRuns: RUNS, examples: Array.from({ length: 8 }, (_, n) => [n] as [number]) },
  );
});

it('two backups a day apart tell nothing of what was answered on that day, or by whom', async () => {
  const town = await towns.settle();
  const evaluations = createEvaluations({ evaluations: town.storage.evaluations, now: town.clock.now });
  const session = { requestId: 'request-one', quarter: '2026-Q4', invited: 5 };
  await evaluations.open({ ...session, closesAt: askedAt + 10 * 24 * 60 * 60_000 });
  const mails = Array.from({ length: 4 }, (_, n) => `respondent.${n}@example.org`);
  const tokens = await Promise.all(mails.map((mail) => evaluations.ticket(session.requestId, mail)));
  const seen: string[] = [];
  for (const [n, token] of tokens.entries()) {
    await evaluations.answer(token!, evaluationNumber(n, { lesson: `lesson ${n}` }));
    town.clock.pass(60_000);
    const { id } = await town.backups.take();
    seen.push(JSON.stringify(await rowsIn(town, id, 'evaluations')));
  }
  expect(new Set(seen)).toEqual(new Set(['[]']));
  await evaluations.close(session.requestId);
  const { id } = await town.backups.take();
  const [row, ...others] = await rowsIn(town, id, 'evaluations');
  expect(others).toEqual([]);
  expect(row!.rowKey).toBe('answers');
  await town.restore({ from: id, replace: true });
  expect((await evaluations.collected(session.requestId))!.answers).toHaveLength(4);
});

it('an evaluation that was open is opened anew by whoever asks next, and closed with what is answered then', async () => {
  const town = await towns.settle();
  const evaluations = createEvaluations({ evaluations: town.storage.evaluations, now: town.clock.now });
  const session = { requestId: 'request-one', quarter: '2026-Q4', invited: 5, closesAt: askedAt + 1e9 };
  await evaluations.open(session);
  const before = await evaluations.ticket(session.requestId, 'one@example.org');
  const { id } = await town.backups.take();
  await town.restore({ from: id, replace: true });
  expect(await evaluations.look(before!)).toBe('unknown');
  await evaluations.open(session);
  const token = await evaluations.ticket(session.requestId, 'one@example.org');
  expect(await evaluations.answer(token!, evaluationNumber(1))).toBe('counted');
});
