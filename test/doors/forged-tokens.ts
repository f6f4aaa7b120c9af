/** What is wrong with a token wherever one is asked for: the rows that every such door has. */
import type { Claims } from '../sandbox/token-issuer';
import type { Knock, Row } from './door';
import {
  bearing,
  byStranger,
  byStrangerAsWritten,
  encoded,
  encrypted,
  partsOf,
  publicPem,
  rewritten,
  rightToken,
  spelledOtherwise,
  stranger,
  type TokenDoor,
  unsigned,
  withSecret,
} from './forging';

type Make = (at: TokenDoor) => string | Knock;

/** 431: larger than any header may be, told by the server before it is read. */
const HEADERS: readonly (readonly [what: string, make: Make, status?: 431])[] = [
  ['no header', (at) => at.knock([], [])],
  ['an empty header', (at) => at.knock([['Authorization', '']], [])],
  ['the scheme alone', (at) => bearing(at, '')],
  ['Basic', (at) => bearing(at, rightToken(at), 'Basic ')],
  ['another scheme', (at) => bearing(at, rightToken(at), 'Token ')],
  ['no scheme', (at) => bearing(at, rightToken(at), '')],
  ['two spaces', (at) => bearing(at, rightToken(at), 'Bearer  ')],
  ['a tab for a space', (at) => bearing(at, rightToken(at), 'Bearer\t')],
  ['the scheme twice', (at) => bearing(at, rightToken(at), 'Bearer Bearer ')],
  ['the token twice', (at) => bearing(at, `${rightToken(at)} ${rightToken(at)}`)],
  ['a list of credentials', (at) => bearing(at, `${rightToken(at)}, Bearer ${rightToken(at)}`)],
  ['two headers, the first wrong', (at) => twoHeaders(at, 'Bearer x.y.z', right(at))],
  ['two headers, the second wrong', (at) => twoHeaders(at, right(at), 'Bearer x.y.z')],
  ['two headers, both right', (at) => twoHeaders(at, right(at), right(at))],
  ['a token in the address', (at) => inAddress(at)],
  ['a token in a cookie', (at) => elsewhere(at, 'Cookie', `access_token=${rightToken(at)}`)],
  ['a token in another header', (at) => elsewhere(at, 'X-Forwarded-Authorization', right(at))],
  ['a token for a proxy', (at) => elsewhere(at, 'Proxy-Authorization', right(at))],
  ['quotes', (at) => bearing(at, `"${rightToken(at)}"`)],
  ['encoded dots', (at) => bearing(at, rightToken(at).replaceAll('.', '%2E'))],
  ['what is not ASCII', (at) => bearing(at, `${rightToken(at)}é`)],
  ['12 KB of letters', (at) => bearing(at, `${'A'.repeat(12_000)}.A.A`)],
  ['claims of 9 KB', (at) => bearing(at, byStranger(at, { filler: 'x'.repeat(9_000) }))],
  ['32 KB of letters', (at) => bearing(at, 'A'.repeat(32_000)), 431],
];

const FORMS: readonly (readonly [what: string, make: Make])[] = [
  ['one letter', () => 'x'],
  ['two parts', (at) => rightToken(at).replace(/\.[^.]+$/, '')],
  ['four parts', (at) => `${rightToken(at)}.AAAA`],
  ['five parts, as if encrypted', () => encrypted()],
  ['an empty header', (at) => rightToken(at).replace(/^[^.]+/, '')],
  ['empty claims', (at) => rightToken(at).replace(/\.[^.]+\./, '..')],
  ['an empty signature', (at) => rightToken(at).replace(/[^.]+$/, '')],
  ['its last letter cut off', (at) => rightToken(at).slice(0, -1)],
  ['its first letter cut off', (at) => rightToken(at).slice(1)],
  ['half a signature', (at) => rightToken(at).slice(0, -170)],
  ['a letter more', (at) => `${rightToken(at)}A`],
  ['bytes more', (at) => `${rightToken(at)}AAAA`],
  ['padding', (at) => `${rightToken(at)}==`],
  ['padding in its header', (at) => rightToken(at).replace('.', '=.')],
  ['the other alphabet of base64', (at) => rightToken(at).replaceAll('-', '+').replaceAll('_', '/')],
  ['a last letter that says the same', (at) => spelledOtherwise(rightToken(at))],
  ['its parts the other way round', (at) => rightToken(at).split('.').reverse().join('.')],
  ['a header that is no JSON', (at) => rewritten(rightToken(at), { header: 'not json' })],
  ['a header that is a list', (at) => rewritten(rightToken(at), { header: '["RS256"]' })],
  ['claims that are no JSON', (at) => rewritten(rightToken(at), { claims: 'not json' })],
  ['claims that are a list, signed', (at) => at.signed([at.right()] as unknown as Claims)],
  ['claims that are a text, signed', (at) => at.signed('claims' as unknown as Claims)],
  ['claims that are null, signed', (at) => at.signed(null as unknown as Claims)],
];

const SIGNATURES: readonly (readonly [what: string, make: Make])[] = [
  ['a stranger’s signature', (at) => byStranger(at, {})],
  ['claims changed after signing', (at) => changed(at)],
  ['the signature of another right token', (at) => borrowed(at)],
  ['no signature: none', (at) => unsigned(at, 'none')],
  ['no signature: NONE', (at) => unsigned(at, 'NONE')],
  ['no signature: nOnE', (at) => unsigned(at, 'nOnE')],
  ['none, with a signature all the same', (at) => unsigned(at, 'none', rightToken(at).split('.')[2])],
  ['the public key as a secret', (at) => withSecret(at, publicPem(at, 'spki'))],
  ['the public key as a secret, in its old form', (at) => withSecret(at, publicPem(at, 'pkcs1'))],
  ['the published key as a secret', (at) => withSecret(at, JSON.stringify(at.jwk))],
  ['the modulus as a secret', (at) => withSecret(at, at.jwk.n ?? '')],
  ['nothing as a secret', (at) => withSecret(at, '')],
  ['RS512 in its header', (at) => at.signed(at.right(), { header: { alg: 'RS512' } })],
  ['PS256 in its header', (at) => at.signed(at.right(), { header: { alg: 'PS256' } })],
  ['rs256 in its header', (at) => at.signed(at.right(), { header: { alg: 'rs256' } })],
  ['no algorithm', (at) => at.signed(at.right(), { header: { alg: undefined } })],
  ['a list of algorithms', (at) => at.signed(at.right(), { header: { alg: ['RS256'] } })],
  ['a signature of zeros', (at) => unsigned(at, 'ES256', encoded('\0'.repeat(64)))],
];

const KEYS: readonly (readonly [what: string, make: Make])[] = [
  ['a key nobody knows', (at) => at.signed(at.right(), { header: { kid: 'another-key' } })],
  ['no key', (at) => at.signed(at.right(), { header: { kid: undefined } })],
  ['an empty key', (at) => at.signed(at.right(), { header: { kid: '' } })],
  ['a key that is a number', (at) => at.signed(at.right(), { header: { kid: 7 } })],
  ['a key that is an object', (at) => at.signed(at.right(), { header: { kid: { $ne: '' } } })],
  ['a key that is a path', (at) => byStranger(at, { kid: '../../../../etc/passwd' })],
  ['a key that is an empty file', (at) => withSecret(at, '', { kid: '/dev/null' })],
  ['a key that is a query', (at) => byStranger(at, { kid: "x' OR '1'='1" })],
  ['a key that is an address', (at) => byStranger(at, { kid: 'https://keys.example.org/1' })],
  ['a key of 4 KB', (at) => byStranger(at, { kid: 'k'.repeat(4_096) })],
  ['a key of every object', (at) => byStranger(at, { kid: '__proto__' })],
  ['a key of every function', (at) => byStranger(at, { kid: 'constructor' })],
  ['a key it brings itself', (at) => byStranger(at, { jwk: stranger.publicKey.export({ format: 'jwk' }) })],
  ['keys at another address', (at) => byStranger(at, { jku: 'https://keys.example.org/keys' })],
  ['a certificate elsewhere', (at) => byStranger(at, { x5u: 'https://keys.example.org/pem' })],
  ['a certificate it brings', (at) => byStranger(at, { x5c: [encoded('certificate')], x5t: 'x' })],
  ['what has to be understood', (at) => at.signed(at.right(), { header: { crit: ['x'], x: 1 } })],
  ['claims that are not encoded', (at) => at.signed(at.right(), { header: { crit: ['b64'], b64: false } })],
  ['an empty list to understand', (at) => at.signed(at.right(), { header: { crit: [] } })],
  ['two algorithms in its header', (at) => twice(at, '{"alg":"none",')],
  ['two keys in its header', (at) => twice(at, '{"kid":"another-key",')],
  ['claims twice', (at) => claimsTwice(at)],
  ['a token in a token', (at) => at.signed({ jwt: rightToken(at) }, { header: { cty: 'JWT' } })],
];

/** Signed by the issuer itself, so that it is the claims alone that are wrong. */
const CLAIMS: readonly (readonly [what: string, over: (at: TokenDoor) => Claims])[] = [
  ['no audience', () => ({ aud: undefined })],
  ['an empty audience', () => ({ aud: '' })],
  ['an empty list of audiences', () => ({ aud: [] })],
  ['another audience', () => ({ aud: 'b0700000-0000-4000-8000-00000000000f' })],
  ['other audiences', () => ({ aud: ['b0700000-0000-4000-8000-00000000000f', 'x'] })],
  ['our audience among others', (at) => ({ aud: [at.right()['aud'], 'x'] })],
  ['our audience and more', (at) => ({ aud: `${String(at.right()['aud'])}f` })],
  ['our audience less its end', (at) => ({ aud: String(at.right()['aud']).slice(0, -1) })],
  ['our audience in capitals', (at) => ({ aud: String(at.right()['aud']).toUpperCase() })],
  ['our audience with a space', (at) => ({ aud: `${String(at.right()['aud'])} ` })],
  ['an audience that is an object', (at) => ({ aud: { is: at.right()['aud'] } })],
  ['Microsoft Graph for its audience', () => ({ aud: '00000003-0000-0000-c000-000000000000' })],
  ['no issuer', () => ({ iss: undefined })],
  ['an empty issuer', () => ({ iss: '' })],
  ['another issuer', () => ({ iss: 'https://login.example.org/v2.0' })],
  ['an issuer that begins like ours', (at) => ({ iss: `${at.issuer}.example.org` })],
  ['our issuer in a path', (at) => ({ iss: `https://example.org/${at.issuer}` })],
  ['our issuer with a slash', (at) => ({ iss: `${at.issuer}/` })],
  ['our issuer over https', (at) => ({ iss: at.issuer.replace('http:', 'https:') })],
  ['our issuer in capitals', (at) => ({ iss: at.issuer.toUpperCase() })],
  ['a list of issuers', (at) => ({ iss: [at.issuer] })],
  ['an end six minutes ago', (at) => ({ exp: at.now() - 6 * 60 })],
  ['an end a year ago', (at) => ({ nbf: at.now() - 2 * YEAR, exp: at.now() - YEAR })],
  ['an end in 1970', () => ({ exp: 0 })],
  ['an end before 1970', () => ({ exp: -1 })],
  ['no end', () => ({ exp: undefined })],
  ['an end that is null', () => ({ exp: null })],
  ['an end that is a text', (at) => ({ exp: String(at.now() + 3_600) })],
  ['an end that is a list', (at) => ({ exp: [at.now() + 3_600] })],
  ['a beginning in six minutes', (at) => ({ nbf: at.now() + 6 * 60 })],
  ['a beginning in a year', (at) => ({ nbf: at.now() + YEAR, exp: at.now() + 2 * YEAR })],
  ['a beginning that is a text', (at) => ({ nbf: String(at.now()) })],
  ['a making in six minutes', (at) => ({ iat: at.now() + 6 * 60 })],
  ['a making that is a text', () => ({ iat: 'now' })],
];

const YEAR = 365 * 24 * 60 * 60;

export const FORGED: readonly Row<TokenDoor>[] = [
  ...HEADERS.map(([what, make, status = 401]) => row(what, make, status)),
  ...[...FORMS, ...SIGNATURES, ...KEYS].map(([what, make]) => row(what, make, 401)),
  ...CLAIMS.map(([what, over]) => claimsRow(what, over)),
];

/** A token that is signed as it should be, with other claims. */
export function claimsRow(what: string, over: (at: TokenDoor) => Claims, status = 401): Row<TokenDoor> {
  return row(what, (at) => at.signed({ ...at.right(), ...over(at) }), status);
}

export function row(what: string, make: Make, status = 401): Row<TokenDoor> {
  return {
    what,
    status,
    wrong(at) {
      const made = make(at);
      return typeof made === 'string' ? bearing(at, made) : made;
    },
    right: (at) => bearing(at, rightToken(at)),
  };
}

function right(at: TokenDoor): string {
  return `Bearer ${rightToken(at)}`;
}

function twoHeaders(at: TokenDoor, first: string, second: string): Knock {
  return at.knock(
    [
      ['Authorization', first],
      ['Authorization', second],
    ],
    [rightToken(at)],
  );
}

function inAddress(at: TokenDoor): Knock {
  const token = rightToken(at);
  const plain = at.knock([], [token]);
  return { ...plain, path: `${plain.path}?access_token=${token}` };
}

function elsewhere(at: TokenDoor, name: string, value: string): Knock {
  return at.knock([[name, value]], [value]);
}

function changed(at: TokenDoor): string {
  return rewritten(rightToken(at), { claims: JSON.stringify({ ...at.right(), more: true }) });
}

function borrowed(at: TokenDoor): string {
  const other = at.signed({ ...at.right(), jti: 'another' });
  return rightToken(at).replace(/[^.]+$/, other.split('.')[2]!);
}

/** JSON readers take the last of two; what is signed is the text. */
function twice(at: TokenDoor, before: string): string {
  const [header] = partsOf(rightToken(at));
  return rewritten(rightToken(at), { header: before + JSON.stringify(header).slice(1) });
}

function claimsTwice(at: TokenDoor): string {
  const [header, claims] = partsOf(rightToken(at));
  return byStrangerAsWritten(JSON.stringify(header), `{"aud":"x",${JSON.stringify(claims).slice(1)}`);
}
