/** Sessions that do not take place: cancelled before they begin, or found afterwards not to have been held. */
import type { Facts } from '../../src/domain/decisions/decision';
import { CANCEL_REASONS, NOT_HELD_REASONS, notHeldUntil } from '../../src/domain/ending';
import { MINUTE_MS } from '../../src/domain/intervals';
import { defaultPolicy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import { aMatch, anotherCoordinator, aRequest, aSlot, at, theCoordinator, theFacilitator } from '../builders';
import { accepted, addressed, commands, now, refusedOf, requests } from './decided';

const beside = { facilitator: { ...aMatch().facilitator, id: 'amber' }, as: 'observer' } as const;
const cancel = (over: object = {}) => ({ ...addressed(commands.cancel), ...over });
const notHeld = (over: object = {}, by = theCoordinator) => ({
  ...addressed(commands['not-held'], by),
  ...over,
});

describe('Cancelling a session', () => {
  it.each(CANCEL_REASONS)('keeps who did it and why: %s', (reason) => {
    const { next } = accepted(aRequest.booked(), cancel({ reason }));
    expect(next).toMatchObject({
      state: 'closed',
      outcome: { kind: 'cancelled', reason, by: theCoordinator },
      closedAt: now,
    });
  });

  it('takes down the event and gives everybody their time back, and tells each person once', () => {
    const { effects } = accepted(aRequest.booked({ beside }), cancel());
    expect(effects).toEqual([
      { kind: 'cancel-event', attempt: 1 },
      { kind: 'release', attempt: 1, facilitator: theFacilitator.id },
      { kind: 'release', attempt: 1, facilitator: 'amber' },
      { kind: 'cancel-event', attempt: 1, at: now + 10 * MINUTE_MS },
      { kind: 'show-facilitator', attempt: 1, facilitator: aMatch().facilitator },
      { kind: 'show-coordinators' },
      { kind: 'show-requester' },
      { kind: 'count-request' },
      { kind: 'call-requester' },
    ]);
  });

  it('is possible until the session begins', () => {
    const { start } = aMatch().slot;
    for (const request of [aRequest.booked(), aRequest.uncovered()]) {
      expect(refusedOf(request, cancel(), { now: start - 1 })).toBe('accepted');
      expect(refusedOf(request, cancel(), { now: start })).toBe('too-late');
    }
  });

  it.each([1, 3])('is about the session that was looked at: not attempt %i where 2 stands', (attempt) => {
    expect(refusedOf(aRequest.booked({ attempt: 2 }), cancel({ attempt }))).toBe('changed-meanwhile');
  });

  it('happens once: the second of two coordinators is told that it is closed', () => {
    const { next } = accepted(aRequest.booked(), cancel());
    const second = addressed(commands.cancel, anotherCoordinator);
    expect(refusedOf(next, second, { coordinator: true })).toBe('closed');
  });

  it('and withdrawing at the same time: the first stands', () => {
    const { next } = accepted(aRequest.booked(), addressed(commands.withdraw));
    expect(refusedOf(next, cancel())).toBe('closed');
    expect(refusedOf(accepted(aRequest.booked(), cancel()).next, addressed(commands.withdraw))).toBe(
      'closed',
    );
  });

  it('needs nothing of an end that comes in later', () => {
    const { next } = accepted(aRequest.booked(), cancel());
    expect(accepted(next, addressed(commands['session-ended']))).toEqual({ next, effects: [] });
  });
});

describe('A session that did not take place', () => {
  it.each(NOT_HELD_REASONS)('is closed with who said so and why: %s', (reason) => {
    for (const by of [theCoordinator, theFacilitator])
      expect(accepted(aRequest.held(), notHeld({ reason }, by)).next).toMatchObject({
        state: 'closed',
        outcome: { kind: 'not-held', reason, by },
      });
  });

  it('counts for nobody: not for whoever was beside the facilitator either', () => {
    const { next, effects } = accepted(aRequest.held({ beside }), notHeld());
    expect(next).not.toHaveProperty('facilitatedBy');
    expect(effects.filter(({ kind }) => kind === 'release')).toEqual([
      { kind: 'release', attempt: 1, facilitator: theFacilitator.id },
      { kind: 'release', attempt: 1, facilitator: 'amber' },
    ]);
  });

  it.each<[string, Partial<Facts>, string]>([
    ['on the last of five working days, to its end', { now: at('2026-12-15T17:00') }, 'accepted'],
    ['after it', { now: at('2026-12-15T17:00') + 1 }, 'counts-as-held'],
    [
      'after as many days as policy gives',
      { now: at('2026-12-09T17:01'), policy: { ...defaultPolicy, notHeldDays: 1 } },
      'counts-as-held',
    ],
  ])('can be said %s', (_when, over, expected) => {
    for (const by of [theCoordinator, theFacilitator])
      expect(refusedOf(aRequest.held(), notHeld({}, by), over)).toBe(expected);
  });

  it('leaves out days on which nobody works: over Christmas it can be said for longer', () => {
    const slot = aSlot('2026-12-23T14:00');
    expect(notHeldUntil(aMatch({ slot }), defaultPolicy)).toBe(at('2027-01-04T17:00'));
  });

  it('is about the session that stands', () => {
    expect(refusedOf(aRequest.held({ attempt: 2 }), notHeld())).toBe('changed-meanwhile');
  });

  it('cannot be said before it is over, not even while it goes on', () => {
    for (const request of [requests.offered, requests.booked, requests.uncovered])
      expect(refusedOf(request, notHeld({}, theFacilitator), { now: aMatch().slot.start })).toBe('not-over');
  });

  it('is said once, by whichever of the two is first; the other is no trespasser', () => {
    const closed: Request = accepted(aRequest.held(), notHeld({}, theFacilitator)).next;
    expect(refusedOf(closed, notHeld())).toBe('closed');
    expect(refusedOf(accepted(aRequest.held(), notHeld()).next, notHeld({}, theFacilitator))).toBe('closed');
  });
});
