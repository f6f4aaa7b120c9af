/**
 * Takes the events of long past sessions out of the organiser's calendar. Deleting or cancelling would write to everybody who was
 * invited; `permanentDelete` puts the event into the mailbox's purges folder, where the mailbox's own retention ends it.
 * https://learn.microsoft.com/graph/api/event-permanentdelete
 */
import type { Event } from '@microsoft/microsoft-graph-types';
import type { PersonId } from '../domain/people';
import type { EventRemoving } from '../ports/retention';
import type { Graph } from './client';
import { unlessGone } from './fault';
import { path } from './odata';
import { eventsOfKey, isOfKey } from './session-event';

export function createEventRemoving({
  graph,
  organiser,
}: {
  readonly graph: Graph;
  readonly organiser: PersonId;
}): EventRemoving {
  const events = path`/users/${organiser}/events`;
  return {
    async removeAll(requestId, attempts) {
      let removed = 0;
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const key = { requestId, attempt };
        const found = await graph.pages<Event>(events + eventsOfKey(key));
        for (const event of found.filter((each) => isOfKey(each, key))) {
          await unlessGone(graph.post(`${events}/${encodeURIComponent(event.id ?? '')}/permanentDelete`, {}));
          removed += 1;
        }
      }
      return removed;
    },
  };
}
