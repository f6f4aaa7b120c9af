/** What only the API's door has to refuse: tokens that Entra gave for something else, and to somebody else. */
import { SANDBOX_FLOW, TAB_AUDIENCE } from '../sandbox/entra';
import { practitioners, qualityLead, TENANT_ID } from '../sandbox/people';
import type { Claims } from '../sandbox/token-issuer';
import type { Row } from './door';
import type { TokenDoor } from './forging';
import { claimsRow, FORGED, row } from './forged-tokens';

const [petra] = practitioners;
const OTHER_TENANT = '7e4a0000-0000-4000-8000-00000000000f';

/** Of a person through an application, in place of the application's own. */
const delegated = (over: Claims): Claims => ({
  ...{ idtyp: undefined, roles: undefined, oid: petra.id, name: petra.name, scp: 'Events.Subscribe' },
  ...over,
});

export const API_ROWS: readonly Row<TokenDoor>[] = [
  ...FORGED,
  claimsRow('a token of the tab', () => delegated({ aud: TAB_AUDIENCE, scp: 'access_as_user' })),
  claimsRow('a token of Teams for the bot', (at) => ({
    ...Object.fromEntries(Object.keys(at.right()).map((name) => [name, undefined])),
    ...{ iss: 'https://api.botframework.com', aud: TAB_AUDIENCE, serviceurl: 'https://smba.example/' },
    ...{ nbf: at.now() - 60, exp: at.now() + 3_600 },
  })),
  claimsRow('an id token', () => delegated({ scp: undefined, azp: undefined })),
  claimsRow('a person’s token without a scope', () => delegated({ scp: undefined, sub: 'pairwise' })),
  claimsRow('a token of version 1', () => ({
    iss: `https://sts.windows.net/${TENANT_ID}/`,
    ...{ ver: '1.0', azp: undefined, appid: SANDBOX_FLOW },
  })),
  claimsRow('another tenant', () => ({ tid: OTHER_TENANT })),
  claimsRow('another tenant, of a person', () => delegated({ tid: OTHER_TENANT })),
  claimsRow('no tenant', () => ({ tid: undefined })),
  claimsRow('a tenant that is no id', () => ({ tid: 'common' })),
  claimsRow('a list of tenants', () => ({ tid: [TENANT_ID] })),
  claimsRow('nobody', () => ({ oid: undefined })),
  claimsRow('somebody who is no id', () => ({ oid: "x' or 1 eq 1" })),
  claimsRow('an application that is not named', () => ({ azp: undefined })),
  claimsRow('an application that is no id', () => ({ azp: 'flow' })),
  claimsRow('an application with a person’s scope', () => ({ scp: 'Events.Subscribe' })),
  claimsRow('roles that are a text', () => ({ roles: 'Events.Subscribe' })),
  claimsRow('roles that are an object', () => ({ roles: { 'Events.Subscribe': true } })),
  claimsRow('scopes that are a list', () => delegated({ scp: ['Events.Subscribe'] })),
  claimsRow('no beginning', () => ({ nbf: undefined })),
  claimsRow('no roles', () => ({ roles: [] }), 403),
  claimsRow('other roles', () => ({ roles: ['Requests.Read', 'Monitoring.Read'] }), 403),
  claimsRow('the role in small letters', () => ({ roles: ['events.subscribe'] }), 403),
  claimsRow('the role with a space', () => ({ roles: ['Events.Subscribe '] }), 403),
  claimsRow('the roles in one text of a list', () => ({ roles: ['Requests.Read Events.Subscribe'] }), 403),
  claimsRow('a role of another product', () => ({ roles: ['Events.Subscribe.All'] }), 403),
  claimsRow('a practitioner with the scope', () => delegated({}), 403),
  claimsRow('the quality role with the scope', () => delegated({ oid: qualityLead.id }), 403),
  claimsRow(
    'a person with the role through an application without the scope',
    () => delegated({ scp: 'access_as_user', roles: ['Events.Subscribe'] }),
    403,
  ),
  claimsRow(
    'a person with the role and no scope at all',
    () => delegated({ scp: '', roles: ['Events.Subscribe'] }),
    403,
  ),
  row(
    'a token of nobody’s choosing for another operation',
    (at) => at.signed({ ...at.right(), roles: ['Requests.Submit'] }),
    403,
  ),
];
