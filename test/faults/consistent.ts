/** Whether table, calendar and cards tell one story of a request: what every story here ends with. */
import type { Reservation } from '../../src/domain/facilitator';
import type { Instant } from '../../src/domain/intervals';
import { facilitatorsOf, isStanding } from '../../src/domain/rearranging';
import type { Booked, Offered, Request, RequestId, Uncovered } from '../../src/domain/request';
import type { Audience } from '../../src/ports';
import { cardNameFor } from '../../src/teams/reaching/messenger';
import { slotInWords } from '../../src/wording/when';
import { aFacilitatorRef } from '../builders';
import { facilitators } from '../sandbox/people';
import { buttonsOn, wordsOn } from '../teams/card-in-hand';
import { cardOf, CHANNEL } from '../teams/office';
import { chatOf, type Town } from './town';

/** Throws where anything contradicts the rest, or is still to be done; the request as it stands. */
export async function consistent(town: Town, id: RequestId): Promise<Request> {
  const request = await town.state(id);
  await nothingLeft(town, id);
  expect(await reservations(town, id)).toEqual(reservationsOf(request));
  expect(eventsIn(town, id)).toEqual(eventsOf(request));
  await cardsStand(town, request);
  return request;
}

/** Nothing that is due, or given up on. */
async function nothingLeft({ workbench, clock }: Town, id: RequestId): Promise<void> {
  const { effects = [] } = (await workbench.work(id)) ?? {};
  const left = effects.filter(
    ({ dueAt = 0, retryAt = 0, parked }) => parked !== undefined || Math.max(dueAt, retryAt) <= clock.now,
  );
  expect(left.map(({ effect, parked }) => ({ effect, parked }))).toEqual([]);
}

interface Taken {
  readonly by: string;
  readonly attempt: number;
  readonly start: Instant;
  readonly end: Instant;
}

async function reservations({ pool }: Town, id: RequestId): Promise<Taken[]> {
  const all = (await pool.all()).flatMap(({ facilitator, reservations: taken }) =>
    taken
      .filter(({ requestId, state }: Reservation) => requestId === id && state === 'held')
      .map(({ attempt, slot }) => ({ by: facilitator.id, attempt, ...slot })),
  );
  return all.sort((one, other) => one.attempt - other.attempt);
}

/** Of whoever is to facilitate it, and of whoever has been chosen in their place. */
function reservationsOf(request: Request): Taken[] {
  if (!('match' in request)) return [];
  const { match, attempt, state } = request;
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  const of = (found: typeof match, by: number) => ({ by: found.facilitator.id, attempt: by, ...found.slot });
  return [
    ...(state === 'uncovered' ? [] : [of(match, attempt)]),
    ...(chosen ? [of(chosen.match, chosen.attempt)] : []),
  ];
}

interface Entry {
  readonly id: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly attendees: readonly string[];
}

function eventsIn(town: Town, id: RequestId): Entry[] {
  return town.events(id).map((event) => ({
    id: event.immutableId,
    start: Date.parse(event.start),
    end: Date.parse(event.end),
    attendees: event.attendees.map(({ address }) => address).sort(),
  }));
}

/** What somebody did in Outlook and nobody has decided on yet is told on the card, and stands in the calendar. */
function eventsOf(request: Request): Entry[] {
  if (!('event' in request)) return [];
  const { event, match, requester, ask } = request;
  const moved = isStanding(request) ? request.outlook?.movedTo : undefined;
  const others = [requester.mail!, ...ask.participants.map(({ mail }) => mail)];
  const invited = isStanding(request)
    ? [...facilitatorsOf(request).map(({ mail }) => mail), ...others]
    : request.state === 'held'
      ? [match.facilitator.mail, ...others]
      : [match.facilitator.mail];
  return [{ id: event.id, ...(moved ?? match.slot), attendees: invited.sort() }];
}

/** Everybody has one card of it, which would say the same if it were shown once more. */
async function cardsStand(town: Town, request: Request): Promise<void> {
  const audiences: (readonly [Audience, string])[] = [
    [{ kind: 'coordinators' }, CHANNEL],
    [{ kind: 'requester' }, chatOf(request.requester.id)],
    ...(await facilitatorsShown(town, request)),
  ];
  for (const [audience, where] of audiences) {
    const shown = await town.cards.find(request.id, cardNameFor(audience));
    const standing = () => town.connector.in(where).find((message) => message.id === shown?.activityId);
    const before = cardOf(standing());
    if (hasNoPart(request, audience)) {
      expect(buttonsOn(before)).toEqual([]);
      continue;
    }
    await town.messenger.show(request, audience);
    expect(cardOf(standing())).toEqual(before);
    if (tellsWhen(request, audience)) expect(wordsOn(before)).toContain(slotInWords(request.match.slot));
  }
  const posted = town.connector.messages.filter(({ activity }) => activity.attachments?.length);
  expect(posted).toHaveLength(audiences.length);
}

/** Whoever does not facilitate it any more need not know when it is. */
function tellsWhen(request: Request, audience: Audience): request is Offered | Booked | Uncovered {
  if (!('event' in request) || request.state === 'held') return false;
  if (audience.kind !== 'facilitator') return true;
  return request.state !== 'uncovered' && request.attempt === audience.attempt;
}

/** Whoever has no part in it any more reads why, as it was then, and has nothing to press. */
function hasNoPart(request: Request, audience: Audience): boolean {
  if (audience.kind !== 'facilitator') return false;
  const chosen = isStanding(request) ? request.rearranging?.chosen?.attempt : undefined;
  return ![chosen, request.attempt].includes(audience.attempt);
}

async function facilitatorsShown(town: Town, request: Request): Promise<(readonly [Audience, string])[]> {
  const found: (readonly [Audience, string])[] = [];
  const last = Math.max(request.attempt, request.tried ?? 0);
  for (let attempt = 1; attempt <= last; attempt += 1) {
    const shown = await town.cards.find(request.id, `facilitator-${attempt}`);
    const who = facilitators.find(({ id }) => chatOf(id) === shown?.conversationId);
    if (who)
      found.push([
        { kind: 'facilitator', facilitator: aFacilitatorRef({ ...who }), attempt },
        chatOf(who.id),
      ]);
  }
  return found;
}
