import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { createLog } from '../src/log';
import { createServer } from '../src/server';
import { accept, received, send, start, stop } from './web-server';

afterEach(stop);

describe('who is answered', () => {
  const forwarded: [string, Record<string, string>][] = [
    ['a page whose name points here', { host: 'attacker.example' }],
    ['a name that only starts like this machine', { host: '127.0.0.1.example' }],
    ['a tunnel', { 'x-forwarded-for': '192.0.2.1' }],
    ['a tunnel that hides the name', { 'x-forwarded-host': 'bot.example' }],
    ['a proxy', { forwarded: 'for=192.0.2.1' }],
  ];

  it.each(forwarded)('an anonymous bot refuses %s', async (_, headers) => {
    await start();
    expect((await send({ body: '{}', headers })).status).toBe(403);
    expect(received).toEqual([]);
  });

  it.each(forwarded)('a bot with a sign-in leaves it to that: %s', async (_, headers) => {
    await start({ anonymous: false });
    expect((await send({ body: '{}', headers })).status).toBe(200);
  });

  it('an anonymous bot listens on 127.0.0.1 alone', async () => {
    const { port } = await start();
    const socket = connect(port, '127.0.0.2');
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});

describe('connections', () => {
  it('that are hung up half-way do no harm', async () => {
    const { port } = await start();
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"a"',
    );
    await setTimeout(50);
    socket.destroy();
    expect((await send({ body: '{}' })).status).toBe(200);
  });

  it('that ask for another protocol are closed', async () => {
    const { port } = await start();
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'GET /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    );
    await once(socket, 'close');
    expect(received).toEqual([]);
  });

  it('cannot be had twice: the second server says so', async () => {
    const { port } = await start();
    const second = createServer({
      port,
      anonymous: true,
      messages: accept,
      ready: () => Promise.resolve([]),
      log: createLog({ level: 'error' }),
    });
    await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('end after what is running has been answered', async () => {
    let finish: () => void = () => undefined;
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const { server } = await start({
      messages: async () => {
        begin();
        await new Promise<void>((resolve) => (finish = resolve));
        return { status: 200 };
      },
    });
    const running = send({ body: '{}' });
    await begun;
    const closed = server.close();
    finish();
    expect((await running).status).toBe(200);
    await closed;
    await expect(send({ body: '{}' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('are cut when what is running does not end in time', async () => {
    const { server } = await start({ messages: () => new Promise(() => undefined), graceMs: 50 });
    const cut = expect(send({ body: '{}' })).rejects.toMatchObject({ code: 'ECONNRESET' });
    await setTimeout(50);
    await server.close();
    await cut;
  });
});
