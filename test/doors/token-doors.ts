/** The bot, the API and the tab as doors that ask for a token: the product's own server and checks, over HTTP. */
import type { JsonWebKey } from 'node:crypto';
import type { Storage } from '../../src/azure/clients';
import { addDays } from '../../src/domain/calendar';
import { coordinators, facilitators, TENANT_ID } from '../sandbox/people';
import { type Claims, startTokenIssuer } from '../sandbox/token-issuer';
import { openApiOffice } from '../power/api-office';
import { ALL_ROLES } from '../power/described';
import { BOT_ID, startGuardedBot } from '../teams/guarded-bot';
import { openTabOffice } from '../web/tab-office';
import { partsOf, type TokenDoor } from './forging';

export const SERVICE_URL = 'https://smba.example/uk/';
const [cora] = coordinators;
const [, amber] = facilitators;

/** Only what everybody may read. */
async function publishedKey(issuer: string): Promise<JsonWebKey> {
  const { keys } = (await (await fetch(`${issuer}/keys`)).json()) as { readonly keys: readonly JsonWebKey[] };
  const { kty, n, e } = keys[0]!;
  return { kty, n, e } as JsonWebKey;
}

export function anActivity(over: object = {}): object {
  return {
    ...{ type: 'message', id: '1', channelId: 'msteams', serviceUrl: SERVICE_URL, text: 'request' },
    from: { id: '29:9ac70000-1' },
    recipient: { id: `28:${BOT_ID}` },
    conversation: { id: 'a:1', tenantId: TENANT_ID },
    channelData: { tenant: { id: TENANT_ID } },
    ...over,
  };
}

export async function openBotDoor(endorsements: readonly string[] = ['msteams']): Promise<TokenDoor> {
  const issuer = await startTokenIssuer(endorsements);
  const signIn = { kind: 'secret', botId: BOT_ID, tenantId: TENANT_ID, password: 'not used here' } as const;
  const bot = await startGuardedBot({ signIn, allowedTenants: [TENANT_ID], endpoints: issuer.endpoints });
  const now = () => Math.floor(Date.now() / 1000);
  return {
    ...{
      now,
      issuer: issuer.issuer,
      signed: (...made) => issuer.token(...made),
      jwk: await publishedKey(issuer.issuer),
    },
    port: bot.port,
    right: () => ({
      ...{ iss: issuer.issuer, aud: BOT_ID, serviceurl: SERVICE_URL },
      ...{ nbf: now() - 60, exp: now() + 3_600 },
    }),
    knock: (headers, secrets, over = {}) => ({
      ...{ method: 'POST', path: '/api/messages', secrets, body: JSON.stringify(anActivity()) },
      ...over,
      headers: [['Content-Type', 'application/json'], ...headers],
    }),
    stored: async () => bot.turns.length,
    logged: () => bot.log(),
    async close() {
      await bot.close();
      await issuer.close();
    },
  };
}

function claimsIn(token: string): Claims {
  return partsOf(token)[1];
}

export async function openApiDoor(storage: Storage): Promise<TokenDoor> {
  const office = await openApiOffice({ storage });
  const { entra, subscribing, log, port, clock } = office;
  return {
    ...{ port, issuer: entra.issuer, signed: entra.signed, jwk: await publishedKey(entra.issuer) },
    now: () => Math.floor(clock.now() / 1000),
    right: () => claimsIn(entra.appToken(ALL_ROLES)),
    knock: (headers, secrets, over = {}) => ({
      ...{ method: 'POST', path: '/api/v1/subscriptions', secrets },
      body: JSON.stringify({
        events: ['booked'],
        callbackUrl: 'https://prod-01.uksouth.logic.azure.com/workflows/1',
      }),
      ...over,
      headers: [['Content-Type', 'application/json'], ...headers],
    }),
    stored: async () => subscribing.all().length,
    logged: () => JSON.stringify(log.lines),
    close: () => office.close(),
  };
}

export async function openTabDoor(): Promise<TokenDoor> {
  const office = await openTabOffice();
  const { entra, pool, log, url } = office;
  let paused = 0;
  return {
    ...{ issuer: entra.issuer, signed: entra.signed, jwk: await publishedKey(entra.issuer) },
    port: Number(new URL(url).port),
    now: () => Number(claimsIn(entra.tokenFor(cora))['iat']),
    right: () => claimsIn(entra.tokenFor(cora)),
    knock: (headers, secrets, over = {}) => ({
      ...{ method: 'POST', path: `/tab/facilitators/${amber.id}/pause`, secrets },
      // Another day each time, so that something changes.
      body: `until=${addDays('2026-12-01', (paused += 1))}`,
      ...over,
      headers: [['Content-Type', 'application/x-www-form-urlencoded'], ['HX-Request', 'true'], ...headers],
    }),
    stored: async () => pool.history(amber.id),
    logged: () => JSON.stringify(log.lines),
    close: () => office.close(),
  };
}
