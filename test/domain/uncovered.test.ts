/** A booked session whose facilitator drops out: what is asked of whom, and what stands at every step. */
import { defaultPolicy } from '../../src/domain/policy';
import { decide } from '../../src/domain/decide';
import type { Facts } from '../../src/domain/decisions/decision';
import type { Uncovered } from '../../src/domain/request';
import {
  aFacilitatorRef,
  anotherFacilitator,
  aRequest,
  aStranger,
  facts,
  theCoordinator,
  theFacilitator,
} from '../builders';
import { accepted } from './decided';
import { amber, askedInstead, before, droppedOut, later, slot, story } from './story';

describe('A facilitator who drops out of a booked session', () => {
  it('leaves it standing, their time free again, and the coordinators called', () => {
    const { request, asked: effects } = droppedOut();
    expect(request).toMatchObject({
      state: 'uncovered',
      event: aRequest.booked().event,
      passed: [theFacilitator.id],
      rearranging: { setback: { why: 'facilitator-cannot' } },
    });
    expect(effects).toEqual([
      'release 1',
      'find-matches',
      'invite-participants 1',
      'end-uncovered 1',
      'show-facilitator 1',
      'show-coordinators',
      'call-coordinators',
      'show-requester',
    ]);
  });

  it('does so as well by declining in Outlook, and by knowing the family, which is kept', () => {
    const inOutlook = story(aRequest.booked()).reports({ kind: 'answered', attempt: 1, answer: 'declined' });
    expect(inOutlook.request.state).toBe('uncovered');
    const knows = story(aRequest.booked()).by(theFacilitator, {
      kind: 'cannot',
      attempt: 1,
      knowsFamily: true,
    });
    expect(knows.asked[0]).toBe('note-family');
    expect(knows.request).toMatchObject({ rearranging: { setback: { why: 'knows-family' } } });
  });

  it('cannot once the session has begun', () => {
    const begun = story(aRequest.booked(), { now: slot.start });
    expect(begun.refuses(theFacilitator, { kind: 'cannot', attempt: 1 })).toBe('too-late');
    expect(begun.reports({ kind: 'answered', attempt: 1, answer: 'declined' }).request.state).toBe('booked');
  });

  it('is followed by another in the same slot: the event, its link and its guests stay, only the name changes', () => {
    const told = askedInstead();
    expect(told.asked).toEqual([
      'show-facilitator 2',
      'watch-answer 2',
      'remind-facilitator 2',
      'end-wait 2',
      'show-coordinators',
      'show-requester',
    ]);
    expect(told.request.state).toBe('uncovered');
    told.by(anotherFacilitator, { kind: 'accept', attempt: 2 });
    expect(told.request).toMatchObject({
      state: 'booked',
      attempt: 2,
      match: { facilitator: amber, slot },
      event: aRequest.booked().event,
      madeIn: 1,
    });
    expect(told.request).not.toHaveProperty('rearranging');
    expect(told.request).not.toHaveProperty('uncoveredAt');
    expect(told.asked).toEqual([
      'release 1',
      'invite-participants 2',
      'end-session 2',
      'remind-session 2',
      'show-on-the-day 2',
      'look-at-event 2',
      'look-at-event 2',
      'look-at-event 2',
      'show-facilitator 2',
      'show-coordinators',
      'show-requester',
      'call-requester',
    ]);
  });

  it('is followed by nobody who says yes only when it has begun', () => {
    const { request } = askedInstead();
    const yes = { kind: 'accept', attempt: 2, requestId: request.id, by: anotherFacilitator } as const;
    expect(decide(request, yes, facts({ now: slot.start }))).toEqual({ refused: 'too-late' });
    expect(accepted(request, yes, { now: slot.start - 1 }).next.state).toBe('booked');
  });

  it.each([
    ['requester', 'requester'],
    ['coordinator', 'coordinator'],
    ['facilitator', undefined],
    ['outlook', undefined],
  ] as const)('leaves the wish for another time of the %s as %s', (askedBy, kept) => {
    const told = story(aRequest.booked({ rearranging: { askedBy } }));
    told.by(theFacilitator, { kind: 'cannot', attempt: 1 });
    expect((told.request as Uncovered).rearranging.askedBy).toBe(kept);
  });

  it('is followed by the next when the one asked cannot either, who is not asked twice', () => {
    for (const no of [
      (told: ReturnType<typeof askedInstead>) => told.by(anotherFacilitator, { kind: 'cannot', attempt: 2 }),
      (told: ReturnType<typeof askedInstead>) => told.reports({ kind: 'answer-overdue', attempt: 2 }),
      (told: ReturnType<typeof askedInstead>) =>
        told.reports({ kind: 'answered', attempt: 2, answer: 'declined' }),
    ]) {
      const told = no(askedInstead());
      expect(told.request).toMatchObject({
        state: 'uncovered',
        passed: [theFacilitator.id, anotherFacilitator.id],
      });
      expect(told.asked.slice(0, 3)).toEqual(['release 2', 'find-matches', 'invite-participants 1']);
      expect(told.asked).toContain('call-coordinators');
      told.finds({ facilitator: aFacilitatorRef({ id: 'f3' }), slot });
      told.by(theCoordinator, { kind: 'approve', matchId: `${told.request.round}-1` });
      // No attempt is given out twice: a tombstone would stand in its way.
      expect(told.asked[0]).toBe('reserve 3');
    }
  });

  it('is never followed by two at once', () => {
    const told = askedInstead();
    expect(told.refuses(theCoordinator, { kind: 'approve', matchId: '2-1' })).toBe('already-decided');
    expect(told.refuses(theCoordinator, { kind: 'look-again' })).toBe('already-decided');
    expect(told.refuses(theFacilitator, { kind: 'accept', attempt: 2 })).toBe('facilitator-only');
    expect(told.refuses(aStranger, { kind: 'cannot', attempt: 2 })).toBe('facilitator-only');
  });

  it('is booked without asking where the next one accepts automatically', () => {
    const told = droppedOut().finds({ facilitator: amber, slot, automatic: true });
    told.by(theCoordinator, { kind: 'approve', matchId: '2-1' });
    told.reports({ kind: 'reserved', attempt: 2 });
    told.reports({ kind: 'meeting-secured', attempt: 2, openingChecks: ['lobby'] });
    expect(told.request).toMatchObject({ state: 'booked', attempt: 2, openingChecks: ['lobby'] });
  });

  it('leaves a session that is called off when its time comes and nobody was found', () => {
    const told = droppedOut();
    const early = accepted(
      told.request,
      { kind: 'uncovered-begun', attempt: 1, requestId: told.request.id, by: 'system' },
      { now: slot.start - 1 },
    );
    expect(early.next.state).toBe('uncovered');
    const { next, effects } = accepted(
      told.request,
      { kind: 'uncovered-begun', attempt: 1, requestId: told.request.id, by: 'system' },
      { now: slot.start },
    );
    expect(next).toMatchObject({ state: 'closed', outcome: { kind: 'cancelled', reason: 'facilitator' } });
    expect(effects.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['cancel-event', 'call-coordinators', 'call-requester']),
    );
  });

  it('is offered to the next by itself only where that is policy, and only for the same time', () => {
    const automatic = { ...before, policy: { ...defaultPolicy, reoffer: 'automatic' as const } };
    const same = droppedOut(automatic).finds({ facilitator: amber, slot });
    expect(same.asked[0]).toBe('reserve 2');
    const other = droppedOut(automatic).finds({ facilitator: amber, slot: later });
    expect(other.asked).toEqual(['show-coordinators']);
    const byHand = droppedOut().finds({ facilitator: amber, slot });
    expect(byHand.asked).toEqual(['show-coordinators']);
  });
});

describe('An offer that is declined', () => {
  const decline = (over: Partial<Facts>) =>
    story(aRequest.offered(), over)
      .by(theFacilitator, { kind: 'cannot', attempt: 1 })
      .finds({ facilitator: amber });

  it('goes to the next only by a coordinator, unless policy says otherwise', () => {
    expect(decline(before).request.state).toBe('submitted');
    const automatic = decline({ ...before, policy: { ...defaultPolicy, reoffer: 'automatic' } });
    expect(automatic.request).toMatchObject({
      state: 'approved',
      attempt: 2,
      approvedBy: theCoordinator,
      match: { facilitator: amber },
    });
    expect(automatic.request).not.toHaveProperty('reoffer');
  });
});

describe('What is a trouble while the facilitator changes', () => {
  const requester = { kind: 'not-reached', who: 'requester' } as const;
  const stuck = { kind: 'stuck', work: 'show-requester' } as const;
  const ofFay = { kind: 'not-reached', who: 'facilitator', attempt: 1 } as const;
  const ofAmber = { ...ofFay, attempt: 2 } as const;

  it('stays one until it is over, and is over then; but for what was said of the former facilitator', () => {
    const told = story(aRequest.booked({ troubles: [requester, stuck, ofFay] }));
    told.by(theFacilitator, { kind: 'cannot', attempt: 1 });
    expect(told.request.troubles).toEqual([requester, stuck]);
    told.finds({ facilitator: amber, slot });
    told.by(theCoordinator, { kind: 'approve', matchId: `${told.request.round}-1` });
    told.reports({ kind: 'reserved', attempt: 2 });
    told.reports({ kind: 'meeting-secured', attempt: 2, openingChecks: [] });
    told.reports({ kind: 'answered', attempt: 2, answer: 'accepted' });
    expect(told.request.troubles).toEqual([requester, stuck]);
    for (const trouble of [requester, stuck]) told.reports({ kind: 'trouble-over', trouble });
    expect(told.request.troubles).toBeUndefined();
  });

  it('is no longer who could not be invited: everybody is invited anew, and told of it then', () => {
    const told = story(aRequest.booked({ troubles: [{ kind: 'not-invited', attempt: 1 }, stuck] }));
    told.by(theFacilitator, { kind: 'cannot', attempt: 1 });
    expect(told.asked).toContain('invite-participants 1');
    expect(told.request.troubles).toEqual([stuck]);
  });

  it('is also whoever is asked in their place and not reached in Teams, until they are asked no longer', () => {
    const told = askedInstead().reports({ kind: 'trouble-met', trouble: ofAmber });
    expect(told.request.troubles).toEqual([ofAmber]);
    expect(told.asked).toEqual(['show-coordinators', 'call-coordinators']);
    expect(told.by(theCoordinator, { kind: 'try-again' }).asked).toEqual([
      'show-facilitator 2',
      'show-coordinators',
    ]);
    expect(told.reports({ kind: 'answer-overdue', attempt: 2 }).request.troubles).toBeUndefined();
  });
});
