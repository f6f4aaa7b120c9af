import type { Facilitator, Reservation } from '../../../src/domain/facilitator';
import { nowOf, type Pooled } from '../../../src/domain/monitoring/now';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { aFacilitator, aRequest, aReservation, aSlot, at, someDatesAsked, someMatches } from '../../builders';

const now = at('2026-12-01T12:00');

function pooled(over: Partial<Facilitator>, reservations: readonly Reservation[] = []): Pooled {
  return { facilitator: aFacilitator({ trainedUntil: '2027-12-31', ...over }), reservations };
}

const on = (day: string, over: Partial<Reservation> = {}) =>
  aReservation({ requestId: day, slot: aSlot(`${day}T09:00`), ...over });

describe('What waits now', () => {
  const unmatched = aRequest.submitted({
    submittedAt: at('2026-11-25T10:00'),
    matches: someMatches({ best: [] }),
  });

  it('is what the partnership has still to do, and how many working days the oldest of it has waited', () => {
    const open = [
      aRequest.submitted({ submittedAt: at('2026-11-27T10:00') }),
      aRequest.approved({ submittedAt: at('2026-11-24T10:00') }),
      aRequest.offered({ submittedAt: at('2026-11-28T10:00') }),
      unmatched,
      // With the requester, or arranged.
      aRequest.submitted({ submittedAt: at('2026-10-01T10:00'), datesAsked: someDatesAsked() }),
      aRequest.returned({ submittedAt: at('2026-10-01T10:00') }),
      aRequest.booked({ submittedAt: at('2026-10-01T10:00') }),
      aRequest.held({ submittedAt: at('2026-10-01T10:00') }),
    ];
    expect(nowOf(open, [], now, policy)).toMatchObject({ waiting: 4, longestWaitDays: 5, unmatched: 1 });
  });

  it('is nothing where nothing is open', () => {
    expect(nowOf([], [], now, policy)).toEqual({
      waiting: 0,
      longestWaitDays: 0,
      unmatched: 0,
      pool: { inForce: 0, used: 0, load: [], trainingRunningOut: 0, outOfPractice: 0 },
    });
  });
});

describe('How the pool is used', () => {
  const poolOf = (...pool: Pooled[]) => nowOf([], pool, now, policy).pool;

  it('is told by how many sessions in twelve months, of those in force, and never by whom', () => {
    const two = [on('2026-11-02'), on('2026-10-05')];
    expect(
      poolOf(
        pooled({ id: 'a' }, two),
        pooled({ id: 'b' }, [on('2026-12-01')]),
        pooled({ id: 'c' }, [on('2026-09-01')]),
        pooled({ id: 'd' }),
        // Only sat in, is still to come, was given up, or is longer ago.
        pooled({ id: 'e' }, [on('2026-11-03', { observes: true })]),
        pooled({ id: 'f' }, [on('2026-12-02'), aReservation({ slot: aSlot('2026-12-01T11:30') })]),
        pooled({ id: 'g' }, [on('2026-11-04', { state: 'released' }), on('2025-11-30')]),
        // Not in force.
        pooled({ id: 'h', leftOn: '2026-11-30' }, two),
        pooled({ id: 'i', pauses: [{ from: '2026-12-01', until: '2026-12-01' }] }, two),
      ),
    ).toMatchObject({
      inForce: 7,
      used: 3,
      load: [
        { sessions: 0, facilitators: 4 },
        { sessions: 1, facilitators: 2 },
        { sessions: 2, facilitators: 1 },
      ],
    });
  });

  it.each([
    ['that has ended this minute', 1, aSlot('2026-12-01T10:30')],
    ['that ends in a minute', 0, aSlot('2026-12-01T10:31')],
    ['at the first minute of the day twelve months ago', 1, aSlot('2025-12-01T00:00')],
    ['the minute before that day', 0, aSlot('2025-11-30T23:59')],
  ])('counts a session %s: %s', (_when, used, slot) => {
    expect(poolOf(pooled({}, [aReservation({ slot })])).used).toBe(used);
  });

  it('goes back to a day the clock changed as to any other', () => {
    const { pool } = nowOf([], [pooled({}, [on('2026-10-25')])], at('2027-10-25T12:00'), policy);
    expect(pool.used).toBe(1);
  });

  it('says how many have training that runs out, and how many are out of practice', () => {
    const recently = [on('2026-11-20')];
    const longAgo = [on('2026-01-12')];
    expect(
      poolOf(
        pooled({ id: 'a', trainedUntil: '2026-12-10' }, recently),
        pooled({ id: 'b' }, recently),
        pooled({ id: 'c' }, longAgo),
      ),
    ).toMatchObject({ inForce: 3, trainingRunningOut: 1, outOfPractice: 1 });
  });
});
