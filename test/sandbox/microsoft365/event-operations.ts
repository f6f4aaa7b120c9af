import { z } from 'zod';
import type { SandboxPerson } from '../people';
import { readBody } from './body-schema';
import { changeEvent, createEvent, purgeEvent, removeEvent } from './calendar';
import { administrationOf, mailboxFor } from './administration';
import { readEventChange, readNewEvent, samePropertyId, type NewEvent } from './event-input';
import { countRead, etag, eventShape, type ShownEvent } from './event-shape';
import { METADATA, param, type Answer, type GraphCall } from './graph-call';
import { GraphRefusal } from './graph-refusal';
import { fingerprint } from './ids';
import { QUOTED, literal, page, select, takeOnly } from './odata';
import type { Office } from './office';
import { preferences } from './preferences';
import type { StoredEvent } from './state';

const EVENT = { type: 'microsoft.graph.event' };
/** Outlook shows ten unless told otherwise. */
const PAGE = { usual: 10, most: 1000 };
const EXPAND = new RegExp(
  `^singleValueExtendedProperties\\(\\$filter=id eq (${QUOTED})(?: or id eq (${QUOTED}))*\\)$`,
  'i',
);
const BY_PROPERTY = new RegExp(
  `^singleValueExtendedProperties/any\\((\\w+): *\\1/id eq (${QUOTED}) and \\1/value eq (${QUOTED})\\)$`,
  'i',
);

/** POST /users/{id}/events. A repeat with the same transactionId and content answers with the first event. */
export function postEvent(call: GraphCall, office: Office): Answer {
  const organiser = mailboxFor('Calendars.ReadWrite', param(call, 'user'), office);
  refuseOverQuota(call);
  const input = withTeams(readNewEvent(call.body), organiser, office);
  const event =
    createdBefore(input, call.body, organiser, office) ??
    createEvent(input, { organiser, office, source: call.body, ...withheldBy(call) });
  return eventAnswer(201, event, organiser, call);
}

/** GET /users/{id}/events, all or by an extended property */
export function listEvents(call: GraphCall, office: Office): Answer {
  const organiser = mailboxFor('Calendars.ReadWrite', param(call, 'user'), office);
  takeOnly(call, ['$filter', '$expand', '$select', '$top', '$skiptoken']);
  const isWanted = eventFilter(call.query.get('$filter'));
  const { value, ...nextLink } = page(eventsOf(organiser, office).filter(isWanted), call, PAGE);
  for (const event of value) countRead(event, office.store);
  const shown = value.map((event) => shape(event, organiser, call));
  return {
    status: 200,
    body: { '@odata.context': `${METADATA}#users('${organiser.id}')/events`, ...nextLink, value: shown },
  };
}

/** GET /users/{id}/events/{id} */
export function getEvent(call: GraphCall, office: Office): Answer {
  const { event, organiser } = eventOf(call, office);
  takeOnly(call, ['$expand', '$select']);
  countRead(event, office.store);
  return eventAnswer(200, event, organiser, call);
}

/** PATCH /users/{id}/events/{id} */
export function patchEvent(call: GraphCall, office: Office): Answer {
  const { event, organiser } = eventOf(call, office);
  refuseOverQuota(call);
  refuseStale(event, call);
  changeEvent(event, readEventChange(call.body), { organiser, office });
  return eventAnswer(200, event, organiser, call);
}

/**
 * POST /users/{id}/events/{id}/cancel. The empty 202 claims to be JSON, as the real one does:
 * the Graph client throws on it although the meeting is cancelled.
 */
export function cancelEvent(call: GraphCall, office: Office): Answer {
  const { event } = eventOf(call, office);
  const cancellation = z.object({ comment: z.string().nullish(), Comment: z.string().nullish() }).strict();
  const { comment, Comment } = readBody(cancellation, call.body ?? {}, 'cancel');
  removeEvent(event, comment ?? Comment ?? '', office);
  return { status: 202, headers: { 'Content-Type': 'application/json' } };
}

/** DELETE /users/{id}/events/{id} */
export function deleteEvent(call: GraphCall, office: Office): Answer {
  const { event } = eventOf(call, office);
  refuseStale(event, call);
  removeEvent(event, '', office);
  return { status: 204 };
}

/** POST /users/{id}/events/{id}/permanentDelete. https://learn.microsoft.com/graph/api/event-permanentdelete */
export function removeForGood(call: GraphCall, office: Office): Answer {
  const { event } = eventOf(call, office);
  purgeEvent(event, office);
  return { status: 204 };
}

function eventsOf(organiser: SandboxPerson, office: Office): StoredEvent[] {
  return office.store.state.events.filter((event) => event.organiserId === organiser.id);
}

/** The event in the path, by either of its ids; these are told apart by case. */
function eventOf(call: GraphCall, office: Office): { event: StoredEvent; organiser: SandboxPerson } {
  const organiser = mailboxFor('Calendars.ReadWrite', param(call, 'user'), office);
  const id = param(call, 'event');
  const event = eventsOf(organiser, office).find((one) => one.id === id || one.immutableId === id);
  if (event) return { event, organiser };
  throw new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

/** https://learn.microsoft.com/graph/api/resources/event: transactionId avoids redundant events on a retry. */
function createdBefore(
  input: NewEvent,
  body: unknown,
  organiser: SandboxPerson,
  office: Office,
): StoredEvent | undefined {
  if (input.transactionId === null) return undefined;
  const former = eventsOf(organiser, office).find((event) => event.transactionId === input.transactionId);
  if (!former || former.fingerprint === fingerprint(body)) return former;
  throw new GraphRefusal(
    409,
    'ErrorDuplicateTransactionId',
    'An event with this transactionId exists already and its content is different.',
  );
}

/** Whoever has no licence for Teams gets an event without a meeting. */
function withTeams(input: NewEvent, { id }: SandboxPerson, office: Office): NewEvent {
  return administrationOf(office).withoutTeams?.includes(id) ? { ...input, online: false } : input;
}

/** What Exchange answers when the mailbox is full, and Graph hands on. */
function refuseOverQuota({ fault }: GraphCall): void {
  if (fault?.kind !== 'over-quota') return;
  throw new GraphRefusal(403, 'ErrorQuotaExceeded', 'Mailbox has exceeded maximum mailbox size.');
}

function withheldBy(call: GraphCall) {
  if (call.fault?.kind === 'missing-join-link') {
    return { withheld: { withheldReads: call.fault.reads, provider: 'teamsForBusiness' as const } };
  }
  if (call.fault?.kind === 'wrong-provider') {
    return { withheld: { withheldReads: call.fault.reads, provider: 'unknown' as const } };
  }
  return {};
}

/** If-Match with an older version is refused; without it the last writer wins. */
function refuseStale(event: StoredEvent, call: GraphCall): void {
  const expected = call.headers['if-match'];
  if (expected === undefined || expected === '*' || expected === etag(event)) return;
  throw new GraphRefusal(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}

function eventFilter(filter: string | null): (event: StoredEvent) => boolean {
  if (filter === null) return () => true;
  const [, , id, value] = BY_PROPERTY.exec(filter.trim()) ?? [];
  if (id === undefined || value === undefined) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidUrlQueryFilter',
      'The query filter contains one or more invalid nodes.',
    );
  }
  const wanted = { id: samePropertyId(literal(id)), value: literal(value) };
  return (event) =>
    event.extendedProperties.some((one) => one.id === wanted.id && one.value === wanted.value);
}

function eventAnswer(status: number, event: StoredEvent, organiser: SandboxPerson, call: GraphCall): Answer {
  const context = `${METADATA}#users('${organiser.id}')/events/$entity`;
  return { status, body: { '@odata.context': context, ...shape(event, organiser, call) } };
}

function shape(event: StoredEvent, organiser: SandboxPerson, call: GraphCall): Partial<ShownEvent> {
  const shown = eventShape(event, organiser, preferences(call.headers));
  return { ...select(shown, call, EVENT), ...expanded(event, call) };
}

/** Extended properties come only when asked for by id. */
function expanded(event: StoredEvent, call: GraphCall): Pick<ShownEvent, 'singleValueExtendedProperties'> {
  const expand = call.query.get('$expand');
  if (expand === null) return {};
  if (!EXPAND.test(expand.trim())) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidUrlQuery',
      `The query option '$expand=${expand}' is not supported.`,
    );
  }
  const wanted = [...expand.matchAll(new RegExp(QUOTED, 'g'))].map(([quoted]) =>
    samePropertyId(literal(quoted)),
  );
  const found = event.extendedProperties.filter((property) => wanted.includes(property.id));
  return found.length > 0 ? { singleValueExtendedProperties: found } : {};
}
