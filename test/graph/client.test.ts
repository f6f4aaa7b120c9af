import { createGraph } from '../../src/graph/client';
import { GraphFault } from '../../src/graph/fault';
import { ORGANISER_ID } from '../sandbox/people';
import { graphOffice, HASTY, QUICK } from './graph-office';

const office = graphOffice();
const EVENTS = `/users/${ORGANISER_ID}/events`;
const EVENT = {
  subject: 'Joint Agency Group Supervision',
  start: { dateTime: '2027-03-17T10:00:00', timeZone: 'UTC' },
  end: { dateTime: '2027-03-17T11:00:00', timeZone: 'UTC' },
};

async function faultOf(call: Promise<unknown>): Promise<GraphFault> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GraphFault)) throw new Error(`Expected a GraphFault, got ${String(error)}`);
  return error;
}

describe('reading from Graph', () => {
  it.each([
    ['429 with a decimal Retry-After', { kind: 'status', status: 429, retryAfter: '0.05' }],
    ['429 without one', { kind: 'status', status: 429 }],
    ['503', { kind: 'status', status: 503 }],
    ['504', { kind: 'status', status: 504 }],
    ['a connection reset', { kind: 'reset' }],
    ['no answer at all', { kind: 'never-answer' }],
  ] as const)('tries again after %s', async (_name, fault) => {
    office.tenant.faults.add({ ...fault, path: '/events', times: 2 });
    await expect(office.graph(HASTY).get(EVENTS)).resolves.toMatchObject({ value: [] });
    expect(office.calls()).toHaveLength(3);
  });

  it('waits as long as it is told', async () => {
    office.tenant.faults.add({ kind: 'status', status: 429, retryAfter: '0.3' });
    const start = performance.now();
    await office.graph().get(EVENTS);
    expect(performance.now() - start).toBeGreaterThanOrEqual(295);
  });

  it('hands a longer wait on instead of waiting, and does not come back early', async () => {
    office.tenant.faults.add({ kind: 'status', status: 503, retryAfter: 90.5 });
    const fault = await faultOf(office.graph().get(EVENTS));
    expect(fault.detail).toMatchObject({ permanent: false, retryAfterMs: 90_500 });
    expect(office.calls()).toHaveLength(1);
  });

  it('gives up when patience ends, and says that trying later can help', async () => {
    office.tenant.faults.add({ kind: 'status', status: 503, times: 'always' });
    const fault = await faultOf(office.graph().get(EVENTS));
    expect(fault.detail.permanent).toBe(false);
    expect(office.calls()).toHaveLength(3);
  });

  it('never waits for an answer longer than its time-out', async () => {
    office.tenant.faults.add({ kind: 'never-answer', times: 'always' });
    const start = performance.now();
    const fault = await faultOf(office.graph(HASTY).get(EVENTS));
    expect(performance.now() - start).toBeLessThan(3 * HASTY.readTimeoutMs + 1_000);
    expect(fault.message).toContain('TimeoutError');
    expect(fault.detail.permanent).toBeUndefined();
  });

  it.each([400, 403, 404, 410])('takes %d for final at once', async (status) => {
    office.tenant.faults.add({ kind: 'status', status });
    const fault = await faultOf(office.graph().get(EVENTS));
    expect(fault.detail.permanent).toBe(true);
    expect(fault.answer.status).toBe(status);
    expect(office.calls()).toHaveLength(1);
  });

  it.each([401, 409, 412])(
    'takes %d for worth another try later, but does not repeat it itself',
    async (status) => {
      office.tenant.faults.add({ kind: 'status', status });
      const fault = await faultOf(office.graph().get(EVENTS));
      expect(fault.detail.permanent).toBe(false);
      expect(office.calls()).toHaveLength(1);
    },
  );

  it('names the call without ids, and masks addresses in what Graph says', async () => {
    const message = 'Mailbox amber.azure@norfolk-sandbox.example is busy';
    office.tenant.faults.add({ kind: 'status', status: 403, message });
    const fault = await faultOf(office.graph().get(`${EVENTS}/AAkALgAAsecretsecretsecretsecretsecret`));
    expect(fault.message).toBe(
      'Expected Graph to do GET /users/…/events/…, got 403 ErrorAccessDenied: Mailbox …@… is busy',
    );
  });

  it('asks every time for ids that stay', async () => {
    await office.graph().get(EVENTS, 'outlook.timezone="UTC"');
    expect(office.recorded().at(-1)?.headers['prefer']).toBe('IdType="ImmutableId", outlook.timezone="UTC"');
  });

  it('reads all pages of a collection', async () => {
    const graph = office.graph();
    for (let i = 0; i < 5; i += 1) await graph.post(EVENTS, EVENT);
    const read = await graph.pages<{ subject: string }>(`${EVENTS}?$top=2&$select=subject`);
    expect(read).toHaveLength(5);
    expect(office.calls().filter((call) => call.startsWith('GET'))).toHaveLength(3);
  });

  it('gives Outlook four requests at once, however many are asked for', async () => {
    office.tenant.limits.latencyMs = 30;
    const graph = office.graph({ patience: { tries: 1, firstWaitMs: 1, longestWaitMs: 1 } });
    await Promise.all(Array.from({ length: 13 }, () => graph.get(EVENTS)));
    expect(office.tenant.calls.list().every(({ status }) => status === 200)).toBe(true);
    office.tenant.limits.latencyMs = 5;
  });
});

describe('writing to Graph', () => {
  it.each([
    ['429', { kind: 'status', status: 429, retryAfter: '0.5' }, 500],
    ['503', { kind: 'status', status: 503 }, undefined],
    ['a reset after the work was done', { kind: 'commit-then-reset' }, undefined],
    ['no answer', { kind: 'never-answer' }, undefined],
  ] as const)('does not repeat it by itself after %s', async (_name, fault, retryAfterMs) => {
    office.tenant.faults.add({ ...fault, method: 'POST' });
    const thrown = await faultOf(office.graph(HASTY).post(EVENTS, EVENT));
    expect(thrown.detail.permanent ?? false).toBe(false);
    expect(thrown.detail.retryAfterMs).toBe(retryAfterMs);
    expect(office.calls()).toHaveLength(1);
  });
});

describe('several reads in one request', () => {
  const user = (n: number) => `/users/c0000000-0000-4000-8000-${String(n).padStart(12, '0')}?$select=id`;

  it('answers in order, undefined for what is not there', async () => {
    const found = await office.graph().getEach<{ id: string }>([user(2), user(77), user(1)]);
    expect(found.map((one) => one?.id.at(-1))).toEqual(['2', undefined, '1']);
  });

  it('asks again only for the items that were refused inside an answer of 200', async () => {
    office.tenant.faults.add({ kind: 'status', status: 429, retryAfter: '0.05', path: '/users/.*0001' });
    const found = await office.graph().getEach<{ id: string }>([user(1), user(2)]);
    expect(found.map((one) => one?.id.at(-1))).toEqual(['1', '2']);
    const inside = office.tenant.calls.list().filter(({ inBatch }) => inBatch);
    expect(inside.map(({ path }) => path.slice(-12, -11))).toHaveLength(3);
    expect(inside.filter(({ path }) => path.includes('0002'))).toHaveLength(1);
  });

  it('is a fault when one item stays refused', async () => {
    office.tenant.faults.add({ kind: 'status', status: 403, path: '/users/.*0001' });
    const fault = await faultOf(office.graph().getEach([user(1), user(2)]));
    expect(fault.detail.permanent).toBe(true);
  });

  it('takes twenty at a time', async () => {
    await office.graph().getEach(Array.from({ length: 45 }, (_, i) => user(i)));
    expect(office.calls().filter((call) => call.includes('$batch'))).toHaveLength(3);
  });
});

describe('the connection', () => {
  const scopes: unknown[] = [];
  const credential = {
    getToken: (scope: string | string[]) => {
      scopes.push(scope);
      return Promise.resolve({ token: 'secret', expiresOnTimestamp: 0 });
    },
  };
  beforeEach(() => (scopes.length = 0));

  it('sends no token over plain http, even when it could get one', async () => {
    await office.graph({ credential }).get(EVENTS);
    expect(scopes).toEqual([]);
    expect(office.recorded().at(-1)?.headers).not.toHaveProperty('authorization');
  });

  it('asks for a token of exactly the cloud it talks to', async () => {
    const nobody = createGraph({ url: 'https://127.0.0.1:1', credential, ...QUICK });
    await faultOf(nobody.post(EVENTS, EVENT));
    expect(scopes).toEqual(['https://127.0.0.1:1/.default']);
  });

  it('does not read again when there is no token to be had', async () => {
    let asked = 0;
    const refusing = {
      getToken: () => {
        asked += 1;
        return Promise.reject(
          Object.assign(new Error('no identity here'), { name: 'CredentialUnavailableError' }),
        );
      },
    };
    const fault = await faultOf(createGraph({ credential: refusing, ...QUICK }).get(EVENTS));
    expect(fault.message).toContain('no identity here');
    expect(asked).toBe(1);
  });

  it.each([
    ['http://graph.microsoft.com', 'Expected GRAPH_URL to be https, or http on loopback'],
    ['http://127.0.0.1.example', 'Expected GRAPH_URL to be https, or http on loopback'],
    ['ftp://127.0.0.1', 'Expected GRAPH_URL to be https, or http on loopback'],
    ['https://graph.microsoft.com', 'Expected a credential for https://graph.microsoft.com'],
  ])('refuses %s without a credential', (url, message) => {
    expect(() => createGraph({ url })).toThrow(message);
  });
});
