/** Sessions in the organiser's calendar: found by our own property, made at most once, taken away whole. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Event } from '@microsoft/microsoft-graph-types';
import type { PersonId } from '../domain/people';
import type { SessionEvent } from '../domain/request';
import { type EventKey, Fault, type Meetings } from '../ports';
import type { Graph } from './client';
import { GraphFault, unlessGone } from './fault';
import { createMeetingOptions } from './meeting-options';
import { path } from './odata';
import type { GraphLog } from './retry';
import { answerOf, AS_SEEN, seenEvent } from './seen-event';
import {
  attendee,
  eventBody,
  eventsOfKey,
  isOfKey,
  joinUrlOf,
  ONE_EVENT,
  sessionEvent,
  timesOf,
} from './session-event';
import { IN_UTC } from './utc-time';

export interface MeetingsNeeds {
  readonly graph: Graph;
  /** Object id: online meetings take nothing else. */
  readonly organiser: PersonId;
  readonly log?: GraphLog;
  /** How often, and after what wait, something Teams has yet to provide is read again. */
  readonly rereads?: { readonly times: number; readonly waitMs: number };
}

export function createMeetings({
  graph,
  organiser,
  log,
  rereads = { times: 3, waitMs: 1_000 },
}: MeetingsNeeds): Meetings {
  const events = path`/users/${organiser}/events`;
  const at = ({ id }: { readonly id: string }) => `${events}/${encodeURIComponent(id)}`;
  const options = createMeetingOptions({ graph, organiser, log, rereads });

  return {
    async find(key) {
      const [first] = await eventsOf(key);
      return first && sessionEvent(first);
    },

    async create(key, invitation) {
      const event = await made(key, eventBody(key, invitation));
      return invitation.online ? withJoinLink(event) : sessionEvent(event);
    },

    async secure(event, facilitator) {
      return event.joinUrl ? options.secure(event.joinUrl, facilitator) : [];
    },

    // The list alone: a body without Teams' own lines would cost the join link, and answers given so far stay.
    async invite(event, people) {
      await graph.patch(at(event), { attendees: people.map(attendee) });
    },

    async answer(event, mail) {
      const found = await unlessGone(graph.get<Event>(at(event) + ONE_EVENT));
      if (!found || found.isCancelled) return 'gone';
      const invited = found.attendees?.find(
        ({ emailAddress }) => emailAddress?.address?.toLowerCase() === mail.toLowerCase(),
      );
      return answerOf(invited);
    },

    async look(event) {
      const found = await unlessGone(graph.get<Event>(at(event) + AS_SEEN, IN_UTC));
      return !found || found.isCancelled ? 'gone' : seenEvent(found);
    },

    async move(event, slot) {
      const moved = await unlessGone(graph.patch<Event>(at(event), timesOf(slot)));
      const found = moved && (await unlessGone(graph.get<Event>(at(event) + ONE_EVENT)));
      if (!found || found.isCancelled) return 'gone';
      if (!event.joinUrl) return 'moved';
      const { joinUrl } = await withJoinLink(found);
      if (joinUrl !== event.joinUrl)
        throw new Fault('Expected a moved event to keep its join link, got another', { permanent: true });
      return 'moved';
    },

    async optionsStand(event, facilitator) {
      return event.joinUrl ? options.stand(event.joinUrl, facilitator) : [];
    },

    async cancel(key, comment) {
      const standing = await eventsOf(key);
      if (standing.length === 0) return;
      for (const event of standing) await takeAway(event, comment);
      const left = (await eventsOf(key)).length;
      if (left > 0) throw new Fault(`Expected no event of ${key.requestId} to be left, got ${left}`);
    },
  };

  /** The oldest first: a copy made in Outlook takes our property with it. */
  async function eventsOf(key: EventKey): Promise<Event[]> {
    const found = await graph.pages<Event>(events + eventsOfKey(key));
    return found
      .filter((event) => isOfKey(event, key) && !event.isCancelled)
      .sort((a, b) => (a.createdDateTime ?? '').localeCompare(b.createdDateTime ?? ''));
  }

  /** A repeat after an unknown outcome answers with the first event, or refuses the id because that event was changed. */
  async function made(key: EventKey, body: Event): Promise<Event> {
    try {
      return await graph.post<Event>(events, body);
    } catch (error) {
      if (!(error instanceof GraphFault) || error.answer.code !== 'ErrorDuplicateTransactionId') throw error;
      const [first] = await eventsOf(key);
      if (!first) throw error;
      return first;
    }
  }

  /** A session is never confirmed without its link; a later try picks the same event up. */
  async function withJoinLink(event: Event): Promise<SessionEvent> {
    let latest = event;
    for (let reads = 0; !joinUrlOf(latest); reads += 1) {
      if (reads === rereads.times)
        throw new Fault('Expected the event to have a Teams join link, got none yet', {
          retryAfterMs: 5_000,
        });
      await wait(rereads.waitMs);
      latest = await graph.get<Event>(at(sessionEvent(event)) + ONE_EVENT);
    }
    return sessionEvent(latest);
  }

  async function takeAway(event: Event, comment: string): Promise<void> {
    const address = at(sessionEvent(event));
    const invited = (event.attendees ?? []).length > 0;
    await unlessGone(invited ? graph.post(`${address}/cancel`, { comment }) : graph.delete(address));
  }
}
