/** A session's event as it stands in Outlook, whatever anybody has done to it there. */
import type { Instant, Interval } from './intervals';

export type Answer = 'none' | 'accepted' | 'declined' | 'tentative';

export interface SeenAttendee {
  readonly mail: string;
  readonly name: string;
  readonly answer: Answer;
  /** Absent where nothing was answered, or Outlook does not say when. */
  readonly answeredAt?: Instant;
}

export interface SeenEvent {
  readonly slot: Interval;
  /** Absent for a session in person, and where somebody took the link away. */
  readonly joinUrl?: string;
  readonly attendees: readonly SeenAttendee[];
}
