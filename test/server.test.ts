import { gzipSync } from 'node:zlib';
import { MOST_BODY_BYTES } from '../src/http/json-body';
import type { ServerNeeds } from '../src/server';
import { get, lines, received, type Sent, send, start, stop } from './web-server';

afterEach(stop);

describe('POST /api/messages', () => {
  it('hands the parsed body and the authorization to its handler, and sends what it answers', async () => {
    await start();
    const { status, body, headers } = await send({
      body: '{"type":"message"}',
      headers: { authorization: 'Bearer x' },
    });
    expect({ status, body }).toEqual({ status: 200, body: '{"ok":true}' });
    expect(headers['content-type']).toBe('application/json');
    expect(received).toEqual([{ authorization: 'Bearer x', body: { type: 'message' } }]);
  });

  it('sends a status alone where there is no more to say', async () => {
    await start({ messages: () => Promise.resolve({ status: 202 }) });
    expect(await send({ body: '{}' })).toMatchObject({ status: 202, body: '' });
  });

  const large = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });

  it.each<[string, Sent, number]>([
    ['a body of 1 MB', { body: large }, 413],
    [
      'a body of 1 MB that does not say how long it is',
      { body: large, headers: { 'transfer-encoding': 'chunked' } },
      413,
    ],
    ['a body one byte too long', { body: JSON.stringify('x'.repeat(MOST_BODY_BYTES - 1)) }, 413],
    ['JSON that is not', { body: '{"type":' }, 400],
    [
      'a body of another type',
      { body: 'type=message', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
    ],
    ['a body of no type', { body: '{}', headers: { 'content-type': '' } }, 415],
    [
      'a type that only starts like JSON',
      { body: '{}', headers: { 'content-type': 'application/json-seq' } },
      415,
    ],
    ['a packed body', { body: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } }, 415],
    ['a broken archive', { body: 'not gzip', headers: { 'content-encoding': 'gzip' } }, 415],
    ['another method', { method: 'GET' }, 405],
  ])('refuses %s, and goes on', async (_, wrong, status) => {
    await start();
    expect((await send(wrong)).status).toBe(status);
    expect(received).toEqual([]);
    expect((await send({ body: '{}' })).status).toBe(200);
  });

  it('takes a body of the longest length there may be', async () => {
    await start();
    expect((await send({ body: JSON.stringify('x'.repeat(MOST_BODY_BYTES - 2)) })).status).toBe(200);
  });

  it('takes JSON with its character set named', async () => {
    await start();
    expect(
      (await send({ body: '{}', headers: { 'content-type': 'Application/JSON; charset=utf-8' } })).status,
    ).toBe(200);
  });

  it.each([
    ['{"marked":', 'JSON that is not'],
    ['{}', 'a handler that fails'],
  ])('tells nothing of what went wrong: %s (%s)', async (body) => {
    await start({ messages: () => Promise.reject(new Error('marked')) });
    const answer = await send({ body, headers: { accept: 'text/plain' } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toMatch(/^\{"error":"[A-Z][a-zA-Z ]+"\}$/);
    expect(JSON.stringify(answer)).not.toContain('marked');
  });

  it('logs why a handler failed', async () => {
    await start({ messages: () => Promise.reject(new Error('storage is gone')) });
    await send({ body: '{}' });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({
        level: 'error',
        route: 'messages',
        status: 500,
        err: expect.objectContaining({ message: 'storage is gone' }) as unknown,
      }),
    );
  });
});

describe('health', () => {
  it('is live whatever is not ready', async () => {
    await start({ ready: () => Promise.reject(new Error('no storage')) });
    expect(await get('/health/live')).toMatchObject({ status: 200, body: '{"live":true}' });
  });

  it('says which version lives, where that is known', async () => {
    await start({ version: '1.2.3' });
    expect(await get('/health/live')).toMatchObject({ body: '{"live":true,"version":"1.2.3"}' });
  });

  it('is ready when nothing is waited for', async () => {
    await start();
    expect(await get('/health/ready')).toMatchObject({ status: 200, body: '{"ready":true,"waitingFor":[]}' });
  });

  it('names what is waited for', async () => {
    await start({ ready: () => Promise.resolve(['storage', 'graph']) });
    expect(await get('/health/ready')).toMatchObject({
      status: 503,
      body: '{"ready":false,"waitingFor":["storage","graph"]}',
    });
  });

  it.each<[string, ServerNeeds['ready']]>([
    ['fails', () => Promise.reject(new Error('marked'))],
    ['does not answer', () => new Promise(() => undefined)],
  ])('is not ready when the check %s, and does not say why', async (_, ready) => {
    await start({ ready, readyTimeoutMs: 20 });
    expect(await get('/health/ready')).toMatchObject({
      status: 503,
      body: '{"ready":false,"waitingFor":["check"]}',
    });
  });
});

describe('every answer', () => {
  it.each([
    ['/health/live', 200],
    ['/nothing/here', 404],
    ['/api/messages/', 404],
    ['/%', 404],
  ])('has the headers that keep browsers from doing harm: %s (%i)', async (path, status) => {
    await start();
    const { status: got, headers } = await get(path);
    expect(got).toBe(status);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age=') as string,
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('is logged by the name of its route, without paths, queries and headers', async () => {
    await start();
    await get('/health/live?key=marked', { authorization: 'Bearer marked' });
    await get('/evaluate/marked');
    await send({ path: '/api/messages?key=marked', body: '{"text":"marked"}' });
    expect(lines.join('')).not.toContain('marked');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        level: 'debug',
        route: 'live',
        method: 'GET',
        status: 200,
        durationMs: expect.any(Number) as number,
      }),
      expect.objectContaining({ level: 'info', route: 'none', method: 'GET', status: 404 }),
      expect.objectContaining({ level: 'info', route: 'messages', method: 'POST', status: 200 }),
    ]);
  });
});
