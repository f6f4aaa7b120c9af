import { TableClient } from '@azure/data-tables';
import { toEntity, toStored, withDoubles } from '../../src/azure/exact-types';
import { createTableRows } from '../../src/azure/table-export';
import { createStorage, type Storage } from '../../src/azure/clients';
import type { StoredRow, TableName } from '../../src/ports/backups';
import { useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();

/** Of their own, because they are made to read types exactly. */
function rowsOf(storage: Storage) {
  const { connectionString } = embedded;
  const prefix = storage.requests.tableName.replace('Requests', '');
  return createTableRows(createStorage({ connectionString, prefix, patient: true }));
}

async function all(table: TableName, by: 'partition' | 'page' = 'page'): Promise<StoredRow[]> {
  const found: StoredRow[] = [];
  for await (const rows of rowsOf(embedded.storage).read(table, by)) found.push(...rows);
  return found;
}

const EVERY_TYPE: StoredRow = {
  partitionKey: 'types',
  rowKey: 'one',
  columns: {
    text: { type: 'String', value: 'a “quoted” ${text} with "number":1.0 in it\n' },
    empty: { type: 'String', value: '' },
    small: { type: 'Int32', value: -7 },
    large: { type: 'Int64', value: '9007199254740993' },
    whole: { type: 'Double', value: 2 },
    part: { type: 'Double', value: 0.1 },
    huge: { type: 'Double', value: 1e300 },
    none: { type: 'Double', value: 'NaN' },
    yes: { type: 'Boolean', value: true },
    no: { type: 'Boolean', value: false },
    moment: { type: 'DateTime', value: '2026-11-24T10:00:00.1234567Z' },
    id: { type: 'Guid', value: '5e550000-0000-4000-8000-000000000001' },
    bytes: { type: 'Binary', value: Buffer.from([0, 1, 254, 255]).toString('base64') },
  },
};

it('reads and writes every type of Table Storage exactly as it is stored', async () => {
  const rows = rowsOf(embedded.storage);
  await rows.write('facts', [EVERY_TYPE]);
  expect(await all('facts')).toEqual([EVERY_TYPE]);
  await rows.write('figures', await all('facts', 'partition'));
  expect(await all('figures')).toEqual([EVERY_TYPE]);
});

it('writes what the program itself then reads with its types', async () => {
  await rowsOf(embedded.storage).write('facts', [EVERY_TYPE]);
  expect(await embedded.storage.facts.getEntity('types', 'one')).toMatchObject({
    text: EVERY_TYPE.columns['text']!.value,
    small: -7,
    large: 9007199254740993n,
    yes: true,
    id: { type: 'Guid', value: '5e550000-0000-4000-8000-000000000001' },
    bytes: Uint8Array.from([0, 1, 254, 255]),
  });
});

it.each([
  ['{"a":1.0,"b":2}', '{"a":1.0,"a@odata.type":"Edm.Double","b":2}'],
  ['{"a":-1e5}', '{"a":-1e5,"a@odata.type":"Edm.Double"}'],
  ['{"a":"\\"b\\":1.0"}', '{"a":"\\"b\\":1.0"}'],
  ['{"a\\"b":1.5}', '{"a\\"b":1.5,"a\\"b@odata.type":"Edm.Double"}'],
  ['{"a":"x:1.0,","b":[]}', '{"a":"x:1.0,","b":[]}'],
])('says of %s which numbers are doubles', (json, said) => {
  expect(withDoubles(json)).toBe(said);
  JSON.parse(said);
});

it('refuses a type Table Storage does not have', () => {
  const row = { partitionKey: 'p', rowKey: 'r', etag: '', timestamp: '', odd: { type: 'Decimal', value: '1' } };
  expect(() => toStored(row)).toThrow('Expected column odd to be of a type Table Storage has, got Decimal');
});

it('keeps the keys, whatever the columns are called', () => {
  const { partitionKey, rowKey } = toEntity(EVERY_TYPE) as StoredRow;
  expect({ partitionKey, rowKey }).toEqual({ partitionKey: 'types', rowKey: 'one' });
});

describe('With more rows than come in one page', () => {
  const MANY = 2_300;
  const many = Array.from({ length: MANY }, (_, n) => ({
    partitionKey: n < 1_200 ? 'first' : 'second',
    rowKey: String(n).padStart(6, '0'),
    columns: { data: { type: 'String', value: 'x'.repeat(n % 50) } },
  })) satisfies StoredRow[];

  it('reads all of them in order, by page and by partition, and clears them', async () => {
    const rows = rowsOf(embedded.storage);
    await rows.write('facts', many);
    expect(await all('facts')).toEqual(many);
    expect(await all('facts', 'partition')).toEqual(many);
    expect(await rows.isEmpty('facts')).toBe(false);
    await rows.remove('facts', 'first', '000000');
    await rows.remove('facts', 'first', '000000');
    await rows.remove('facts', 'second');
    expect(await all('facts')).toEqual(many.slice(1, 1_200));
    await rows.clear('facts');
    expect(await rows.isEmpty('facts')).toBe(true);
  });

  it('reads a large partition again while somebody writes to it, until it stands still', async () => {
    await rowsOf(embedded.storage).write('facts', many);
    const table: TableClient = embedded.storage.facts;
    let left = 3;
    const pages = rowsOf(embedded.storage).read('facts', 'partition');
    const changing = (async () => {
      for (; left > 0; left -= 1) await table.upsertEntity({ partitionKey: 'first', rowKey: '000000', n: left });
    })();
    const read: StoredRow[] = [];
    for await (const rows of pages) read.push(...rows);
    await changing;
    expect(read).toHaveLength(MANY);
  });
});

it('changes a row as it is by then, when somebody writes in between', async () => {
  const rows = rowsOf(embedded.storage);
  await rows.write('facts', [EVERY_TYPE]);
  const table = embedded.storage.facts;
  const row = (n: number): StoredRow => ({
    ...EVERY_TYPE,
    columns: { n: { type: 'Int32', value: n } },
  });
  await rows.write('facts', [row(0)]);
  const raised = Array.from({ length: 8 }, () =>
    rows.change('facts', 'types', 'one', (was) => row(Number(was.columns['n']!.value) + 1)),
  );
  await Promise.all(raised);
  expect(await table.getEntity('types', 'one')).toMatchObject({ n: 8 });
});

it('changes nothing where there is no row', async () => {
  const rows = rowsOf(embedded.storage);
  await rows.change('facts', 'types', 'none', () => EVERY_TYPE);
  expect(await all('facts')).toEqual([]);
});
