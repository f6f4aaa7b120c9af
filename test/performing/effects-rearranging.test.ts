/** Moving a session's event, and changing who is on its list, against the simulated Graph over HTTP and the pool in Azurite. */
import { invitationFor } from '../../src/domain/invitation';
import { defaultPolicy } from '../../src/domain/policy';
import type { Chosen, StandingSession } from '../../src/domain/rearranging';
import type { Effect, SessionEvent } from '../../src/domain/request';
import type { SeenEvent } from '../../src/domain/seen';
import {
  aFacilitator,
  aFacilitatorRef,
  aMatch,
  aRequest,
  aReservation,
  aSlot,
  theCoordinator,
} from '../builders';
import { useEffectsDesk } from './effects-desk';
import { putFacilitator } from '../put-facilitator';
import { facilitators } from '../sandbox/people';

const { office, desk } = useEffectsDesk();
const [fay, amber] = facilitators;
const approved = aRequest.approved({ stage: { at: 'creating' } });
const later = aSlot('2026-12-08T10:30');

const chosen = (over: Partial<Chosen> = {}): Chosen => ({
  attempt: 2,
  match: aMatch({ slot: later }),
  by: theCoordinator,
  stage: { at: 'moving' },
  ...over,
});
const MOVE: Effect = { kind: 'move-event', attempt: 2, slot: later };

async function bookedWith(over: Partial<Chosen> = {}): Promise<StandingSession> {
  const invitation = invitationFor(approved, defaultPolicy);
  const performed = await desk().perform(approved, { kind: 'create-event', attempt: 1, invitation });
  const made = performed as { readonly outcome: { readonly event: SessionEvent } };
  return aRequest.booked({ event: made.outcome.event, rearranging: { chosen: chosen(over) } });
}

const events = () => office.tenant.events.list();

describe('Moving the event', () => {
  it('by half an hour, into its own time: start and end alone, and the join link is the same', async () => {
    const session = await bookedWith();
    const [before] = events();
    expect(await desk().perform(session, MOVE)).toEqual({ outcome: { kind: 'moved', attempt: 2 } });
    expect(await desk().meetings.look(session.event)).toMatchObject({
      slot: later,
      joinUrl: session.event.joinUrl,
    });
    expect(events()).toHaveLength(1);
    expect(events()[0]!.html).toEqual(before!.html);
  });

  it('once, however often it is tried: the event it moved is not in its way', async () => {
    const session = await bookedWith();
    office.tenant.faults.add({ kind: 'commit-then-reset', method: 'PATCH', path: 'events/' });
    await expect(desk().perform(session, MOVE)).rejects.toThrow('Expected Graph to answer');
    expect(await desk().perform(session, MOVE)).toEqual({ outcome: { kind: 'moved', attempt: 2 } });
  });

  it('not into what else is in the facilitator’s diary', async () => {
    const session = await bookedWith();
    office.tenant.people.addBusy(fay.mail, {
      start: new Date(later.end - 60_000).toISOString(),
      end: new Date(later.end).toISOString(),
    });
    expect(await desk().perform(session, MOVE)).toEqual({
      outcome: { kind: 'slot-lost', attempt: 2, why: 'diary-busy' },
    });
    expect(await desk().meetings.look(session.event)).toMatchObject({ slot: session.match.slot });
  });

  it('that has gone is told of', async () => {
    const session = await bookedWith();
    await desk().meetings.cancel({ requestId: session.id, attempt: 1 }, '');
    expect(await desk().perform(session, MOVE)).toEqual({
      outcome: { kind: 'slot-lost', attempt: 2, why: 'event-gone' },
    });
  });
});

describe('Reserving another time', () => {
  it('takes the place of the one before: within its own time, and within the month’s cap', async () => {
    const at = desk();
    await putFacilitator(at.pool, aFacilitator({ ...fay, sessionsPerMonth: 1 }));
    const session = await bookedWith({ stage: { at: 'reserving' } });
    const first = aReservation({ requestId: session.id, attempt: 1, slot: session.match.slot });
    await at.pool.reserve(fay.id, first, defaultPolicy);
    const reserved = await at.perform(session, { kind: 'reserve', attempt: 2 });
    expect(reserved).toEqual({ outcome: { kind: 'reserved', attempt: 2 } });
    expect(await at.perform({ ...session, id: 'another' }, { kind: 'reserve', attempt: 2 })).toEqual({
      outcome: { kind: 'slot-lost', attempt: 2, why: 'slot-taken' },
    });
  });
});

describe('The list of those invited', () => {
  it('loses who dropped out and gains who is asked; everybody else stays and gets no mail', async () => {
    const session = await bookedWith({ stage: { at: 'reserving' } });
    const { rearranging, ...booked } = session;
    await desk().perform(booked as StandingSession, { kind: 'invite-participants', attempt: 1 });
    const invited = (await desk().meetings.look(session.event)) as SeenEvent;
    const others = invited.attendees.map(({ mail }) => mail).filter((mail) => mail !== fay.mail);
    expect(others.length).toBeGreaterThan(1);

    const { id, ask, requester, event } = session;
    const uncovered = aRequest.uncovered({ id, ask, requester, event });
    await desk().perform(uncovered, { kind: 'invite-participants', attempt: 1 });
    expect(await desk().meetings.look(event)).toMatchObject({
      attendees: others.map((mail) => ({ mail })),
    });

    const match = aMatch({ facilitator: aFacilitatorRef({ ...amber, team: 'vs-fa' }) });
    const asked = { ...uncovered, rearranging: { chosen: chosen({ match, stage: { at: 'securing' } }) } };
    await desk().perform(asked, { kind: 'invite-participants', attempt: 2 });
    const now = (await desk().meetings.look(event)) as SeenEvent;
    expect(now.attendees.map(({ mail }) => mail).toSorted()).toEqual([...others, amber.mail].toSorted());
  });
});
