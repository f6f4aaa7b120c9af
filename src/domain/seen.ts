/** How a session's event stands in Outlook, as it was seen there. */
import type { Interval } from './intervals';

export type Answer = 'none' | 'accepted' | 'declined' | 'tentative';

export interface SeenAttendee {
  readonly mail: string;
  readonly name: string;
  readonly answer: Answer;
}

export interface SeenEvent {
  readonly slot: Interval;
  readonly joinUrl?: string;
  readonly attendees: readonly SeenAttendee[];
}
