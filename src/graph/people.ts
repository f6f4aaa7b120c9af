/** People and coordinators from Entra. */
import type { User } from '@microsoft/microsoft-graph-types';
import type { Instant } from '../domain/intervals';
import { MINUTE_MS } from '../domain/intervals';
import type { KnownPerson, PersonId } from '../domain/people';
import type { Directory } from '../ports';
import type { Graph } from './client';
import { path, query } from './odata';
import type { GraphLog } from './retry';

export interface DirectoryNeeds {
  readonly graph: Graph;
  /** Object id of the Entra group; members of groups inside it count. */
  readonly coordinatorsGroup: string;
  readonly now: () => Instant;
  readonly log?: GraphLog;
}

/** Membership is taken as it was for five minutes, then read again beside the answer; after an hour it counts no more. */
const FRESH_MS = 5 * MINUTE_MS;
const USABLE_MS = 60 * MINUTE_MS;

interface Membership {
  readonly at: Instant;
  readonly ids: ReadonlySet<PersonId>;
}

export function createDirectory({ graph, coordinatorsGroup, now, log }: DirectoryNeeds): Directory {
  let membership: Membership | undefined;
  let refreshing: Promise<Membership> | undefined;

  return {
    coordinators,
    isCoordinator: async (id) => (await coordinators()).has(id.toLowerCase()),
    known,
  };

  async function coordinators(): Promise<ReadonlySet<PersonId>> {
    const age = membership ? now() - membership.at : Infinity;
    if (!membership || age >= USABLE_MS) return (await refresh()).ids;
    if (age >= FRESH_MS)
      void refresh().catch((error: unknown) =>
        log?.warn(
          { err: error, ageMs: age },
          'could not refresh the coordinators; the last reading stands in',
        ),
      );
    return membership.ids;
  }

  /** One at a time; those who come meanwhile share it. */
  function refresh(): Promise<Membership> {
    refreshing ??= readMembers().finally(() => (refreshing = undefined));
    return refreshing;
  }

  /** Without the cast to users, which Entra takes for an advanced query: the kind of each member is looked at instead. */
  async function readMembers(): Promise<Membership> {
    const at = now();
    const members = await graph.pages<User & { readonly '@odata.type'?: string }>(
      path`/groups/${coordinatorsGroup}/transitiveMembers` + query({ $select: 'id', $top: '999' }),
    );
    const users = members.filter((member) => member['@odata.type'] === '#microsoft.graph.user');
    membership = { at, ids: new Set(users.flatMap(({ id }) => (id ? [id.toLowerCase()] : []))) };
    return membership;
  }

  /** An address answers when it is somebody's user principal name; each person comes with the address that was asked for. */
  async function known({ mails, ids }: Parameters<Directory['known']>[0]): Promise<readonly KnownPerson[]> {
    const asked = [
      ...mails.map((mail) => ({ key: mail.toLowerCase(), mail: mail.toLowerCase() })),
      ...ids.map((key) => ({ key, mail: undefined })),
    ];
    const users = await graph.getEach<User>(asked.map(({ key }) => userPath(key)));
    return asked.flatMap(({ mail }, i) => personFrom(users[i], mail));
  }
}

function userPath(key: string): string {
  return path`/users/${key}` + query({ $select: 'id,displayName,mail,userPrincipalName' });
}

function personFrom(user: User | undefined, asked: string | undefined): KnownPerson[] {
  const mail = asked ?? user?.mail?.toLowerCase() ?? user?.userPrincipalName?.toLowerCase();
  if (!user?.id || !mail) return [];
  return [{ id: user.id, name: user.displayName ?? mail, mail }];
}
