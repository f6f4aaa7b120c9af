/** Whether accounts are there and can be used, as far as the app may see it. */
import type { User } from '@microsoft/microsoft-graph-types';
import type { PersonId } from '../domain/people';
import type { Graph } from './client';
import { GraphFault } from './fault';
import { path, query } from './odata';

export interface Account {
  readonly id: PersonId;
  /** Undefined where Graph does not show it: User.ReadBasic.All need not be enough for it. */
  readonly enabled: boolean | undefined;
  readonly isGuest: boolean;
}

const ALL_SHOWN = 'id,userPrincipalName,userType,accountEnabled';
/** What User.ReadBasic.All shows. https://learn.microsoft.com/graph/permissions-reference#userreadbasicall */
const BASIC = 'id,userPrincipalName';
const REFUSED = 403;
/** Entra's own mark in the name of a guest. */
const GUEST_MARK = '#ext#';

/** One answer per id, in order; undefined where there is nobody of that id. */
export async function accountsOf(
  graph: Pick<Graph, 'getEach'>,
  ids: readonly PersonId[],
): Promise<readonly (Account | undefined)[]> {
  const read = async ($select: string) =>
    graph.getEach<User>(ids.map((id) => path`/users/${id}` + query({ $select })));
  const users = await read(ALL_SHOWN).catch((error: unknown) => {
    if (error instanceof GraphFault && error.answer.status === REFUSED) return read(BASIC);
    throw error;
  });
  return users.map((user) => user && asAccount(user));
}

function asAccount({ id, accountEnabled, userType, userPrincipalName }: User): Account | undefined {
  if (!id) return undefined;
  return {
    id: id.toLowerCase(),
    enabled: accountEnabled ?? undefined,
    isGuest: userType === 'Guest' || (userPrincipalName?.toLowerCase().includes(GUEST_MARK) ?? false),
  };
}
