/** Lives through the two years with one way of choosing: every request is asked, answered, booked, and perhaps cancelled. */
import { addDays, addWorkingDays, instantAt, localDate } from '../../src/domain/calendar';
import type { Facilitator, Reservation } from '../../src/domain/facilitator';
import type { Instant, Interval } from '../../src/domain/intervals';
import type { MatchingQuestion } from '../../src/domain/matching';
import type { Choose } from './choices';
import type { AskedFor, World } from './world';

/** What became of a request. */
export interface Outcome {
  readonly request: AskedFor;
  /** Facilitators who were asked, the last of whom agreed if there is a session. */
  readonly asked: number;
  readonly session?: {
    readonly facilitator: Facilitator;
    readonly slot: Interval;
    readonly cancelled: boolean;
    /** Of those whose calendars could be seen. */
    readonly participantsFree: number;
  };
}

export interface Played {
  readonly outcomes: readonly Outcome[];
  readonly reservations: ReadonlyMap<string, readonly Reservation[]>;
}

interface Happening {
  readonly at: Instant;
  readonly happen: () => void;
}

/** Working days until a facilitator answers, and until a request nobody could take is tried again. */
const ANSWER_DAYS = 1;
const RETRY_DAYS = 5;

export function play(world: World, choose: Choose): Played {
  const { policy, pool, requests } = world;
  const reservations = new Map<string, Reservation[]>(pool.map(({ id }) => [id, []]));
  const outcomes: Outcome[] = [];
  const ahead: Happening[] = [];
  for (const request of requests) later(request.at, () => ask(request, request.at, []));
  for (let next = ahead.shift(); next; next = ahead.shift()) next.happen();
  return { outcomes, reservations };

  function later(at: Instant, happen: () => void): void {
    const place = ahead.findLastIndex((each) => each.at <= at);
    ahead.splice(place + 1, 0, { at, happen });
  }

  function ask(request: AskedFor, now: Instant, passed: readonly string[]): void {
    const match = choose(questionOf(request, now, passed));
    const asked = passed.length + (match ? 1 : 0);
    if (!match) {
      const again = workingDaysLater(now, RETRY_DAYS);
      if (localDate(again) > request.ask.latest) outcomes.push({ request, asked });
      else later(again, () => ask(request, again, passed));
      return;
    }
    const { slot } = match;
    const facilitator = pool.find(({ id }) => id === match.facilitator.id)!;
    const attempt = asked;
    const reservation: Reservation = {
      requestId: request.id,
      attempt,
      slot,
      state: 'held',
      givenOn: localDate(now),
      ...(request.ask.place.kind === 'in-person' && { inPerson: true }),
    };
    reservations.get(facilitator.id)!.push(reservation);
    const answered = workingDaysLater(now, ANSWER_DAYS);
    if (world.refuses(request, facilitator)) {
      later(answered, () => {
        release(facilitator, reservation);
        ask(request, answered, [...passed, facilitator.id]);
      });
      return;
    }
    const share = world.cancelledAt(request);
    if (share !== undefined)
      later(answered + share * (slot.start - answered), () => release(facilitator, reservation));
    const cancelled = share !== undefined;
    const participantsFree = freeIn(request, slot);
    outcomes.push({ request, asked, session: { facilitator, slot, cancelled, participantsFree } });
  }

  function release({ id }: Facilitator, reservation: Reservation): void {
    const own = reservations.get(id)!;
    own[own.indexOf(reservation)] = { ...reservation, state: 'released' };
  }

  /** The pool is known as it is on the day. */
  function questionOf(request: AskedFor, now: Instant, passed: readonly string[]): MatchingQuestion {
    const { id, ask, requester, seen } = request;
    const over = { start: instantAt(ask.earliest, '00:00'), end: instantAt(addDays(ask.latest, 1), '00:00') };
    const today = localDate(now);
    return {
      requestId: id,
      round: 1,
      requester,
      ask,
      passed,
      candidates: pool
        .filter(({ joinedOn = today }) => joinedOn <= today)
        .map((facilitator) => ({
          facilitator,
          availability: world.availabilityOf(facilitator.id, over),
          reservations: reservations.get(facilitator.id)!,
        })),
      participants: seen.map((who) => world.availabilityOf(who, over)),
      now,
      policy,
    };
  }

  function freeIn({ seen }: AskedFor, slot: Interval): number {
    return seen.filter((who) => {
      const availability = world.availabilityOf(who, slot);
      return (
        availability.known &&
        !availability.busy.some((each) => each.start < slot.end && slot.start < each.end)
      );
    }).length;
  }

  function workingDaysLater(at: Instant, days: number): Instant {
    return instantAt(addWorkingDays(localDate(at), days, policy), '10:00');
  }
}
