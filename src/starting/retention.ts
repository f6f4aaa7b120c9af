/** Erasing, put together: what is over by the clock, and what somebody has the right to have erased. */
import { createGovernanceLog, createLegalHolds } from '../azure/governance-table';
import { createDatedRows } from '../azure/table-export';
import { createWholeRequests } from '../azure/whole-requests';
import type { Config } from '../config';
import type { Instant } from '../domain/intervals';
import type { Graph } from '../graph/client';
import { createEventRemoving } from '../graph/event-removing';
import type { Log } from '../log';
import { createRequestErasing } from '../retention/request-erasing';
import { createRetention, type Retention } from '../retention/sweeping';
import { createCardBlanking } from '../teams/reaching/card-blanking';
import type { ReachNeeds } from '../teams/reaching/reach';
import type { Backups } from './backups';

export interface RetentionNeeds {
  readonly config: Pick<Config, 'organiser' | 'policy'>;
  /** Its clients, which wait as long as it takes; and its list of what was erased. */
  readonly backups: Pick<Backups, 'storage' | 'rows' | 'erasures'>;
  readonly graph: Graph;
  readonly telling: ReachNeeds;
  readonly now: () => Instant;
  readonly log: Log;
}

export function createRetentionOf({ config, backups, graph, telling, now, log }: RetentionNeeds): Retention {
  const { policy, organiser } = config;
  const { storage, rows: tableRows, erasures } = backups;
  const requests = createWholeRequests(storage);
  const holds = createLegalHolds(storage);
  const common = { requests, holds, erasures, policy, now };
  return createRetention({
    ...common,
    requestErasing: createRequestErasing({
      ...common,
      cards: createCardBlanking(telling),
      events: createEventRemoving({ graph, organiser }),
      log,
    }),
    rows: createDatedRows(storage),
    tableRows,
    governance: createGovernanceLog(storage),
  });
}
