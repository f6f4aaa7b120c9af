import { createTally } from '../../src/azure/tally-table';
import { freshStorage, useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const NOVEMBER = { kind: 'door-tafs', agency: 'hl', month: '2026-11' };

it('counts every one of fifty at once, from five instances', async () => {
  const tallies = Array.from({ length: 5 }, () => createTally(embedded.storage));
  await Promise.all(Array.from({ length: 50 }, (_, n) => tallies[n % 5]!.count(NOVEMBER)));
  expect(await tallies[0]!.counts('2026-11')).toEqual([{ ...NOVEMBER, count: 50 }]);
});

it('goes on counting after one that could not be counted', async () => {
  const tally = createTally(embedded.storage);
  const [bad, good] = await Promise.allSettled([
    tally.count({ ...NOVEMBER, agency: 'Not a code' }),
    tally.count(NOVEMBER),
  ]);
  expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
});

it('keeps kinds, agencies and months apart', async () => {
  const tally = createTally(embedded.storage);
  const others = [
    { ...NOVEMBER, kind: 'door-jags' },
    { ...NOVEMBER, agency: 'unknown' },
    { ...NOVEMBER, month: '2026-12' },
  ];
  for (const what of [NOVEMBER, ...others, NOVEMBER]) await tally.count(what);
  expect(await tally.counts('2026-11')).toEqual([
    { ...NOVEMBER, kind: 'door-jags', count: 1 },
    { ...NOVEMBER, count: 2 },
    { ...NOVEMBER, agency: 'unknown', count: 1 },
  ]);
  expect(await tally.counts('2026-12')).toEqual([{ ...NOVEMBER, month: '2026-12', count: 1 }]);
  expect(await tally.counts('2027-01')).toEqual([]);
});

it('stores a number beside codes, and nothing else', async () => {
  await createTally(embedded.storage).count(NOVEMBER);
  const row = await embedded.storage.tally.getEntity<Record<string, unknown>>('2026-11', 'door-tafs_hl');
  const ours = Object.keys(row).filter((name) => !['odata.metadata', 'etag', 'timestamp'].includes(name));
  expect(ours.sort()).toEqual(['data', 'partitionKey', 'rowKey']);
  expect(JSON.parse(String(row.data))).toEqual({ kind: 'door-tafs', agency: 'hl', count: 1 });
});

it.each([
  [{ kind: 'Jayden is seven' }, /Expected a kind/],
  [{ kind: 'door_tafs' }, /Expected a kind/],
  [{ agency: '' }, /Expected an agency/],
  [{ agency: "x' or '1'" }, /Expected an agency/],
  [{ month: '2026-13' }, /Expected a month/],
  [{ month: '2026-11-25' }, /Expected a month/],
])('takes codes and months only: %j', async (over, words) => {
  await expect(createTally(embedded.storage).count({ ...NOVEMBER, ...over })).rejects.toThrow(words);
});

it('says so when it cannot count', async () => {
  const unprepared = freshStorage(embedded.connectionString);
  await expect(createTally(unprepared).count(NOVEMBER)).rejects.toThrow(/does not exist/);
});
