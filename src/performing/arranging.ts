/**
 * Performs the steps by which a session comes to be arranged, or to be rearranged: time is reserved, the event made or moved,
 * the meeting secured. Each looks before it acts, because a former try may have got further than it could tell.
 */
import type { Availability } from '../domain/availability';
import { localDate } from '../domain/calendar';
import { availabilityOf } from '../domain/declared';
import type { Reservation } from '../domain/facilitator';
import { contains, type Instant, type Interval, overlaps, subtract } from '../domain/intervals';
import type { FacilitatorRef } from '../domain/match';
import type { Policy } from '../domain/policy';
import { isSameTime, isStanding, type Plan, planOf, type StandingSession } from '../domain/rearranging';
import type { Approved, Effect, SystemCommand } from '../domain/request';
import { type Calendars, type EventKey, Fault, type Meetings } from '../ports';
import type { Pool } from '../ports/pool';

export interface ArrangingNeeds {
  readonly pool: Pick<Pool, 'reserve' | 'find'>;
  readonly calendars: Calendars;
  readonly meetings: Pick<Meetings, 'find' | 'create' | 'secure' | 'look' | 'move'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

type Of<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;

export interface Arranging {
  /** Whoever comes beside the facilitator is reserved too, in their own partition; both or neither. */
  reserve(request: Approved | StandingSession, effect: Of<'reserve'>): Promise<SystemCommand>;
  /** Our event may be there from a former try; only if it is not, the diary is read once more and the event made. */
  createEvent(request: Approved, effect: Of<'create-event'>): Promise<SystemCommand>;
  /** Start and end alone, so that the join link survives; and only if the diary still has room for it. */
  moveEvent(request: StandingSession, effect: Of<'move-event'>): Promise<SystemCommand>;
  /** Done when it stands there already: nobody is written to for nothing. One that is gone is noticed by those who look. */
  putBack(request: StandingSession, effect: Of<'put-back-event'>): Promise<void>;
  secureMeeting(
    request: Approved | StandingSession,
    effect: Of<'secure-meeting'>,
  ): Promise<SystemCommand | undefined>;
}

export function createArranging({ pool, calendars, meetings, policy, now }: ArrangingNeeds): Arranging {
  return {
    async reserve(request, { attempt }) {
      const { match, beside } = plan(request, attempt);
      const wanted: Reservation = {
        requestId: request.id,
        attempt,
        slot: match.slot,
        state: 'held',
        givenOn: localDate(now()),
        ...(request.ask.place.kind === 'in-person' && { inPerson: true }),
        ...(isStanding(request) && { inPlaceOf: request.attempt }),
      };
      const answer = await pool.reserve(match.facilitator.id, wanted, policy);
      if (answer !== 'reserved') return { kind: 'slot-lost', attempt, why: known(answer) };
      if (!beside) return { kind: 'reserved', attempt };
      const besides: Reservation = { ...wanted, ...(beside.as === 'observer' && { observes: true }) };
      const second = await pool.reserve(beside.facilitator.id, besides, policy);
      return second === 'reserved'
        ? { kind: 'reserved', attempt }
        : { kind: 'slot-lost', attempt, why: 'beside-lost' };
    },

    async createEvent({ id, attempt, match, beside }, { invitation }) {
      const key: EventKey = { requestId: id, attempt };
      const made = await meetings.find(key);
      if (made && (made.joinUrl ?? !invitation.online))
        return { kind: 'event-created', attempt, event: made };
      const lost = made ? undefined : await busyOne({ attempt, match, ...(beside && { beside }) });
      if (lost) return { kind: 'slot-lost', attempt, why: lost };
      return { kind: 'event-created', attempt, event: await meetings.create(key, invitation) };
    },

    async moveEvent(request, { attempt, slot }) {
      const seen = await meetings.look(request.event);
      if (seen === 'gone') return { kind: 'slot-lost', attempt, why: 'event-gone' };
      if (isSameTime(seen.slot, slot)) return { kind: 'moved', attempt };
      // It may have taken place: what is over stays where it was.
      if (now() >= request.match.slot.start) return { kind: 'slot-lost', attempt, why: 'could-not-arrange' };
      // Our own event is in the diaries of those who come to it now, and moves away.
      const lost = await busyOne(plan(request, attempt), request);
      if (lost) return { kind: 'slot-lost', attempt, why: lost };
      return (await meetings.move(request.event, slot)) === 'gone'
        ? { kind: 'slot-lost', attempt, why: 'event-gone' }
        : { kind: 'moved', attempt };
    },

    async putBack({ event }, { slot }) {
      const seen = await meetings.look(event);
      if (seen !== 'gone' && !isSameTime(seen.slot, slot)) await meetings.move(event, slot);
    },

    async secureMeeting(request, { attempt }) {
      const { match, event } = plan(request, attempt);
      if (!event) return undefined;
      const openingChecks = await meetings.secure(event, match.facilitator);
      return { kind: 'meeting-secured', attempt, openingChecks };
    },
  };

  async function busyOne(
    { match, beside }: Plan,
    standing?: StandingSession,
  ): Promise<'diary-busy' | 'beside-lost' | undefined> {
    if (!(await isFree(match.facilitator, match.slot, standing))) return 'diary-busy';
    if (beside && !(await isFree(beside.facilitator, match.slot, standing))) return 'beside-lost';
    return undefined;
  }

  async function isFree(
    facilitator: FacilitatorRef,
    slot: Interval,
    standing?: StandingSession,
  ): Promise<boolean> {
    const diary = await diaryOf(facilitator, slot);
    if (!diary.known)
      throw new Fault(`Expected the diary of facilitator ${facilitator.id} to be readable, got ${diary.why}`);
    if (diary.declared) return diary.declared.free.some((free) => contains(free, slot));
    const own = standing && comesNow(standing, facilitator) ? [standing.match.slot] : [];
    return !subtract(diary.busy, own).some((busy) => overlaps(busy, slot));
  }

  /** Just for that slot; what they declared, where that is what is known. */
  async function diaryOf({ id, mail }: FacilitatorRef, slot: Interval): Promise<Availability> {
    const declared = (await pool.find(id))?.facilitator.declared;
    if (declared) return availabilityOf(declared, slot, now(), policy);
    const address = mail.toLowerCase();
    const told = await calendars.availability([address], slot, policy.tentativeIsBusy);
    return told.get(address) ?? { known: false, why: 'no-answer' };
  }
}

/** `released` and `gone` say nothing to a coordinator but that it could not be arranged. */
function known(answer: Exclude<Awaited<ReturnType<Pool['reserve']>>, 'reserved'>) {
  return answer === 'released' || answer === 'gone' ? 'could-not-arrange' : answer;
}

function comesNow({ state, match, beside }: StandingSession, { id }: FacilitatorRef): boolean {
  return (state === 'booked' && match.facilitator.id === id) || beside?.facilitator.id === id;
}

function plan(request: Approved | StandingSession, attempt: number): Plan {
  const found = planOf(request, attempt);
  if (!found) throw new Error(`Expected attempt ${attempt} of ${request.id} to be in hand, got none`);
  return found;
}
