import fc from 'fast-check';
import { decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/decisions/decision';
import { facilitatorMissing, isOnTheDay } from '../../src/domain/facilitator-missing';
import { type Instant, MINUTE_MS } from '../../src/domain/intervals';
import type { Person } from '../../src/domain/people';
import type { Request } from '../../src/domain/request';
import {
  aMatch,
  anAsk,
  aParticipant,
  aRequest,
  aRequester,
  aSlot,
  aStranger,
  at,
  facts,
  theCoordinator,
  theFacilitator,
  theRequester,
} from '../builders';

const { slot } = aMatch();
const colleague: Person = { id: 'colleague', name: 'Connie Colleague' };
const participant: Person = { id: 'sam', name: 'Sam Saffron' };
const requester = aRequester({ colleague: { mail: 'connie@norfolk-sandbox.example', id: colleague.id } });
const ask = anAsk({ participants: [aParticipant(), aParticipant({ id: 'SAM' })] });
const booked = aRequest.booked({ requester, ask });

const says = (request: Request, now: Instant, by = theRequester, start = slot.start) =>
  decide(request, { kind: 'facilitator-missing', requestId: request.id, start, by }, facts({ now }));
const answer = (...asked: Parameters<typeof says>) => {
  const decision = says(...asked);
  if (isRefusal(decision)) return decision.refused;
  return decision.effects.length > 0 ? 'called' : 'known';
};

describe('That the facilitator has not come', () => {
  it.each([
    ['the day before', '2026-12-07T10:12', 'not-begun'],
    ['four minutes after it began', '2026-12-08T10:04', 'not-begun'],
    ['five minutes after it began', '2026-12-08T10:05', 'called'],
    ['in its last minute', '2026-12-08T11:29', 'called'],
    ['at its end', '2026-12-08T11:30', 'session-over'],
  ])('is said %s', (_when, now, expected) => {
    expect(answer(booked, at(now))).toBe(expected);
    expect(answer(aRequest.uncovered({ requester, ask }), at(now))).toBe(expected);
  });

  it.each([
    ['the requester', theRequester, 'called'],
    ['the colleague who may act for them', colleague, 'called'],
    ['a participant, however their id is written', participant, 'called'],
    ['the facilitator', theFacilitator, 'not-taking-part'],
    ['a coordinator', theCoordinator, 'not-taking-part'],
    ['a stranger', aStranger, 'not-taking-part'],
  ])('can be said by %s', (_who, by, expected) => {
    expect(answer(booked, at('2026-12-08T10:12'), by)).toBe(expected);
  });

  it('calls the coordinators at once, shows it, and keeps when but not who', () => {
    const decision = says(booked, at('2026-12-08T10:12'), participant);
    if (isRefusal(decision)) throw new Error(`Expected it to be accepted, got ${decision.refused}`);
    expect(decision.effects).toEqual([
      { kind: 'call-coordinators', about: 'facilitator-missing' },
      { kind: 'show-coordinators' },
      { kind: 'show-requester' },
    ]);
    expect(decision.next).toEqual({ ...booked, missing: { at: at('2026-12-08T10:12') } });
  });

  it('is shown to the lead too, where they have been told of the request', () => {
    const decision = says({ ...booked, leadTold: true }, at('2026-12-08T10:12'));
    if (isRefusal(decision)) throw new Error(`Expected it to be accepted, got ${decision.refused}`);
    expect(decision.effects.map(({ kind }) => kind)).toEqual([
      'call-coordinators',
      'show-coordinators',
      'show-lead',
      'show-requester',
    ]);
  });

  it('stands from the first moment at which it can be said, until the session is over', () => {
    const missing = { at: slot.start + 5 * MINUTE_MS };
    expect(facilitatorMissing({ ...booked, missing })).toEqual(missing);
    expect(facilitatorMissing({ ...booked, missing: { at: missing.at - 1 } })).toBeUndefined();
    expect(facilitatorMissing(aRequest.held({ missing }))).toBeUndefined();
  });

  it('calls them once, however many say it', () => {
    const missed = { ...booked, missing: { at: at('2026-12-08T10:06') } };
    for (const by of [theRequester, colleague, participant])
      expect(answer(missed, at('2026-12-08T10:12'), by)).toBe('known');
  });

  it('is nothing to say of a session that was moved, even to later on the same day', () => {
    const later = aMatch({ slot: aSlot('2026-12-08T10:30') });
    expect(answer({ ...booked, match: later }, at('2026-12-08T10:12'))).toBe('session-moved');
    const missed = { ...booked, match: later, missing: { at: at('2026-12-08T10:12') } };
    expect(facilitatorMissing(missed)).toBeUndefined();
    expect(answer(missed, at('2026-12-08T10:40'), participant, later.slot.start)).toBe('called');
  });

  it.each([
    ['cancelled', { kind: 'cancelled' }, 'not-taking-place'],
    ['found not to have been held', { kind: 'not-held' }, 'not-taking-place'],
    ['completed', { kind: 'completed' }, 'session-over'],
  ] as const)('is answered once it was %s', (_how, outcome, expected) => {
    expect(answer(aRequest.closed({ outcome }), at('2026-12-08T10:12'))).toBe(expected);
    expect(answer(aRequest.closed({ outcome }), at('2026-12-08T10:12'), aStranger)).toBe('not-taking-part');
  });

  it('is forgotten when the session ends', () => {
    const missed = { ...booked, missing: { at: at('2026-12-08T10:12') } };
    const ended = decide(
      missed,
      { kind: 'session-ended', attempt: 1, requestId: missed.id, by: 'system' },
      facts({ now: slot.end }),
    );
    expect(ended).toMatchObject({ next: { state: 'held' } });
    expect(JSON.stringify(ended)).not.toContain('missing');
  });

  it('never changes anything but that it was said, whenever and by whomever', () => {
    const people = [theRequester, colleague, participant, theFacilitator, theCoordinator, aStranger];
    const minutes = fc.integer({ min: -2 * 24 * 60, max: 2 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...people), (after, by) => {
        const now = slot.start + after * MINUTE_MS;
        const decision = says(booked, now, by);
        const isDue = after >= 5 && now < slot.end;
        const comes = [theRequester, colleague, participant].includes(by);
        expect(isRefusal(decision)).toBe(!isDue || !comes);
        if (!isRefusal(decision)) expect({ ...decision.next, missing: undefined }).toEqual({ ...booked });
      }),
    );
  });
});

describe('The day of a session', () => {
  it.each([
    ['2026-12-07T23:59', false],
    ['2026-12-08T00:00', true],
    ['2026-12-08T11:29', true],
    ['2026-12-08T11:30', false],
  ])('%s: %s', (now, expected) => {
    expect(isOnTheDay(aMatch(), at(now))).toBe(expected);
  });
});
