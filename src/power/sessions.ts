/** The sessions there are, until their request is closed: when and where, and whose request it is by its id alone. */
import { localDate } from '../domain/calendar';
import { referenceOf, type Request } from '../domain/request';
import type { OpenRequests } from '../ports';
import type { Answering, Asked } from './answering';
import { pageOf, nextLink } from './paging';
import { problem } from './problems';
import { sessionOf } from './shown';
import { CURSOR_STALE } from './wording';

export interface SessionsNeeds {
  readonly openRequests: OpenRequests;
  /** Where the API is reached. */
  readonly apiUrl: string;
  readonly mostOnPage?: number;
}

const MOST_ON_PAGE = 100;

export function listSessions(needs: SessionsNeeds): Answering {
  const { openRequests, apiUrl, mostOnPage = MOST_ON_PAGE } = needs;
  return {
    operation: 'ListSessions',
    async answer({ query }: Asked) {
      const [from, to] = [query.get('from') ?? '', query.get('to') ?? LAST_DAY];
      const within = (await openRequests.all())
        .flatMap(shown)
        .filter(({ start }) => from <= dayOf(start) && dayOf(start) <= to)
        .sort((one, other) => order(one).localeCompare(order(other)));
      const page = pageOf(within, query.get('cursor'), mostOnPage);
      if (page === 'stale')
        return problem('bad-call', { errors: [{ field: 'cursor', detail: CURSOR_STALE }] });
      const next = page.next && nextLink(`${apiUrl}/sessions`, query, page.next);
      return { status: 200, body: { sessions: page.items, ...(next && { nextLink: next }) } };
    },
  };
}

const LAST_DAY = '9999-12-31';

function shown(request: Request) {
  const session = sessionOf(request);
  if (!session) return [];
  const { id, state } = request;
  return [{ requestId: id, reference: referenceOf(id), state, ...session }];
}

/** London's. */
function dayOf(start: string): string {
  return localDate(Date.parse(start));
}

function order({ start, requestId }: { readonly start: string; readonly requestId: string }): string {
  return `${start} ${requestId}`;
}
