/** The connector promises what the server does: each operation is called as its own examples say, and every answer is held against it. */
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { aRequest, aSlot, aMatch } from '../builders';
import { type ApiOffice, openApiOffice } from './api-office';
import { checkConnector, CLEAN, isCheckerThere } from './connector-checker';
import { described, exampleBody, operation, wrongWith } from './described';

const azurite = useEmbeddedStorage();
let office: ApiOffice;

beforeEach(async () => {
  office = await openApiOffice({ storage: azurite.storage });
});
afterEach(() => office.close());

/** Calls an operation with its examples; what is given takes their place. */
async function callAsDescribed(
  id: string,
  over: { params?: Record<string, string>; body?: unknown; token?: string; key?: string } = {},
) {
  const { method, path, parameters } = operation(id);
  const exampleOf = (name: string) =>
    over.params?.[name] ?? parameters.find((each) => each.name === name)?.['x-example'] ?? '';
  const query = new URLSearchParams(
    parameters
      .filter((each) => each.in === 'query' && each['x-example'] !== undefined)
      .map(({ name }) => [name, exampleOf(name)]),
  );
  const headers = Object.fromEntries(
    parameters
      .filter((each) => each.in === 'header')
      .map(({ name }) => [name, over.key ?? exampleOf(name)] as const),
  );
  const body = over.body ?? exampleBody(operation(id));
  return office.call({
    method,
    path: `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => exampleOf(name))}${query.size > 0 ? `?${query.toString()}` : ''}`,
    token: over.token ?? office.token,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

describe('the description', () => {
  it('has an operation for every route, and the server a route for every operation', () => {
    const served = office.routes
      .map(({ method, path }) => `${method.toUpperCase()} ${path}`)
      .filter((route) => route !== 'GET /api/v1/openapi.json');
    const promised = described.map(
      ({ method, path }) => `${method} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    );
    expect([...served].sort()).toEqual([...promised].sort());
  });

  it('is given to whoever asks, without a token', async () => {
    const { status, body } = await office.call({ method: 'GET', path: '/openapi.json' });
    expect(status).toBe(200);
    expect(body).toHaveProperty('basePath', '/api/v1');
  });

  it('gives examples that are as it describes answers', () => {
    const wrong = described.flatMap(({ operationId, responses }) =>
      Object.entries(responses).flatMap(([status, { examples = {} }]) =>
        Object.values(examples).flatMap((body) =>
          wrongWith({ operationId, responses }, { status: Number(status), body, text: 'there' }),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  (isCheckerThere ? it : it.skip)('passes the connector checker, strictly (where that is installed)', () => {
    expect(checkConnector()).toEqual(CLEAN);
  });
});

describe('every operation, called with its own examples', () => {
  it('answers as described, from submitting to withdrawing', async () => {
    const submitted = await callAsDescribed('SubmitRequest');
    expect(submitted.status).toBe(201);
    expect(wrongWith(operation('SubmitRequest'), submitted)).toEqual([]);
    expect(submitted.headers['location']).toBe(`/api/v1/requests/${String(submitted.body['id'])}`);
    const again = await callAsDescribed('SubmitRequest');
    expect(again).toMatchObject({ status: 200, body: submitted.body });
    expect(wrongWith(operation('SubmitRequest'), again)).toEqual([]);

    const params = { id: String(submitted.body['id']) };
    const read = await callAsDescribed('GetRequest', { params });
    expect(read).toMatchObject({ status: 200, body: { ...submitted.body, confirmed: false } });
    expect(wrongWith(operation('GetRequest'), read)).toEqual([]);

    const withdrawn = await callAsDescribed('WithdrawRequest', { params });
    expect(withdrawn).toMatchObject({ status: 200, body: { state: 'closed', ended: 'withdrawn' } });
    expect(wrongWith(operation('WithdrawRequest'), withdrawn)).toEqual([]);
  });

  it('lists sessions', async () => {
    const slot = aSlot('2026-06-23T10:00');
    await office.has(aRequest.booked({ match: aMatch({ slot }) }));
    const listed = await callAsDescribed('ListSessions');
    expect(wrongWith(operation('ListSessions'), listed)).toEqual([]);
    expect(listed.body).toMatchObject({
      sessions: [{ state: 'booked', start: '2026-06-23T09:00:00.000Z', place: 'online' }],
    });
  });

  it.each(['ListChoices', 'ListMeasures', 'ListFigures', 'DownloadFigures'])('%s', async (id) => {
    const answer = await callAsDescribed(id);
    expect(answer.status).toBe(200);
    expect(wrongWith(operation(id), answer)).toEqual([]);
    expect(answer.text.length).toBeGreaterThan(200);
  });

  it('subscribes, with the address that ends it, and unsubscribes there', async () => {
    const subscribed = await callAsDescribed('SubscribeToEvents');
    expect(subscribed.status).toBe(201);
    expect(wrongWith(operation('SubscribeToEvents'), subscribed)).toEqual([]);
    const id = String(subscribed.body['id']);
    expect(subscribed.headers['location']).toBe(`https://jags.example.org/api/v1/subscriptions/${id}`);
    expect(subscribed.text).not.toContain('logic.azure.com');
    const ended = await callAsDescribed('UnsubscribeFromEvents', { params: { id } });
    expect(wrongWith(operation('UnsubscribeFromEvents'), ended)).toEqual([]);
    expect(ended.status).toBe(204);
    expect(office.subscribing.all()).toEqual([]);
  });

  it.each(described.map(({ operationId }) => operationId))(
    '%s describes what it answers without a token, and without its role',
    async (id) => {
      const without = await office.call({ method: operation(id).method, path: pathOf(id) });
      expect(without.status).toBe(401);
      expect(wrongWith(operation(id), without)).toEqual([]);
      expect(without.headers['content-type']).toBe('application/problem+json');
      expect(without.headers['www-authenticate']).toBe(
        `Bearer authorization_uri=${office.entra.issuer}/oauth2/authorize`,
      );
      const other = await callAsDescribed(id, { token: office.entra.appToken(['Other.Role']) });
      expect(other.status).toBe(403);
      expect(wrongWith(operation(id), other)).toEqual([]);
      for (const { entra } of operation(id).security) expect(other.body['detail']).toContain(entra[0]);
    },
  );

  it.each(described.filter(({ path }) => path.includes('{id}')).map(({ operationId }) => operationId))(
    '%s describes what it answers about what is not there, and about an id that is none',
    async (id) => {
      const missing = await callAsDescribed(id);
      expect(missing.status).toBe(404);
      expect(wrongWith(operation(id), missing)).toEqual([]);
      const none = await callAsDescribed(id, { params: { id: 'x%2F..%2F%00' } });
      expect(none.status).toBe(404);
    },
  );

  it('describes that events cannot be sent to an address', async () => {
    const refused = await callAsDescribed('SubscribeToEvents', {
      body: { callbackUrl: 'https://elsewhere.example/hook', events: ['held'] },
    });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'callbackUrl' }] } });
    expect(wrongWith(operation('SubscribeToEvents'), refused)).toEqual([]);
  });
});

function pathOf(id: string): string {
  return operation(id).path.replace('{id}', '5gq2n8kd7w0c4mzt1xvhb9re3p');
}
