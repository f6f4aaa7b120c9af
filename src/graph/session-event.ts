/** How a session stands in the organiser's calendar: what is sent to make it, and by what it is found again. */
import type { Event } from '@microsoft/microsoft-graph-types';
import { londonWallClock } from '../domain/calendar';
import type { Instant, Interval } from '../domain/intervals';
import type { Invitation } from '../domain/invitation';
import type { SessionEvent } from '../domain/request';
import type { EventKey } from '../ports';
import { uuidFrom } from '../ids';
import { literal, query } from './odata';

/** Our own named property; Exchange tells names apart by case, so it must stay exactly this. */
const SESSION_PROPERTY = 'String {4168a8ea-47ed-4ddf-9f4c-2d5cb6f828d2} Name JagsSession';
/** Outlook and other mail programs then show London time, whatever the reader's zone rules. */
const ZONE = 'GMT Standard Time';
const FIELDS = 'id,iCalUId,createdDateTime,isCancelled,onlineMeeting,onlineMeetingProvider,attendees';

/** The same body for the same key and invitation in every try: Exchange tells a repeat by its content. */
export function eventBody(key: EventKey, invitation: Invitation): Event {
  return {
    subject: invitation.subject,
    body: { contentType: 'html', content: invitation.paragraphs.map(paragraph).join('\n') },
    ...timesOf(invitation.slot),
    attendees: [attendee(invitation.facilitator)],
    sensitivity: 'private',
    showAs: 'busy',
    responseRequested: true,
    allowNewTimeProposals: false,
    transactionId: transactionId(key),
    singleValueExtendedProperties: [{ id: SESSION_PROPERTY, value: keyText(key) }],
    ...(invitation.online
      ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }
      : { location: { displayName: invitation.venue ?? '' } }),
  };
}

export function attendee({ name, mail }: { readonly name: string; readonly mail: string }) {
  return { emailAddress: { name, address: mail }, type: 'required' as const };
}

/** Start and end, and nothing else of an event. */
export function timesOf({ start, end }: Interval): Pick<Event, 'start' | 'end'> {
  return { start: londonTime(start), end: londonTime(end) };
}

/** Query for the events of a key, with the property itself so that the answer can be checked. */
export function eventsOfKey(key: EventKey): string {
  return query({
    $filter: `singleValueExtendedProperties/any(ep: ep/id eq ${literal(SESSION_PROPERTY)} and ep/value eq ${literal(keyText(key))})`,
    $expand: `singleValueExtendedProperties($filter=id eq ${literal(SESSION_PROPERTY)})`,
    $select: FIELDS,
    $top: '50',
  });
}

export const ONE_EVENT = query({ $select: FIELDS });

/** Whether the event carries exactly this key. */
export function isOfKey(event: Event, key: EventKey): boolean {
  return (event.singleValueExtendedProperties ?? []).some(({ value }) => value === keyText(key));
}

/** The join link only counts when Teams itself stands behind it. */
export function joinUrlOf({ onlineMeeting, onlineMeetingProvider }: Event): string | undefined {
  return onlineMeetingProvider === 'teamsForBusiness' ? (onlineMeeting?.joinUrl ?? undefined) : undefined;
}

export function sessionEvent(event: Event): SessionEvent {
  const joinUrl = joinUrlOf(event);
  return { id: event.id ?? '', iCalUId: event.iCalUId ?? '', ...(joinUrl && { joinUrl }) };
}

function keyText({ requestId, attempt }: EventKey): string {
  return `${requestId}-${attempt}`;
}

/** The same in every try. */
function transactionId(key: EventKey): string {
  return uuidFrom(`JagsSession ${keyText(key)}`);
}

function londonTime(at: Instant) {
  return { dateTime: londonWallClock(at), timeZone: ZONE };
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
