import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStorage } from '../../src/azure/clients';
import { createWakeUps } from '../../src/azure/wake-up-queue';
import { aFacilitator, aRequest } from '../builders';
import { aSave, freshStorage, onTables, useEmbeddedStorage } from './embedded-storage';
import { putFacilitator } from '../put-facilitator';

const embedded = useEmbeddedStorage();

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const at = (url: string) => embedded.connectionString.replace(/http:\/\/[^/;]+/g, url);

async function secondsToFail(action: () => Promise<unknown>): Promise<number> {
  const started = Date.now();
  await expect(action()).rejects.toThrow();
  return (Date.now() - started) / 1000;
}

it('tables and queue are made once, however often and by however many', async () => {
  const storage = freshStorage(embedded.connectionString);
  await Promise.all([storage.prepare(), storage.prepare(), storage.prepare()]);
  await storage.prepare();
  await expect(storage.ping()).resolves.toBeUndefined();
});

it('a ping fails while the tables are missing', async () => {
  await expect(freshStorage(embedded.connectionString).ping()).rejects.toThrow(/does not exist/);
});

it.each([[''], ['9jags'], ['Jags'], ['jags-x'], ['j'.repeat(31)]])('the prefix %j is refused', (prefix) => {
  expect(() => createStorage({ connectionString: embedded.connectionString, prefix })).toThrow(
    /Expected STORAGE_PREFIX/,
  );
});

it('with a managed identity it speaks to the account by name and with a token', async () => {
  let scope: string | string[] = '';
  const credential = {
    getToken: async (wanted: string | string[]) => {
      scope = wanted;
      throw new Error('no token today');
    },
  };
  const storage = createStorage({ account: 'jagsstorage', credential, prefix: 'jags' });
  expect(storage.requests.url).toBe('https://jagsstorage.table.core.windows.net');
  expect(storage.requests.tableName).toBe('jagsRequests');
  expect(storage.wakeUps.url).toBe('https://jagsstorage.queue.core.windows.net/jags-wake-ups');
  await expect(storage.requests.getEntity('ping', 'ping')).rejects.toThrow('no token today');
  expect(scope).toEqual(['https://storage.azure.com/.default']);
});

it('nothing is sent without encryption to another machine', async () => {
  const storage = createStorage({ connectionString: at('http://storage.example'), prefix: 'jags' });
  await expect(storage.requests.getEntity('ping', 'ping')).rejects.toThrow(/allowInsecureConnection/);
});

describe.each<[string, () => Promise<{ url: string; close: () => Promise<void> }>]>([
  [
    'refuses connections',
    async () => {
      const server = createServer();
      const url = await listening(server);
      await new Promise((resolve) => server.close(resolve));
      return { url, close: async () => undefined };
    },
  ],
  [
    'takes connections and never answers',
    async () => {
      const server = createServer(() => undefined);
      const url = await listening(server);
      return { url, close: () => closed(server) };
    },
  ],
  [
    'is busy and asks to be left alone for a minute',
    async () => {
      const server = createServer((_, answer) => {
        answer.writeHead(503, { 'retry-after': '60' });
        answer.end();
      });
      const url = await listening(server);
      return { url, close: () => closed(server) };
    },
  ],
])('storage that %s', (_what, start) => {
  let storage: ReturnType<typeof createStorage>;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const started = await start();
    close = started.close;
    storage = createStorage({ connectionString: at(started.url), prefix: 'jags' });
  });
  afterAll(() => close());

  it.each<[string, () => Promise<unknown>]>([
    ['loading', () => onTables(storage).requests.load('request-one')],
    ['saving', () => onTables(storage).requests.save(aSave(aRequest.submitted()))],
    ['reserving', () => putFacilitator(onTables(storage).pool, aFacilitator())],
    ['waking', () => createWakeUps({ wakeUps: storage.wakeUps, log: console }).send('request-one')],
    ['a ping', () => storage.ping()],
    ['preparing', () => storage.prepare()],
  ])('fails %s with an exception within five seconds', async (_action, action) => {
    expect(await secondsToFail(action)).toBeLessThan(5);
  });
});

it('one connection that has died is not noticed', async () => {
  let requests = 0;
  const server = createServer((_, answer) => {
    requests += 1;
    if (requests === 1) return;
    answer.writeHead(404, { 'content-type': 'application/json' });
    answer.end(missing);
  });
  const missing = JSON.stringify({ 'odata.error': { code: 'ResourceNotFound', message: { value: 'none' } } });
  const storage = createStorage({ connectionString: at(await listening(server)), prefix: 'jags' });
  expect(await onTables(storage).requests.load('request-one')).toBeUndefined();
  expect(requests).toBe(2);
  await closed(server);
});

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
