import type { SandboxPerson } from '../people';
import { noteChange } from './changes';
import { asHtml, hasJoinBlob } from './event-body';
import { refuseBackwards, type EventInput, type InvitedAttendee, type NewEvent } from './event-input';
import { fingerprint, eventIds } from './ids';
import { attachMeeting, dropMeeting, followEvent } from './meetings';
import type { Office } from './office';
import type { Attendee, EventDetails, OnlineLink, Rsvp, SentMail, StoredEvent } from './state';

/** What Exchange assumes of an event that says nothing else. */
const USUAL: EventDetails = {
  sensitivity: 'normal',
  showAs: 'busy',
  importance: 'normal',
  isAllDay: false,
  hideAttendees: false,
  allowNewTimeProposals: true,
  responseRequested: true,
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  categories: [],
  location: {
    displayName: '',
    locationType: 'default',
    uniqueIdType: 'unknown',
    address: {},
    coordinates: {},
  },
};

interface Creation {
  organiser: SandboxPerson;
  office: Office;
  /** The request's body, to tell a repeat from a different event. */
  source: unknown;
  /** Keeps the join link back. */
  withheld?: Pick<OnlineLink, 'withheldReads' | 'provider'>;
}

/** Puts a new event into the organiser's calendar and invites its attendees. */
export function createEvent(input: NewEvent, { organiser, office, source, withheld }: Creation): StoredEvent {
  const { store } = office;
  const created = office.now().toISOString();
  const event: StoredEvent = {
    ...eventIds(store.nextNumber()),
    organiserId: organiser.id,
    createdAt: created,
    modifiedAt: created,
    version: 1,
    change: 0,
    subject: input.subject ?? '',
    html: input.html ?? asHtml(),
    start: input.start.instant,
    end: input.end.instant,
    startZone: input.start.zone,
    endZone: input.end.zone,
    attendees: (input.attendees ?? []).map((attendee) => invited(attendee)),
    online: null,
    details: { ...USUAL, ...input.details },
    extendedProperties: input.extendedProperties ?? [],
    transactionId: input.transactionId,
    fingerprint: fingerprint(source),
  };
  refuseBackwards(event);
  if (input.online) attachMeeting(event, { organiser, office, ...(withheld ? { withheld } : {}) });
  store.state.events.push(event);
  send(event, 'invitation', event.attendees, office);
  noteChange(event, 'created', office);
  return event;
}

/** Changes an event as Outlook does: a new time asks everybody again, a new list only tells those it concerns. */
export function changeEvent(
  event: StoredEvent,
  change: EventInput,
  { organiser, office }: { organiser: SandboxPerson; office: Office },
): void {
  const was = { start: event.start, end: event.end, attendees: event.attendees };
  const now = { start: change.start?.instant ?? was.start, end: change.end?.instant ?? was.end };
  refuseBackwards(now);
  Object.assign(event, now);
  rewrite(event, change);
  if (change.online && !event.online) attachMeeting(event, { organiser, office });
  const moved = now.start !== was.start || now.end !== was.end;
  if (moved) forgetAnswers(event);
  followEvent(event, office.store);
  tellAttendees(event, was.attendees, { everybody: moved || mentionsMoreThanAttendees(change), office });
  touch(event, office);
}

/** Everything that a change says, but for the time itself. */
function rewrite(event: StoredEvent, change: EventInput): void {
  if (change.start) event.startZone = change.start.zone;
  if (change.end) event.endZone = change.end.zone;
  if (change.subject !== undefined) event.subject = change.subject;
  if (change.html !== undefined) replaceBody(event, change.html);
  if (change.extendedProperties) event.extendedProperties = merged(event, change.extendedProperties);
  const before = event.attendees;
  if (change.attendees) event.attendees = change.attendees.map((attendee) => invited(attendee, before));
  Object.assign(event.details, change.details);
}

function forgetAnswers(event: StoredEvent): void {
  for (const attendee of event.attendees) Object.assign(attendee, { response: 'none', respondedAt: null });
}

/** Takes an event out of the calendar, as cancelling and deleting both do, and tells its attendees. */
export function removeEvent(event: StoredEvent, comment: string, office: Office): void {
  const { state } = office.store;
  state.events = state.events.filter((other) => other !== event);
  dropMeeting(event, office.store);
  send(event, 'cancellation', event.attendees, office, comment);
  noteChange(event, 'deleted', office);
}

/** Puts it into the purges folder: nobody is told, and nobody of the mailbox can find it again. */
export function purgeEvent(event: StoredEvent, office: Office): void {
  const { state } = office.store;
  state.events = state.events.filter((other) => other !== event);
  dropMeeting(event, office.store);
  noteChange(event, 'deleted', office);
}

/** Takes the join link away, as somebody does who turns "Teams meeting" off. */
export function dropJoinLink(event: StoredEvent, office: Office): void {
  dropMeeting(event, office.store);
  event.online = null;
  touch(event, office);
}

/** Records an attendee's answer. Throws when the address is not invited. */
export function respond(event: StoredEvent, mail: string, response: Rsvp, office: Office): void {
  const attendee = event.attendees.find((one) => same(one.address, mail));
  if (!attendee) throw new Error(`Expected an attendee of "${event.subject}", got "${mail}".`);
  attendee.response = response;
  attendee.respondedAt = office.now().toISOString();
  touch(event, office);
}

function touch(event: StoredEvent, office: Office): void {
  event.version += 1;
  event.modifiedAt = office.now().toISOString();
  noteChange(event, 'updated', office);
}

/** An attendee of the new list; one who was on the old list keeps their answer. */
function invited(attendee: InvitedAttendee, before: readonly Attendee[] = []): Attendee {
  const { address, name } = attendee.emailAddress;
  const known = before.find((one) => same(one.address, address));
  return {
    address,
    name: name ?? known?.name ?? address,
    type: attendee.type,
    response: known?.response ?? 'none',
    respondedAt: known?.respondedAt ?? null,
  };
}

/** A body without the join blob takes the online meeting away from the event: Graph's costliest surprise. */
function replaceBody(event: StoredEvent, html: string): void {
  event.html = html;
  const isShown = event.online?.withheldReads === undefined;
  if (event.online && isShown && !hasJoinBlob(html, event.online.joinUrl)) event.online = null;
}

function merged(event: StoredEvent, changes: StoredEvent['extendedProperties']) {
  const kept = event.extendedProperties.filter((old) => !changes.some((property) => property.id === old.id));
  return [...kept, ...changes];
}

/** Extended properties are the organiser's own; nobody is told of them. */
function mentionsMoreThanAttendees(change: EventInput): boolean {
  return (
    Boolean(change.start ?? change.end ?? change.subject ?? change.html) ||
    Object.keys(change.details).length > 0
  );
}

function tellAttendees(
  event: StoredEvent,
  before: readonly Attendee[],
  { everybody, office }: { everybody: boolean; office: Office },
): void {
  const isOn = (list: readonly Attendee[], attendee: Attendee) =>
    list.some((one) => same(one.address, attendee.address));
  const added = event.attendees.filter((attendee) => !isOn(before, attendee));
  const stayed = event.attendees.filter((attendee) => isOn(before, attendee));
  const removed = before.filter((attendee) => !isOn(event.attendees, attendee));
  send(event, 'invitation', added, office);
  if (everybody) send(event, 'update', stayed, office);
  send(event, 'cancellation', removed, office);
}

function send(
  event: StoredEvent,
  kind: SentMail['kind'],
  to: readonly Attendee[],
  office: Office,
  comment = '',
): void {
  const prefix = kind === 'cancellation' ? 'Cancelled: ' : '';
  for (const attendee of to) {
    office.store.state.outbox.push({
      to: attendee.address,
      kind,
      subject: `${prefix}${event.subject}`,
      body: kind === 'cancellation' ? comment : event.html,
      start: event.start,
      end: event.end,
      at: office.now().toISOString(),
      eventId: event.id,
    });
  }
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
