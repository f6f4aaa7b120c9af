import { generateKeyPairSync } from 'node:crypto';
import type { BotIdentity } from '../../src/teams/bot-credentials';
import type { SignInNeeds } from '../../src/teams/sign-in';
import { TENANT_ID } from '../sandbox/people';
import { type Claims, startTokenIssuer, type TokenIssuer } from '../sandbox/token-issuer';
import { BOT_ID, type GuardedBot, OneToken, startChannel, startGuardedBot } from './guarded-bot';

const ELSEWHERE = '7e4a0000-0000-4000-8000-000000000002';
const SERVICE_URL = 'https://smba.example/uk/';
const registered: BotIdentity = {
  kind: 'secret',
  botId: BOT_ID,
  tenantId: TENANT_ID,
  password: 'not used here',
};

let issuer: TokenIssuer;
let bot: GuardedBot;
let printed: jest.SpyInstance;

const now = () => Math.floor(Date.now() / 1000);
const claims = (changed: Claims = {}): Claims => ({
  iss: issuer.issuer,
  aud: BOT_ID,
  serviceurl: SERVICE_URL,
  nbf: now() - 60,
  exp: now() + 3600,
  ...changed,
});
const activity = (changed: object = {}) => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  timestamp: '2026-11-02T09:00:00Z',
  text: 'request',
  from: { id: '29:9ac70000-1' },
  recipient: { id: `28:${BOT_ID}` },
  conversation: { id: 'a:1', tenantId: TENANT_ID },
  channelData: { tenant: { id: TENANT_ID } },
  ...changed,
});

const bearer = (changed: Claims = {}, header: Claims = {}) =>
  `Bearer ${issuer.token(claims(changed), { header })}`;

async function start(changed: Partial<SignInNeeds> = {}, logic?: Parameters<typeof startGuardedBot>[1]) {
  const needs = { signIn: registered, allowedTenants: [TENANT_ID], endpoints: issuer.endpoints, ...changed };
  bot = await startGuardedBot(needs, logic);
}

beforeAll(async () => {
  issuer = await startTokenIssuer();
  // The SDK prints what is wrong with a token; what matters is what the caller learns.
  printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => bot.close());
afterAll(async () => {
  printed.mockRestore();
  await issuer.close();
});

describe('a token', () => {
  it('lets an activity of Teams in to the bot', async () => {
    await start();
    expect(await bot.send(activity(), bearer())).toEqual({ status: 200, body: '' });
    expect(bot.turns.map(({ text }) => text)).toEqual(['request']);
    expect(bot.turns[0]?.timestamp).toEqual(new Date('2026-11-02T09:00:00Z'));
  });

  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const tampered = (token: string) =>
    `Bearer ${token.replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify(claims({ extra: 1 }))).toString('base64url')}.`)}`;
  const unsigned = () => {
    const [header, payload] = [{ alg: 'none', kid: 'sandbox-key' }, claims()].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    return `Bearer ${header}.${payload}.`;
  };

  it.each<[string, () => string | undefined]>([
    ['that is missing', () => undefined],
    ['that is empty', () => ''],
    ['of another kind', () => `Basic ${issuer.token(claims())}`],
    ['without its kind', () => issuer.token(claims())],
    ['that is not a token', () => 'Bearer x'],
    ['of three parts that are not JSON', () => 'Bearer !!!.???.!!!'],
    ['whose header is not JSON', () => `Bearer ${issuer.token(claims()).replace(/^[^.]+/, 'bm90IGpzb24')}`],
    ['signed by a stranger', () => `Bearer ${issuer.token(claims(), { key: stranger })}`],
    ['changed after it was signed', () => tampered(issuer.token(claims()))],
    ['without a signature', unsigned],
    ['whose signature was cut off', () => `Bearer ${issuer.token(claims()).replace(/[^.]+$/, '')}`],
    ['signed with the public key as a shared secret', () => `Bearer ${issuer.sharedSecretToken(claims())}`],
    ['that says it is signed otherwise', () => bearer({}, { alg: 'RS512' })],
    ['of an unknown key', () => bearer({}, { kid: 'another' })],
    ['of no key', () => bearer({}, { kid: undefined })],
    ['for another bot', () => bearer({ aud: ELSEWHERE })],
    ['for nobody', () => bearer({ aud: undefined })],
    ['of another issuer', () => bearer({ iss: 'https://issuer.example' })],
    ['of no issuer', () => bearer({ iss: undefined })],
    ['for another address', () => bearer({ serviceurl: 'https://smba.example/de/' })],
    ['for no address', () => bearer({ serviceurl: undefined })],
    ['that has expired', () => bearer({ exp: now() - 600 })],
    ['that is not valid yet', () => bearer({ nbf: now() + 600 })],
    ['of another bot', () => bearer({ ver: '1.0', appid: ELSEWHERE })],
  ])('%s is refused with 401, telling nothing', async (_, authorization) => {
    await start();
    expect(await bot.send(activity(), authorization())).toEqual({ status: 401, body: '' });
    expect(bot.turns).toEqual([]);
    expect((await bot.send(activity(), bearer())).status).toBe(200);
  });

  it('may be a few minutes late: clocks differ', async () => {
    await start();
    expect((await bot.send(activity(), bearer({ exp: now() - 120 }))).status).toBe(200);
  });

  it('is refused when its key may not sign for Teams', async () => {
    const other = await startTokenIssuer(['webchat']);
    await start({ endpoints: other.endpoints });
    expect(await bot.send(activity(), `Bearer ${other.token(claims({ iss: other.issuer }))}`)).toEqual({
      status: 401,
      body: '',
    });
    await other.close();
  });

  it('cannot be judged while the keys are out of reach: 503, so that it is sent again', async () => {
    const other = await startTokenIssuer();
    await other.close();
    await start({ endpoints: other.endpoints });
    const token = `Bearer ${other.token(claims({ iss: other.issuer }))}`;
    expect(await bot.send(activity(), token)).toEqual({ status: 503, body: '' });
    expect(bot.turns).toEqual([]);
  });
});

describe('an activity', () => {
  // There alone is the sender's Entra id the work of Entra: elsewhere whoever writes may choose it.
  it('of another channel is refused, though its key may sign for that', async () => {
    const other = await startTokenIssuer(['msteams', 'webchat']);
    await start({ endpoints: other.endpoints });
    const token = `Bearer ${other.token(claims({ iss: other.issuer }))}`;
    expect((await bot.send(activity({ channelId: 'webchat' }), token)).status).toBe(401);
    expect((await bot.send(activity(), token)).status).toBe(200);
    await other.close();
  });

  it.each<[string, object]>([
    ['of another channel', { channelId: 'webchat' }],
    ['of the channel with checks of its own', { channelId: 'AseChannel' }],
    ['without a channel', { channelId: undefined }],
    ['from another address', { serviceUrl: 'https://smba.example/de/' }],
    ['without an address', { serviceUrl: undefined }],
    ['with an empty address', { serviceUrl: '' }],
  ])('%s is refused with 401, however good its token', async (_, changed) => {
    await start();
    expect(await bot.send(activity(changed), bearer())).toEqual({ status: 401, body: '' });
    expect(bot.turns).toEqual([]);
  });

  it.each<[string, object]>([
    [
      'of another tenant',
      { conversation: { id: 'a:1', tenantId: ELSEWHERE }, channelData: { tenant: { id: ELSEWHERE } } },
    ],
    ['whose conversation is of another tenant', { conversation: { id: 'a:1', tenantId: ELSEWHERE } }],
    ['whose channel data is of another tenant', { channelData: { tenant: { id: ELSEWHERE } } }],
    ['of no tenant', { conversation: { id: 'a:1' }, channelData: {} }],
    ['of an empty tenant', { conversation: { id: 'a:1', tenantId: '' }, channelData: null }],
  ])('%s is refused with 403, and with 401 without a token', async (_, changed) => {
    await start();
    expect(await bot.send(activity(changed), bearer())).toEqual({ status: 403, body: '' });
    expect(await bot.send(activity(changed))).toEqual({ status: 401, body: '' });
    expect(bot.turns).toEqual([]);
  });

  it.each<[string, object]>([
    ['that names it in the conversation only', { channelData: undefined }],
    ['that names it in the channel data only', { conversation: { id: 'a:1' } }],
    ['that names it in capitals', { conversation: { id: 'a:1', tenantId: TENANT_ID.toUpperCase() } }],
    ['of any of the allowed tenants', { conversation: { id: 'a:1', tenantId: ELSEWHERE } }],
  ])('of an allowed tenant %s is let in', async (_, changed) => {
    await start({ allowedTenants: [TENANT_ID, ELSEWHERE] });
    expect((await bot.send(activity(changed), bearer())).status).toBe(200);
    expect(bot.turns).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['a text', 'request'],
    ['nothing', null],
  ])('that is %s is refused with 400', async (_, body) => {
    await start();
    expect(await bot.send(body, bearer())).toEqual({ status: 400, body: '' });
  });

  it.each<[string, object]>([
    ['without a type', { type: undefined }],
    ['with a type that is not one', { type: { a: 1 } }],
    ['without a conversation', { conversation: undefined }],
    ['with a time that is none', { timestamp: 'yesterday' }],
  ])('%s is refused with 400, and with 401 without a token', async (_, changed) => {
    await start();
    expect(await bot.send(activity(changed), bearer())).toEqual({ status: 400, body: '' });
    expect(await bot.send(activity(changed))).toEqual({ status: 401, body: '' });
  });
});

describe('a turn', () => {
  it('that fails is told as 500 and nothing more, and logged without what people wrote', async () => {
    await start({}, () =>
      Promise.reject(Object.assign(new Error('lost "marked"'), { request: { body: 'marked' } })),
    );
    expect(await bot.send(activity(), bearer())).toEqual({ status: 500, body: '' });
    expect(bot.log()).toContain('a turn failed');
    expect(bot.log()).not.toContain('marked');
    expect(JSON.stringify(printed.mock.calls)).not.toContain('marked');
  });

  it('of an invoke is answered in the body', async () => {
    await start({}, (turn) =>
      turn.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { statusCode: 200 } } }),
    );
    const invoke = activity({ type: 'invoke', name: 'adaptiveCard/action', value: {} });
    expect(await bot.send(invoke, bearer())).toEqual({ status: 200, body: '{"statusCode":200}' });
  });

  it('posts its reply with a token of its own', async () => {
    const channel = await startChannel();
    await start({ credentials: new OneToken('of-the-bot') }, (turn) => turn.sendActivity('hello'));
    const reply = await bot.send(activity({ serviceUrl: channel.url }), bearer({ serviceurl: channel.url }));
    expect(reply.status).toBe(200);
    expect(channel.authorizations).toEqual(['Bearer of-the-bot']);
    await channel.close();
  });
});

describe('an anonymous bot', () => {
  const anonymous = { signIn: { kind: 'anonymous' }, allowedTenants: [] } as const;

  it('answers on loopback without a token, posting without one', async () => {
    const channel = await startChannel();
    bot = await startGuardedBot(anonymous, (turn) => turn.sendActivity('hello'));
    expect((await bot.send(activity({ serviceUrl: channel.url }))).status).toBe(200);
    expect(channel.authorizations).toEqual([undefined]);
    await channel.close();
  });

  it('posts to no other machine', async () => {
    bot = await startGuardedBot(anonymous);
    expect(await bot.send(activity())).toEqual({ status: 403, body: '' });
    expect(bot.turns).toEqual([]);
  });
});
