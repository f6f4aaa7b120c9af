import { createStorage } from '../../src/azure/clients';
import { KEPT_TABLES, tablesThatAre } from '../../src/backup/kept-tables';
import { TABLE_NAMES } from '../../src/ports/backups';

it('has decided for every table there is, and gives a reason', () => {
  const storage = createStorage({ connectionString: 'UseDevelopmentStorage=true', prefix: 'jags' });
  const tables = Object.entries(storage).flatMap(([name, client]) =>
    typeof client === 'object' && 'tableName' in client ? [name] : [],
  );
  expect(tables.length).toBeGreaterThan(10);
  expect([...TABLE_NAMES].sort()).toEqual(tables.sort());
  expect(Object.keys(KEPT_TABLES).sort()).toEqual(tables.sort());
  for (const name of TABLE_NAMES) expect(KEPT_TABLES[name].why.length).toBeGreaterThan(20);
});

it('reads requests before whatever comes of them', () => {
  expect(tablesThatAre('kept')[0]).toBe('requests');
});

it.each([
  ['tickets', '{}', false],
  ['used', '[]', false],
  ['answers', '{"closesAt":1}', false],
  ['answers', '{"answers":[]}', true],
])('of an evaluation keeps %s %s: %s', (rowKey, data, isKept) => {
  const kept = KEPT_TABLES.evaluations;
  const row = { partitionKey: 'p', rowKey, columns: { data: { type: 'String', value: data } as const } };
  expect(kept.is === 'kept' && kept.rows!(row)).toBe(isKept);
});
