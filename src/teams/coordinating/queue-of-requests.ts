/** The coordinators' queue. Who is a coordinator is asked of the directory each time. */
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { Person } from '../../domain/people';
import type { Directory, OpenRequests } from '../../ports';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { presentQueue, type QueueView } from '../present/queue';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface QueueNeeds {
  readonly openRequests: OpenRequests;
  readonly directory: Pick<Directory, 'isCoordinator'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface Queue {
  list(by: Person, view: QueueView): Promise<Answer>;
}

export const WHOLE_QUEUE: QueueView = { state: 'all', age: 'all', from: 0 };

export function createQueue({ openRequests, directory, policy, now }: QueueNeeds): Queue {
  return {
    async list(by, view) {
      if (!(await directory.isCoordinator(by.id))) return refused(REFUSALS['coordinators-only']);
      const card = renderCard('queue', presentQueue(await openRequests.all(), view, now(), policy));
      return { kind: 'card', card, otherwise: TROUBLE.newerTeams };
    },
  };
}
