import type { TokenCredentialOptions } from '@azure/identity';
import { createCredentials } from '../src/credentials';
import { TENANT_ID } from './sandbox/people';

const BOT_ID = 'b0700000-0000-4000-8000-000000000001';
const IDENTITY = '1de40000-0000-4000-8000-000000000001';
const GRAPH = 'https://graph.microsoft.com/.default';
const STORAGE = 'https://storage.azure.com/.default';
const LOGIN = `https://login.microsoftonline.com/${TENANT_ID}`;

type HttpClient = NonNullable<TokenCredentialOptions['httpClient']>;
type Call = Parameters<HttpClient['sendRequest']>[0];

/** The two ends of the network: App Service's identity endpoint and Entra. Notes who asked for what. */
function startNetwork() {
  const asked: Record<string, string>[] = [];
  const answer = (call: Call): object => {
    const { pathname, searchParams } = new URL(call.url);
    if (call.url.startsWith('http://127.0.0.1')) {
      asked.push({ identity: searchParams.get('client_id')!, for: searchParams.get('resource')! });
      return {
        access_token: 'of-the-identity',
        expires_on: String(Date.now() / 1000 + 86_400),
        token_type: 'Bearer',
      };
    }
    if (pathname.endsWith('/token')) {
      const form = new URLSearchParams(call.body as string);
      const by = form.get('client_assertion') ?? form.get('client_secret')!;
      asked.push({ app: form.get('client_id')!, for: form.get('scope')!.split(' ')[0]!, by });
      return { access_token: 'of-the-app', expires_in: 3600, token_type: 'Bearer' };
    }
    const issuer = `${LOGIN}/v2.0`;
    const endpoints = {
      token_endpoint: `${LOGIN}/oauth2/v2.0/token`,
      authorization_endpoint: `${LOGIN}/oauth2/v2.0/authorize`,
      issuer,
    };
    return {
      ...endpoints,
      tenant_discovery_endpoint: `${issuer}/.well-known/openid-configuration`,
      metadata: [],
    };
  };
  const httpClient: HttpClient = {
    sendRequest: (request) =>
      Promise.resolve({
        request,
        status: 200,
        headers: request.headers,
        bodyAsText: JSON.stringify(answer(request)),
      }),
  };
  return { asked, options: { httpClient } };
}

describe('what the program signs in with', () => {
  // One for all tests: MSAL keeps the first client it makes for managed identities as long as the process lives.
  const { asked, options } = startNetwork();
  const before = { ...process.env };
  beforeAll(() =>
    Object.assign(process.env, { IDENTITY_ENDPOINT: 'http://127.0.0.1/token', IDENTITY_HEADER: 'x' }),
  );
  beforeEach(() => void (asked.length = 0));
  afterAll(() => (process.env = before));

  it('is nothing when it is anonymous', () => {
    expect(createCredentials({ kind: 'anonymous' })).toBeUndefined();
  });

  it('is the app with a token of the managed identity, and the managed identity for storage', async () => {
    const credentials = createCredentials(
      { kind: 'federated', botId: BOT_ID, tenantId: TENANT_ID, managedIdentityClientId: IDENTITY },
      options,
    )!;
    expect((await credentials.app.getToken(GRAPH))?.token).toBe('of-the-app');
    expect((await credentials.storage.getToken(STORAGE))?.token).toBe('of-the-identity');
    expect(asked).toEqual([
      { identity: IDENTITY, for: 'api://AzureADTokenExchange' },
      { app: BOT_ID, for: GRAPH, by: 'of-the-identity' },
      { identity: IDENTITY, for: 'https://storage.azure.com' },
    ]);
  });

  it('is the managed identity for both when that is what the bot is', async () => {
    const identity = 'b0700000-0000-4000-8000-000000000002';
    const { app, storage } = createCredentials(
      { kind: 'managed-identity', botId: identity, tenantId: TENANT_ID },
      options,
    )!;
    await app.getToken(GRAPH);
    await storage.getToken(STORAGE);
    expect(asked).toEqual([
      { identity, for: 'https://graph.microsoft.com' },
      { identity, for: 'https://storage.azure.com' },
    ]);
  });

  it('is the app with its secret for both, asking once for each', async () => {
    const { app, storage } = createCredentials(
      { kind: 'secret', botId: BOT_ID, tenantId: TENANT_ID, password: 'hush' },
      options,
    )!;
    await app.getToken(GRAPH);
    await app.getToken(GRAPH);
    await storage.getToken(STORAGE);
    expect(asked).toEqual([
      { app: BOT_ID, for: GRAPH, by: 'hush' },
      { app: BOT_ID, for: STORAGE, by: 'hush' },
    ]);
  });
});
