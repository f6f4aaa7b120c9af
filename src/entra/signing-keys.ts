/** The public keys of the issuer: found through its OpenID configuration, kept for a while, and not asked for without end. */
import type * as Jwks from 'jwks-rsa';
import { z } from 'zod';
import { isSafeAddress } from './safe-address';

export type FoundKey =
  | { readonly found: 'yes'; readonly pem: string }
  | { readonly found: 'no' }
  | { readonly found: 'unavailable'; readonly error: unknown };

export interface SigningKeysNeeds {
  readonly issuer: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

const TIMEOUT_MS = 5_000;
const KEPT_MS = 10 * 60 * 60_000;
/**
 * Somebody who invents key ids must not make us a burden to the issuer, and must not use up what others need: all keys are
 * fetched together, so that an unknown id soon after is none of theirs. Issuers publish a key long before they sign with it.
 */
const AGAIN_AFTER_MS = 6_000;

const configuration = z.object({ issuer: z.string(), jwks_uri: z.string().refine(isSafeAddress) });

interface Kept {
  readonly at: number;
  readonly pems: ReadonlyMap<string, string>;
}

/** Asks for the key of an id. */
export function createSigningKeys({ issuer, now }: SigningKeysNeeds): (keyId: string) => Promise<FoundKey> {
  let client: Promise<Jwks.JwksClient> | undefined;
  let kept: Kept | undefined;
  let fetching: Promise<Kept> | undefined;

  return async (keyId) => {
    try {
      const pem = fromKept(keyId) ?? (await newest()).pems.get(keyId);
      return pem === undefined ? { found: 'no' } : { found: 'yes', pem };
    } catch (error) {
      return { found: 'unavailable', error };
    }
  };

  function fromKept(keyId: string): string | undefined {
    return kept && now() - kept.at < KEPT_MS ? kept.pems.get(keyId) : undefined;
  }

  /** Whoever comes meanwhile waits for the same answer. */
  async function newest(): Promise<Kept> {
    if (kept && now() - kept.at < AGAIN_AFTER_MS) return kept;
    fetching ??= fetched().finally(() => (fetching = undefined));
    return fetching;
  }

  async function fetched(): Promise<Kept> {
    const at = now();
    client ??= connect(issuer);
    const keys = await (await client).getSigningKeys();
    kept = { at, pems: new Map(keys.map((key) => [key.kid, key.getPublicKey()])) };
    return kept;
  }

  async function connect(from: string): Promise<Jwks.JwksClient> {
    try {
      // Loaded at the first token, because nothing before it needs a key, and it takes long beside the rest of a start.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const keys = require('jwks-rsa') as typeof Jwks;
      return new keys.JwksClient({
        jwksUri: await keysAddress(from),
        timeout: TIMEOUT_MS,
        cache: false,
        rateLimit: false,
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
