/** Reads the access tokens that come in: signed by the issuer's own key, for us, and valid now. What they allow is for the door. */
import jwt from 'jsonwebtoken';
import { compactToken, isTimed, TOLERANCE_SECONDS } from './compact-token';
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

export function createTokenReader({ issuer, audience, now }: TokenReaderNeeds): TokenReader {
  const keys = createSigningKeys({ issuer, now });

  return async (authorization) => {
    // Before any key is fetched: what cannot be one of ours is not worth a question.
    const sent = compactToken(authorization);
    const nowSeconds = Math.floor(now() / 1000);
    if (!sent || !isTimed(sent.claims, nowSeconds)) return { refused: 'token' };
    const key = await keys(sent.keyId);
    if (key.found === 'unavailable') return { refused: 'unavailable', error: key.error };
    if (key.found === 'no') return { refused: 'token' };
    try {
      const claims = jwt.verify(sent.token, key.pem, {
        algorithms: ['RS256'],
        issuer,
        audience,
        clockTolerance: TOLERANCE_SECONDS,
        clockTimestamp: nowSeconds,
      });
      return { claims };
    } catch {
      // Whatever is wrong with it: whoever sent it learns no more than that.
      return { refused: 'token' };
    }
  };
}
