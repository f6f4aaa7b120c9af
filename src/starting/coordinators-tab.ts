/** The tab of the coordinators, of the quality role and of information governance, with what its pages are made of. */
import { createAppointing } from '../appointing';
import type { Config } from '../config';
import type { Instant } from '../domain/intervals';
import type { Log } from '../log';
import { createMatchFinding } from '../performing/match-finding';
import type { PoolKeeping } from '../pool-keeping';
import type { Calendars, Directory, OpenRequests, Requests } from '../ports';
import type { Figures } from '../ports/figures';
import type { Pool } from '../ports/pool';
import type { Hold } from '../ports/operations';
import type { Responses } from '../ports/responses';
import type { Page } from '../http/page';
import type { Connections } from '../web/tab/connections/pages';
import type { EachNight } from './each-night';
import { governingWhenWanted } from './when-wanted';
import { createPages } from '../web/tab/pages';
import { createSignIn } from '../web/tab/sign-in';
import { createTab } from '../web/tab/tab';
import type { Workflow } from '../workflow';

export interface CoordinatorsTabNeeds {
  readonly config: Pick<Config, 'tab' | 'allowedTenants' | 'policy' | 'governanceGroup'>;
  readonly pool: Pool;
  readonly poolKeeping: PoolKeeping;
  readonly requests: Requests;
  readonly openRequests: OpenRequests;
  readonly directory: Directory;
  readonly calendars: Calendars;
  readonly workflow: Workflow;
  readonly figures: Figures;
  readonly responses: Responses;
  readonly hold: Pick<Hold, 'find'>;
  /** Absent where there is no API, so that no program can have asked. */
  readonly connections?: Connections;
  /** What information governance looks through, and what erases. */
  readonly nightly: Pick<EachNight, 'opened' | 'retention'>;
  readonly now: () => Instant;
  readonly log: Log;
}

export function serveCoordinatorsTab(needs: CoordinatorsTabNeeds): readonly Page[] {
  const { config, directory, pool, calendars, workflow, now, log } = needs;
  const { tab, allowedTenants, policy, governanceGroup } = config;
  if (!tab) return createTab(undefined);
  const { opened, retention } = needs.nightly;
  const governing = governingWhenWanted(opened, { erasing: retention, now });
  const matchFinding = createMatchFinding({ directory, pool, calendars, policy, now });
  return createTab({
    ...tab,
    hold: needs.hold,
    signIn: createSignIn({ ...tab, allowedTenants, directory, now, log }),
    pages: createPages({
      ...needs,
      policy,
      ...(governanceGroup !== undefined && { governance: { ...governing, hold: needs.hold } }),
      appointing: createAppointing({ matchFinding, workflow }),
      report: (error) => log.error({ err: error }, 'could not save a facilitator; the coordinator was told'),
    }),
    now,
  });
}
