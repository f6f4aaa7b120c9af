/** Whatever is sent gets the right status and a problem that says what to do, and the server is well afterwards. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { type Answer, type ApiOffice, openApiOffice, type OfficeOptions } from './api-office';
import {
  definitions,
  described,
  type DescribedOperation,
  exampleBody,
  operation,
  wrongWith,
} from './described';

const azurite = useEmbeddedStorage();
let office: ApiOffice;
const opened: ApiOffice[] = [];

async function openWith(options: Omit<OfficeOptions, 'storage'> = {}): Promise<void> {
  office = await openApiOffice({ storage: azurite.storage, ...options });
  opened.push(office);
}
beforeEach(() => openWith());
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

/** An id of the form each path takes. */
const idIn = (path: string) =>
  path.startsWith('/subscriptions') ? '3f0c2a5e-9b1d-4c7e-8a46-1d2e3f4a5b6c' : '5gq2n8kd7w0c4mzt1xvhb9re3p';
const MEGABYTES = 1024 * 1024;

async function call(
  { method, path }: Pick<DescribedOperation, 'method' | 'path'>,
  {
    body,
    headers = {},
    query = '',
  }: { body?: string | Buffer; headers?: Record<string, string>; query?: string } = {},
): Promise<Answer> {
  return office.call({
    ...{ method, path: path.replace('{id}', idIn(path)) + query, token: office.token },
    headers: { 'idempotency-key': 'k', ...headers },
    ...(body !== undefined && { body }),
  });
}

async function isWell(): Promise<void> {
  expect((await office.call({ method: 'GET', path: '/choices', token: office.token })).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${office.port}/health/live`)).status).toBe(200);
}

const posting = described.filter((each) => exampleBody(each) !== undefined);

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

function schemaOf({ parameters }: DescribedOperation): Schema {
  const { $ref } = parameters.find((each) => each.in === 'body')!.schema!;
  return definitions[$ref.replace('#/definitions/', '')] as Schema;
}

/** Values a field must not take, by what is described of it. */
function wrongValues({ type, enum: listed, pattern, maxLength, maxItems, minItems }: Schema): unknown[] {
  const others: Readonly<Record<string, unknown>> = {
    string: 'x',
    boolean: true,
    array: [],
    object: {},
    number: 7,
  };
  return [
    ...Object.entries(others)
      .filter(([kind]) => kind !== type)
      .map(([, value]) => value),
    null,
    ...(listed || pattern ? ['something else'] : []),
    ...(maxLength !== undefined ? ['x'.repeat(maxLength + 1)] : []),
    ...(maxItems !== undefined ? [Array.from({ length: maxItems + 1 }, () => 'monday')] : []),
    ...(minItems !== undefined ? [[]] : []),
  ];
}

describe.each(posting.map((each) => [each.operationId, each] as const))(
  'what is posted to %s',
  (_id, each) => {
    const schema = schemaOf(each);
    const send = (body: unknown) => call(each, { body: JSON.stringify(body) });
    /** The question comes before the description. */
    const expected = (field: string) => (field === 'childAtImmediateRisk' ? 422 : 400);

    it('is refused with every required field missing, which is named', async () => {
      for (const field of schema.required ?? []) {
        const { [field]: _left, ...body } = exampleBody(each)!;
        const answer = await send(body);
        expect([field, answer.status]).toEqual([field, expected(field)]);
        expect(answer.body['errors']).toContainEqual({ field, detail: expect.any(String) as string });
        expect(wrongWith(each, answer)).toEqual([]);
      }
    });

    it('is refused with a field nobody described, one that reaches for prototypes too', async () => {
      for (const field of ['extra', '__proto__', 'constructor', 'toString', 'a b', 'x'.repeat(5_000)]) {
        const text = JSON.stringify(exampleBody(each)).replace(
          '{',
          `{${JSON.stringify(field)}:{"polluted":true},`,
        );
        const answer = await call(each, { body: text });
        expect([field, answer.status]).toEqual([field, 400]);
        expect(answer.text.length).toBeLessThan(1_000);
        expect(wrongWith(each, answer)).toEqual([]);
      }
      expect({}).not.toHaveProperty('polluted');
    });

    it('is refused with any value that is not as described', async () => {
      for (const [field, of] of Object.entries(schema.properties ?? {}))
        for (const value of wrongValues(of)) {
          const answer = await send({ ...exampleBody(each), [field]: value });
          expect([field, value, answer.status]).toEqual([field, value, expected(field)]);
          expect(JSON.stringify(answer.body['errors'])).toContain(field);
          expect(wrongWith(each, answer)).toEqual([]);
        }
      await isWell();
    });

    it.each<[string, string]>([
      ['nothing', ''],
      ['no JSON', '{"a":'],
      ['a list', '[]'],
      ['a word', '"x"'],
      ['null', 'null'],
      ['a deep nest', '['.repeat(30_000)],
      ['a deep nest that closes', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ])('is refused when it is %s', async (_what, body) => {
      const answer = await call(each, { body });
      expect(answer.status).toBe(400);
      expect(wrongWith(each, answer)).toEqual([]);
      await isWell();
    });

    it('is refused when it is not UTF-8', async () => {
      expect(
        (await call(each, { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) })).status,
      ).toBe(400);
    });

    it('is refused as another type, and packed', async () => {
      const body = JSON.stringify(exampleBody(each));
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        '',
      ]) {
        const answer = await call(each, { body, headers: { 'content-type': type } });
        expect([type, answer.status]).toEqual([type, 415]);
        expect(wrongWith(each, answer)).toEqual([]);
      }
      const packed = await call(each, { body: gzipSync(body), headers: { 'content-encoding': 'gzip' } });
      expect(packed.status).toBe(415);
    });

    it('is refused at 10 MB, told beforehand or not', async () => {
      const body = JSON.stringify({ reason: 'x'.repeat(10 * MEGABYTES) });
      const told = await call(each, { body });
      expect(told.status).toBe(413);
      expect(wrongWith(each, told)).toEqual([]);
      await inPieces(each, 10 * MEGABYTES);
      await isWell();
    });
  },
);

/** In pieces without a length: it is answered, or cut, before all of it has come. */
async function inPieces({ path }: DescribedOperation, bytes: number): Promise<void> {
  const socket = connect(office.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (piece: Buffer) => (answer += piece.toString())).on('error', () => undefined);
  const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  socket.write(
    `POST /api/v1${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${office.token}\r\nidempotency-key: k\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  for (let sent = 0; sent < bytes && answer === '' && !socket.destroyed; sent += 0x10000)
    if (!socket.write(piece))
      await Promise.race([once(socket, 'drain'), once(socket, 'data'), once(socket, 'close')]);
  if (answer === '') await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
}

describe('what is asked', () => {
  it.each(described.map((each) => [each.operationId, each] as const))(
    'of %s is refused with a parameter nobody described, or one twice',
    async (_id, each) => {
      for (const query of ['?other=1', '?__proto__=1', '?cursor=a&cursor=b']) {
        const answer = await call(each, { query });
        expect([query, answer.status]).toEqual([query, 400]);
        expect(wrongWith(each, answer)).toEqual([]);
      }
    },
  );

  it.each<[string, string]>([
    ['/sessions', 'from=yesterday'],
    ['/sessions', 'to=2026-02-30'],
    ['/sessions', `cursor=${'x'.repeat(201)}`],
    ['/sessions', 'cursor=%00'],
    ['/sessions', 'cursor=0-0123456789abcdef'],
    ['/monitoring/figures', 'cursor=999-abc'],
  ])('of %s is refused with %s', async (path, query) => {
    const answer = await call({ method: 'GET', path }, { query: `?${query}` });
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toHaveLength(1);
  });

  it('with a body where none is taken is refused', async () => {
    const answer = await call(operation('WithdrawRequest'), { body: '{}' });
    expect(answer.status).toBe(413);
    expect(wrongWith(operation('WithdrawRequest'), answer)).toEqual([]);
  });

  it('at an address there is not, or in a way there is not, is answered as a problem', async () => {
    const nowhere = await call({ method: 'GET', path: '/nowhere' });
    expect(nowhere).toMatchObject({ status: 404, body: { type: 'urn:jags:problem:not-found' } });
    const put = await call({ method: 'PUT', path: '/requests' }, { body: '{}' });
    expect(put).toMatchObject({ status: 405, body: { type: 'urn:jags:problem:method' } });
    expect(put.headers['content-type']).toBe('application/problem+json');
  });

  it('by a page of another site is given no leave to read', async () => {
    const headers = { origin: 'https://attacker.example', 'access-control-request-method': 'GET' };
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await call({ method, path: '/choices' }, { headers });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

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
    expect((await fetch(`http://127.0.0.1:${office.port}/health/live`)).status).toBe(200);
  });

  it('from one address is refused before its token is looked at', async () => {
    await openWith({ most: { fromOneAddress: 20, ofOneCaller: 100_000 } });
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => office.call({ method: 'GET', path: '/choices', token: 'a.b.c' })),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(980);
    expect((await fetch(`http://127.0.0.1:${office.port}/health/live`)).status).toBe(200);
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
