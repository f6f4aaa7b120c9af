import type { Location, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import type { Administration } from './administration';

/** Everything the tenant remembers. Plain JSON, so that it can be saved, shown and loaded as it is. */
export interface TenantState {
  /** Plausible busy time is laid out around this day, so that a restart finds the same weeks. ISO date. */
  anchor: string;
  /** Counts everything that needs an id. */
  lastNumber: number;
  events: StoredEvent[];
  meetings: StoredMeeting[];
  busy: BusyTime[];
  outbox: SentMail[];
  /** The organiser's sent items. */
  letters: StoredLetter[];
  /** What came back to the organiser's inbox. */
  returned: ReturnedLetter[];
  /** Addresses that nothing can be delivered to, in small letters. */
  undeliverable: string[];
  /** Members by group id; object ids. */
  groups: Record<string, string[]>;
  /** Ids of Teams apps by object id; absent where none was installed for anybody. */
  installedApps?: Record<string, string[]>;
  /** Only those that differ from the usual ones, by address. */
  workingHours: Record<string, WorkingHours>;
  subscriptions: StoredSubscription[];
  /** Numbers every change of an event, so that delta can tell what came after a token. */
  lastChange: number;
  /** Events taken away, which delta still tells of. */
  removed: RemovedEvent[];
  /** Delta tokens of an earlier generation are lost. */
  deltaGeneration: number;
  /** Absent where everything is set up as it has to be. */
  administration?: Administration;
}

/** Half-open; UTC ISO text with milliseconds, so that text order is time order. */
export interface Period {
  start: string;
  end: string;
}

export type FreeBusy = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
export type Rsvp = 'none' | 'accepted' | 'tentativelyAccepted' | 'declined';

export interface BusyItem extends Period {
  status: FreeBusy;
  subject: string;
  isPrivate: boolean;
  location: string;
}

/** Busy time that a test or a person put into somebody's calendar. */
export interface BusyTime extends BusyItem {
  id: string;
  mail: string;
}

/** Graph's shape; the zone may be a Windows name or a custom zone with its rules written out. */
export interface WorkingHours {
  daysOfWeek: ('sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday')[];
  startTime: string;
  endTime: string;
  timeZone: { name: string; [detail: string]: unknown };
}

export interface Attendee {
  name: string;
  address: string;
  type: 'required' | 'optional' | 'resource';
  response: Rsvp;
  /** UTC ISO text; null until they answer. */
  respondedAt: string | null;
}

/** The parts of an event that Exchange only keeps for the organiser and gives back. */
export interface EventDetails {
  sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  showAs: FreeBusy;
  importance: 'low' | 'normal' | 'high';
  isAllDay: boolean;
  hideAttendees: boolean;
  allowNewTimeProposals: boolean;
  responseRequested: boolean;
  isReminderOn: boolean;
  reminderMinutesBeforeStart: number;
  categories: string[];
  location: Location;
}

export interface ExtendedProperty {
  id: string;
  value: string;
}

/** How an event reaches its online meeting. */
export interface OnlineLink {
  meetingId: string;
  joinUrl: string;
  provider: 'teamsForBusiness' | 'unknown';
  /** While set, reads do not show the link: so many more times, or for ever. */
  withheldReads?: number | 'for ever';
}

export interface StoredEvent extends Period {
  /** The id that changes when an item moves folder; the usual one. */
  id: string;
  immutableId: string;
  iCalUId: string;
  organiserId: string;
  createdAt: string;
  modifiedAt: string;
  /** Counts changes; `changeKey` and the ETag come from it. */
  version: number;
  /** The number of its last change among all of the tenant's. */
  change: number;
  subject: string;
  /** Always HTML: Exchange turns text into it. */
  html: string;
  startZone: string;
  endZone: string;
  attendees: Attendee[];
  online: OnlineLink | null;
  details: EventDetails;
  extendedProperties: ExtendedProperty[];
  transactionId: string | null;
  /** Digest of the body that created it, to tell a repeat from a different event. */
  fingerprint: string;
}

export interface StoredMeeting {
  organiserId: string;
  meeting: OnlineMeeting & { id: string; joinWebUrl: string };
}

/** An item that Exchange sent to an attendee. */
export interface SentMail extends Period {
  to: string;
  kind: 'invitation' | 'update' | 'cancellation';
  subject: string;
  /** HTML; of a cancellation, the organiser's comment. */
  body: string;
  at: string;
  eventId: string;
}

/** A letter the organiser sent. */
export interface StoredLetter {
  id: string;
  immutableId: string;
  conversationId: string;
  /** As the sender wrote it. */
  to: string;
  toName: string;
  subject: string;
  /** Always HTML: Exchange turns text into it. */
  html: string;
  headers: { name: string; value: string }[];
  extendedProperties: ExtendedProperty[];
  at: string;
}

/** Exchange's report that a letter could not be delivered, in the conversation of the letter. */
export type ReturnedLetter = Pick<
  StoredLetter,
  'id' | 'immutableId' | 'conversationId' | 'subject' | 'html' | 'at'
>;

/** An event that is gone, as far as delta still knows it. */
export type RemovedEvent = Pick<
  StoredEvent,
  'id' | 'immutableId' | 'organiserId' | 'change' | 'start' | 'end'
>;

/** Whom Graph tells of changes; the fields are Graph's own, but for the last two. */
export interface StoredSubscription {
  id: string;
  resource: string;
  changeType: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  expirationDateTime: string;
  clientState: string | null;
  organiserId: string;
  /** Asked for when it was made: which of an event's ids its notifications carry. */
  immutableIds: boolean;
}
