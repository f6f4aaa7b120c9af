/** What is offered in place of what a standing session is arranged as. */
import type { Availability } from '../../src/domain/availability';
import { type Interval, overlaps, union } from '../../src/domain/intervals';
import type { Matches } from '../../src/domain/match';
import type { Candidate, MatchingQuestion } from '../../src/domain/matching';
import { defaultPolicy } from '../../src/domain/policy';
import type { StandingSession } from '../../src/domain/rearranging';
import { asRearrangement, findRearrangements, keepsRules } from '../../src/domain/rearrangements';
import {
  aFacilitator,
  aFacilitatorRef,
  aMatch,
  anAsk,
  aParticipant,
  aRequest,
  aRequester,
  aReservation,
  aSlot,
  at,
  theFacilitator,
} from '../builders';

const { slot } = aMatch();
const booked = aRequest.booked();
const uncovered = aRequest.uncovered();

function busy(...intervals: Interval[]): Availability {
  return { known: true, busy: union(intervals) };
}

function aCandidate(id: string, over: Partial<Candidate> = {}): Candidate {
  return {
    facilitator: aFacilitator({ id, mail: `${id}@norfolk-sandbox.example`, ...over.facilitator }),
    availability: over.availability ?? busy(),
    reservations: over.reservations ?? [],
  };
}

/** As it stands a week before the session: Fay has it in her diary and her ledger. */
const fay = aCandidate(theFacilitator.id, {
  availability: busy(slot),
  reservations: [aReservation({ requestId: booked.id, slot })],
});

function asked(session: StandingSession, over: Partial<MatchingQuestion>): MatchingQuestion {
  const question: MatchingQuestion = {
    requestId: session.id,
    round: 2,
    requester: aRequester(),
    ask: anAsk({
      earliest: '2026-12-08',
      latest: '2026-12-09',
      times: ['morning'],
      participants: [aParticipant()],
    }),
    passed: session.passed,
    candidates: [fay, aCandidate('basil'), aCandidate('amber')],
    participants: [busy(slot)],
    now: at('2026-12-01T10:00'),
    policy: defaultPolicy,
    ...over,
  };
  return asRearrangement(question, session);
}

function found(session: StandingSession, over: Partial<MatchingQuestion> = {}): Matches {
  return findRearrangements(asked(session, over), session);
}

const who = ({ best }: Matches) => best.map(({ facilitator }) => facilitator.id);
const when = ({ best }: Matches) => best.map(({ slot: { start } }) => start);

describe('For a session without a facilitator', () => {
  const dropped = { ...uncovered, passed: [theFacilitator.id] };

  it('the same time comes first, with everybody who is free then; other times after it', () => {
    const matches = found(dropped);
    expect(when(matches).slice(0, 2)).toEqual([slot.start, slot.start]);
    expect(who(matches).slice(0, 2).toSorted()).toEqual(['amber', 'basil']);
    expect(when(matches)[2]).not.toBe(slot.start);
    expect(matches.best.map(({ id }) => id)).toEqual(['2-1', '2-2', '2-3']);
  });

  it('other times come first where another time had been asked for', () => {
    const matches = found({ ...dropped, rearranging: { askedBy: 'requester' } });
    expect(when(matches)).not.toContain(slot.start);
    expect(matches.best).toHaveLength(3);
  });

  it('whoever dropped out is not offered again', () => {
    expect(who(found(dropped))).not.toContain(theFacilitator.id);
  });

  it('the same time is kept whatever the notice, and whatever days were asked for', () => {
    const eve = {
      now: at('2026-12-07T16:00'),
      ask: anAsk({ latest: '2026-12-01', participants: [aParticipant()] }),
    };
    expect(when(found(dropped, eve))[0]).toBe(slot.start);
  });

  it('the session itself is in no participant’s way', () => {
    const [first] = found(dropped).best;
    expect(first!.reasons).toContainEqual({ kind: 'participants-free', free: 1, seen: 1 });
  });

  it('somebody whose own diary is full then is not offered that time', () => {
    const matches = found(dropped, {
      candidates: [fay, aCandidate('basil', { availability: busy(slot) }), aCandidate('amber')],
    });
    expect(who(matches)[0]).toBe('amber');
    expect(matches.best.filter(({ slot: { start } }) => start === slot.start)).toHaveLength(1);
  });

  it('whoever comes beside is offered it too: the session is in their diary because of that', () => {
    const besideThem = { facilitator: aFacilitatorRef({ id: 'amber' }), as: 'second' as const };
    const full = { availability: busy(slot) };
    const matches = found(
      { ...dropped, beside: besideThem },
      { candidates: [aCandidate('basil', full), aCandidate('amber', full)] },
    );
    expect(who(matches)[0]).toBe('amber');
    expect(when(matches)[0]).toBe(slot.start);
  });

  it('what is in the diary of whoever dropped out is in their way', () => {
    const matches = found({ ...dropped, passed: [] }, { candidates: [fay] });
    expect(when(matches)).not.toContain(slot.start);
  });

  it('other times are all there is where nobody is free then', () => {
    const full = { availability: busy(slot) };
    const matches = found(dropped, {
      candidates: [fay, aCandidate('basil', full), aCandidate('amber', full)],
    });
    expect(matches.best.length).toBeGreaterThan(0);
    expect(when(matches)).not.toContain(slot.start);
  });
});

describe('For another time', () => {
  it('the same facilitator comes first, whoever else has had fewer sessions', () => {
    const matches = found(booked);
    expect(who(matches)[0]).toBe(theFacilitator.id);
    expect(when(matches)).not.toContain(slot.start);
  });

  it('a time that shares some of it comes only where there is no other', () => {
    const matches = found(booked, { policy: { ...defaultPolicy, matchesShown: 99 } });
    expect(matches.best.some(({ slot: each }) => overlaps(each, slot))).toBe(false);
  });

  it('half an hour later is possible: their own session does not stand in their way', () => {
    const only = { ask: anAsk({ earliest: '2026-12-08', latest: '2026-12-08', times: ['morning'] }) };
    const matches = found(booked, {
      ...only,
      policy: { ...defaultPolicy, matchesShown: 99, sessionTargetDays: 1 },
      candidates: [fay],
      now: at('2026-12-01T10:00'),
    });
    expect(when(matches)).toContain(at('2026-12-08T10:30'));
  });

  it('a session of another request does', () => {
    const candidate = aCandidate(theFacilitator.id, {
      availability: busy(slot),
      reservations: [aReservation({ requestId: 'another', slot: aSlot('2026-12-08T12:00') })],
    });
    const matches = found(booked, {
      ask: anAsk({ earliest: '2026-12-08', latest: '2026-12-08', times: ['morning'] }),
      policy: { ...defaultPolicy, matchesShown: 99, sessionTargetDays: 1 },
      candidates: [candidate],
    });
    expect(when(matches)).toContain(at('2026-12-08T10:00') - 60 * 60_000);
    expect(when(matches)).not.toContain(at('2026-12-08T10:30'));
  });

  it('needs two working days’ notice and no more, and reaches as far as the target when the dates have gone by', () => {
    const matches = found(booked, {
      ask: anAsk({ earliest: '2026-11-30', latest: '2026-12-01', times: ['morning'], days: ['thursday'] }),
      policy: { ...defaultPolicy, matchesShown: 99 },
    });
    expect(when(matches)[0]).toBe(at('2026-12-03T09:00'));
    expect(Math.max(...when(matches))).toBe(at('2026-12-31T11:00'));
  });

  it('others are offered where the same facilitator cannot', () => {
    const matches = found(booked, { candidates: [aCandidate('basil'), aCandidate('amber')] });
    expect(who(matches).slice(0, 2).toSorted()).toEqual(['amber', 'basil']);
  });

  it('nothing is offered twice', () => {
    const { best } = found(booked, { policy: { ...defaultPolicy, matchesShown: 99 }, candidates: [fay] });
    expect(new Set(best.map((match) => match.slot.start)).size).toBe(best.length);
  });

  it('somebody else’s own diary keeps its buffer, also where it is full at the time of the session', () => {
    const matches = (basil: Candidate) =>
      when(
        found(booked, {
          ask: anAsk({ earliest: '2026-12-08', latest: '2026-12-08' }),
          policy: { ...defaultPolicy, matchesShown: 99, sessionTargetDays: 1, bufferMinutes: 30 },
          candidates: [basil],
        }),
      );
    expect(matches(aCandidate('basil'))).toContain(slot.end);
    expect(matches(aCandidate('basil', { availability: busy(slot) }))).not.toContain(slot.end);
  });
});

describe('A session that is moved to', () => {
  const itself = aSlot('2026-12-09T09:00');
  const rules = (to: Interval, over: Partial<MatchingQuestion> = {}, session: StandingSession = booked) =>
    keepsRules(asked(session, over), session, to);

  it.each<[string, Interval, boolean]>([
    ['a time asked for keeps the rules', itself, true],
    ['half an hour later does', aSlot('2026-12-08T10:30'), true],
    ['a shorter time does not', aSlot('2026-12-09T09:00', 60), false],
    ['a longer time does not', aSlot('2026-12-09T09:00', 120), false],
    ['an afternoon does not, where a morning was asked for', aSlot('2026-12-09T14:00'), false],
    ['a day without enough notice does not', aSlot('2026-12-02T10:00'), false],
    ['a Saturday does not', aSlot('2026-12-12T10:00'), false],
  ])('%s', (_what, to, isKept) => {
    expect(rules(to)).toBe(isKept);
  });

  it('a time its facilitator does not have keeps them not, whoever else has it', () => {
    const full = aCandidate(theFacilitator.id, { availability: busy(slot, itself) });
    expect(rules(itself, { candidates: [full, aCandidate('basil')] })).toBe(false);
    const fullBasil = aCandidate('basil', { availability: busy(itself) });
    expect(rules(itself, { candidates: [fay, fullBasil] })).toBe(true);
  });

  it('a time it already stands at in the diary, because Outlook moved it there, keeps them', () => {
    const moved = aRequest.booked({ outlook: { movedTo: itself } });
    const diary = aCandidate(theFacilitator.id, { availability: busy(itself) });
    expect(rules(itself, { candidates: [diary] }, moved)).toBe(true);
  });
});
