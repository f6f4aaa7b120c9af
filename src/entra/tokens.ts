/** Reads the access tokens that come in: signed by the issuer's own key, for us, and valid now. What they allow is for the door. */
import jwt from 'jsonwebtoken';
import { createSigningKeys } from './signing-keys';

/** Who is believed, and for whom tokens must be. */
export interface Trusted {
  /** Letter by letter as in the tokens; its keys are found through its OpenID configuration. */
  readonly issuer: string;
  readonly audience: string;
}

export interface TokenReaderNeeds extends Trusted {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** `token`: not one of ours, whatever is wrong with it. `unavailable`: cannot be judged just now, and may be right. */
export type ReadToken =
  | { readonly claims: unknown }
  | { readonly refused: 'token' }
  | { readonly refused: 'unavailable'; readonly error: unknown };

/** Takes the `Authorization` header. */
export type TokenReader = (authorization: string) => Promise<ReadToken>;

/** Clocks may differ by this much. */
const TOLERANCE_SECONDS = 300;

export function createTokenReader({ issuer, audience, now }: TokenReaderNeeds): TokenReader {
  const keys = createSigningKeys({ issuer, now });

  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    const keyId = token === undefined ? undefined : keyIdOf(token);
    if (token === undefined || keyId === undefined) return { refused: 'token' };
    const key = await keys(keyId);
    if (key.found === 'unavailable') return { refused: 'unavailable', error: key.error };
    if (key.found === 'no') return { refused: 'token' };
    try {
      const claims = jwt.verify(token, key.pem, {
        algorithms: ['RS256'],
        issuer,
        audience,
        clockTolerance: TOLERANCE_SECONDS,
        clockTimestamp: Math.floor(now() / 1000),
      });
      return { claims };
    } catch {
      // Whatever is wrong with it: whoever sent it learns no more than that.
      return { refused: 'token' };
    }
  };
}

/** Before any key is fetched: what is not signed in the one way allowed is not worth a question. */
function keyIdOf(token: string): string | undefined {
  try {
    const { header } = jwt.decode(token, { complete: true }) ?? {};
    return header?.alg === 'RS256' && typeof header.kid === 'string' ? header.kid : undefined;
  } catch {
    return undefined;
  }
}
