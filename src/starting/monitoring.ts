/** Monitoring, put together: what is counted as requests close, what is shown of it, and what is released when. */
import { createFigureRows } from '../azure/figures-table';
import type { Storage } from '../azure/clients';
import type { TallyTable } from '../azure/tally-table';
import type { Instant } from '../domain/intervals';
import { type Signal, signalsOf } from '../domain/monitoring/signals';
import type { Policy } from '../domain/policy';
import { createFeedback, createFigures } from '../counting/figures';
import { createFactKeeping } from '../counting/fact-keeping';
import type { Log } from '../log';
import type { Directory, OpenRequests, Requests, Workbench } from '../ports';
import type { Evaluations } from '../ports/evaluations';
import type { FactKeeping, FeedbackOf, Figures } from '../ports/figures';
import type { Pool } from '../ports/pool';
import { createReleasing } from '../counting/releasing';
import { createReleaseWatch } from '../watching/release-watch';
import type { Watch } from '../watching/watch';
import type { Workflow } from '../workflow';

export interface MonitoringNeeds {
  readonly storage: Storage;
  readonly requests: Requests;
  readonly openRequests: OpenRequests;
  readonly workbench: Pick<Workbench, 'open'>;
  readonly evaluations: Evaluations;
  readonly pool: Pool;
  readonly tally: TallyTable;
  readonly directory: Pick<Directory, 'isCoordinator' | 'isQuality'>;
  readonly workflow: Workflow;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface MonitoringParts {
  readonly facts: FactKeeping;
  readonly figures: Figures;
  readonly feedbackOf: FeedbackOf;
  /** What of it coordinators should be told of. */
  readonly signals: () => Promise<readonly Signal[]>;
  readonly watch: Watch;
}

export function monitor(needs: MonitoringNeeds): MonitoringParts {
  const { storage, directory, now } = needs;
  const rows = createFigureRows(storage);
  const figures = createFigures({ ...needs, rows });
  return {
    facts: createFactKeeping({ ...needs, rows }),
    figures,
    feedbackOf: createFeedback({ figures, directory, log: needs.log }),
    signals: async () => signalsOf(await figures.monitoring(now())),
    watch: createReleaseWatch({ ...needs, releasing: createReleasing({ ...needs, rows }) }),
  };
}
