import { defaultPolicy } from '../../src/domain/policy';
import { createPoolKeeping } from '../../src/pool-keeping';
import type { Cells } from '../../src/web/tab/roster-cells';
import { judgeRows } from '../../src/web/tab/roster-import';
import { isUnsaved, saveRoster } from '../../src/web/tab/roster-saving';
import { aFacilitator, aRequest, askedAt, theCoordinator } from '../builders';
import { createRosterPool } from './roster-pool';

const scarlet = { name: 'Scarlet Sepia', mail: 'scarlet@sepia.example', team: 'hl-sn' };
const umber = { name: 'Umber Ultramarine', mail: 'umber@ultramarine.example', team: 'cs-fs' };
const tan = { name: 'Tan Turquoise', mail: 'tan@turquoise.example', team: 'po-ne' };

/** A pool with Scarlet in it, and rows as a page sends them. */
function setUp({ known = async () => [] }: { known?: () => Promise<never[]> } = {}) {
  const pool = createRosterPool([aFacilitator({ ...scarlet, id: 'scarlet', knownFamilies: ['a-request'] })]);
  let time = askedAt;
  const now = () => time;
  const faults: unknown[] = [];
  const keeping = createPoolKeeping({
    pool,
    directory: { known },
    lookAfter: async ({ name }) => (name === scarlet.name ? [aRequest.booked()] : []),
    now,
  });
  return {
    pool,
    faults,
    keeping,
    /** So much passes with everybody looked up in the directory. */
    lose: (ms: number) => (time += ms),
    judge: (...rows: (Cells & { leave?: true })[]) =>
      judgeRows(
        rows.map(({ leave = false, ...cells }, n) => ({ line: n + 2, cells, leave })),
        pool.facilitators,
        now(),
        defaultPolicy,
      ),
    needs: { pool, keeping, now, report: (fault: unknown) => void faults.push(fault) },
  };
}

it('Adds, changes and leaves alone, each with who did it', async () => {
  const { pool, judge, needs } = setUp();
  const rows = judge(
    umber,
    { ...scarlet, trainedUntil: '2026-11-30', weight: '0,5' },
    { ...tan, leave: true },
  );
  const saved = await saveRoster(rows, theCoordinator, needs);
  expect(saved.map(({ became }) => became)).toEqual([
    { kind: 'added', touched: 0 },
    { kind: 'changed', fields: ['trainedUntil', 'weight'], touched: 1 },
    { kind: 'left-out' },
  ]);
  expect(saved.some(isUnsaved)).toBe(false);
  expect(pool.facilitators).toEqual([
    {
      ...aFacilitator(),
      ...scarlet,
      id: 'scarlet',
      trainedUntil: '2026-11-30',
      weight: 0.5,
      knownFamilies: ['a-request'],
    },
    { ...umber, id: expect.any(String) as string, outside: true },
  ]);
  const changed = ['trainedUntil', 'weight'];
  expect(await pool.history('scarlet')).toEqual([{ at: askedAt, by: theCoordinator, changed }]);
});

it('Saves nothing the second time', async () => {
  const { judge, needs, pool } = setUp();
  const cells = [umber, { ...scarlet, weight: '2' }];
  await saveRoster(judge(...cells), theCoordinator, needs);
  const again = await saveRoster(judge(...cells), theCoordinator, needs);
  expect(again.map(({ became }) => became.kind)).toEqual(['nothing-new', 'nothing-new']);
  expect(await pool.history('scarlet')).toHaveLength(1);
});

it('Tells of what somebody else did meanwhile, and saves the rest', async () => {
  const { pool, judge, needs } = setUp();
  const rows = judge({ ...scarlet, weight: '2' }, umber, tan);
  pool.put(aFacilitator({ ...scarlet, id: 'scarlet', weight: 3 }));
  pool.put(aFacilitator({ ...umber, id: 'umber' }));
  const saved = await saveRoster(rows, theCoordinator, needs);
  expect(saved.map(({ became }) => became.kind)).toEqual(['conflict', 'taken', 'added']);
  expect(saved.map(isUnsaved)).toEqual([true, true, false]);
  expect(pool.facilitators.map(({ weight }) => weight)).toContain(3);
});

it('Tells of somebody who is gone', async () => {
  const { judge, needs } = setUp();
  const rows = judge({ ...scarlet, weight: '2' });
  const saved = await saveRoster(rows, theCoordinator, { ...needs, pool: createRosterPool() });
  expect(saved.map(({ became }) => became.kind)).toEqual(['not-found']);
});

it('Does not go on after a fault, and does not say what it cannot know', async () => {
  const fault = new Error('The storage is away');
  const { judge, needs, faults } = setUp({ known: () => Promise.reject(fault) });
  const saved = await saveRoster(judge(umber, tan, { ...scarlet, leave: true }), theCoordinator, needs);
  expect(saved.map(({ became }) => became.kind)).toEqual(['unknown', 'not-tried', 'left-out']);
  expect(faults).toEqual([fault]);
});

it('Stops in time, so that the page can still say how far it came', async () => {
  const set = setUp({ known: async () => (set.lose(11_000), []) });
  const saved = await saveRoster(
    set.judge(umber, tan, { ...scarlet, weight: '2' }),
    theCoordinator,
    set.needs,
  );
  expect(saved.map(({ became }) => became.kind)).toEqual(['added', 'added', 'not-tried']);
});
