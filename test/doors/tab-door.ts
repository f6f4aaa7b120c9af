/** What only the tab's door has to refuse: tokens of other doors, and of people who are no coordinators. */
import { API_AUDIENCE, SANDBOX_FLOW } from '../sandbox/entra';
import { facilitators, practitioners, qualityLead, TENANT_ID } from '../sandbox/people';
import type { Row } from './door';
import type { TokenDoor } from './forging';
import { claimsRow, FORGED } from './forged-tokens';

const [fay] = facilitators;
const [petra] = practitioners;

export const TAB_ROWS: readonly Row<TokenDoor>[] = [
  ...FORGED,
  claimsRow('a token of the API', () => ({ aud: API_AUDIENCE, scp: 'Requests.Read' })),
  claimsRow('a token of the API with the tab’s scope', () => ({ aud: API_AUDIENCE })),
  claimsRow('an application’s token', () => ({ scp: undefined, idtyp: 'app', roles: ['access_as_user'] })),
  claimsRow('an application’s token with the scope', () => ({ idtyp: 'app', azp: SANDBOX_FLOW })),
  claimsRow('an id token', () => ({ scp: undefined, nonce: 'x' })),
  claimsRow('a token of version 1', () => ({ iss: `https://sts.windows.net/${TENANT_ID}/`, ver: '1.0' })),
  claimsRow('an empty scope', () => ({ scp: '' })),
  claimsRow('another scope', () => ({ scp: 'Requests.Read' })),
  claimsRow('a scope that begins like ours', () => ({ scp: 'access_as_user_impersonation' })),
  claimsRow('the scope in capitals', () => ({ scp: 'ACCESS_AS_USER' })),
  claimsRow('a list of scopes', () => ({ scp: ['access_as_user'] })),
  claimsRow('another tenant', () => ({ tid: '7e4a0000-0000-4000-8000-00000000000f' })),
  claimsRow('no tenant', () => ({ tid: undefined })),
  claimsRow('a list of tenants', () => ({ tid: [TENANT_ID] })),
  claimsRow('nobody', () => ({ oid: undefined })),
  claimsRow('somebody who is no id', () => ({ oid: "x' or 1 eq 1" })),
  claimsRow('a list of people', (at) => ({ oid: [at.right()['oid']] })),
  claimsRow('the coordinator in another claim', (at) => ({ oid: undefined, sub: at.right()['oid'] })),
  claimsRow('no beginning', () => ({ nbf: undefined })),
  claimsRow('a practitioner', () => ({ oid: petra.id, name: petra.name }), 403),
  claimsRow('a facilitator', () => ({ oid: fay.id, name: fay.name }), 403),
  claimsRow('the quality role', () => ({ oid: qualityLead.id, name: qualityLead.name }), 403),
  claimsRow('a practitioner with a coordinator’s name', () => ({ oid: petra.id }), 403),
  claimsRow(
    'a practitioner with roles and groups of their own',
    () => ({ oid: petra.id, roles: ['coordinator'], groups: ['c0020000-0000-4000-8000-000000000001'] }),
    403,
  ),
];
