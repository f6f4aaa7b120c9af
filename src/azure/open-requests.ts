/** Everything that is open, for coordinators: read one by one, because requests never move out of their partitions. */
import pLimit from 'p-limit';
import { isOpen } from '../domain/request';
import type { OpenRequests, Requests } from '../ports';
import type { RequestIndex } from './request-index';

export interface OpenRequestsNeeds {
  readonly requests: Pick<Requests, 'load'>;
  readonly index: Pick<RequestIndex, 'open'>;
}

/** A few hundred may be open; more connections than this at once would only wait for one another. */
const READS_AT_ONCE = 16;

export function createOpenRequests({ requests, index }: OpenRequestsNeeds): OpenRequests {
  return {
    async all() {
      const limit = pLimit(READS_AT_ONCE);
      const ids = await index.open();
      const loaded = await Promise.all(ids.map((each) => limit(() => requests.load(each))));
      // A listed id may have no request (its submit did not get through), or one that is closed and not struck off yet.
      return loaded
        .flatMap((each) => each?.request ?? [])
        .filter(isOpen)
        .sort((one, other) => one.submittedAt - other.submittedAt || (one.id < other.id ? -1 : 1));
    },
  };
}
