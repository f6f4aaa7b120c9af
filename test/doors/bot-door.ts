/** What only the bot's door has to refuse: activities and tokens that do not belong together. */
import { API_AUDIENCE } from '../sandbox/entra';
import { TENANT_ID } from '../sandbox/people';
import type { Row } from './door';
import { bearing, rightToken, type TokenDoor } from './forging';
import { claimsRow, FORGED, row } from './forged-tokens';
import { anActivity, SERVICE_URL } from './token-doors';

const ELSEWHERE = '7e4a0000-0000-4000-8000-000000000002';

/** A right token with another activity. */
function activityRow(what: string, over: object, status = 401): Row<TokenDoor> {
  const make = (at: TokenDoor) => ({
    ...bearing(at, rightToken(at)),
    body: JSON.stringify(anActivity(over)),
  });
  return row(what, make, status);
}

export const BOT_ROWS: readonly Row<TokenDoor>[] = [
  ...FORGED,
  // What the SDK does; Teams writes it with a capital.
  row('the scheme in small letters', (at) => bearing(at, rightToken(at), 'bearer ')),
  claimsRow('a token of the API', () => ({ aud: API_AUDIENCE, roles: ['Requests.Read'] })),
  claimsRow('an address that is not named', () => ({ serviceurl: undefined })),
  claimsRow('an empty address', () => ({ serviceurl: '' })),
  claimsRow('another address', () => ({ serviceurl: 'https://smba.example/de/' })),
  claimsRow('an address that begins like it', () => ({ serviceurl: `${SERVICE_URL}more/` })),
  claimsRow('an address of a name that begins like it', () => ({
    serviceurl: SERVICE_URL.replace('.example', '.example.org'),
  })),
  claimsRow('a list of addresses', () => ({ serviceurl: [SERVICE_URL] })),
  claimsRow('another application’s token, version 1', () => ({ ver: '1.0', appid: ELSEWHERE })),
  claimsRow('another application’s token, version 2', () => ({ ver: '2.0', azp: ELSEWHERE })),
  activityRow('an activity of another channel', { channelId: 'webchat' }),
  activityRow('an activity of the emulator', { channelId: 'emulator' }),
  activityRow('an activity of a channel with checks of its own', { channelId: 'AseChannel' }),
  activityRow('an activity of a channel in capitals', { channelId: 'MSTEAMS' }),
  activityRow('an activity of a list of channels', { channelId: ['msteams'] }),
  activityRow('an activity without a channel', { channelId: undefined }),
  activityRow('an activity from another address', { serviceUrl: 'https://smba.example/de/' }),
  activityRow('an activity from no address', { serviceUrl: undefined }),
  activityRow('an activity from a list of addresses', { serviceUrl: [SERVICE_URL] }),
  activityRow(
    'an activity of another tenant',
    {
      conversation: { id: 'a:1', tenantId: ELSEWHERE },
      channelData: { tenant: { id: ELSEWHERE } },
    },
    403,
  ),
  activityRow('a conversation of another tenant', { conversation: { id: 'a:1', tenantId: ELSEWHERE } }, 403),
  activityRow('channel data of another tenant', { channelData: { tenant: { id: ELSEWHERE } } }, 403),
  activityRow('an activity of no tenant', { conversation: { id: 'a:1' }, channelData: {} }, 403),
  activityRow('a tenant with a space', { conversation: { id: 'a:1', tenantId: `${TENANT_ID} ` } }, 403),
];
