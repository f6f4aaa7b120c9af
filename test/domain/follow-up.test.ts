import { isRefusal } from '../../src/domain/decisions/decision';
import { decide } from '../../src/domain/decide';
import { close } from '../../src/domain/decisions/transitions';
import { earlierFacilitator, followUpOf } from '../../src/domain/follow-up';
import { findMatches, type MatchingQuestion } from '../../src/domain/matching';
import { defaultPolicy, type Policy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import type { Outcome } from '../../src/domain/outcome';
import {
  aFacilitator,
  anAsk,
  answers,
  aRequest,
  aRequester,
  aReservation,
  askedAt,
  aSlot,
  facts,
  theCoordinator,
  theFacilitator,
  theRequester,
} from '../builders';

const id = aRequest.held().id;
const completed = { kind: 'completed' } as const;

describe('A follow-up', () => {
  it.each<[string, Request, ReturnType<typeof followUpOf>]>([
    ['a session just held', aRequest.held(), { requestId: id, facilitator: theFacilitator.id }],
    [
      'one completed since',
      aRequest.closed({ outcome: completed, facilitatedBy: theFacilitator.id }),
      { requestId: id, facilitator: theFacilitator.id },
    ],
    ['one whose facilitator is not known', aRequest.closed({ outcome: completed }), { requestId: id }],
  ])('goes on from %s', (_what, earlier, expected) => {
    expect(followUpOf(earlier)).toStrictEqual(expected);
  });

  const notHeld: Outcome[] = [
    { kind: 'withdrawn' },
    { kind: 'cancelled' },
    { kind: 'silent' },
    { kind: 'not-held' },
    { kind: 'declined', reason: 'another-door', by: theCoordinator },
  ];
  it.each<Request>([
    aRequest.submitted(),
    aRequest.booked(),
    ...notHeld.map((outcome) => aRequest.closed({ outcome })),
  ])('cannot go on from what was never held: $state $outcome.kind', (earlier) => {
    expect(followUpOf(earlier)).toBeUndefined();
  });

  it('is still known by its facilitator once the session is closed', () => {
    const { next } = close(aRequest.held(), completed, facts());
    expect(followUpOf(next)).toEqual(followUpOf(aRequest.held()));
  });

  it('leaves nothing of a facilitator behind where no session was held', () => {
    for (const { next } of [
      close(aRequest.booked(), { kind: 'withdrawn' }, facts()),
      close(aRequest.held(), { kind: 'not-held', reason: 'technical' }, facts()),
    ])
      expect(next).not.toHaveProperty('facilitatedBy');
  });

  it('is kept in what is asked for', () => {
    const earlier = { requestId: 'earlier-request', facilitator: theFacilitator.id };
    const command = { kind: 'submit', requestId: 'new', answers: answers(), by: theRequester } as const;
    const decided = decide(undefined, { ...command, followUpOf: earlier }, facts());
    expect(!isRefusal(decided) && decided.next.ask.followUpOf).toEqual(earlier);
    const first = decide(undefined, command, facts());
    expect(!isRefusal(first) && first.next.ask).not.toHaveProperty('followUpOf');
  });
});

describe('Who facilitates a follow-up', () => {
  const fay = aFacilitator({ id: 'fay', mail: 'fay@norfolk-sandbox.example' });
  const amber = aFacilitator({ id: 'amber', mail: 'amber@norfolk-sandbox.example' });
  const basil = aFacilitator({ id: 'basil', mail: 'basil@norfolk-sandbox.example' });
  const free = { known: true, busy: [] } as const;
  /** Fay facilitated before, and has more sessions this month than the others. */
  function matchesWith(over: Partial<Policy>, ask: Parameters<typeof anAsk>[0] = {}) {
    const question: MatchingQuestion = {
      requestId: 'request-1',
      round: 1,
      requester: aRequester(),
      ask: anAsk({
        participants: [],
        followUpOf: { requestId: 'earlier-request', facilitator: 'fay' },
        ...ask,
      }),
      passed: [],
      candidates: [
        {
          facilitator: fay,
          availability: free,
          reservations: [aReservation({ slot: aSlot('2026-12-21T10:00') })],
        },
        ...[amber, basil].map((facilitator) => ({ facilitator, availability: free, reservations: [] })),
      ],
      participants: [],
      now: askedAt,
      policy: { ...defaultPolicy, ...over },
    };
    const found = findMatches(question);
    return { ...found, who: found.best.map(({ facilitator }) => facilitator.id) };
  }

  it('is the same person first by default, with that as a reason, and then somebody else to choose from', () => {
    const { best, who } = matchesWith({});
    expect(who[0]).toBe('fay');
    expect(new Set(who)).toEqual(new Set(['fay', 'amber', 'basil']));
    expect(best[0]!.reasons).toContainEqual({ kind: 'facilitated-before' });
    expect(best[1]!.reasons).not.toContainEqual({ kind: 'facilitated-before' });
  });

  it('is never the same person where policy wants a fresh one', () => {
    const { who, removed } = matchesWith({ followUpFacilitator: 'fresh' });
    expect(who).not.toContain('fay');
    expect(removed).toEqual({ 'facilitated-before': 1 });
  });

  it.each<[string, Partial<Policy>, Parameters<typeof anAsk>[0]]>([
    ['where policy wants neither', { followUpFacilitator: 'either' }, {}],
    ['where it is not known who it was', {}, { followUpOf: { requestId: 'earlier-request' } }],
  ])('is judged like any other %s', (_when, policy, ask) => {
    const { best, who, removed } = matchesWith(policy, ask);
    expect(who.slice(0, 3)[2]).toBe('fay');
    expect(best.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).not.toContain(
      'facilitated-before',
    );
    expect(removed).toEqual({});
  });

  it('is not the same person against a hard rule', () => {
    const { who, removed } = matchesWith({ sessionsPerMonth: 1 });
    expect(who).not.toContain('fay');
    expect(removed).toEqual({ cap: 1 });
  });

  it('concerns only a follow-up', () => {
    const { followUpOf: _none, ...ask } = anAsk();
    expect(earlierFacilitator(ask, defaultPolicy)).toStrictEqual({});
  });
});
