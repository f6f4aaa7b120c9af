/** Who is let in: every wrong token gets the right status, and a right one beside it is let in. */
import { generateKeyPairSync } from 'node:crypto';
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { type ApiOffice, openApiOffice } from './api-office';
import { ALL_ROLES } from './described';
import { coordinators, practitioners, qualityLead, TENANT_ID } from '../sandbox/people';
import { TAB_AUDIENCE } from '../sandbox/entra';
import type { Claims } from '../sandbox/token-issuer';

const [cora] = coordinators;
const practitioner = practitioners[0];
const azurite = useEmbeddedStorage();
let office: ApiOffice;

beforeEach(async () => {
  office = await openApiOffice({ storage: azurite.storage });
});
afterEach(() => office.close());

async function statusOf(token: string | undefined, path = '/sessions'): Promise<number> {
  const { status } = await office.call({ method: 'GET', path, ...(token !== undefined && { token }) });
  return status;
}

const HOUR = 3_600;
const seconds = () => Math.floor(office.clock.now() / 1000);

describe('a token', () => {
  it('of an application with the role is taken, and of a person who may see it', async () => {
    expect(await statusOf(office.entra.appToken(['Requests.Read']))).toBe(200);
    expect(await statusOf(office.entra.apiToken(cora, ['Requests.Read']))).toBe(200);
  });

  it.each<[string, () => Claims]>([
    ['of another issuer', () => ({ iss: 'https://login.example/v2.0' })],
    ['for somebody else', () => ({ aud: 'api://somebody-else' })],
    ['for the tab alone', () => ({ aud: TAB_AUDIENCE })],
    ['of another tenant', () => ({ tid: '7e4a0000-0000-4000-8000-00000000000f' })],
    ['without a tenant', () => ({ tid: undefined })],
    ['that has expired', () => ({ exp: seconds() - HOUR })],
    ['that is not valid yet', () => ({ nbf: seconds() + HOUR })],
    ['that never expires', () => ({ exp: undefined })],
    ['of nobody', () => ({ oid: undefined })],
    ['of an application that is not named', () => ({ azp: undefined })],
    ['of an application that claims to act for a person', () => ({ scp: 'Requests.Read' })],
    ['whose roles are no list', () => ({ roles: 'Requests.Read' })],
    ['of a person, that is not for calling with', () => ({ idtyp: 'user' })],
    [
      'of a person, that does not say so',
      () => ({ idtyp: undefined, sub: 'pairwise', oid: practitioner.id }),
    ],
  ])('%s is refused', async (_what, over) => {
    const answer = await office.call({
      ...{ method: 'GET', path: '/sessions' },
      token: office.entra.appToken(ALL_ROLES, over()),
    });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer authorization_uri=/);
    expect(await statusOf(office.entra.appToken(ALL_ROLES))).toBe(200);
  });

  it('that is not signed as ours are is refused, however it was made', async () => {
    const { entra } = office;
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const right = entra.appToken(ALL_ROLES);
    const [header, payload, signature] = right.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as Claims;
    const other = Buffer.from(JSON.stringify({ ...claims, name: 'x' })).toString('base64url');
    const wrong = {
      'by another key': entra.appToken(ALL_ROLES, {}, { key: stranger }),
      'by a key nobody knows': entra.appToken(ALL_ROLES, {}, { header: { kid: 'unknown' } }),
      'by the public key as a secret': entra.sharedSecretToken(claims),
      'with another algorithm named': entra.appToken(ALL_ROLES, {}, { header: { alg: 'PS256' } }),
      'not at all': `${none}.${payload}.`,
      'not at all, with a signature': `${none}.${payload}.${signature}`,
      'before it was changed': `${header}.${other}.${signature}`,
      'only in part': `${header}.${payload}`,
      'as nonsense': 'a.b.c',
      'with nothing': '',
    };
    const statuses = await Promise.all(Object.values(wrong).map((token) => statusOf(token)));
    expect(Object.fromEntries(Object.keys(wrong).map((what, n) => [what, statuses[n]]))).toEqual(
      Object.fromEntries(Object.keys(wrong).map((what) => [what, 401])),
    );
    expect(await statusOf(undefined)).toBe(401);
    expect(await statusOf(right)).toBe(200);
  });

  it('of an application is known by its subject where it does not say what it is of', async () => {
    const oid = 'f1000000-0000-4000-8000-00000000000a';
    expect(await statusOf(office.entra.appToken(ALL_ROLES, { idtyp: undefined, sub: oid, oid }))).toBe(200);
  });

  it('with a key somebody made up is refused, and keeps nobody else out, however many come', async () => {
    const { entra, log } = office;
    for (let n = 0; n < 15; n += 1) {
      const madeUp = entra.appToken(ALL_ROLES, {}, { header: { kid: `made-up-${n}` } });
      expect(await statusOf(madeUp)).toBe(401);
    }
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(await statusOf(entra.appToken(ALL_ROLES))).toBe(200);
  });

  it('is asked for before anything is read of what is sent', async () => {
    const body = 'x'.repeat(10 * 1024 * 1024);
    const { status } = await office.call({ method: 'POST', path: '/requests', body });
    expect(status).toBe(401);
  });
});

describe('a role', () => {
  const PATHS = {
    'Requests.Read': '/sessions',
    'Monitoring.Read': '/monitoring/measures',
  } as const;

  it.each<[string, keyof typeof PATHS, () => string, number]>([
    ['an application with it', 'Requests.Read', () => office.entra.appToken(['Requests.Read']), 200],
    ['an application with another', 'Requests.Read', () => office.entra.appToken(['Monitoring.Read']), 403],
    ['an application without any', 'Requests.Read', () => office.entra.appToken([]), 403],
    ['a coordinator by scope', 'Requests.Read', () => byScope(cora, 'Requests.Read'), 200],
    ['a practitioner by scope', 'Requests.Read', () => byScope(practitioner, 'Requests.Read'), 403],
    ['the quality role by scope', 'Requests.Read', () => byScope(qualityLead, 'Requests.Read'), 403],
    ['a coordinator by another scope', 'Requests.Read', () => byScope(cora, 'Requests.Submit'), 403],
    ['a practitioner it was assigned to, by scope', 'Requests.Read', () => assigned('Requests.Read'), 200],
    ['the same person in another application', 'Requests.Read', () => assigned('access_as_user'), 403],
    ['the quality role by scope', 'Monitoring.Read', () => byScope(qualityLead, 'Monitoring.Read'), 200],
    ['a coordinator by scope', 'Monitoring.Read', () => byScope(cora, 'Monitoring.Read'), 200],
    ['a practitioner by scope', 'Monitoring.Read', () => byScope(practitioner, 'Monitoring.Read'), 403],
    ['an application with it', 'Monitoring.Read', () => office.entra.appToken(['Monitoring.Read']), 200],
  ])('%s, for %s', async (_who, role, token, status) => {
    const answer = await office.call({ method: 'GET', path: PATHS[role], token: token() });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body['detail']).toContain(role);
  });

  it('to subscribe is the coordinators’, and to submit anybody’s of the tenant', async () => {
    const post = async (token: string, path: string) =>
      (await office.call({ method: 'POST', path, token, body: '{}' })).status;
    expect(await post(byScope(practitioner, 'Events.Subscribe'), '/subscriptions')).toBe(403);
    expect(await post(byScope(cora, 'Events.Subscribe'), '/subscriptions')).toBe(400);
    expect(await post(byScope(practitioner, 'Requests.Submit'), '/requests')).toBe(400);
  });

  it('to subscribe is kept where an administrator assigned it to the person, who need be no coordinator then', async () => {
    const events = { callbackUrl: 'https://prod.logic.azure.com/a', events: ['held'] };
    const roles = ['Events.Subscribe'];
    for (const token of [
      office.entra.apiToken(cora, roles),
      office.entra.apiToken(practitioner, roles, { roles }),
      office.entra.appToken(['Events.Subscribe']),
    ]) {
      const call = { method: 'POST', path: '/subscriptions', token, body: JSON.stringify(events) };
      expect((await office.call(call)).status).toBe(201);
    }
    const kept = office.subscribing.all().map(({ caller, byRole }) => [caller.split(' ')[0], byRole]);
    expect(kept).toEqual([
      ['person', undefined],
      ['person', true],
      ['app', undefined],
    ]);
  });

  it('of any kind is enough for the choices', async () => {
    for (const role of ALL_ROLES) expect(await statusOf(office.entra.appToken([role]), '/choices')).toBe(200);
    expect(await statusOf(office.entra.appToken([]), '/choices')).toBe(403);
  });

  function byScope(person: Parameters<ApiOffice['entra']['apiToken']>[0], ...scopes: string[]): string {
    return office.entra.apiToken(person, scopes);
  }
  /** The role was assigned to the person; what the application was allowed is another matter. */
  function assigned(scope: string): string {
    return office.entra.apiToken(practitioner, [scope], { roles: ['Requests.Read'], tid: TENANT_ID });
  }
});
