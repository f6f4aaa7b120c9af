import { z } from 'zod';
import { address, dateTimeTimeZone, readBody } from './body-schema';
import { asHtml } from './event-body';
import { GraphRefusal } from './graph-refusal';
import type { EventDetails, ExtendedProperty, Period } from './state';
import { instantOf } from './zones';

/** "{type} {guid} Name {name}", "{type} {guid} Id {id}" or "{type} {proptag}"; https://learn.microsoft.com/graph/api/resources/extended-properties-overview */
export const PROPERTY_ID =
  /^(String|Integer|Boolean|SystemTime|Double|Long|Short|Float|CLSID|Binary|Currency|ApplicationTime)(Array)? (\{[0-9a-f-]{36}\} (Name .+|Id 0x[0-9a-f]+)|0x[0-9a-f]+)$/i;

const attendee = z
  .object({
    emailAddress: z.object({ address, name: z.string().nullish() }).strict(),
    type: z.enum(['required', 'optional', 'resource']).default('required'),
    // Answers are Exchange's to set; it overlooks what is sent.
    status: z.unknown().optional(),
  })
  .strict();

const details = {
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
  importance: z.enum(['low', 'normal', 'high']),
  isAllDay: z.boolean(),
  hideAttendees: z.boolean(),
  allowNewTimeProposals: z.boolean(),
  responseRequested: z.boolean(),
  isReminderOn: z.boolean(),
  reminderMinutesBeforeStart: z.number().int(),
  categories: z.array(z.string()),
  location: z.object({ displayName: z.string().nullish() }).passthrough(),
};

const fields = z
  .object({
    subject: z.string().max(255).nullish(),
    body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).strict(),
    start: dateTimeTimeZone,
    end: dateTimeTimeZone,
    attendees: z.array(attendee).max(500),
    isOnlineMeeting: z.boolean(),
    onlineMeetingProvider: z.enum(['unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness']),
    singleValueExtendedProperties: z.array(
      z
        .object({ id: z.string().regex(PROPERTY_ID, 'is no extended property id'), value: z.string() })
        .strict(),
    ),
    ...details,
  })
  .strict()
  .partial();
const creation = fields.extend({ transactionId: z.string().nullish() }).required({ start: true, end: true });

type Fields = z.output<typeof fields>;
export type InvitedAttendee = z.output<typeof attendee>;

/** What a POST or a PATCH says about an event; absent means "not mentioned". */
export interface EventInput {
  subject?: string;
  html?: string;
  start?: { instant: string; zone: string };
  end?: { instant: string; zone: string };
  attendees?: InvitedAttendee[];
  online?: boolean;
  details: Partial<EventDetails>;
  extendedProperties?: ExtendedProperty[];
}

export type NewEvent = EventInput &
  Required<Pick<EventInput, 'start' | 'end'>> & { transactionId: string | null };

/** Reads the body of POST …/events. Start and end are required. */
export function readNewEvent(body: unknown): NewEvent {
  const read = readBody(creation, body, 'microsoft.graph.event');
  return {
    ...asInput(read),
    start: at(read.start),
    end: at(read.end),
    transactionId: read.transactionId ?? null,
  };
}

/** Reads the body of PATCH …/events/{id}. `transactionId` is not among what can change. */
export function readEventChange(body: unknown): EventInput {
  return asInput(readBody(fields, body, 'microsoft.graph.event'));
}

function asInput(read: Fields): EventInput {
  const mentioned = Object.entries(read).filter(([name]) => name in details);
  return {
    ...(read.subject === undefined ? {} : { subject: read.subject ?? '' }),
    ...(read.body ? { html: asHtml(read.body) } : {}),
    ...(read.start ? { start: at(read.start) } : {}),
    ...(read.end ? { end: at(read.end) } : {}),
    ...(read.attendees ? { attendees: read.attendees } : {}),
    ...(read.isOnlineMeeting === undefined ? {} : { online: read.isOnlineMeeting }),
    ...(read.singleValueExtendedProperties
      ? { extendedProperties: read.singleValueExtendedProperties.map(asStored) }
      : {}),
    details: Object.fromEntries(mentioned),
  };
}

function at(time: z.output<typeof dateTimeTimeZone>): { instant: string; zone: string } {
  return { instant: instantOf(time), zone: time.timeZone };
}

function asStored(property: { id: string; value: string }): ExtendedProperty {
  return { id: samePropertyId(property.id), value: property.value };
}

/** A property id as it compares: its guid in any case, its name exactly as written. */
export function samePropertyId(id: string): string {
  return id.replace(/\{[^}]*\}/, (guid) => guid.toLowerCase());
}

/** Exchange's refusal of an event that would end before it begins. */
export function refuseBackwards({ start, end }: Period): void {
  if (end >= start) return;
  throw new GraphRefusal(
    400,
    'ErrorPropertyValidationFailure',
    'At least one property failed validation: the end is before the start.',
  );
}
