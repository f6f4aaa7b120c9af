import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createSignIn, type SignIn } from '../../src/web/tab/sign-in';
import { askedAt } from '../builders';
import { createMemoryDirectory, createMemoryLog } from '../fakes';
import { type Entra, startEntra, TAB_AUDIENCE } from '../sandbox/entra';
import {
  coordinators,
  everybody,
  governanceOfficer,
  practitioners,
  qualityLead,
  TENANT_ID,
} from '../sandbox/people';
import type { Claims } from '../sandbox/token-issuer';

const [cora] = coordinators;
const seconds = Math.floor(askedAt / 1000);
const MINUTES = 60;

describe('the sign-in of the tab', () => {
  let entra: Entra;
  let signIn: SignIn;
  const members = new Set<string>(coordinators.map(({ id }) => id));
  const log = createMemoryLog();

  beforeAll(async () => {
    entra = await startEntra(0, () => askedAt);
  });
  afterAll(() => entra.stop());
  beforeEach(() => {
    signIn = signInAt(entra.issuer);
  });

  function signInAt(issuer: string, over: { directory?: ReturnType<typeof createMemoryDirectory> } = {}) {
    return createSignIn({
      issuer,
      audience: TAB_AUDIENCE,
      allowedTenants: [TENANT_ID],
      directory: createMemoryDirectory({ people: everybody, coordinators: members }),
      now: () => askedAt,
      log,
      ...over,
    });
  }

  it('knows a coordinator by the id and name of their token', async () => {
    expect(await signIn(`Bearer ${entra.tokenFor(cora)}`)).toEqual({
      person: { id: cora.id, name: cora.name },
      roles: ['coordinator'],
    });
  });

  it('knows every role somebody has, and gives none for another: a coordinator does not govern information', async () => {
    const directory = createMemoryDirectory({
      ...{ people: everybody, coordinators: members },
      quality: new Set([qualityLead.id, cora.id]),
      governance: new Set([governanceOfficer.id, qualityLead.id]),
    });
    const here = signInAt(entra.issuer, { directory });
    expect(await here(`Bearer ${entra.tokenFor(qualityLead)}`)).toEqual({
      person: { id: qualityLead.id, name: qualityLead.name },
      roles: ['quality', 'governance'],
    });
    expect(await here(`Bearer ${entra.tokenFor(cora)}`)).toHaveProperty('roles', ['coordinator', 'quality']);
    expect(await here(`Bearer ${entra.tokenFor(governanceOfficer)}`)).toHaveProperty('roles', ['governance']);
    expect(await here(`Bearer ${entra.tokenFor(practitioners[0])}`)).toEqual({
      refused: 'no-role',
    });
  });

  it.each<[string, Claims]>([
    ['whose clock is a little behind', { nbf: seconds + 4 * MINUTES }],
    ['that ended a moment ago', { exp: seconds - 4 * MINUTES }],
    ['with further scopes', { scp: 'openid access_as_user' }],
    ['with the id in capitals', { oid: cora.id.toUpperCase() }],
  ])('takes a token %s', async (_what, over) => {
    expect(await signIn(`Bearer ${entra.tokenFor(cora, over)}`)).toHaveProperty('person.id', cora.id);
  });

  it('asks the directory for a name the token does not tell', async () => {
    const token = entra.tokenFor(cora, { name: undefined });
    expect(await signIn(`Bearer ${token}`)).toHaveProperty('person', { id: cora.id, name: cora.name });
  });

  it.each<[string, Claims]>([
    ['of another issuer', { iss: 'https://login.example/v2.0' }],
    ['of an issuer that starts the same', { iss: 'http://127.0.0.1' }],
    ['for somebody else', { aud: 'b0700000-0000-4000-8000-00000000000f' }],
    ['for us among others', { aud: [TAB_AUDIENCE, 'b0700000-0000-4000-8000-00000000000f'] }],
    ['for nobody', { aud: undefined }],
    ['of a tenant that is not allowed', { tid: '7e4a0000-0000-4000-8000-00000000000f' }],
    ['of no tenant', { tid: undefined }],
    ['that ended', { exp: seconds - 6 * MINUTES }],
    ['that never ends', { exp: undefined }],
    ['that is not yet valid', { nbf: seconds + 6 * MINUTES }],
    ['without a beginning', { nbf: undefined }],
    ['without a person', { oid: undefined }],
    ['whose person is no id', { oid: "x' or 1 eq 1" }],
    ['with another scope', { scp: 'access_as_user_impersonation' }],
    ['of an app, with roles and no scope', { scp: undefined, roles: ['access_as_user'] }],
  ])('refuses a token %s', async (_what, over) => {
    expect(await signIn(`Bearer ${entra.tokenFor(cora, over)}`)).toEqual({ refused: 'token' });
  });

  it('refuses a token whose signature is not by a key of the issuer', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const forged = entra.tokenFor(cora, {}, { key: privateKey });
    expect(await signIn(`Bearer ${forged}`)).toEqual({ refused: 'token' });
  });

  it('refuses a token of a key nobody knows', async () => {
    const unknown = entra.tokenFor(cora, {}, { header: { kid: 'another-key' } });
    expect(await signIn(`Bearer ${unknown}`)).toEqual({ refused: 'token' });
  });

  it.each<[string, Claims]>([
    ['no key', { kid: undefined }],
    ['a key that is no text', { kid: { toString: 1 } }],
    ['another way of signing', { alg: 'RS512' }],
    ['no signature', { alg: 'none' }],
    ['no signature, in capitals', { alg: 'NONE' }],
  ])('refuses a token that names %s', async (_what, header) => {
    expect(await signIn(`Bearer ${entra.tokenFor(cora, {}, { header })}`)).toEqual({ refused: 'token' });
  });

  it('refuses a token without a signature', async () => {
    const [, body] = entra.tokenFor(cora).split('.');
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${body}.`;
    expect(await signIn(`Bearer ${none}`)).toEqual({ refused: 'token' });
  });

  it('refuses a token that is signed with the public key as if it were a secret', async () => {
    const token = entra.sharedSecretToken(entra.claimsOf(cora));
    expect(await signIn(`Bearer ${token}`)).toEqual({ refused: 'token' });
  });

  it.each(['', 'Bearer', 'Bearer ', 'Bearer a.b.c', 'Basic eDp5', 'Bearer é.é.é', 'Bearer a.b.c.d.e'])(
    'refuses the header "%s"',
    async (header) => {
      expect(await signIn(header)).toEqual({ refused: 'token' });
    },
  );

  it('refuses who is not a coordinator, or is one no longer', async () => {
    const token = entra.tokenFor(cora);
    expect(await signIn(`Bearer ${entra.tokenFor(practitioners[0])}`)).toEqual({
      refused: 'no-role',
    });
    members.delete(cora.id);
    const after = await signIn(`Bearer ${token}`);
    members.add(cora.id);
    expect(after).toEqual({ refused: 'no-role' });
  });

  it('cannot judge while the keys are out of reach, and can once they are not', async () => {
    let answers = false;
    const server = createServer((_, response) => {
      response.writeHead(answers ? 200 : 500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ issuer: url, jwks_uri: `${entra.issuer}/keys` }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const away = signInAt(url);
    const token = `Bearer ${entra.tokenFor(cora, { iss: url })}`;
    expect(await away(token)).toEqual({ refused: 'unavailable' });
    answers = true;
    expect(await away(token)).toHaveProperty('person');
    server.closeAllConnections();
    server.close();
  });

  it('cannot judge while the directory is out of reach', async () => {
    const directory = createMemoryDirectory({ coordinators: members });
    const away = signInAt(entra.issuer, {
      directory: { ...directory, isCoordinator: () => Promise.reject(new Error('Expected Graph')) },
    });
    expect(await away(`Bearer ${entra.tokenFor(cora)}`)).toEqual({ refused: 'unavailable' });
  });

  it('asks no more of the issuer than ten times a minute, whatever keys are invented', async () => {
    let asked = 0;
    const server = createServer((request, response) => {
      if (request.url === '/keys') asked += 1;
      void fetch(`${entra.issuer}/keys`)
        .then((keys) => keys.text())
        .then((keys) =>
          response.end(
            request.url === '/keys' ? keys : JSON.stringify({ issuer: url, jwks_uri: `${url}/keys` }),
          ),
        );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const guarded = signInAt(url);
    const known = `Bearer ${entra.tokenFor(cora, { iss: url })}`;
    await guarded(known);
    for (let n = 0; n < 30; n += 1)
      await guarded(`Bearer ${entra.tokenFor(cora, { iss: url }, { header: { kid: `invented-${n}` } })}`);
    expect(asked).toBeLessThanOrEqual(11);
    expect(await guarded(known)).toHaveProperty('person');
    server.closeAllConnections();
    server.close();
  });
});
