/** In Azure the bot's identity may use the two containers and nothing beside them: it may make none. */
import { createErasureList } from '../../src/azure/erasure-list';
import { backupContainers, createBackupStore } from '../../src/azure/backup-blobs';
import { keysHash } from '../../src/backup/hashes';
import { askedAt } from '../builders';
import { openGate, type Gate } from '../crash/gate';
import { useBackupTown } from './backup-town';

const towns = useBackupTown();
let gate: Gate;

afterEach(() => gate.close());

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(0);
}

it('makes a container where there is none, and asks for none where there is one', async () => {
  const { prefix, storage } = await towns.settle();
  const [, blob] = /BlobEndpoint=([^;]+)/.exec(towns.connectionString)!;
  gate = await openGate({ blob: blob! });
  const connectionString = towns.connectionString.replace(blob!, gate.urls['blob']!);
  const containers = backupContainers({ connectionString }, prefix);
  const made = () =>
    gate.calls
      .filter(({ method, path }) => method === 'PUT' && /[?&]restype=container/.test(path))
      .map(({ path }) => /-(backups|erasures)/.exec(path)![1]);
  const store = createBackupStore(containers);
  const list = createErasureList({ ...storage, container: containers.erasures });
  const erased = {
    table: 'requests',
    hash: keysHash('requests', 'a'),
    at: askedAt,
    why: 'retention',
  } as const;
  const use = async () => {
    await store.put('2026-11-24T11-00-00Z-abcdef', 'facts', nothing());
    await list.record([erased]);
  };
  await use();
  expect(made()).toEqual(['backups', 'erasures']);
  gate.reset();
  await use();
  expect(gate.calls.length).toBeGreaterThan(3);
  expect(made()).toEqual([]);
});
