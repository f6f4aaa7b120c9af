/** The coordinators' queue. Who is a coordinator is asked of the directory each time. */
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { Person } from '../../domain/people';
import type { Directory, OpenRequests } from '../../ports';
import type { Hold } from '../../ports/operations';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import { presentQueue, type QueueView } from '../present/queue';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export interface QueueNeeds {
  readonly openRequests: OpenRequests;
  readonly directory: Pick<Directory, 'isCoordinator'>;
  /** Absent where nothing is ever held. */
  readonly hold?: Pick<Hold, 'find'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface Queue {
  list(by: Person, view: QueueView): Promise<Answer>;
}

export const WHOLE_QUEUE: QueueView = { state: 'all', age: 'all', from: 0 };

export function createQueue({ openRequests, directory, hold, policy, now }: QueueNeeds): Queue {
  return {
    async list(by, view) {
      if (!(await directory.isCoordinator(by.id))) return refused(REFUSALS['coordinators-only']);
      const [open, held] = await Promise.all([openRequests.all(), hold?.find()]);
      const card = renderCard('queue', presentQueue(open, view, now(), policy, held));
      return { kind: 'card', card, otherwise: TROUBLE.newerTeams };
    },
  };
}
