import { z } from 'zod';
import type { SandboxPerson } from '../people';
import { mailboxFor } from './administration';
import { eventShape } from './event-shape';
import { METADATA, param, type Answer, type GraphCall } from './graph-call';
import { GraphRefusal } from './graph-refusal';
import { takeOnly } from './odata';
import type { Office } from './office';
import { preferences } from './preferences';
import type { RemovedEvent, StoredEvent } from './state';

/** How many changes Outlook puts on a page of delta when it is not told. */
const PAGE = 10;
/** Of the first call, which tells what there is and of nothing that is gone. */
const FROM_THE_FIRST = -1;

/** Everything a token has to know: the window of the first call, and what has been told. */
const tokenSchema = z.object({
  start: z.string(),
  end: z.string(),
  generation: z.number(),
  /** Changes after this number are news. */
  since: z.number(),
  /** With a skip token: changes up to here belong to this round, so many of which have been told. */
  until: z.number().optional(),
  told: z.number().optional(),
});
type Token = z.output<typeof tokenSchema>;

type Item = { readonly stands: StoredEvent } | { readonly gone: RemovedEvent | StoredEvent };

/** GET /users/{id}/calendarView/delta. https://learn.microsoft.com/graph/delta-query-events */
export function calendarDelta(call: GraphCall, office: Office): Answer {
  const organiser = mailboxFor('Calendars.ReadWrite', param(call, 'user'), office);
  takeOnly(call, ['startDateTime', 'endDateTime', '$deltatoken', '$skiptoken']);
  const asked = tokenOf(call, office);
  const { state } = office.store;
  const until = asked.until ?? state.lastChange;
  const told = asked.told ?? 0;
  const items = changesOf(organiser, { ...asked, until }, office);
  const value = items.slice(told, told + PAGE).map((item) => shape(item, organiser, call));
  const { start, end, since, generation } = asked;
  const isLast = told + PAGE >= items.length;
  const next: Token = isLast
    ? { start, end, generation, since: until }
    : { start, end, generation, since, until, told: told + PAGE };
  const name = isLast ? 'deltatoken' : 'skiptoken';
  const address = `${call.baseUrl}${call.path}?$${name}=${written(next)}`;
  return {
    status: 200,
    body: {
      '@odata.context': `${METADATA}#Collection(event)`,
      ...(isLast ? { '@odata.deltaLink': address } : { '@odata.nextLink': address }),
      value,
    },
  };
}

/** In the order in which they changed; one that was moved out of the window counts as removed. */
function changesOf(
  organiser: SandboxPerson,
  { start, end, since, until }: Token & { until: number },
  { store: { state } }: Office,
): Item[] {
  // A state file from before changes were numbered has none.
  const isNews = ({ organiserId, change = 0 }: RemovedEvent) =>
    organiserId === organiser.id && change > since && change <= until;
  const isInside = (event: RemovedEvent) => event.start < end && event.end > start;
  const isFirst = since === FROM_THE_FIRST;
  const standing = state.events.filter(isNews).flatMap((event): Item[] => {
    if (isInside(event)) return [{ stands: event }];
    return isFirst ? [] : [{ gone: event }];
  });
  const gone = isFirst ? [] : state.removed.filter(isNews).map((event): Item => ({ gone: event }));
  const changeOf = (item: Item) => ('stands' in item ? item.stands.change : item.gone.change);
  return [...standing, ...gone].sort((a, b) => changeOf(a) - changeOf(b));
}

function shape(item: Item, organiser: SandboxPerson, call: GraphCall): object {
  const asked = preferences(call.headers);
  if ('stands' in item)
    return { '@odata.type': '#microsoft.graph.event', ...eventShape(item.stands, organiser, asked) };
  const id = asked.immutableIds ? item.gone.immutableId : item.gone.id;
  return { '@odata.type': '#microsoft.graph.event', id, '@removed': { reason: 'deleted' } };
}

function tokenOf(call: GraphCall, { store: { state } }: Office): Token {
  const given = call.query.get('$deltatoken') ?? call.query.get('$skiptoken');
  if (given !== null) return known(given, state.deltaGeneration);
  const [start, end] = [instant(call, 'startDateTime'), instant(call, 'endDateTime')];
  return { start, end, generation: state.deltaGeneration, since: FROM_THE_FIRST };
}

function instant(call: GraphCall, name: string): string {
  const text = call.query.get(name);
  const at = Date.parse(text && /(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  if (!Number.isNaN(at)) return new Date(at).toISOString();
  throw new GraphRefusal(400, 'ErrorInvalidParameter', `The value of parameter '${name}' is invalid.`);
}

/** A token that the service has forgotten: only a full round helps. https://learn.microsoft.com/graph/delta-query-overview#synchronization-reset */
function known(text: string, generation: number): Token {
  const token = tokenSchema.safeParse(read(text));
  if (token.success && token.data.generation === generation) return token.data;
  throw new GraphRefusal(
    410,
    'SyncStateNotFound',
    'The sync state generation is not found; a full synchronization is needed.',
  );
}

function written(token: Token): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function read(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
  } catch {
    return undefined; // a token that is none is one that is lost
  }
}
