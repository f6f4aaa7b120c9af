/** Every page of the tab: the table of contents. */
import type { Policy } from '../domain/policy';
import type { PoolKeeping } from '../pool-keeping';
import type { Pool } from '../ports/pool';
import { declaredEditing } from './declared-editing';
import { facilitatorAdding } from './facilitator-adding';
import { facilitatorChanging } from './facilitator-changing';
import { facilitatorList } from './facilitator-list';
import { facilitatorPage, showFacilitator } from './facilitator-page';
import { facilitatorSteps } from './facilitator-steps';
import type { TabPage } from './page';

export interface PagesNeeds {
  readonly pool: Pick<Pool, 'all' | 'find' | 'history'>;
  readonly poolKeeping: PoolKeeping;
  readonly policy: Policy;
}

export function createPages({ pool, poolKeeping, policy }: PagesNeeds): readonly TabPage[] {
  const show = showFacilitator({ pool, policy });
  const list = facilitatorList({ pool, policy });
  return [
    { ...list, name: 'tab', path: '/tab' },
    list,
    ...facilitatorAdding({ pool, poolKeeping, policy, show }),
    facilitatorPage(show),
    ...facilitatorChanging({ pool, poolKeeping, policy, show }),
    ...facilitatorSteps({ pool, poolKeeping, show }),
    ...declaredEditing({ pool, poolKeeping, show }),
  ];
}
