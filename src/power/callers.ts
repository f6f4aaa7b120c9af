/**
 * Who calls: an application by itself, or a person through one. Believed is what Entra signed for us; what it allows is
 * asked anew each time, of the directory where the token alone does not tell.
 */
import { z } from 'zod';
import type { Instant } from '../domain/intervals';
import type { Person } from '../domain/people';
import type { Directory } from '../ports';
import { createTokenReader, type Trusted } from '../entra/tokens';
import { keyOfApplication, keyOfPerson } from './caller-key';
import { type ApiRole, ROLES } from './description';

export interface Caller {
  /** The same each time they come. */
  readonly key: string;
  /** Absent for an application by itself. */
  readonly person?: Person;
  /** Assigned by an administrator, to the application or to the person. */
  readonly roles: ReadonlySet<ApiRole>;
  /** What an application may ask for in the person's name: no more than the person may see. Of no use to one by itself. */
  readonly scopes: ReadonlySet<ApiRole>;
}

/** `unavailable`: cannot be judged just now, and may be right. */
export type KnownCaller = { readonly caller: Caller } | { readonly refused: 'token' | 'unavailable' };

export interface Callers {
  /** Takes the `Authorization` header. */
  who(authorization: string): Promise<KnownCaller>;
  /** Those of the roles the caller has. */
  granted(caller: Caller, roles: readonly ApiRole[]): Promise<readonly ApiRole[]>;
}

export interface CallersNeeds extends Trusted {
  /** Empty: not asked. Only when anonymous. */
  readonly allowedTenants: readonly string[];
  readonly directory: Pick<Directory, 'isCoordinator' | 'isQuality' | 'known'>;
  readonly now: () => Instant;
  readonly log: { error(fields: object, message: string): void };
}

const guid = z.string().uuid().toLowerCase();
/** Entra's claims of an access token, version 1 or 2: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const claims = z.object({
  // Entra never gives one for several; who else holds it could use it here.
  aud: z.string(),
  exp: z.number(),
  nbf: z.number(),
  tid: guid,
  oid: guid,
  azp: guid.optional(),
  appid: guid.optional(),
  sub: z.string().optional(),
  idtyp: z.string().optional(),
  scp: z.string().optional(),
  roles: z.array(z.string()).default([]),
  name: z.string().trim().min(1).max(200).optional().catch(undefined),
});

export function createCallers(needs: CallersNeeds): Callers {
  const { allowedTenants, directory, log } = needs;
  const read = createTokenReader(needs);
  return {
    async who(authorization) {
      const token = await read(authorization);
      if ('refused' in token) {
        if (token.refused === 'unavailable')
          log.error({ err: token.error }, "could not get the keys that the API's tokens are checked with");
        return { refused: token.refused };
      }
      const found = claims.safeParse(token.claims).data;
      if (!found) return { refused: 'token' };
      const { tid, oid, azp, appid, scp, roles, name } = found;
      if (allowedTenants.length > 0 && !allowedTenants.includes(tid)) return { refused: 'token' };
      const has = { roles: listed(roles), scopes: listed(scp?.split(' ') ?? []) };
      if (scp === undefined) {
        // An id token of a person has no scopes either, and is not for calling with.
        const app = azp ?? appid;
        return app === undefined || !isOfApplication(found)
          ? { refused: 'token' }
          : { caller: { key: keyOfApplication(tid, app), ...has } };
      }
      if (found.idtyp === 'app') return { refused: 'token' };
      const person = { id: oid, name: name ?? (await nameOf(oid)) };
      return { caller: { key: keyOfPerson(tid, oid), person, ...has } };
    },

    async granted(caller, wanted) {
      const found: ApiRole[] = [];
      for (const role of wanted) if (await has(caller, role)) found.push(role);
      return found;
    },
  };

  /** What was consented to for an application, and what the person it acts for may: it takes both, or either would lend the other its rights. */
  async function has({ person, roles, scopes }: Caller, role: ApiRole): Promise<boolean> {
    if (!person) return roles.has(role);
    return scopes.has(role) && (roles.has(role) || (await isEntitled(person, role)));
  }

  async function isEntitled(person: Person, role: ApiRole): Promise<boolean> {
    switch (role) {
      case 'Requests.Submit':
        return true;
      case 'Monitoring.Read':
        return (await directory.isCoordinator(person.id)) || directory.isQuality(person.id);
      case 'Requests.Read':
      case 'Events.Subscribe':
        return directory.isCoordinator(person.id);
    }
  }

  async function nameOf(id: string): Promise<string> {
    const [known] = await directory.known({ mails: [], ids: [id] });
    return known?.name ?? id;
  }
}

/** Entra says so only where the registration asks for the claim; otherwise an application is its own subject, and no person is. */
function isOfApplication({ idtyp, sub, oid }: z.infer<typeof claims>): boolean {
  return idtyp === undefined ? sub?.toLowerCase() === oid : idtyp === 'app';
}

function listed(names: readonly string[]): ReadonlySet<ApiRole> {
  return new Set(ROLES.filter((role) => names.includes(role)));
}
