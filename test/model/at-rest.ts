/** Brings a town to rest, and says what is wrong with it then: what is kept, the calendar and the pool have to say the same. */
import { wrongCounts } from './counted';
import { isStale } from '../../src/domain/lanes';
import type { Interval } from '../../src/domain/intervals';
import type { Beside, Match } from '../../src/domain/match';
import { overlaps } from '../../src/domain/intervals';
import {
  besideOf,
  facilitatorsOf,
  isSameTime,
  isStanding,
  type StandingSession,
} from '../../src/domain/rearranging';
import type { Request } from '../../src/domain/request';
import type { StoredEvent } from '../sandbox/microsoft365/state';
import type { Promised } from './acts';
import type { Town } from './town';
import { eventsOf } from './town-calendar';

/** Longer than the longest wait for another try, a lease, and the second look for an event. */
const PATIENCE_MINUTES = 65;
const MOST_ROUNDS = 12;

/** Nothing fails any more, nobody does anything; whatever is due is done, and the calendar is looked at. */
export async function comesToRest(town: Town): Promise<void> {
  town.outlook.tenant.faults.clear();
  town.teams.heal();
  town.outlook.notices.length = 0;
  for (let waits = 0; waits < 3; waits += 1) {
    await untilNothingChanges(town);
    town.pass(PATIENCE_MINUTES);
  }
  await untilNothingChanges(town);
}

async function untilNothingChanges(town: Town): Promise<void> {
  let before = '';
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    town.queue.showAgain();
    await town.sweep.atOnce();
    // Who may record is told by nobody.
    await town.queue.send({ kind: 'everything' });
    await town.workNews();
    await town.work();
    const after = JSON.stringify([
      town.requests(),
      town.requests().map(({ id }) => town.table.effectsOf(id)),
    ]);
    if (after === before) return;
    before = after;
  }
  throw new Error(
    `Expected the town to come to rest within ${MOST_ROUNDS} rounds, got something new every time`,
  );
}

/** One sentence for each thing that is wrong. */
export async function wrongsAtRest(town: Town, promised: Promised): Promise<readonly string[]> {
  const requests = town.requests();
  const wrongs = [
    ...town.diary.wrongs,
    ...requests.flatMap((request) => [
      ...leftUndone(town, request),
      ...wrongInCalendar(request, eventsOf(town, request.id), town.clock.now()),
      ...brokenPromise(request, promised),
    ]),
    ...(await wrongReservations(town)),
    ...(await wrongCounts(town)),
    ...(await Promise.all(requests.map((request) => wrongHistory(town, request)))).flat(),
  ];
  return wrongs;
}

function leftUndone({ table, clock }: Town, request: Request): string[] {
  const left = table
    .effectsOf(request.id)
    .filter(
      ({ effect, dueAt = 0, retryAt = 0, tries, parked }) =>
        isStale(effect, request) ||
        Math.max(dueAt, retryAt) <= clock.now() ||
        tries > 0 ||
        parked !== undefined,
    );
  const { troubles = [] } = request;
  return [
    ...left.map(({ effect }) => `${request.id} (${request.state}) has ${effect.kind} still to do`),
    ...troubles.map(
      (trouble) => `${request.id} (${request.state}) is still in trouble: ${JSON.stringify(trouble)}`,
    ),
    ...(request.state === 'approved' ? [`${request.id} is still being arranged`] : []),
    ...(isStanding(request) && request.rearranging?.chosen && request.rearranging.chosen.stage.at !== 'asked'
      ? [`${request.id} is still being rearranged`]
      : []),
  ];
}

/** Its event is there exactly while it stands, and says the same; a difference somebody made is told beside it. */
export function wrongInCalendar(request: Request, events: readonly StoredEvent[], now: number): string[] {
  const stands = request.state === 'offered' || isStanding(request);
  const isOver = request.state === 'held' || hasBeen(request);
  if (!stands)
    return events.length > (isOver ? 1 : 0)
      ? [`${request.id} (${request.state}) has ${events.length} events`]
      : [];
  // Deleted once it has begun, it is left to those who are there.
  const hasBegun = now >= request.match.slot.start;
  const [event] = events;
  if (!event || events.length > 1)
    return hasBegun && events.length === 0
      ? []
      : [`${request.id} (${request.state}) has ${events.length} events`];
  const { outlook } = isStanding(request) ? request : {};
  const time: Interval = { start: Date.parse(event.start), end: Date.parse(event.end) };
  const isTold = outlook?.movedTo ? isSameTime(outlook.movedTo, time) : isSameTime(request.match.slot, time);
  return [
    ...(event.immutableId === request.event.id ? [] : [`${request.id} knows another event than its own`]),
    ...(isTold
      ? []
      : [`${request.id} (${request.state}) is at another time than its event at ${event.start}`]),
    ...(isStanding(request) ? [...wrongLink(request, event), ...wrongList(request, event)] : []),
  ];
}

/** Its time has gone by: the calendar entry of that day stays. */
function hasBeen(request: Request): boolean {
  return request.state === 'closed' && /^(not-held|completed)$/.test(request.outcome.kind);
}

function wrongLink({ id, event, outlook }: StandingSession, { online }: StoredEvent): string[] {
  return online?.joinUrl === event.joinUrl || outlook?.linkGone
    ? []
    : [`${id} has another join link than its event`];
}

/** As it should be, or told beside it. */
function wrongList(request: StandingSession, { attendees }: StoredEvent): string[] {
  const { requester, ask, outlook, match } = request;
  const expected = [
    ...facilitatorsOf(request),
    { name: requester.name, mail: requester.mail ?? '' },
    ...ask.participants,
    ...(ask.interpreters ?? []),
  ];
  const isOn = (list: readonly { readonly mail: string }[], mail: string) =>
    list.some((each) => each.mail.toLowerCase() === mail.toLowerCase());
  const listed = attendees.map(({ address, name }) => ({ mail: address, name }));
  const strangers = listed.filter(({ mail }) => !isOn(expected, mail));
  const lost = expected.filter(({ mail }) => !isOn(listed, mail));
  const isTold = (names: readonly string[] = [], found: readonly { readonly name: string }[]) =>
    names.length === found.length && found.every(({ name }) => names.some((each) => each.startsWith(name)));
  return [
    ...(isTold(outlook?.uninvited, strangers)
      ? []
      : [
          `${request.id} (${request.state}, ${match.facilitator.name}) does not tell of ${strangers.map(({ mail }) => mail).join()}`,
        ]),
    ...(isTold(outlook?.missing, lost)
      ? []
      : [`${request.id} (${request.state}) does not tell of missing ${lost.map(({ mail }) => mail).join()}`]),
  ];
}

/** Exactly the time of those who facilitate, or are asked to; nobody's twice. What was completed stays with whoever did it. */
export async function wrongReservations({
  pool,
  table,
}: {
  readonly pool: Pick<Town['pool'], 'all'>;
  readonly table: Pick<Town['table'], 'all'>;
}): Promise<string[]> {
  const ofAll = (await pool.all()).flatMap(({ facilitator, reservations }) =>
    reservations
      .filter(({ state }) => state === 'held')
      .map((each) => ({ ...each, facilitator: facilitator.id })),
  );
  const completed = new Map(
    table
      .all()
      .flatMap((each) =>
        each.state === 'closed' && each.facilitatedBy ? [[each.id, each.facilitatedBy] as const] : [],
      ),
  );
  const held = ofAll.filter(({ requestId }) => !completed.has(requestId));
  const given = ofAll.filter(({ requestId, facilitator }) => completed.get(requestId) === facilitator);
  const taken = [...completed.keys()].filter((id) => !given.some(({ requestId }) => requestId === id));
  const named = (facilitator: string, id: string, attempt: number, { start, end }: Interval) =>
    `${facilitator} for ${id} attempt ${attempt} from ${new Date(start).toISOString()} to ${new Date(end).toISOString()}`;
  const found = held.map(({ facilitator, requestId, attempt, slot }) =>
    named(facilitator, requestId, attempt, slot),
  );
  const wanted = table
    .all()
    .flatMap((request) =>
      plansOf(request).flatMap(({ attempt, slot, match, beside }) =>
        [match?.facilitator, beside?.facilitator].flatMap((each) =>
          each ? [named(each.id, request.id, attempt, slot)] : [],
        ),
      ),
    );
  const twice = ofAll.flatMap((one, n) =>
    ofAll
      .slice(n + 1)
      .filter((other) => other.facilitator === one.facilitator && overlaps(one.slot, other.slot))
      // The session itself, as it stands and as it is to be.
      .filter((other) => other.requestId !== one.requestId || other.inPlaceOf !== one.attempt)
      .map(({ requestId }) => `${one.facilitator} is reserved twice, for ${one.requestId} and ${requestId}`),
  );
  return [
    ...found.filter((each) => !wanted.includes(each)).map((each) => `reserved for no session: ${each}`),
    ...wanted.filter((each) => !found.includes(each)).map((each) => `not reserved: ${each}`),
    ...taken.map((id) => `not reserved although it was held: ${id}`),
    ...twice,
  ];
}

interface Taken {
  readonly attempt: number;
  readonly slot: Interval;
  readonly match?: Match;
  readonly beside?: Beside;
}

/** Whose time is taken: of what stands, and of what is to take its place. */
function plansOf(request: Request): readonly Taken[] {
  if (!('match' in request)) return [];
  const { attempt, match, beside } = request;
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  return [
    // Whoever comes beside them is still to come once the facilitator has dropped out.
    { attempt, slot: match.slot, ...(request.state !== 'uncovered' && { match }), ...(beside && { beside }) },
    ...(chosen
      ? [{ ...chosen, slot: chosen.match.slot, ...besideOf(beside, chosen.match.facilitator.id) }]
      : []),
  ];
}

function brokenPromise({ id, state }: Request, { ended }: Promised): string[] {
  return ended.has(id) && state !== 'closed' ? [`${id} goes on although it was ended`] : [];
}

/** Each change of state has its row, in the order in which they came about. */
async function wrongHistory({ table, diary }: Town, { id }: Request): Promise<string[]> {
  const rows = (await table.history(id)).filter(({ from, to }) => to !== undefined && from !== to);
  const changes = diary.changes.filter((each) => each.id === id);
  const told = (list: readonly { readonly from?: unknown; readonly to?: unknown }[]) =>
    list.map(({ from, to }) => `${String(from)} to ${String(to)}`).join(', ');
  return told(rows) === told(changes)
    ? []
    : [`the history of ${id} tells ${told(rows)}, and not ${told(changes)}`];
}
