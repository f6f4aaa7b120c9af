/** A booked session that moves to another time, or is rearranged while something else happens to it. */
import { MINUTE_MS } from '../../src/domain/intervals';
import type { Beside } from '../../src/domain/match';
import {
  askedOf,
  type Chosen,
  eventAttempt,
  facilitatorsOf,
  isSameTime,
  isStanding,
  planOf,
  type StandingSession,
} from '../../src/domain/rearranging';
import type { Request } from '../../src/domain/request';
import {
  aMatch,
  anotherFacilitator,
  aRequest,
  aSessionEvent,
  aStranger,
  at,
  theCoordinator,
  theFacilitator,
  theRequester,
} from '../builders';
import { amber, askedInstead, later, slot, story } from './story';

const toMove = () => {
  const told = story(aRequest.booked()).by(theCoordinator, { kind: 'another-time', attempt: 1 });
  return told.finds({ slot: later }, { facilitator: amber, slot: later });
};

describe('Another time', () => {
  it.each([
    ['the requester', theRequester, 'requester', true],
    ['the facilitator', theFacilitator, 'facilitator', true],
    ['a coordinator', theCoordinator, 'coordinator', false],
  ] as const)('is asked for by %s', (_who, by, askedBy, calls) => {
    const told = story(aRequest.booked()).by(by, { kind: 'another-time', attempt: 1 });
    expect(told.request).toMatchObject({ state: 'booked', rearranging: { askedBy }, match: { slot } });
    expect(told.asked.includes('call-coordinators')).toBe(calls);
  });

  it('is not for strangers, not for a session looked at as it was, and not too late', () => {
    const told = story(aRequest.booked());
    expect(told.refuses(aStranger, { kind: 'another-time', attempt: 1 })).toBe('requester-only');
    expect(told.refuses(theRequester, { kind: 'another-time', attempt: 2 })).toBe('changed-meanwhile');
    const eve = story(aRequest.booked(), { now: at('2026-12-07T17:00') });
    expect(eve.refuses(theRequester, { kind: 'another-time', attempt: 1 })).toBe('accepted');
    const late = story(aRequest.booked(), { now: at('2026-12-07T17:01') });
    expect(late.refuses(theRequester, { kind: 'another-time', attempt: 1 })).toBe('too-late-to-move');
  });

  it('with the same facilitator moves the event, and until it has moved the session stands as it was', () => {
    const told = toMove().by(theCoordinator, { kind: 'approve', matchId: '2-1' });
    expect(told.asked).toEqual(['reserve 2', 'show-coordinators', 'show-requester']);
    expect(told.request).toMatchObject({ state: 'booked', attempt: 1, match: { slot } });
    told.reports({ kind: 'reserved', attempt: 2 });
    expect(told.asked[0]).toBe('move-event 2');
    expect(told.request).toMatchObject({ state: 'booked', match: { slot } });
    told.reports({ kind: 'moved', attempt: 2 });
    expect(told.request).toMatchObject({
      state: 'booked',
      attempt: 2,
      match: { slot: later, facilitator: { id: theFacilitator.id } },
      event: aRequest.booked().event,
    });
    expect(told.asked.slice(0, 2)).toEqual(['release 1', 'show-facilitator 1']);
    expect(told.asked).toEqual(
      expect.arrayContaining(['end-session 2', 'show-facilitator 2', 'call-requester']),
    );
    expect(isStanding(told.request) && eventAttempt(told.request)).toBe(1);
  });

  it('with another facilitator asks them before it counts as booked, and says why not the first', () => {
    const told = toMove();
    expect(told.refuses(theCoordinator, { kind: 'approve', matchId: '2-2' })).toBe('reason-needed');
    told.by(theCoordinator, { kind: 'approve', matchId: '2-2', because: 'time-suits' });
    expect(told.request.state).toBe('uncovered');
    expect(told.asked).toEqual([
      'release 1',
      'end-uncovered 1',
      'show-facilitator 1',
      'reserve 2',
      'show-coordinators',
      'show-requester',
    ]);
    told.reports({ kind: 'reserved', attempt: 2 });
    told.reports({ kind: 'moved', attempt: 2 });
    expect(told.request).toMatchObject({ state: 'uncovered', match: { slot: later } });
    expect(told.asked.slice(0, 3)).toEqual(['end-uncovered 1', 'invite-participants 2', 'secure-meeting 2']);
    told.reports({ kind: 'meeting-secured', attempt: 2, openingChecks: [] });
    told.reports({ kind: 'answered', attempt: 2, answer: 'accepted' });
    expect(told.request).toMatchObject({ state: 'booked', match: { slot: later, facilitator: amber } });
  });

  it.each(['slot-taken', 'diary-busy', 'cap-reached', 'could-not-arrange'] as const)(
    'that is lost (%s) leaves the session as it was, and the coordinator chooses again',
    (why) => {
      const told = toMove().by(theCoordinator, { kind: 'approve', matchId: '2-1' });
      told.reports({ kind: 'slot-lost', attempt: 2, why });
      expect(told.request).toMatchObject({
        state: 'booked',
        attempt: 1,
        match: { slot },
        passed: [],
        rearranging: { askedBy: 'coordinator', setback: { why } },
      });
      expect(told.asked.slice(0, 2)).toEqual(['release 2', 'find-matches']);
      told.finds({ slot: later });
      told.by(theCoordinator, { kind: 'approve', matchId: `${told.request.round}-1` });
      expect(told.asked[0]).toBe('reserve 3');
    },
  );

  it('is not taken when the coordinator keeps the time, and the requester who asked is told', () => {
    const told = story(aRequest.booked()).by(theRequester, { kind: 'another-time', attempt: 1 });
    told.by(theCoordinator, { kind: 'keep-time', attempt: 1 });
    expect(told.request).not.toHaveProperty('rearranging');
    expect(told.request).toMatchObject({ state: 'booked', match: { slot } });
    expect(told.asked).toContain('call-requester');
  });

  it('that is what is booked already is no choice', () => {
    const told = story(aRequest.booked()).by(theCoordinator, { kind: 'another-time', attempt: 1 });
    told.finds({ slot });
    expect(told.refuses(theCoordinator, { kind: 'approve', matchId: '2-1' })).toBe('matches-outdated');
  });

  it('is decided once: of two coordinators who choose differently the second is told', () => {
    const told = toMove().by(theCoordinator, { kind: 'approve', matchId: '2-1' });
    expect(told.refuses(theCoordinator, { kind: 'approve', matchId: '2-2', because: 'time-suits' })).toBe(
      'already-decided',
    );
    expect(told.refuses(theCoordinator, { kind: 'keep-time', attempt: 1 })).toBe('being-arranged');
  });
});

describe('While a session is being rearranged', () => {
  it('withdrawing, cancelling and losing the event leave no event and nobody’s time behind', () => {
    const ends: ((told: ReturnType<typeof askedInstead>) => unknown)[] = [
      (told) => told.by(theRequester, { kind: 'withdraw' }),
      (told) => told.by(theCoordinator, { kind: 'cancel', attempt: 1, reason: 'not-needed' }),
      (told) => told.reports({ kind: 'slot-lost', attempt: 2, why: 'event-gone' }),
      (told) => told.reports({ kind: 'slot-lost', attempt: 1, why: 'event-gone' }),
    ];
    for (const end of ends) {
      const told = askedInstead();
      end(told);
      expect(['closed', 'submitted']).toContain(told.request.state);
      expect(told.asked).toEqual(expect.arrayContaining(['cancel-event 1', 'release 1', 'release 2']));
      expect(told.asked).toContain('show-facilitator 2');
      expect(told.request.attempt).toBe(2);
    }
  });

  it('a facilitator who declines at the same moment makes it uncovered, and what was chosen is given up', () => {
    const told = toMove().by(theCoordinator, { kind: 'approve', matchId: '2-1' });
    told.by(theFacilitator, { kind: 'cannot', attempt: 1 });
    expect(told.request).toMatchObject({ state: 'uncovered', tried: 2 });
    expect(told.asked).toEqual(expect.arrayContaining(['release 1', 'release 2']));
    told.reports({ kind: 'reserved', attempt: 2 });
    expect(told.asked).toEqual([]);
    told.finds({ facilitator: amber, slot });
    told.by(theCoordinator, { kind: 'approve', matchId: `${told.request.round}-1` });
    expect(told.asked[0]).toBe('reserve 3');
  });

  it('an outcome of an attempt that no longer goes on changes nothing', () => {
    const told = askedInstead().by(anotherFacilitator, { kind: 'accept', attempt: 2 });
    for (const outcome of [
      { kind: 'reserved', attempt: 1 },
      { kind: 'moved', attempt: 2 },
      { kind: 'event-created', attempt: 1, event: aRequest.booked().event },
      { kind: 'answer-overdue', attempt: 2 },
      { kind: 'uncovered-begun', attempt: 1 },
      { kind: 'answered', attempt: 1, answer: 'declined' },
    ] as const) {
      const was = told.request;
      told.reports(outcome);
      expect(told.request).toEqual(was);
      expect(told.asked).toEqual([]);
    }
  });
});

it('an event made for an earlier attempt is not taken down under a session that was held in it', () => {
  const held = aRequest.held({ attempt: 2, madeIn: 1 });
  const told = story(held).reports({ kind: 'event-created', attempt: 1, event: held.event });
  expect(told.asked).toEqual([]);
});

/** What has been chosen for a standing session: Amber, at the later time. */
const match = aMatch({ facilitator: amber, slot: later });
const answerBy = at('2026-12-03T17:00');
const chosenAt = (stage: Chosen['stage']) => ({
  rearranging: { chosen: { attempt: 2, match, by: theCoordinator, stage } },
});
const beside: Beside = { facilitator: amber, as: 'second' };
const event = aSessionEvent();

describe('What is being arranged under an attempt', () => {
  const fay: Beside = { facilitator: aMatch().facilitator, as: 'second' };
  const securing = chosenAt({ at: 'securing' });

  it.each<[string, Request, number, ReturnType<typeof planOf>]>([
    ['for the first time', aRequest.approved(), 1, { attempt: 1, match: aMatch(), event }],
    [
      'before there is an event',
      aRequest.approved({ stage: { at: 'creating' } }),
      1,
      { attempt: 1, match: aMatch() },
    ],
    [
      'with somebody beside them',
      aRequest.approved({ beside }),
      1,
      { attempt: 1, match: aMatch(), beside, event },
    ],
    ['in place of what stands', aRequest.booked(securing), 2, { attempt: 2, match, event }],
    [
      'with whoever came beside the one before',
      aRequest.uncovered({ ...securing, beside: fay }),
      2,
      { attempt: 2, match, event, beside: fay },
    ],
    [
      'with nobody beside them, where they themselves were to be',
      aRequest.uncovered({ ...securing, beside }),
      2,
      { attempt: 2, match, event },
    ],
    ['is nothing under another one', aRequest.approved(), 2, undefined],
    ['is nothing where all stands', aRequest.booked(), 1, undefined],
    ['is nothing under the attempt that stands', aRequest.booked(securing), 1, undefined],
    ['is nothing while it is offered', aRequest.offered(), 1, undefined],
  ])('%s', (_what, request, attempt, plan) => {
    expect(planOf(request, attempt)).toStrictEqual(plan);
  });
});

describe('Whose answer is waited for', () => {
  const offered = aRequest.offered();
  const asked = chosenAt({ at: 'asked', answerBy });

  it.each<[string, Request, number, object | undefined]>([
    [
      'that of whom it is offered to',
      offered,
      1,
      { match: offered.match, event, answerBy: offered.answerBy },
    ],
    ['nobody’s for another attempt', offered, 2, undefined],
    ['that of whom was chosen instead', aRequest.uncovered(asked), 2, { match, event, answerBy }],
    ['nobody’s for the one before that', aRequest.uncovered(asked), 1, undefined],
    ['nobody’s before they are asked', aRequest.uncovered(chosenAt({ at: 'securing' })), 2, undefined],
    ['nobody’s where all stands', aRequest.booked(), 1, undefined],
    ['nobody’s before it is offered', aRequest.approved(), 1, undefined],
  ])('%s', (_whose, request, attempt, answer) => {
    const asked = askedOf(request, attempt);
    expect(asked && { match: asked.match, event: asked.event, answerBy: asked.answerBy }).toEqual(answer);
  });
});

describe('On the list of the event', () => {
  const { id: fay } = theFacilitator;

  it.each<[string, StandingSession, readonly string[]]>([
    ['is its facilitator', aRequest.booked(), [fay]],
    ['is whoever comes beside them', aRequest.booked({ beside }), [fay, amber.id]],
    ['is not yet whoever is to take over', aRequest.booked(chosenAt({ at: 'asked', answerBy })), [fay]],
    ['is nobody who dropped out', aRequest.uncovered(), []],
    ['is whoever is asked', aRequest.uncovered(chosenAt({ at: 'asked', answerBy })), [amber.id]],
    ['is whoever is about to be', aRequest.uncovered(chosenAt({ at: 'securing' })), [amber.id]],
    ['is nobody whose time is not held yet', aRequest.uncovered(chosenAt({ at: 'reserving' })), []],
    ['is nobody before the event has moved', aRequest.uncovered(chosenAt({ at: 'moving' })), []],
    ['is whoever comes beside nobody', aRequest.uncovered({ beside }), [amber.id]],
    [
      'is once whoever is asked and was to come beside',
      aRequest.uncovered({ ...chosenAt({ at: 'securing' }), beside }),
      [amber.id],
    ],
  ])('%s', (_who, session, ids) => {
    expect(facilitatorsOf(session).map(({ id }) => id)).toStrictEqual(ids);
  });
});

it('two times are the same that begin and end together', () => {
  expect(isSameTime(slot, { ...slot })).toBe(true);
  expect(isSameTime(slot, { ...slot, end: slot.end + MINUTE_MS })).toBe(false);
  expect(isSameTime(slot, { ...slot, start: slot.start - MINUTE_MS })).toBe(false);
});
