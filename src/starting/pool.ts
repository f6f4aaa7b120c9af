/** The pool of facilitators, put together: who is in it, how it is kept, and what is told when it changes. */
import { createFacilitatorTable } from '../azure/facilitator-table';
import type { Storage } from '../azure/clients';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { Log } from '../log';
import { createPoolKeeping, type PoolKeeping } from '../pool-keeping';
import type { Directory, OpenRequests } from '../ports';
import type { Pool } from '../ports/pool';
import { createPoolMessenger, type PoolMessengerNeeds } from '../teams/reaching/pool-messenger';
import { createArrangedSessions } from '../watching/arranged-sessions';
import { createPoolWatch } from '../watching/pool-watch';
import type { Watch } from '../watching/watch';
import type { Workflow } from '../workflow';

export interface PoolNeeds {
  readonly storage: Storage;
  readonly openRequests: OpenRequests;
  readonly workflow: Workflow;
  readonly directory: Directory;
  readonly telling: Omit<PoolMessengerNeeds, 'pool' | 'now'>;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface PoolParts {
  readonly pool: Pool;
  readonly poolKeeping: PoolKeeping;
  readonly watch: Watch;
}

export function keepPool(needs: PoolNeeds): PoolParts {
  const { storage, openRequests, workflow, directory, telling, policy, now, log } = needs;
  const pool = createFacilitatorTable({ facilitators: storage.facilitators, now });
  const arranged = createArrangedSessions({ openRequests, workflow });
  return {
    pool,
    poolKeeping: createPoolKeeping({
      pool,
      directory,
      lookAfter: (facilitator) => arranged.lookAfter([facilitator]),
      now,
    }),
    watch: createPoolWatch({
      pool,
      arranged,
      messenger: createPoolMessenger({ ...telling, pool, now }),
      policy,
      now,
      log,
    }),
  };
}
