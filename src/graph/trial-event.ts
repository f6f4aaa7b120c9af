/** An event that proves what may be done in the organiser's calendar: nobody is invited, and it goes again. */
import { randomUUID } from 'node:crypto';
import type { Event } from '@microsoft/microsoft-graph-types';
import type { Interval } from '../domain/intervals';
import type { PersonId } from '../domain/people';
import type { SessionEvent } from '../domain/request';
import type { Graph } from './client';
import { unlessGone } from './fault';
import { literal, path, query } from './odata';
import { sessionEvent, timesOf } from './session-event';

export interface TrialEventNeeds {
  readonly graph: Graph;
  readonly organiser: PersonId;
  /** What the calendar's owner reads, should they see it. */
  readonly subject: string;
}

export interface TrialEvents {
  /** Ids of those that stand, of this run and of former ones. */
  find(): Promise<readonly string[]>;
  make(slot: Interval): Promise<SessionEvent>;
  /** As it is now; undefined when it is gone. */
  read(id: string): Promise<SessionEvent | undefined>;
  /** Done when it is gone already. */
  remove(id: string): Promise<void>;
}

/** Our own named property; Exchange tells names apart by case, so it must stay exactly this. */
const TRIAL_PROPERTY = 'String {4168a8ea-47ed-4ddf-9f4c-2d5cb6f828d2} Name JagsTrial';
const TRIAL = 'doctor';
const FIELDS = query({ $select: 'id,iCalUId,onlineMeeting,onlineMeetingProvider' });

export function createTrialEvents({ graph, organiser, subject }: TrialEventNeeds): TrialEvents {
  const events = path`/users/${organiser}/events`;
  const at = (id: string) => `${events}/${encodeURIComponent(id)}`;

  return {
    async find() {
      const found = await graph.pages<Event>(events + OURS);
      return found.filter(isOurs).flatMap(({ id }) => (id ? [id] : []));
    },

    async make(slot) {
      const made = await graph.post<Event>(events, {
        subject,
        ...timesOf(slot),
        sensitivity: 'private',
        // Whoever looks for a time with the organiser finds it free.
        showAs: 'free',
        isReminderOn: false,
        isOnlineMeeting: true,
        onlineMeetingProvider: 'teamsForBusiness',
        transactionId: randomUUID(),
        singleValueExtendedProperties: [{ id: TRIAL_PROPERTY, value: TRIAL }],
      });
      return sessionEvent(made);
    },

    async read(id) {
      const found = await unlessGone(graph.get<Event>(at(id) + FIELDS));
      return found && sessionEvent(found);
    },

    async remove(id) {
      await unlessGone(graph.delete(at(id)));
    },
  };
}

const OURS = query({
  $filter: `singleValueExtendedProperties/any(ep: ep/id eq ${literal(TRIAL_PROPERTY)} and ep/value eq ${literal(TRIAL)})`,
  $expand: `singleValueExtendedProperties($filter=id eq ${literal(TRIAL_PROPERTY)})`,
  $select: 'id',
  $top: '50',
});

/** The answer is checked: what is not ours must never be removed. */
function isOurs({ singleValueExtendedProperties }: Event): boolean {
  return (singleValueExtendedProperties ?? []).some(({ value }) => value === TRIAL);
}
