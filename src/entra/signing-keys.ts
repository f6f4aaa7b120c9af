/** The public keys of the issuer: found through its OpenID configuration, kept for a while, and not asked for without end. */
import { JwksClient, SigningKeyNotFoundError } from 'jwks-rsa';
import { z } from 'zod';
import { isSafeAddress } from './safe-address';

export type FoundKey =
  | { readonly found: 'yes'; readonly pem: string }
  | { readonly found: 'no' }
  | { readonly found: 'unavailable'; readonly error: unknown };

const TIMEOUT_MS = 5_000;
const KEPT_MS = 10 * 60 * 60_000;
/** Somebody who invents key ids must not make us a burden to the issuer. */
const MOST_A_MINUTE = 10;

const configuration = z.object({ issuer: z.string(), jwks_uri: z.string().refine(isSafeAddress) });

/** Asks for the key of an id. */
export function createSigningKeys(issuer: string): (keyId: string) => Promise<FoundKey> {
  let client: Promise<JwksClient> | undefined;

  return async (keyId) => {
    try {
      client ??= connect(issuer);
      const key = await (await client).getSigningKey(keyId);
      return { found: 'yes', pem: key.getPublicKey() };
    } catch (error) {
      if (error instanceof SigningKeyNotFoundError) return { found: 'no' };
      return { found: 'unavailable', error };
    }
  };

  async function connect(from: string): Promise<JwksClient> {
    try {
      return new JwksClient({
        jwksUri: await keysAddress(from),
        timeout: TIMEOUT_MS,
        cache: true,
        cacheMaxAge: KEPT_MS,
        rateLimit: true,
        jwksRequestsPerMinute: MOST_A_MINUTE,
      });
    } catch (error) {
      // The next one asks again.
      client = undefined;
      throw error;
    }
  }
}

async function keysAddress(issuer: string): Promise<string> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`Expected the OpenID configuration of ${issuer}, got ${response.status}`);
  const found = configuration.parse(await response.json());
  if (found.issuer !== issuer)
    throw new Error(`Expected the OpenID configuration of ${issuer}, got that of ${found.issuer}`);
  return found.jwks_uri;
}
