import { type BotIdentity, createBotCredentials } from '../../src/teams/bot-credentials';
import { TENANT_ID } from '../sandbox/people';

const BOT_ID = 'b0700000-0000-4000-8000-000000000001';
const ELSEWHERE = '7e4a0000-0000-4000-8000-000000000002';
const registered: BotIdentity = {
  kind: 'secret',
  botId: BOT_ID,
  tenantId: TENANT_ID,
  password: 'not used here',
};

describe('the credentials of the bot', () => {
  const identity = 'b0700000-0000-4000-8000-000000000002';

  it.each<[BotIdentity, string]>([
    [registered, 'MicrosoftAppCredentials'],
    [{ kind: 'managed-identity', botId: BOT_ID, tenantId: TENANT_ID }, 'ManagedIdentityAppCredentials'],
    [
      { kind: 'federated', botId: BOT_ID, tenantId: TENANT_ID, managedIdentityClientId: identity },
      'FederatedAppCredentials',
    ],
  ])('of %p are %s, for its app id alone', async (bot, kind) => {
    const factory = createBotCredentials(bot);
    expect(await factory.isAuthenticationDisabled()).toBeFalsy();
    expect([
      await factory.isValidAppId(BOT_ID),
      await factory.isValidAppId(ELSEWHERE),
      await factory.isValidAppId(''),
    ]).toEqual([true, false, false]);
    const login = `https://login.microsoftonline.com/${TENANT_ID}`;
    const credentials = await factory.createCredentials(BOT_ID, 'https://api.botframework.com', login, true);
    expect(credentials.constructor.name).toBe(kind);
  });
});
