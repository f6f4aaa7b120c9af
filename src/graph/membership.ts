/** Who is in a group of Entra: members of groups inside it count. */
import type { User } from '@microsoft/microsoft-graph-types';
import { type Instant, MINUTE_MS } from '../domain/intervals';
import type { PersonId } from '../domain/people';
import type { Graph } from './client';
import { path, query } from './odata';
import type { GraphLog } from './retry';

export interface MembershipNeeds {
  readonly graph: Graph;
  /** Object id of the group. */
  readonly group: string;
  /** In the log: "the coordinators". */
  readonly whose: string;
  readonly now: () => Instant;
  readonly log?: GraphLog | undefined;
}

/** Membership is taken as it was for five minutes, then read again beside the answer; after an hour it counts no more. */
const FRESH_MS = 5 * MINUTE_MS;
const USABLE_MS = 60 * MINUTE_MS;

interface Reading {
  readonly at: Instant;
  readonly ids: ReadonlySet<PersonId>;
}

/** Asks who is in it. Throws when the last reading is older than an hour and there is no new one. */
export function createMembership(needs: MembershipNeeds): () => Promise<ReadonlySet<PersonId>> {
  const { graph, group, whose, now, log } = needs;
  let last: Reading | undefined;
  let refreshing: Promise<Reading> | undefined;

  return async () => {
    const age = last ? now() - last.at : Infinity;
    if (!last || age >= USABLE_MS) return (await refresh()).ids;
    if (age >= FRESH_MS)
      void refresh().catch((error: unknown) =>
        log?.warn({ err: error, ageMs: age }, `could not refresh ${whose}; the last reading stands in`),
      );
    return last.ids;
  };

  /** One at a time; those who come meanwhile share it. */
  function refresh(): Promise<Reading> {
    refreshing ??= read().finally(() => (refreshing = undefined));
    return refreshing;
  }

  /** Without the cast to users, which Entra takes for an advanced query: the kind of each member is looked at instead. */
  async function read(): Promise<Reading> {
    const at = now();
    const members = await graph.pages<User & { readonly '@odata.type'?: string }>(
      path`/groups/${group}/transitiveMembers` + query({ $select: 'id', $top: '999' }),
    );
    const users = members.filter((member) => member['@odata.type'] === '#microsoft.graph.user');
    last = { at, ids: new Set(users.flatMap(({ id }) => (id ? [id.toLowerCase()] : []))) };
    return last;
  }
}
