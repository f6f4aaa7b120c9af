/** What has changed in the organiser's calendar since it was last asked, whether or not a notification told of it. */
import type { PersonId } from '../domain/people';
import type { CalendarChanges, Changes } from '../ports/calendar-watch';
import type { Delta, Graph } from './client';
import { GraphFault } from './fault';
import { path, query } from './odata';

export interface CalendarChangesNeeds {
  readonly graph: Graph;
  readonly organiser: PersonId;
}

interface ChangedEvent {
  readonly id: string;
  readonly '@removed'?: object;
}

/** https://learn.microsoft.com/graph/delta-query-overview#synchronization-reset; older services answer 400 with such a code. */
const GONE = 410;
const LOST_TOKEN = /^(sync-?state|resync)/i;

/** The window belongs to its link: what moves out of it counts as removed, and nothing else can be asked of delta. */
export function createCalendarChanges({ graph, organiser }: CalendarChangesNeeds): CalendarChanges {
  return {
    async all({ start, end }) {
      const window = query({
        startDateTime: new Date(start).toISOString(),
        endDateTime: new Date(end).toISOString(),
      });
      return changes(await graph.delta(path`/users/${organiser}/calendarView/delta` + window));
    },

    async since(link) {
      try {
        return changes(await graph.delta(link));
      } catch (error) {
        if (error instanceof GraphFault && isLost(error)) return 'lost';
        throw error;
      }
    },
  };
}

function isLost({ answer: { status, code = '' } }: GraphFault): boolean {
  return status === GONE || (status === 400 && LOST_TOKEN.test(code));
}

/** An event changed twice in a round comes twice, and may be gone in the end: the last word on it counts. */
function changes({ items, link }: Delta<ChangedEvent>): Changes {
  const isGone = new Map(items.map((item) => [item.id, item['@removed'] !== undefined]));
  const ids = [...isGone.keys()];
  return {
    changed: ids.filter((id) => !isGone.get(id)),
    removed: ids.filter((id) => isGone.get(id)),
    link,
  };
}
