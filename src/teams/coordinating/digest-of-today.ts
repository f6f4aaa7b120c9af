/** What needs a coordinator today, when one asks. Who is a coordinator is asked of the directory each time. */
import { digestOf } from '../../domain/digest';
import type { Person } from '../../domain/people';
import { type Answer, refused, said } from '../answers';
import { renderCard } from '../cards';
import { presentDigest } from '../present/digest';
import type { QueueNeeds } from './queue-of-requests';
import { DIGEST_TEXTS } from '../wording/digest';
import { REFUSALS, TROUBLE } from '../wording/refusals';

export function createDigest({ openRequests, directory, policy, now }: QueueNeeds) {
  return async (by: Person): Promise<Answer> => {
    if (!(await directory.isCoordinator(by.id))) return refused(REFUSALS['coordinators-only']);
    const digest = digestOf(await openRequests.all(), now(), policy);
    if (!digest) return said(DIGEST_TEXTS.nothing);
    return { kind: 'card', card: renderCard('digest', presentDigest(digest)), otherwise: TROUBLE.newerTeams };
  };
}
