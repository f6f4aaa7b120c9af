/** Who may come to a session and sit in beside its facilitator. */
import type { Ask } from '../../src/domain/ask';
import type { Facilitator } from '../../src/domain/facilitator';
import { type Interval, MINUTE_MS } from '../../src/domain/intervals';
import { mayObserve } from '../../src/domain/judging';
import type { Candidate } from '../../src/domain/matching';
import { aFacilitator, anAsk, aParticipant, aReservation, aSlot } from '../builders';
import { aCandidate, asked, free } from './one-candidate';

describe('Who may sit in beside the facilitator', () => {
  const slot = aSlot('2026-12-08T10:00');
  const trainee = { id: 'tess', mail: 'tess@norfolk-sandbox.example' };
  const mayTheyObserve = (over: Partial<Candidate> & { readonly who?: Partial<Facilitator> } = {}) => {
    const { who, ...rest } = over;
    const candidate = aCandidate({ ...trainee, ...who }, rest);
    const followUpOf = { requestId: 'earlier-request' };
    return mayObserve(candidate, slot, asked(candidate, { ask: anAsk({ followUpOf }) }));
  };

  it('is anybody who is free and stands outside the case, the training still to come', () => {
    const { trainedUntil: _, ...untrained } = aFacilitator(trainee);
    const candidate: Candidate = { facilitator: untrained, availability: free, reservations: [] };
    expect(mayObserve(candidate, slot, asked(candidate))).toBe(true);
  });

  it.each<[string, Partial<Facilitator>, boolean]>([
    ['who left the pool', { leftOn: '2026-11-01' }, false],
    ['who will have left by that day', { leftOn: '2026-12-08' }, false],
    ['who leaves on the day after', { leftOn: '2026-12-09' }, true],
    ['who pauses on that day', { pauses: [{ from: '2026-12-08', until: '2026-12-08' }] }, false],
    ['who pauses from the day after', { pauses: [{ from: '2026-12-09', until: '2026-12-31' }] }, true],
    ['who knows the family', { knownFamilies: ['request-1'] }, false],
    [
      'who knows the family of the session this one follows up',
      { knownFamilies: ['earlier-request'] },
      false,
    ],
    ['of the requester’s team', { team: 'cs-fs' }, false],
  ])('asked of somebody %s', (_who, who, expected) => {
    expect(mayTheyObserve({ who })).toBe(expected);
  });

  it.each<[string, readonly Interval[], boolean]>([
    ['within one of their hours', [aSlot('2026-12-07T09:00'), aSlot('2026-12-08T09:00', 180)], true],
    ['partly outside them', [aSlot('2026-12-08T09:00', 120), aSlot('2026-12-08T13:00', 180)], false],
    ['outside them, who declared none', [], false],
  ])('asked of somebody at a time that is %s', (_which, hours, expected) => {
    const declared = { on: '2026-11-20', free: [...hours] };
    expect(mayTheyObserve({ availability: { known: true, busy: [], declared } })).toBe(expected);
  });

  it.each<[string, Partial<Candidate>]>([
    [
      'an entry in the diary',
      {
        availability: {
          known: true,
          busy: [{ start: slot.end + 20 * MINUTE_MS, end: slot.end + 60 * MINUTE_MS }],
        },
      },
    ],
    [
      'a session',
      {
        reservations: [
          aReservation({ slot: { start: slot.end + 20 * MINUTE_MS, end: slot.end + 60 * MINUTE_MS } }),
        ],
      },
    ],
  ])('needs longer for the way where it is in person: %s twenty minutes after it', (_what, over) => {
    const candidate = aCandidate(trainee, over);
    const may = (place: Ask['place']) =>
      mayObserve(
        candidate,
        slot,
        asked(candidate, { ask: anAsk({ participants: [aParticipant()], place }) }),
      );
    expect(may({ kind: 'online' })).toBe(true);
    expect(may({ kind: 'in-person' })).toBe(false);
  });

  it('is nobody whose time is taken or unknown', () => {
    expect(mayTheyObserve({ availability: { known: false, why: 'no-answer' } })).toBe(false);
    const entry = { start: slot.end + 10 * MINUTE_MS, end: slot.end + 60 * MINUTE_MS };
    expect(mayTheyObserve({ availability: { known: true, busy: [entry] } })).toBe(false);
    expect(mayTheyObserve({ reservations: [aReservation({ slot, observes: true })] })).toBe(false);
    expect(mayTheyObserve({ reservations: [aReservation({ slot, state: 'released' })] })).toBe(true);
  });
});
