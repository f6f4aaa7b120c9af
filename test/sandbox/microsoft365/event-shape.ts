import type { Event } from '@microsoft/microsoft-graph-types';
import type { SandboxPerson } from '../people';
import { asText } from './event-body';
import { changeKey } from './ids';
import { showLink } from './meetings';
import type { Preferences } from './preferences';
import type { Attendee, StoredEvent } from './state';
import type { Store } from './store';
import { wallClock } from './zones';

/** The time Exchange gives for an answer that never came. */
const NEVER = '0001-01-01T00:00:00Z';

export type ShownEvent = Event & { '@odata.etag': string; id: string };

/** ETag of an event; a change by anybody, an answer too, makes it another. */
export function etag(event: StoredEvent): string {
  return `W/"${changeKey(event.id, event.version)}"`;
}

/** Counts a read of an event whose join link is held back, and saves that. Call it once for each event read. */
export function countRead(event: StoredEvent, store: Store): void {
  const { online } = event;
  if (typeof online?.withheldReads !== 'number') return;
  if (online.withheldReads > 0) online.withheldReads -= 1;
  else showLink(event, store);
  store.save();
}

/** An event as Graph shows it to the organiser. */
export function eventShape(event: StoredEvent, organiser: SandboxPerson, asked: Preferences): ShownEvent {
  const id = asked.immutableIds ? event.immutableId : event.id;
  const text = asText(event.html);
  return {
    '@odata.etag': etag(event),
    id,
    createdDateTime: event.createdAt,
    lastModifiedDateTime: event.modifiedAt,
    changeKey: changeKey(event.id, event.version),
    transactionId: event.transactionId,
    originalStartTimeZone: event.startZone,
    originalEndTimeZone: event.endZone,
    iCalUId: event.iCalUId,
    ...event.details,
    locations: event.details.location.displayName ? [event.details.location] : [],
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: text.slice(0, 255),
    body: { contentType: asked.bodyType, content: asked.bodyType === 'text' ? text : event.html },
    isCancelled: false,
    isOrganizer: true,
    isDraft: false,
    seriesMasterId: null,
    recurrence: null,
    type: 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    responseStatus: { response: 'organizer', time: NEVER },
    start: wallClock(event.start, asked.timeZone),
    end: wallClock(event.end, asked.timeZone),
    attendees: event.attendees.map(attendeeShape),
    organizer: { emailAddress: { name: organiser.name, address: organiser.mail } },
    ...onlineShape(event),
  };
}

function attendeeShape(attendee: Attendee) {
  return {
    type: attendee.type,
    status: { response: attendee.response, time: attendee.respondedAt ?? NEVER },
    emailAddress: { name: attendee.name, address: attendee.address },
  };
}

/** The join link, once there is one to show: it can come later than the event, or under provider `unknown`. */
function onlineShape({
  online,
}: StoredEvent): Pick<
  Event,
  'isOnlineMeeting' | 'onlineMeetingProvider' | 'onlineMeeting' | 'onlineMeetingUrl'
> {
  if (!online)
    return {
      isOnlineMeeting: false,
      onlineMeetingProvider: 'unknown',
      onlineMeeting: null,
      onlineMeetingUrl: null,
    };
  const shown = online.withheldReads === undefined;
  return {
    isOnlineMeeting: true,
    onlineMeetingProvider: online.provider,
    onlineMeeting: shown ? { joinUrl: online.joinUrl } : null,
    onlineMeetingUrl: null,
  };
}
