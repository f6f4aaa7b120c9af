/**
 * Who asks for a page: the person Entra names in the token that Teams gives the tab (SSO). Checked anew for every request:
 * nothing is remembered about a person, and what they may see is asked of the directory each time.
 */
import { z } from 'zod';
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import type { Directory } from '../../ports';
import { createTokenReader, type Trusted } from '../../entra/tokens';

export interface SignInLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface SignInNeeds extends Trusted {
  /** Empty: not asked. Only when anonymous. */
  readonly allowedTenants: readonly string[];
  readonly directory: Pick<Directory, 'isCoordinator' | 'isQuality' | 'isGovernance' | 'known'>;
  readonly now: () => Instant;
  readonly log: SignInLog;
}

/**
 * Coordinators see what requests and the pool need; the quality role sees released figures; information governance its own section,
 * which coordinators do not. Somebody may have several, and each page says for whom it is.
 */
export const ROLES = ['coordinator', 'quality', 'governance'] as const;
export type Role = (typeof ROLES)[number];

/** `unavailable`: cannot be judged just now, and may be right. */
export type SignedIn =
  | { readonly person: Person; readonly roles: readonly Role[] }
  | { readonly refused: 'token' | 'no-role' | 'unavailable' };

export type SignIn = (authorization: string) => Promise<SignedIn>;

/** A delegated token of a person (never an app's own) for our one scope. */
const claims = z.object({
  aud: z.string(),
  exp: z.number(),
  nbf: z.number(),
  oid: z.string().uuid().toLowerCase(),
  tid: z.string().uuid().toLowerCase(),
  scp: z.string().refine((scopes) => scopes.split(' ').includes('access_as_user')),
  idtyp: z.literal('user').optional(),
  name: z.string().trim().min(1).max(200).optional().catch(undefined),
});
type Claims = z.output<typeof claims>;

export function createSignIn(needs: SignInNeeds): SignIn {
  const { issuer, audience, allowedTenants, directory, now, log } = needs;
  const read = createTokenReader({ issuer, audience, now });

  return async (authorization) => {
    // 1. The token, with the key it names.
    const checked = await check(authorization);
    if ('refused' in checked) return checked;
    const { oid, tid, name } = checked;
    // 2. Somebody of an organisation that may use it.
    if (allowedTenants.length > 0 && !allowedTenants.includes(tid)) return { refused: 'token' };
    // 3. What they may see, as of now.
    try {
      const roles = await rolesOf(oid);
      if (roles.length === 0) return { refused: 'no-role' };
      return { person: { id: oid, name: name ?? (await nameOf(oid)) }, roles };
    } catch (error) {
      log.error({ err: error }, 'could not tell what somebody may see');
      return { refused: 'unavailable' };
    }
  };

  async function rolesOf(id: string): Promise<readonly Role[]> {
    const has = {
      coordinator: await directory.isCoordinator(id),
      quality: await directory.isQuality(id),
      governance: await directory.isGovernance(id),
    } satisfies Record<Role, boolean>;
    return ROLES.filter((role) => has[role]);
  }

  async function check(
    authorization: string,
  ): Promise<Claims | { readonly refused: 'token' | 'unavailable' }> {
    const token = await read(authorization);
    if ('claims' in token) return claims.safeParse(token.claims).data ?? { refused: 'token' };
    if (token.refused === 'unavailable')
      log.error({ err: token.error }, "could not get the keys that the tab's tokens are checked with");
    return { refused: token.refused };
  }

  async function nameOf(id: string): Promise<string> {
    const [known] = await directory.known({ mails: [], ids: [id] });
    return known?.name ?? id;
  }
}
