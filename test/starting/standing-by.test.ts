import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultPolicy } from '../../src/domain/policy';
import { SECURITY_HEADERS } from '../../src/http/security-headers';
import { createStandIn } from '../../src/starting/standing-by';

let server: Server;
let url: string;

beforeAll(async () => {
  server = createStandIn(defaultPolicy).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((closed) => server.close(closed)));

it.each([
  ['GET', '/request'],
  ['POST', '/api/messages'],
  ['POST', '/health/live'],
  ['GET', '/health/ready'],
  ['DELETE', '/api/v1/subscriptions/1'],
])('answers %s %s with when to come again, and whom to call for a child at risk', async (method, path) => {
  const response = await fetch(`${url}${path}`, { method });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '600']);
  const text = await response.text();
  expect(text).toContain('call 999');
  expect(text).toContain(defaultPolicy.cadsLine.replaceAll(' ', '\u00a0'));
});

it('is well as far as App Service can tell', async () => {
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
});

it('tells browsers what every answer of the bot tells them', async () => {
  const { headers } = await fetch(url);
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    expect([name, headers.get(name)]).toEqual([name, value]);
});
