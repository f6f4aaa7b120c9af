/** Addresses that answer, and yet not as people must be able to trust. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADDRESSES } from '../../src/doctor/addresses';
import { examine } from '../../src/doctor/examination';
import type { Ground } from '../../src/doctor/ground';

const VERSION = '1.2.3';
const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const live: RequestListener = (_, response) =>
  void response.end(JSON.stringify({ live: true, version: VERSION }));

/** Not chained: restify, where a test has loaded it in the same process, makes every writeHead return nothing. */
function answering(status: number, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(status, headers);
    response.end();
  };
}

async function listening(server: Server): Promise<number> {
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** What is found of PUBLIC_URL. */
async function found(publicUrl: string) {
  const ground = { config: { publicUrl }, version: VERSION } as Ground;
  return (await examine(ADDRESSES, ground)).find(({ name }) => name === 'public-url')?.outcome;
}

it('notes that plain http does on this machine only', async () => {
  const port = await listening(createServer(live));
  expect(await found(`http://127.0.0.1:${port}`)).toEqual({
    kind: 'ok',
    note: 'PUBLIC_URL is not https; that works on this machine only.',
  });
});

it.each<[string, RequestListener, string]>([
  [
    'a redirect, such as to a sign-in',
    answering(302, { location: 'https://example.org' }),
    'PUBLIC_URL answered 302.',
  ],
  ['a fault', answering(503), 'PUBLIC_URL answered 503.'],
  ['a page', (_, response) => void response.end('<html></html>'), 'Something else than the bot answers'],
  ['null', (_, response) => void response.end('null'), 'Something else than the bot answers'],
  ['no version', (_, response) => void response.end('{"live":true}'), 'Version unknown answers'],
])('takes %s for no bot', async (_what, listener, why) => {
  const port = await listening(createServer(listener));
  expect(await found(`http://127.0.0.1:${port}`)).toMatchObject({
    kind: 'failed',
    why: expect.stringContaining(why) as string,
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const whereItIs = hasOpenssl ? it : it.skip;

whereItIs('takes no certificate that nobody vouches for (needs openssl to make one)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jags-certificate-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
    spawnSync('openssl', ['req', ...kind, '-keyout', key, '-out', cert, ...subject]);
    const port = await listening(
      createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, live),
    );
    expect(await found(`https://127.0.0.1:${port}`)).toMatchObject({
      kind: 'failed',
      why: 'PUBLIC_URL does not answer from here (DEPTH_ZERO_SELF_SIGNED_CERT).',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
