import { createDirectoryClient } from '../../infra/tenant/directory-client';
import { type Call, type JsonServer, type Reply, serveJson } from '../sandbox/teams/json-server';

let server: JsonServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** A directory that gives these answers one after the other; how often it was asked. */
async function answering(...replies: readonly Reply[]) {
  const calls: Call[] = [];
  const handle = (call: Call): Reply => {
    calls.push(call);
    return replies[calls.length - 1] ?? { status: 500 };
  };
  server = await serveJson(0, [
    ['GET', /./, handle],
    ['POST', /./, handle],
  ]);
  const token = () => Promise.reject(new Error('Expected no sign-in on loopback'));
  return { calls, directory: createDirectoryClient({ url: server.url, token, readOnly: false }) };
}

const AT_ONCE = { 'Retry-After': '0' };
const refused = (status: number): Reply => ({
  status,
  headers: AT_ONCE,
  body: { error: { code: 'Code', message: 'Because.' } },
});
const ok: Reply = { status: 200, body: { id: '1' } };

describe('the directory', () => {
  it('turned away as too many, is asked again, for writes too', async () => {
    const { directory, calls } = await answering(refused(429), refused(429), ok);
    await expect(directory.post('/servicePrincipals', { appId: 'a' })).resolves.toEqual({ id: '1' });
    expect(calls).toHaveLength(3);
  });

  it('out of order, is asked again by reads alone: a write may have been done', async () => {
    const reading = await answering(refused(503), ok);
    await expect(reading.directory.get('/applications/1')).resolves.toEqual({ id: '1' });
    await server!.stop();
    const writing = await answering(refused(503), ok);
    await expect(writing.directory.post('/servicePrincipals', {})).rejects.toThrow(
      'Expected Graph to do POST /servicePrincipals, got 503 Code: Because.',
    );
    expect(writing.calls).toHaveLength(1);
  });

  it('that goes on turning away is given up, with what it said', async () => {
    const { directory, calls } = await answering(...Array.from({ length: 9 }, () => refused(429)));
    await expect(directory.get('/applications/1')).rejects.toThrow('got 429 Code: Because.');
    expect(calls).toHaveLength(4);
  });

  it('is followed to further pages below its own address only', async () => {
    const page: Reply = {
      status: 200,
      body: { value: [1], '@odata.nextLink': 'https://elsewhere.example/v1.0/x' },
    };
    const { directory } = await answering(page);
    await expect(directory.all('/applications')).rejects.toThrow('got another address');
  });

  it('that does not answer is named', async () => {
    const { directory } = await answering({ status: 200, instead: 'reset' });
    await expect(directory.get('/applications/1')).rejects.toThrow(
      'Expected Graph to answer GET /applications/1',
    );
  });
});
