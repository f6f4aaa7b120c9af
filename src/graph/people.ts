/** People, and who of them coordinates or has the quality role, from Entra. */
import type { User } from '@microsoft/microsoft-graph-types';
import type { Instant } from '../domain/intervals';
import type { KnownPerson } from '../domain/people';
import type { Directory } from '../ports';
import type { Graph } from './client';
import { createMembership } from './membership';
import { path, query } from './odata';
import type { GraphLog } from './retry';

export interface DirectoryNeeds {
  readonly graph: Graph;
  /** Object id of the Entra group; members of groups inside it count. */
  readonly coordinatorsGroup: string;
  /** The same of those who may see released figures; absent: nobody. */
  readonly qualityGroup?: string | undefined;
  /** The same of those who answer for information governance; absent: nobody. */
  readonly governanceGroup?: string | undefined;
  readonly now: () => Instant;
  readonly log?: GraphLog;
}

export function createDirectory(needs: DirectoryNeeds): Directory {
  const { graph, coordinatorsGroup, qualityGroup, governanceGroup, now, log } = needs;
  const coordinators = createMembership({
    ...{ graph, now, log, group: coordinatorsGroup },
    whose: 'the coordinators',
  });
  const quality = optional(qualityGroup, 'the quality role');
  const governance = optional(governanceGroup, 'the information-governance role');

  return {
    coordinators,
    isCoordinator: async (id) => (await coordinators()).has(id.toLowerCase()),
    isQuality: async (id) => (await quality?.())?.has(id.toLowerCase()) ?? false,
    isGovernance: async (id) => (await governance?.())?.has(id.toLowerCase()) ?? false,
    known,
  };

  function optional(group: string | undefined, whose: string) {
    return group === undefined ? undefined : createMembership({ graph, now, log, group, whose });
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
