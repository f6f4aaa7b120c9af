/** The form a token must have before anything of it is believed: what the libraries that check signatures let pass. */
import jwt from 'jsonwebtoken';

export interface CompactToken {
  readonly token: string;
  /** Names the key it says it is signed with. */
  readonly keyId: string;
  /** Not believed yet. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Clocks may differ by this much. */
export const TOLERANCE_SECONDS = 300;

/**
 * Of the `Authorization` header; undefined for whatever is not one token, signed in the one way allowed and written in the
 * one way it can be. `crit` names what the reader has to understand, and nothing of that is understood here (RFC 7515, 4.1.11).
 */
export function compactToken(authorization: string): CompactToken | undefined {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
  if (token === undefined || !token.split('.').every(isWrittenAsItShould)) return undefined;
  const { header, payload } = decoded(token) ?? {};
  if (header?.alg !== 'RS256' || typeof header.kid !== 'string' || 'crit' in header) return undefined;
  if (typeof payload !== 'object' || payload === null) return undefined;
  return { token, keyId: header.kid, claims: payload };
}

/** It ends, and was not made tomorrow. Whether it has ended and whether it counts yet is checked with its signature. */
export function isTimed({ exp, iat }: CompactToken['claims'], nowSeconds: number): boolean {
  if (typeof exp !== 'number') return false;
  return iat === undefined || (typeof iat === 'number' && iat <= nowSeconds + TOLERANCE_SECONDS);
}

/** The last sign of a part may stand for bits that count for nothing: the same token would have several spellings. */
function isWrittenAsItShould(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}

function decoded(token: string): jwt.Jwt | undefined {
  try {
    return jwt.decode(token, { complete: true }) ?? undefined;
  } catch {
    // Whoever sent it learns no more than that it is none.
    return undefined;
  }
}
