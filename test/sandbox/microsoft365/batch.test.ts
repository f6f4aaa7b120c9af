import { facilitators, organiser } from '../people';
import { EVENTS, FAY, sessionBody, tenantForTests, type GraphErrorBody } from './tenant-for-tests';

interface Answered {
  responses: {
    id: string;
    status: number;
    headers: Record<string, string>;
    body?: Record<string, unknown>;
  }[];
}
const office = tenantForTests();
const { graph } = office;
const batch = async (requests: Record<string, unknown>[]) =>
  (await graph<Answered>('POST', '/$batch', { requests })).body;
const get = (id: string, url: string) => ({ id, method: 'GET', url });
const post = (id: string, url: string, body: unknown) => ({
  id,
  method: 'POST',
  url,
  body,
  headers: { 'Content-Type': 'application/json' },
});
const statusOf = (answered: Answered, id: string) => answered.responses.find((one) => one.id === id)?.status;

describe('$batch', () => {
  it('answers 200 with a status for each item', async () => {
    const answered = await batch([get('a', `/users/${FAY}`), get('b', 'users/nobody'), get('c', '/teapots')]);
    expect(answered.responses.map(({ id, status }) => [id, status])).toEqual([
      ['a', 200],
      ['b', 404],
      ['c', 400],
    ]);
    expect(answered.responses[0]?.body?.['displayName']).toBe('Fay Facilitate');
    expect(office.microsoft365.tenant.calls.unknown()).toEqual([
      expect.objectContaining({ path: '/v1.0/teapots', inBatch: true }),
    ]);
  });

  it('answers 200 outside with 429 inside when a mailbox gets more than four at once', async () => {
    const answered = await batch(['1', '2', '3', '4', '5', '6'].map((id) => get(id, EVENTS)));
    const refused = answered.responses.filter((one) => one.status === 429);
    expect(refused).toHaveLength(2);
    expect(refused[0]?.headers['Retry-After']).toBe('1');
  });

  it('lets a fault strike an item alone', async () => {
    office.microsoft365.tenant.faults.add({
      kind: 'status',
      status: 429,
      retryAfter: '0.5',
      path: facilitators[1].mail,
    });
    const answered = await batch([get('a', `/users/${FAY}`), get('b', `/users/${facilitators[1].mail}`)]);
    expect([statusOf(answered, 'a'), statusOf(answered, 'b')]).toEqual([200, 429]);
    expect(answered.responses[1]?.headers['Retry-After']).toBe('0.5');
  });

  it('reports 504 for an item whose change was made but whose answer got lost', async () => {
    office.microsoft365.tenant.faults.add({ kind: 'commit-then-reset', path: 'events' });
    expect(statusOf(await batch([post('a', EVENTS, sessionBody())]), 'a')).toBe(504);
    expect(office.microsoft365.tenant.events.list()).toHaveLength(1);
  });

  it('runs items in order when they depend on one another, and not at all after a failure', async () => {
    const answered = await batch([
      post('a', EVENTS, sessionBody()),
      { ...get('b', EVENTS), dependsOn: ['a'] },
      { ...get('c', '/users/nobody'), dependsOn: ['b'] },
      { ...get('d', EVENTS), dependsOn: ['c'] },
    ]);
    expect(answered.responses.map((one) => one.status)).toEqual([201, 200, 404, 424]);
    expect(answered.responses[1]?.body?.['value']).toHaveLength(1);
  });

  it('gives an empty answer no body', async () => {
    const { id } = (await graph<{ id: string }>('POST', EVENTS, sessionBody())).body;
    const answered = await batch([post('a', `${EVENTS}/${id}/cancel`, { comment: '' })]);
    expect(answered.responses[0]).toEqual({
      id: 'a',
      status: 202,
      headers: { 'Content-Type': 'application/json' },
    });
  });

  it.each<[string, Record<string, unknown>[]]>([
    ['21 items', Array.from({ length: 21 }, (_, n) => get(String(n), `/users/${organiser.id}`))],
    ['two items of one id', [get('a', '/users'), get('A', '/users')]],
    ['an absolute address', [get('a', 'https://graph.microsoft.com/v1.0/users')]],
    [
      'a dependency that does not come before',
      [{ ...get('a', '/users'), dependsOn: ['b'] }, get('b', '/users')],
    ],
    ['a body without a content type', [{ id: 'a', method: 'POST', url: EVENTS, body: {} }]],
    ['no items', []],
  ])('refuses %s', async (_what, requests) => {
    const { status, body } = await graph<GraphErrorBody>('POST', '/$batch', { requests });
    expect(status).toBe(400);
    expect(body.error.code).toMatch(/BadRequest|RequestBodyRead/);
  });
});
