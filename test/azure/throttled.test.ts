/** Storage that asks to be left alone is counted, also where the next try is answered. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStorage } from '../../src/azure/clients';
import { readRow } from '../../src/azure/rows';

const NOT_FOUND = JSON.stringify({ 'odata.error': { code: 'ResourceNotFound', message: { value: 'no' } } });

it.each([429, 503])('counts each answer of %d, and reads on', async (status) => {
  const statuses = [status, status, 404];
  const server = http.createServer((_, response) => {
    response.writeHead(statuses.shift() ?? 404, {
      'Content-Type': 'application/json',
      'Retry-After-Ms': '1',
    });
    response.end(NOT_FOUND);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  let throttled = 0;
  const storage = createStorage({
    prefix: 'jags',
    connectionString: `DefaultEndpointsProtocol=http;AccountName=acct;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:${port}/acct;QueueEndpoint=http://127.0.0.1:${port}/acct`,
    throttled: () => void (throttled += 1),
  });
  expect(await readRow(storage.requests, 'one', 'request')).toBeUndefined();
  expect(throttled).toBe(2);
  await new Promise((closed) => server.close(closed));
});
