import type { Availability } from '../../src/domain/availability';
import type { Facilitator } from '../../src/domain/facilitator';
import { MINUTE_MS } from '../../src/domain/intervals';
import { mayObserve } from '../../src/domain/judging';
import type { Removal } from '../../src/domain/match';
import { type Candidate, judgePool, type MatchingQuestion } from '../../src/domain/matching';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, anAsk, aParticipant, aRequester, aReservation, aSlot, askedAt } from '../builders';

const free: Availability = { known: true, busy: [] };

function aCandidate(facilitator: Partial<Facilitator>, over: Partial<Candidate> = {}): Candidate {
  return { facilitator: aFacilitator(facilitator), availability: free, reservations: [], ...over };
}

function asked(candidate: Candidate, over: Partial<MatchingQuestion> = {}): MatchingQuestion {
  return {
    requestId: 'request-1',
    round: 1,
    requester: aRequester(),
    ask: anAsk({ participants: [aParticipant()] }),
    passed: [],
    candidates: [candidate],
    participants: [],
    now: askedAt,
    policy: defaultPolicy,
    ...over,
  };
}

function removalOf(candidate: Candidate, over: Partial<MatchingQuestion> = {}): Removal | undefined {
  const [verdict] = judgePool(asked(candidate, over));
  return verdict && 'removal' in verdict ? verdict.removal : undefined;
}

describe('Why somebody of the pool cannot take it', () => {
  it('is that they will have left by then, before anything else, as the rules are ordered', () => {
    const leaver = aCandidate({ id: 'fay', leftOn: '2026-12-08', trainedUntil: '2026-12-01' });
    expect(removalOf(leaver, { passed: ['fay'] })).toEqual({ rule: 'left', on: '2026-12-08' });
  });

  it('is not that they leave, as long as one of the days is before it', () => {
    expect(removalOf(aCandidate({ leftOn: '2026-12-09' }))).toBeUndefined();
  });

  it.each<[string, Partial<Facilitator>, Partial<MatchingQuestion['policy']>, Removal | undefined]>([
    ['a team they excluded themselves from', { excludedTeams: ['po-ex'] }, {}, { rule: 'excluded' }],
    [
      'their own, where policy keeps everybody’s apart',
      { team: 'po-ex' },
      { teamsApart: 'everybody' },
      { rule: 'same-team' },
    ],
    ['their own, where it keeps the requester’s apart', { team: 'po-ex' }, {}, undefined],
  ])('may be the team of somebody still to be named: %s', (_which, who, policy, expected) => {
    const ask = anAsk({ toBeNamed: [{ role: 'Detective', team: 'po-ex' }] });
    const over = { ask, policy: { ...defaultPolicy, ...policy } };
    expect(removalOf(aCandidate(who), over)).toEqual(expected);
  });

  it('tells the end of the pause that is in the way, not of a later one', () => {
    const pauses = [
      { from: '2026-12-01', until: '2026-12-31' },
      { from: '2027-07-20', until: '2027-09-03' },
    ];
    expect(removalOf(aCandidate({ pauses }))).toEqual({ rule: 'paused', until: '2026-12-31' });
  });

  it('tells which of two sessions close together is in the way', () => {
    const reservations = [
      aReservation({ requestId: 'first', slot: aSlot('2026-12-08T09:00') }),
      aReservation({ requestId: 'second', slot: aSlot('2026-12-08T11:00', 120) }),
    ];
    const ask = anAsk({ latest: '2026-12-08', times: ['afternoon'], minutes: 240 });
    expect(removalOf(aCandidate({ sessionsPerMonth: 9 }, { reservations }), { ask })).toMatchObject({
      rule: 'no-free-slot',
      clashes: [{ slot: aSlot('2026-12-08T12:30', 240), taken: aSlot('2026-12-08T11:00', 120) }, {}],
    });
  });
});

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

  it('is nobody whose time is taken or unknown', () => {
    expect(mayTheyObserve({ availability: { known: false, why: 'no-answer' } })).toBe(false);
    const entry = { start: slot.end + 10 * MINUTE_MS, end: slot.end + 60 * MINUTE_MS };
    expect(mayTheyObserve({ availability: { known: true, busy: [entry] } })).toBe(false);
    expect(mayTheyObserve({ reservations: [aReservation({ slot, observes: true })] })).toBe(false);
    expect(mayTheyObserve({ reservations: [aReservation({ slot, state: 'released' })] })).toBe(true);
  });
});
