/** The tab of the coordinators and of the quality role, with what its pages are made of. */
import { createAppointing } from '../appointing';
import type { Config } from '../config';
import type { Instant } from '../domain/intervals';
import type { Log } from '../log';
import { createMatchFinding } from '../performing/match-finding';
import type { PoolKeeping } from '../pool-keeping';
import type { Calendars, Directory, OpenRequests, Requests } from '../ports';
import type { Figures } from '../ports/figures';
import type { Pool } from '../ports/pool';
import type { Responses } from '../ports/responses';
import type { Page } from '../http/page';
import type { Connections } from '../web/tab/connections/pages';
import { createPages } from '../web/tab/pages';
import { createSignIn } from '../web/tab/sign-in';
import { createTab } from '../web/tab/tab';
import type { Workflow } from '../workflow';

export interface CoordinatorsTabNeeds {
  readonly config: Pick<Config, 'tab' | 'allowedTenants' | 'policy'>;
  readonly pool: Pool;
  readonly poolKeeping: PoolKeeping;
  readonly requests: Requests;
  readonly openRequests: OpenRequests;
  readonly directory: Directory;
  readonly calendars: Calendars;
  readonly workflow: Workflow;
  readonly figures: Figures;
  readonly responses: Responses;
  /** Absent where there is no API, so that no program can have asked. */
  readonly connections?: Connections;
  readonly now: () => Instant;
  readonly log: Log;
}

export function serveCoordinatorsTab(needs: CoordinatorsTabNeeds): readonly Page[] {
  const { config, directory, pool, calendars, workflow, now, log } = needs;
  const { tab, allowedTenants, policy } = config;
  if (!tab) return createTab(undefined);
  const matchFinding = createMatchFinding({ directory, pool, calendars, policy, now });
  return createTab({
    ...tab,
    signIn: createSignIn({ ...tab, allowedTenants, directory, now, log }),
    pages: createPages({
      ...needs,
      policy,
      appointing: createAppointing({ matchFinding, workflow }),
      report: (error) => log.error({ err: error }, 'could not save a facilitator; the coordinator was told'),
    }),
    now,
  });
}
