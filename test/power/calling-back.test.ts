import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createCallingBack } from '../../src/power/calling-back';
import { ANNOUNCEMENT, calling, HERE, NOW, receiver, receivers } from './calling';
import { type Receiver, status } from './receiver';

describe('Calling back', () => {
  it.each([false, true])('sends one small JSON that says what came about, over TLS: %s', async (tls) => {
    const there = await receiver({ tls });
    expect(await calling()(`${there.url}/workflows/a?sig=marked%2Fsecret`)).toEqual({ met: 'delivered' });
    expect(there.heard).toHaveLength(1);
    const [{ method, path, headers, body }] = there.heard as [(typeof there.heard)[number]];
    expect([method, path]).toEqual(['POST', '/workflows/a?sig=marked%2Fsecret']);
    expect(body).toEqual({
      id: ANNOUNCEMENT.id,
      event: 'closed',
      requestId: ANNOUNCEMENT.requestId,
      reference: '7QF3-K2M9',
      state: 'closed',
      ended: 'withdrawn',
      happenedAt: '2026-11-24T10:00:00.000Z',
    });
    expect(Object.keys(headers).sort()).toEqual(['connection', 'content-length', 'content-type', 'host']);
    expect(headers['content-type']).toBe('application/json');
  });

  it.each([200, 201, 202, 204, 299])('takes %i for heard', async (code) => {
    const there = await receiver();
    there.behaves(status(code));
    expect(await calling()(there.url)).toEqual({ met: 'delivered' });
  });

  it.each([300, 304, 400, 401, 403, 404, 409, 429, 500, 502, 503])(
    'takes %i for a failed try',
    async (code) => {
      const there = await receiver();
      there.behaves(status(code));
      expect(await calling()(there.url)).toEqual({ met: 'failed', problem: `status-${code}` });
    },
  );

  it('takes 410 for the end', async () => {
    const there = await receiver();
    there.behaves(status(410));
    expect(await calling()(there.url)).toEqual({ met: 'gone' });
  });

  it.each([
    ['120', 120_000],
    ['1.5', 1_500],
    ['Tue, 24 Nov 2026 10:05:00 GMT', 5 * 60_000],
    ['Tue, 24 Nov 2026 09:00:00 GMT', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('understands to be asked to wait %j', async (asked, retryAfterMs) => {
    const there = await receiver();
    there.behaves(status(429, { 'Retry-After': asked }));
    const problem = 'status-429';
    expect(await calling()(there.url)).toEqual({
      met: 'failed',
      problem,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  });

  it.each([301, 302, 303, 307, 308])(
    'never follows: %i to what a cloud tells its machines is a failed try',
    async (code) => {
      const [there, elsewhere] = [await receiver(), await receiver()];
      for (const location of ['http://169.254.169.254/metadata', `${elsewhere.url}/secret`, '/again']) {
        there.behaves(status(code, { Location: location }));
        expect(await calling()(there.url)).toEqual({ met: 'failed', problem: `status-${code}` });
      }
      expect(there.heard).toHaveLength(3);
      expect(elsewhere.heard).toHaveLength(0);
    },
  );
});

describe('A receiver that behaves badly', () => {
  it.each<[string, Parameters<Receiver['behaves']>[0]]>([
    ['does not answer', () => undefined],
    [
      'sends the beginning of an answer and then nothing',
      (response) => void response.socket!.write('HTTP/1.1 200 OK\r\nX-Slow: '),
    ],
    [
      'says again and again that it is at it',
      (response) => {
        const saying = setInterval(() => response.writeProcessing(), 5);
        response.socket!.on('close', () => clearInterval(saying));
      },
    ],
  ])('is given up on in time where it %s', async (_what, behaves) => {
    const there = await receiver();
    there.behaves(behaves);
    expect(await calling({ timeoutMs: 80 })(there.url)).toEqual({ met: 'failed', problem: 'timeout' });
    await allGone(there);
  });

  it('that drips its answer, or sends without end, is not listened to once its status is known', async () => {
    const there = await receiver();
    for (const size of [1, 1024 * 1024]) {
      there.behaves((response) => {
        response.writeHead(200);
        const more = () => !response.destroyed && response.write('x'.repeat(size), () => setImmediate(more));
        more();
      });
      expect(await calling()(there.url)).toEqual({ met: 'delivered' });
    }
    await allGone(there);
  });

  it.each<[string, string, Parameters<Receiver['behaves']>[0]]>([
    ['resets', 'unreachable', (response) => void response.socket!.resetAndDestroy()],
    ['hangs up', 'unreachable', (response) => void response.socket!.destroy()],
    ['sends headers without end', 'no-answer-understood', status(200, { 'X-Long': 'x'.repeat(20_000) })],
    [
      'speaks otherwise',
      'no-answer-understood',
      (response) => void response.socket!.end('220 smtp ready\r\n'),
    ],
    [
      'wants to speak otherwise',
      'unreachable',
      (response) =>
        void response.socket!.end(
          'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
        ),
    ],
  ])('that %s is a failed try: %s', async (_what, problem, behaves) => {
    const there = await receiver();
    there.behaves(behaves);
    expect(await calling()(there.url)).toEqual({ met: 'failed', problem });
  });

  it('is one who is not there', async () => {
    const there = await receiver();
    await there.close();
    receivers.splice(0);
    expect(await calling()(there.url)).toEqual({ met: 'failed', problem: 'unreachable' });
  });

  it('is one who never gets on with TLS', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    expect(await calling({ timeoutMs: 80 })(`https://localhost:${port}`)).toEqual({
      met: 'failed',
      problem: 'timeout',
    });
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('is one whose certificate nobody vouches for, or is for another name', async () => {
    const there = await receiver({ tls: true });
    const { ca: _ca, ...needs } = {
      hosts: [],
      loopback: true,
      lookup: async () => [HERE],
      now: () => NOW,
      ca: '',
    };
    const untrusting = createCallingBack(needs);
    expect(await untrusting.call({ callbackUrl: there.url }, ANNOUNCEMENT)).toEqual({
      met: 'failed',
      problem: 'certificate',
    });
    expect(
      await calling({ lookup: async () => [{ address: '127.0.0.1', family: 4 }] })(
        there.url.replace('localhost', '[::1]'),
      ),
    ).toMatchObject({
      met: 'failed',
    });
    expect(there.heard).toHaveLength(0);
  });

  it('is one who is spoken to without TLS and has it, and the reverse', async () => {
    const [plain, tls] = [await receiver(), await receiver({ tls: true })];
    expect(await calling()(plain.url.replace('http:', 'https:'))).toMatchObject({ problem: 'certificate' });
    expect(await calling()(tls.url.replace('https:', 'http:'))).toMatchObject({ met: 'failed' });
  });
});

async function allGone({ sockets }: Receiver): Promise<void> {
  while (sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
