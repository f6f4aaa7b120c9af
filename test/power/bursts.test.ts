/** Too much of anything: calls, bodies, time. Whoever sends it is told so, and the server is well. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { type ApiOffice, openApiOffice, type OfficeOptions } from './api-office';
import { operation, wrongWith } from './described';

const azurite = useEmbeddedStorage();
let office: ApiOffice;

async function openWith(options: Omit<OfficeOptions, 'storage'>): Promise<void> {
  office = await openApiOffice({ storage: azurite.storage, ...options });
}
afterEach(() => office.close());

async function isWell(): Promise<void> {
  expect((await fetch(`http://127.0.0.1:${office.port}/health/live`)).status).toBe(200);
}

/** What is in use once everything that can go has gone. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('too much', () => {
  it('of one caller is answered with how long to wait, and others are served', async () => {
    await openWith({ most: { fromOneAddress: 100_000, ofOneCaller: 50 } });
    const token = office.token;
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => office.call({ method: 'GET', path: '/choices', token })),
    );
    const of = (status: number) => answers.filter((each) => each.status === status);
    expect([of(200).length, of(429).length]).toEqual([50, 950]);
    expect(Number(of(429)[0]!.headers['retry-after'])).toBeGreaterThan(0);
    expect(wrongWith(operation('ListChoices'), of(429)[0]!)).toEqual([]);
    const other = office.entra.appToken(['Requests.Read'], { azp: 'f1000000-0000-4000-8000-00000000000f' });
    expect((await office.call({ method: 'GET', path: '/choices', token: other })).status).toBe(200);
    await isWell();
  });

  it('from one address is refused before its token is looked at', async () => {
    await openWith({ most: { fromOneAddress: 20, ofOneCaller: 100_000 } });
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => office.call({ method: 'GET', path: '/choices', token: 'a.b.c' })),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(980);
    await isWell();
  });

  it('sent is kept of nobody: a thousand bodies leave nothing behind', async () => {
    await openWith({ most: { fromOneAddress: 100_000, ofOneCaller: 500 } });
    const body = JSON.stringify({ reason: 'x'.repeat(60_000) });
    const post = () =>
      office.call({
        ...{ method: 'POST', path: '/requests', token: office.token, body },
        headers: { 'idempotency-key': 'k' },
      });
    await post();
    const before = bytesInUse();
    for (let calls = 0; calls < 1_000; calls += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, post));
      for (const { status } of answers) expect([422, 429]).toContain(status);
    }
    // All of them together were 60 MB.
    expect(bytesInUse() - before).toBeLessThan(20 * 1024 * 1024);
    await isWell();
  });

  it('time taken is cut off with 408, and costs nobody else anything', async () => {
    await openWith({ arrivalMs: 500 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => trickle(office)));
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    await isWell();
    expect(office.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

/** Sends its body a byte at a time, never to the end; what it is answered. */
async function trickle({ port, token }: ApiOffice): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (piece: Buffer) => (answer += piece.toString())).on('error', () => undefined);
  socket.write(
    `POST /api/v1/requests HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\nidempotency-key: k\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n`,
  );
  const drip = setInterval(() => socket.write('{'), 50);
  await once(socket, 'close');
  clearInterval(drip);
  return answer;
}
