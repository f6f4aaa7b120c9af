/** An event of ours as Outlook has it now: only what a session is held against, and nobody's words. */
import type { Attendee, Event } from '@microsoft/microsoft-graph-types';
import type { Answer, SeenAttendee, SeenEvent } from '../domain/seen';
import { query } from './odata';
import { joinUrlOf } from './session-event';
import { instantIn } from './utc-time';

export const AS_SEEN = query({
  $select: 'id,isCancelled,start,end,attendees,onlineMeeting,onlineMeetingProvider',
});

const ANSWERS: Readonly<Record<string, Answer>> = {
  accepted: 'accepted',
  declined: 'declined',
  tentativelyAccepted: 'tentative',
};

export function answerOf(attendee: Attendee | undefined): Answer {
  return ANSWERS[attendee?.status?.response ?? 'none'] ?? 'none';
}

/** Of an event asked for with `AS_SEEN` and in UTC; throws a `Fault` when its times are none. */
export function seenEvent(event: Event): SeenEvent {
  const joinUrl = joinUrlOf(event);
  return {
    slot: { start: instantIn(event.start), end: instantIn(event.end) },
    ...(joinUrl && { joinUrl }),
    attendees: (event.attendees ?? []).flatMap(seenAttendee),
  };
}

/** A room has an address too, but nobody invited it. */
function seenAttendee(attendee: Attendee): SeenAttendee[] {
  const { emailAddress, type } = attendee;
  const mail = emailAddress?.address;
  if (!mail || type === 'resource') return [];
  const answer = answerOf(attendee);
  const answeredAt = Date.parse(attendee.status?.time ?? '');
  const isAnswered = answer !== 'none' && answeredAt > 0;
  return [{ mail, name: emailAddress?.name ?? mail, answer, ...(isAnswered && { answeredAt }) }];
}
