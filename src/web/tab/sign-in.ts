/**
 * Who asks for a page: the person Entra names in the token that Teams gives the tab (SSO). Checked anew for every request:
 * nothing is remembered about a person, and what they may see is asked of the directory each time.
 */
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import type { Directory } from '../../ports';
import { createSigningKeys } from './signing-keys';

/** Whom the tab believes, and for whom tokens must be. */
export interface TabIssuer {
  /** Letter by letter as in the tokens; its keys are found through its OpenID configuration. */
  readonly issuer: string;
  readonly audience: string;
}

export interface SignInLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface SignInNeeds extends TabIssuer {
  /** Empty: not asked. Only when anonymous. */
  readonly allowedTenants: readonly string[];
  readonly directory: Pick<Directory, 'isCoordinator' | 'isQuality' | 'known'>;
  readonly now: () => Instant;
  readonly log: SignInLog;
}

/** Coordinators see everything; the quality role sees released figures, on the pages that are open to it. */
export type Role = 'coordinator' | 'quality';

/** `unavailable`: cannot be judged just now, and may be right. */
export type SignedIn =
  | { readonly person: Person; readonly role: Role }
  | { readonly refused: 'token' | 'not-a-coordinator' | 'unavailable' };

export type SignIn = (authorization: string) => Promise<SignedIn>;

/** Clocks may differ by this much. */
const TOLERANCE_SECONDS = 300;

/** A delegated token of a person (never an app's own) for our one scope. */
const claims = z.object({
  aud: z.string(),
  exp: z.number(),
  nbf: z.number(),
  oid: z.string().uuid().toLowerCase(),
  tid: z.string().uuid().toLowerCase(),
  scp: z.string().refine((scopes) => scopes.split(' ').includes('access_as_user')),
  name: z.string().trim().min(1).max(200).optional().catch(undefined),
});
type Claims = z.output<typeof claims>;

export function createSignIn(needs: SignInNeeds): SignIn {
  const { issuer, audience, allowedTenants, directory, now, log } = needs;
  const keys = createSigningKeys(issuer);

  return async (authorization) => {
    // 1. The token, with the key it names.
    const checked = await check(authorization);
    if ('refused' in checked) return checked;
    const { oid, tid, name } = checked;
    // 2. Somebody of an organisation that may use it.
    if (allowedTenants.length > 0 && !allowedTenants.includes(tid)) return { refused: 'token' };
    // 3. What they may see, as of now.
    try {
      const role = await roleOf(oid);
      if (!role) return { refused: 'not-a-coordinator' };
      return { person: { id: oid, name: name ?? (await nameOf(oid)) }, role };
    } catch (error) {
      log.error({ err: error }, 'could not tell what somebody may see');
      return { refused: 'unavailable' };
    }
  };

  async function roleOf(id: string): Promise<Role | undefined> {
    if (await directory.isCoordinator(id)) return 'coordinator';
    return (await directory.isQuality(id)) ? 'quality' : undefined;
  }

  async function check(
    authorization: string,
  ): Promise<Claims | { readonly refused: 'token' | 'unavailable' }> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    const keyId = token === undefined ? undefined : keyIdOf(token);
    if (token === undefined || keyId === undefined) return { refused: 'token' };
    const key = await keys(keyId);
    if (key.found === 'unavailable') {
      log.error({ err: key.error }, "could not get the keys that the tab's tokens are checked with");
      return { refused: 'unavailable' };
    }
    return (key.found === 'yes' && claimsOf(token, key.pem)) || { refused: 'token' };
  }

  function claimsOf(token: string, key: string): Claims | undefined {
    try {
      const verified = jwt.verify(token, key, {
        algorithms: ['RS256'],
        issuer,
        audience,
        clockTolerance: TOLERANCE_SECONDS,
        clockTimestamp: Math.floor(now() / 1000),
      });
      return claims.safeParse(verified).data;
    } catch {
      // Whatever is wrong with it: whoever sent it learns no more than that.
      return undefined;
    }
  }

  async function nameOf(id: string): Promise<string> {
    const [known] = await directory.known({ mails: [], ids: [id] });
    return known?.name ?? id;
  }
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
