/** Two years of an installation's life, as the sandbox tells it, in a backup and out of it again. */
import { createEvaluations } from '../../src/azure/evaluation-table';
import { KEPT_TABLES, tablesThatAre } from '../../src/backup/kept-tables';
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import type { StoredRow } from '../../src/ports/backups';
import { at } from '../builders';
import { addToPool, sandboxPool } from '../sandbox/pool';
import { inventHistory } from '../sandbox/history/history';
import { keepHistory } from '../sandbox/history/keeping';
import { type BackupTown, useBackupTown } from './backup-town';

const NOW = at('2026-11-26T19:00');
const towns = useBackupTown();
let lived: BackupTown;

beforeAll(async () => {
  lived = await towns.settle(NOW);
  const pool = sandboxPool(NOW);
  await addToPool(towns.connectionString, pool, lived.prefix);
  const history = inventHistory({ now: NOW, pool, policy });
  await keepHistory(history, {
    connectionString: towns.connectionString,
    prefix: lived.prefix,
    policy,
    now: NOW,
  });
});

/** As mended rows would be without their numbers: see backup/mending.ts. */
function unnumbered(rows: readonly StoredRow[] = []): StoredRow[] {
  return rows.map((row) => {
    const { data, sequence: _given, ...columns } = row.columns;
    if (!data) return row;
    const {
      tried: _tried,
      round: _round,
      matches,
      effect,
      ...rest
    } = JSON.parse(String(data.value)) as Record<string, object | undefined>;
    const plain = {
      ...rest,
      matches: matches && { ...matches, round: 0 },
      effect: effect && { ...effect, round: 0 },
    };
    return row.rowKey === 'request' || row.rowKey.startsWith('effect-')
      ? { ...row, columns: { ...columns, data: { ...data, value: JSON.stringify(plain) } } }
      : row;
  });
}

it('is restored into other tables as it was, but for what a backup leaves out', async () => {
  const { id, tables } = await lived.backups.take();
  expect(tables.requests!.rows).toBeGreaterThan(1_000);
  const anew = await towns.settle(NOW);
  expect(await anew.restore({ from: id }, lived)).toMatchObject({ erased: 0, givenBack: 0 });
  const [before, after] = [await lived.everything(), await anew.everything()];
  for (const table of tablesThatAre('kept').filter((name) => name !== 'requests')) {
    const kept = KEPT_TABLES[table];
    const rows = (kept.is === 'kept' && kept.rows) || (() => true);
    expect([table, after[table] ?? []]).toEqual([table, (before[table] ?? []).filter(rows)]);
  }
  expect(unnumbered(after['requests'])).toEqual(
    unnumbered(before['requests']!.filter(({ rowKey }) => !rowKey.startsWith('lease-'))),
  );
  for (const table of tablesThatAre('left-out').filter((name) => name !== 'operations'))
    expect([table, after[table]]).toEqual([table, undefined]);
});

it('lists what is open, and what is whose, as before', async () => {
  const { id } = await lived.backups.take();
  const anew = await towns.settle(NOW);
  await anew.restore({ from: id }, lived);
  const ids = (some: readonly Request[]) => some.map((each) => each.id).sort();
  expect(ids(await anew.openRequests.all())).toEqual(ids(await lived.openRequests.all()));
  const own = (await lived.index.open()).slice(0, 5);
  for (const each of own) {
    const requester = (await lived.requests.load(each))!.request.requester.id;
    expect(ids(await anew.requests.ofPerson(requester))).toContain(each);
  }
});

it('holds nothing of an evaluation that is still open, and every closed one', async () => {
  const { id } = await lived.backups.take();
  const open = (await lived.openRequests.all()).filter(({ state }) => state === 'held');
  const evaluations = createEvaluations({ evaluations: lived.storage.evaluations, now: lived.clock.now });
  const answered = await Promise.all(open.map((each) => evaluations.collected(each.id)));
  expect(answered.filter((each) => each && each.answers.length > 0).length).toBeGreaterThan(0);
  const anew = await towns.settle(NOW);
  await anew.restore({ from: id }, lived);
  const rows = await anew.rowsOf('evaluations');
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter(({ rowKey }) => rowKey !== 'answers')).toEqual([]);
  const isOpen = new Set(open.map((each) => each.id));
  expect(rows.filter(({ partitionKey }) => isOpen.has(partitionKey))).toEqual([]);
});
