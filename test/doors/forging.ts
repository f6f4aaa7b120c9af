/** Tokens as forgers make them: from a right one, with keys of their own, and with what everybody can read of ours. */
import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  randomBytes,
  sign,
} from 'node:crypto';
import type { Claims, TokenIssuer } from '../sandbox/token-issuer';
import type { Knock, Opened } from './door';

/** A door whose callers bring a token. */
export interface TokenDoor extends Opened {
  /** Seconds since 1970, by the door's own clock. */
  readonly now: () => number;
  /** What a right token says. */
  readonly right: () => Claims;
  readonly issuer: string;
  /** Signed by the issuer the door believes. */
  readonly signed: TokenIssuer['token'];
  /** Its public key, as it publishes it. */
  readonly jwk: JsonWebKey;
  /** Something that would be kept, with these headers and whatever else. */
  readonly knock: (headers: Knock['headers'], secrets: readonly string[], over?: Partial<Knock>) => Knock;
}

export const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** With the one header; what is sent is secret as a whole, and in its last part. */
export function bearing(at: TokenDoor, token: string, scheme = 'Bearer '): Knock {
  return at.knock([['Authorization', `${scheme}${token}`]], [token]);
}

export function rightToken(at: TokenDoor): string {
  return at.signed(at.right());
}

/** A right token with its header and claims written anew, and the signature it had. */
export function rewritten(
  token: string,
  over: { readonly header?: string; readonly claims?: string },
): string {
  const [header, claims, signature] = token.split('.');
  return [
    over.header === undefined ? header : encoded(over.header),
    over.claims === undefined ? claims : encoded(over.claims),
    signature,
  ].join('.');
}

/** The two parts that are signed, as JSON. */
export function partsOf(token: string): readonly [header: Claims, claims: Claims] {
  const [header, claims] = token
    .split('.', 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims);
  return [header!, claims!];
}

/** As a symmetric token, with something everybody knows for its secret. */
export function withSecret(at: TokenDoor, secret: string, header: Claims = {}): string {
  const [own, claims] = partsOf(rightToken(at));
  const signed = `${encoded(JSON.stringify({ ...own, alg: 'HS256', ...header }))}.${encoded(JSON.stringify(claims))}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

export function publicPem(at: TokenDoor, type: 'spki' | 'pkcs1'): string {
  return createPublicKey({ key: at.jwk, format: 'jwk' }).export({ type, format: 'pem' }).toString();
}

/** By a forger's key, with whatever says where that may be found. */
export function byStranger(at: TokenDoor, header: Claims): string {
  return at.signed(at.right(), { header, key: stranger.privateKey });
}

/** With a right signature over parts no library would write. */
export function byStrangerAsWritten(header: string, claims: string): string {
  const signed = `${encoded(header)}.${encoded(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), stranger.privateKey).toString('base64url')}`;
}

export function unsigned(at: TokenDoor, alg: string, signature = ''): string {
  const [header, claims] = partsOf(rightToken(at));
  return `${encoded(JSON.stringify({ ...header, alg }))}.${encoded(JSON.stringify(claims))}.${signature}`;
}

/** The same bits with another last letter: some of a last letter's bits count for nothing. */
export function spelledOtherwise(token: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return token.slice(0, -1) + letters[letters.indexOf(token.at(-1)!) + 1];
}

/** Looks encrypted: five parts. */
export function encrypted(): string {
  const header = encoded(JSON.stringify({ alg: 'RSA-OAEP', enc: 'A256GCM', cty: 'JWT' }));
  return [header, ...[256, 12, 64, 16].map((bytes) => randomBytes(bytes).toString('base64url'))].join('.');
}

export function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
