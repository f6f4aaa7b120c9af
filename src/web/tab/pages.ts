/** Every page of the tab: the table of contents. */
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { PoolKeeping } from '../../pool-keeping';
import type { Pool } from '../../ports/pool';
import { connectionPages, type ConnectionPagesNeeds } from './connections/pages';
import { declaredEditing } from './declared-editing';
import { facilitatorAdding } from './facilitator-adding';
import { facilitatorChanging } from './facilitator-changing';
import { facilitatorList } from './facilitator-list';
import { facilitatorPage, showFacilitator } from './facilitator-page';
import { facilitatorSteps } from './facilitator-steps';
import { governancePages, type GovernancePagesNeeds } from './governance/pages';
import { type MonitoringNeeds, monitoringPages } from './monitoring/pages';
import type { TabPage } from './page';
import { requestPages, type RequestPagesNeeds } from './request-actions';
import { ROLES } from './sign-in';
import { requestList, type RequestListNeeds } from './request-list';
import { rosterPages } from './roster-pages';

export interface PagesNeeds
  extends RequestListNeeds, RequestPagesNeeds, MonitoringNeeds, ConnectionPagesNeeds, GovernancePagesNeeds {
  readonly pool: Pick<Pool, 'all' | 'find' | 'history'>;
  readonly poolKeeping: PoolKeeping;
  readonly policy: Policy;
  readonly now: () => Instant;
  /** Of a fault the coordinator can only be told that it was one. */
  readonly report: (fault: unknown) => void;
}

export function createPages(needs: PagesNeeds): readonly TabPage[] {
  const { pool, poolKeeping, policy, now, report } = needs;
  const show = showFacilitator({ pool, policy });
  const list = facilitatorList({ pool, policy });
  const [monitoring, ...ofMonitoring] = monitoringPages(needs);
  const [governance, ...ofGovernance] = governancePages(needs);
  return [
    {
      ...list,
      ...{ name: 'tab', path: '/tab', openTo: ROLES },
      // The first section that is open to whoever it is.
      show: (asked) => {
        if (asked.roles.includes('coordinator')) return list.show(asked);
        return (asked.roles.includes('quality') ? monitoring : governance).show(asked);
      },
    },
    list,
    ...facilitatorAdding({ pool, poolKeeping, policy, show }),
    facilitatorPage(show),
    ...facilitatorChanging({ pool, poolKeeping, policy, show }),
    ...facilitatorSteps({ pool, poolKeeping, show }),
    ...declaredEditing({ pool, poolKeeping, show }),
    ...rosterPages({ pool, keeping: poolKeeping, policy, now, report }),
    requestList(needs),
    ...requestPages(needs),
    monitoring,
    ...ofMonitoring,
    ...connectionPages(needs),
    governance,
    ...ofGovernance,
  ];
}
