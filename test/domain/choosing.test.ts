/** What a coordinator has chosen for a session that stands, at each step until it is booked so or comes to nothing. */
import type { Request, SystemCommand } from '../../src/domain/request';
import {
  aMatch,
  anAsk,
  aParticipant,
  aRequest,
  aSlot,
  anotherFacilitator,
  at,
  someMatches,
  theCoordinator,
  theFacilitator,
  theRequester,
} from '../builders';
import { defaultPolicy } from '../../src/domain/policy';
import { accepted, refusedOf } from './decided';
import { amber, askedInstead, before, droppedOut, later, slot, story } from './story';

const reserving = { at: 'reserving' } as const;

/** Another time with Fay, or with Amber at that time. */
const wanted = (by = theCoordinator, over = before) =>
  story(aRequest.booked(), over)
    .by(by, { kind: 'another-time', attempt: 1 })
    .finds({ slot: later }, { facilitator: amber, slot: later });
const chosen = () => wanted().by(theCoordinator, { kind: 'approve', matchId: '2-1' });
const toAmber = (by = theCoordinator) =>
  wanted(by).by(theCoordinator, { kind: 'approve', matchId: '2-2', because: 'time-suits' });

const outcome = (request: Request, reported: SystemCommand, now: number) =>
  accepted(request, { ...reported, requestId: request.id, by: 'system' }, { now });

describe('A choice', () => {
  it('is kept with who asked for another time, and with all there was to choose from', () => {
    for (const by of [theRequester, theFacilitator, theCoordinator]) {
      const told = wanted(by);
      const { askedBy, matches } = aRearranging(told.request);
      told.by(theCoordinator, { kind: 'approve', matchId: '2-1' });
      expect(aRearranging(told.request)).toEqual({
        askedBy,
        matches,
        chosen: { attempt: 2, match: matches!.best[0], by: theCoordinator, stage: reserving },
      });
    }
  });

  it('of somebody else keeps it too, with who has given the seat up', () => {
    for (const by of [theRequester, theFacilitator, theCoordinator]) {
      const { askedBy, matches } = aRearranging(wanted(by).request);
      expect(aRearranging(toAmber(by).request)).toEqual({
        askedBy,
        matches,
        chosen: {
          attempt: 2,
          match: matches!.best[1],
          by: theCoordinator,
          because: 'time-suits',
          stage: reserving,
        },
      });
      expect(toAmber(by).request).toMatchObject({ state: 'uncovered', round: 2, passed: [] });
    }
  });

  it('has its reason with the session once it is booked, and the first of the list needs none', () => {
    const told = toAmber();
    told.reports({ kind: 'reserved', attempt: 2 }).reports({ kind: 'moved', attempt: 2 });
    told.reports({ kind: 'meeting-secured', attempt: 2, openingChecks: [] });
    told.reports({ kind: 'answered', attempt: 2, answer: 'accepted' });
    expect(told.request).toMatchObject({ state: 'booked', because: 'time-suits' });
    const first = wanted().by(theCoordinator, { kind: 'approve', matchId: '2-1', because: 'time-suits' });
    expect(aRearranging(first.request).chosen).not.toHaveProperty('because');
    first.reports({ kind: 'reserved', attempt: 2 }).reports({ kind: 'moved', attempt: 2 });
    expect(first.request.state).toBe('booked');
    expect(first.request).not.toHaveProperty('because');
  });

  it('is of what was found in this round, and of a time to come', () => {
    const told = story(aRequest.booked()).by(theCoordinator, { kind: 'another-time', attempt: 1 });
    expect(told.refuses(theCoordinator, { kind: 'approve', matchId: '2-1' })).toBe('matches-outdated');
    const unasked = told.reports({ kind: 'matches-found', matches: someMatches({ round: 1 }), known: [] });
    expect(aRearranging(unasked.request)).not.toHaveProperty('matches');
    told.finds({ slot: aSlot('2026-12-01T10:00') }, { slot: later });
    expect(told.refuses(theCoordinator, { kind: 'approve', matchId: '2-1' })).toBe('matches-outdated');
    expect(told.refuses(theCoordinator, { kind: 'approve', matchId: '2-3' })).toBe('matches-outdated');
  });

  it('is not of somebody who has come to be one of those who take part', () => {
    const participants = [...anAsk().participants, aParticipant({ name: amber.name, mail: amber.mail })];
    const request = { ...wanted().request, ask: anAsk({ participants }) } as Request;
    const approve = { kind: 'approve', matchId: '2-2', because: 'time-suits' } as const;
    expect(story(request).refuses(theCoordinator, approve)).toBe('matches-outdated');
  });

  it.each([
    ['moves while there is notice enough', '2026-12-07T17:00', '1-1', 'accepted'],
    ['does not move a booked session later than that', '2026-12-07T17:01', '1-1', 'too-late-to-move'],
    ['is of somebody else at the same time until it begins', '2026-12-07T17:01', '1-2', 'accepted'],
  ])('%s', (_rule, now, matchId, said) => {
    const best = [aMatch({ slot: later }), aMatch({ id: '1-2', facilitator: amber, slot })];
    const rearranging = { askedBy: 'coordinator', matches: someMatches({ best }) } as const;
    const approve = { kind: 'approve', matchId, because: 'time-suits' } as const;
    const late = { now: at(now) };
    expect(story(aRequest.booked({ rearranging }), late).refuses(theCoordinator, approve)).toBe(said);
    // Nobody has promised to come at that time any more.
    expect(story(aRequest.uncovered({ rearranging }), late).refuses(theCoordinator, approve)).toBe(
      'accepted',
    );
  });

  it('is one at a time, and another time is asked for once', () => {
    expect(wanted().refuses(theRequester, { kind: 'another-time', attempt: 1 })).toBe('already-decided');
    expect(wanted().refuses(theCoordinator, { kind: 'keep-time', attempt: 2 })).toBe('changed-meanwhile');
  });

  it('of the time as it is tells the requester only where they had asked for another', () => {
    const kept = (by: typeof theRequester) =>
      wanted(by).by(theCoordinator, { kind: 'keep-time', attempt: 1 });
    expect(kept(theRequester).asked).toContain('call-requester');
    expect(kept(theFacilitator).asked).not.toContain('call-requester');
    expect(kept(theCoordinator).asked).not.toContain('call-requester');
  });
});

describe('A step of what was chosen', () => {
  it.each<[string, SystemCommand]>([
    ['moving', { kind: 'moved', attempt: 2 }],
    ['securing', { kind: 'meeting-secured', attempt: 2, openingChecks: ['lobby'] }],
    ['a yes', { kind: 'answered', attempt: 2, answer: 'accepted' }],
    ['a no', { kind: 'answered', attempt: 2, answer: 'declined' }],
    ['silence', { kind: 'answer-overdue', attempt: 2 }],
    ['making an event', { kind: 'event-created', attempt: 2, event: aRequest.booked().event }],
  ])('that comes before its turn changes nothing: %s', (_step, reported) => {
    for (const told of [chosen(), toAmber()]) {
      const { request } = told;
      expect(told.reports(reported)).toMatchObject({ request, asked: [] });
    }
  });

  it.each([
    ['later', later, slot.start],
    ['earlier', aSlot('2026-12-04T10:00'), at('2026-12-04T10:00')],
  ])('is not taken once the session would have begun, be it %s', (_when, wantedSlot, limit) => {
    const told = story(aRequest.booked()).by(theCoordinator, { kind: 'another-time', attempt: 1 });
    told.finds({ slot: wantedSlot }).by(theCoordinator, { kind: 'approve', matchId: '2-1' });
    const reserved = { kind: 'reserved', attempt: 2 } as const;
    expect(outcome(told.request, reserved, limit - 1).effects[0]).toMatchObject({ kind: 'move-event' });
    const begun = outcome(told.request, reserved, limit);
    expect(aRearranging(begun.next).setback).toMatchObject({ why: 'could-not-arrange' });
    expect(begun.effects[0]).toMatchObject({ kind: 'release', attempt: 2 });
  });

  it('is a yes in Outlook or on the card, until the session begins', () => {
    const { request } = askedInstead();
    const inOutlook = { kind: 'answered', attempt: 2, answer: 'accepted' } as const;
    expect(outcome(request, inOutlook, slot.start - 1).next.state).toBe('booked');
    const tooLate = outcome(request, inOutlook, slot.start).next;
    expect(aRearranging(tooLate).setback).toMatchObject({ why: 'could-not-arrange' });
    const onCard = { kind: 'accept', attempt: 2, requestId: request.id, by: anotherFacilitator } as const;
    expect(refusedOf(request, onCard, { now: slot.start })).toBe('too-late');
    const booked = accepted(request, onCard, { now: slot.start - 1 }).next;
    expect(booked).toMatchObject({ state: 'booked', acceptedAt: slot.start - 1 });
    expect(outcome(request, inOutlook, slot.start - 1).next).not.toHaveProperty('acceptedAt');
  });
});

describe('What was chosen comes to nothing', () => {
  const requester = { kind: 'not-reached', who: 'requester' } as const;
  const ofFay = { kind: 'not-reached', who: 'facilitator', attempt: 1 } as const;
  const notRemoved = { kind: 'not-removed', attempt: 2 } as const;

  it('and whoever was not yet asked is not told, nor passed over another time', () => {
    const told = toAmber().reports({ kind: 'reserved', attempt: 2 });
    told.reports({ kind: 'slot-lost', attempt: 2, why: 'diary-busy' });
    expect(told.request.passed).toEqual([]);
    expect(told.asked).toEqual([
      'put-back-event 1',
      'release 2',
      'find-matches',
      'invite-participants 1',
      'show-coordinators',
      'call-coordinators',
      'show-requester',
    ]);
  });

  it('and whoever was asked and cannot sees it, and is not asked again', () => {
    const told = askedInstead().reports({ kind: 'answered', attempt: 2, answer: 'declined' });
    expect(told.request.passed).toEqual([theFacilitator.id, anotherFacilitator.id]);
    expect(told.asked).toEqual([
      'release 2',
      'find-matches',
      'invite-participants 1',
      'show-facilitator 2',
      'show-coordinators',
      'call-coordinators',
      'show-requester',
    ]);
  });

  it('and only what was a trouble with whoever was asked is over', () => {
    const troubles = [requester, ofFay, notRemoved];
    const request = { ...chosen().request, troubles } as Request;
    const told = story(request).reports({ kind: 'slot-lost', attempt: 2, why: 'slot-taken' });
    expect(told.request.troubles).toEqual(troubles);
  });

  it.each([
    ['goes back to its time where nobody knows whether it has been moved', 'coordinator', 'moving', true],
    ['was not moved yet while the time was being reserved', 'coordinator', 'reserving', false],
    ['stays where somebody put it in Outlook, until a person has decided', 'outlook', 'moving', false],
  ] as const)('and the event %s', (_rule, askedBy, stage, goesBack) => {
    const rearranging = {
      askedBy,
      chosen: { attempt: 2, match: aMatch({ slot: later }), by: theCoordinator, stage: { at: stage } },
    };
    const { effects } = outcome(
      aRequest.booked({ rearranging, tried: 2 }),
      { kind: 'slot-lost', attempt: 2, why: 'could-not-arrange' },
      before.now,
    );
    const back = { kind: 'put-back-event', attempt: 1, slot };
    expect(effects.filter(({ kind }) => kind === 'put-back-event')).toEqual(goesBack ? [back] : []);
  });

  it('and the next is offered by itself only in place of somebody who cannot', () => {
    const automatic = { ...before, policy: { ...defaultPolicy, reoffer: 'automatic' as const } };
    const next = droppedOut(automatic).finds({ facilitator: amber, slot });
    expect(aRearranging(next.request).chosen).toMatchObject({ by: theCoordinator, stage: reserving });
    const lost = story(aRequest.booked(), automatic).by(theCoordinator, { kind: 'another-time', attempt: 1 });
    lost.finds({ slot: later }).by(theCoordinator, { kind: 'approve', matchId: '2-1' });
    lost.reports({ kind: 'slot-lost', attempt: 2, why: 'slot-taken' });
    expect(lost.finds({ facilitator: amber, slot }).asked).toEqual(['show-coordinators']);
  });

  it('and not where the one before facilitates it as it stands, though somebody asked in their place cannot', () => {
    const automatic = { ...before, policy: { ...defaultPolicy, reoffer: 'automatic' as const } };
    const setback = { why: 'facilitator-cannot', facilitator: amber.name } as const;
    const told = story(aRequest.booked({ rearranging: { askedBy: 'requester', setback } }), automatic);
    expect(told.finds({ facilitator: amber, slot }).asked).toEqual(['show-coordinators']);
  });
});

function aRearranging(request: Request) {
  if (!('rearranging' in request) || !request.rearranging) throw new Error('Expected it to be rearranged');
  return request.rearranging;
}
