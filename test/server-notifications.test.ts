import fc from 'fast-check';
import { createNotificationDoor } from '../src/graph/notification-door';
import type { CalendarNews, KnownSubscription } from '../src/ports/calendar-watch';
import { createMemoryLog, overWire, type Wire } from './fakes';
import { send, start, stop } from './web-server';

afterEach(stop);

const PATH = '/api/graph/notifications';

/** The door in a web server, with a storage that counts what it is asked. */
async function open() {
  const wire: Wire = { cut: false };
  const world = { clientState: 'secret' as string | undefined, now: 0, reads: 0 };
  const queued: CalendarNews[] = [];
  const log = createMemoryLog();
  const notifications = createNotificationDoor({
    subscriptionRow: {
      async find() {
        world.reads += 1;
        await overWire(wire);
        if (world.clientState === undefined) return undefined;
        const row: KnownSubscription = {
          clientState: world.clientState,
          notificationUrl: 'https://jags.example',
          since: 0,
        };
        return { row, version: '1' };
      },
    },
    queue: {
      async send(news) {
        await overWire(wire);
        queued.push(news);
      },
    },
    now: () => world.now,
    log,
  });
  await start({ notifications });
  const post = (value: unknown, over = {}) => send({ path: PATH, body: JSON.stringify({ value }), ...over });
  return { wire, world, queued, log, post };
}

const change = (id: string, clientState = 'secret') => ({
  changeType: 'updated',
  resourceData: { id },
  clientState,
});

describe('the handshake', () => {
  const shake = (query: string) =>
    send({ path: `${PATH}?${query}`, headers: { 'content-type': 'text/plain; charset=utf-8' } });

  it.each([
    'Validation: Testing client application reachability for subscription Request-Id: 5e55',
    '<script>alert(1)</script>',
    'ü % & + " \r\n X-Evil: 1',
    '',
  ])('gives %j back as plain text', async (token) => {
    await open();
    const answer = await shake(`validationToken=${encodeURIComponent(token)}`);
    expect(answer).toMatchObject({ status: 200, body: Buffer.from(token).toString() });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
    expect(answer.headers).not.toHaveProperty('x-evil');
  });

  it('asks nothing of storage, and gives nothing long back', async () => {
    const { world } = await open();
    expect((await shake(`validationToken=${'x'.repeat(1_025)}`)).status).toBe(400);
    await shake('validationToken=x');
    expect(world.reads).toBe(0);
  });

  it('is only ever posted', async () => {
    await open();
    expect((await send({ method: 'GET', path: `${PATH}?validationToken=x` })).status).toBe(405);
  });
});

describe('a notification', () => {
  it('is put on the queue and answered, with nothing said', async () => {
    const { post, queued } = await open();
    expect(await post([change('A'), change('B'), change('A')])).toMatchObject({ status: 202, body: '' });
    expect(queued).toEqual([{ kind: 'events', ids: ['A', 'B'] }]);
  });

  it('of a stranger is answered like any other, left out, and told of without a word of it', async () => {
    const { post, queued, log } = await open();
    expect(await post([change('A', 'guess'), change('B')])).toMatchObject({ status: 202, body: '' });
    expect(queued).toEqual([{ kind: 'events', ids: ['B'] }]);
    const told = log.lines.filter(({ level }) => level === 'warn');
    expect(told).toMatchObject([{ count: 1, message: 'notifications that are not for us were left out' }]);
    expect(JSON.stringify(told)).not.toContain('guess');
  });

  it('counts for nothing while there is no subscription', async () => {
    const { post, queued, world } = await open();
    world.clientState = undefined;
    expect((await post([change('A', ''), change('A', 'undefined')])).status).toBe(202);
    expect(queued).toEqual([]);
  });

  it('with the secret of a subscription made since is known within a second', async () => {
    const { post, queued, world } = await open();
    await post([change('A')]);
    world.clientState = 'new';
    world.now += 1_000;
    await post([change('B', 'new')]);
    await post([change('C', 'secret')]);
    expect(queued).toEqual([
      { kind: 'events', ids: ['A'] },
      { kind: 'events', ids: ['B'] },
    ]);
  });

  it('is answered with a fault while storage is out of reach, so that Graph tells again', async () => {
    const { post, queued, wire } = await open();
    wire.cut = true;
    expect((await post([change('A')])).status).toBe(500);
    wire.cut = false;
    expect((await post([change('A')])).status).toBe(202);
    expect(queued).toHaveLength(1);
  });
});

describe('many at once', () => {
  it('a thousand posts are answered, all on the queue, with the secret read once', async () => {
    const { post, queued, world } = await open();
    const ids = Array.from({ length: 1_000 }, (_, n) => `A${n}`);
    const answers = await Promise.all(ids.map((id) => post([change(id)])));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(queued.flatMap((news) => (news.kind === 'events' ? news.ids : [])).sort()).toEqual(
      [...ids].sort(),
    );
    expect(world.reads).toBe(1);
  });

  it('a thousand in one post are taken too, as long as Graph writes them', async () => {
    const { post, queued } = await open();
    const long = (n: number) => ({ ...change(`A${n}`), resource: 'x'.repeat(600) });
    expect((await post(Array.from({ length: 1_000 }, (_, n) => long(n)))).status).toBe(202);
    expect(queued).toHaveLength(1);
  });

  it('strangers do not make us read the secret again and again', async () => {
    const { post, world } = await open();
    for (let n = 0; n < 50; n += 1) await post([change('A', `guess-${n}`)]);
    expect(world.reads).toBe(1);
  });
});

describe('what is hostile', () => {
  it.each([
    ['larger than a megabyte', { body: JSON.stringify({ value: ['x'.repeat(1024 * 1024)] }) }, 413],
    ['no JSON', { body: '{"value":' }, 400],
    ['a form', { body: 'value=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['packed', { headers: { 'content-encoding': 'gzip' } }, 415],
  ])('%s is refused', async (_what, over, status) => {
    const { post } = await open();
    expect((await post([], over)).status).toBe(status);
  });

  it('of any form it is answered 202 and nothing is queued, or what is right in it', async () => {
    const { post, queued } = await open();
    const item = fc.oneof(
      fc.jsonValue(),
      fc.record({
        clientState: fc.oneof(fc.constant('secret'), fc.jsonValue()),
        changeType: fc.oneof(fc.constant('updated'), fc.jsonValue()),
        resourceData: fc.oneof(fc.record({ id: fc.jsonValue() }), fc.jsonValue()),
        lifecycleEvent: fc.jsonValue(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.array(item), fc.jsonValue()), async (value) => {
        expect((await post(value)).status).toBe(202);
      }),
      { numRuns: 150 },
    );
    for (const news of queued) expect(['events', 'lifecycle']).toContain(news.kind);
  });
});
