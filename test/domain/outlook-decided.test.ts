/** What is decided when somebody has changed a session in Outlook: taken over, shown, or put right. */
import type { OpeningCheck, Request } from '../../src/domain/request';
import { aMatch, aRequest, aSlot, at, theCoordinator } from '../builders';
import { accepted, addressed, commands, refusedOf } from './decided';
import { outsiders } from '../sandbox/people';
import { aSeenEvent } from '../sightings';
import { amber, later, slot, story } from './story';

describe('What somebody does to a session in Outlook', () => {
  const movedTo = aSlot('2026-12-10T10:00');
  const moved = { movedTo };
  const judged = (request: Request, now: number, keeps = true) =>
    accepted(
      request,
      addressed({ kind: 'move-judged', attempt: 1, slot: movedTo, keeps, by: 'system' } as never),
      { now },
    );
  const early = at('2026-12-01T10:00');

  it('is taken over as what Outlook has asked for, in the name of who approved it', () => {
    const { next } = judged(aRequest.booked({ outlook: moved }), early);
    expect(next).toMatchObject({
      rearranging: {
        askedBy: 'outlook',
        chosen: { attempt: 2, by: theCoordinator, match: { slot: movedTo }, stage: { at: 'reserving' } },
      },
    });
  });

  it('is shown where the time has come, and is left where something else is being arranged', () => {
    const request = aRequest.booked({ outlook: moved });
    const called = [{ kind: 'show-coordinators' }, { kind: 'call-coordinators' }];
    expect(judged(request, movedTo.start).effects).toEqual(called);
    expect(judged(request, movedTo.start - 1).effects).not.toEqual(called);
    expect(judged(request, early, false).effects).toEqual(called);
    const chosen = {
      attempt: 2,
      match: aMatch({ facilitator: amber }),
      by: theCoordinator,
      stage: { at: 'moving' } as const,
    };
    const untouched = [
      aRequest.booked({ outlook: moved, rearranging: { chosen }, tried: 2 }),
      aRequest.uncovered({ outlook: moved }),
      aRequest.booked(),
      aRequest.booked({ outlook: { movedTo: later, linkGone: true }, attempt: 2 }),
    ];
    for (const each of untouched) expect(judged(each, early)).toEqual({ next: each, effects: [] });
  });

  it.each([
    ['later', movedTo, slot.start],
    ['earlier', aSlot('2026-12-04T10:00'), at('2026-12-04T10:00')],
  ])('is not taken over by a coordinator once it would have begun: %s', (_when, to, limit) => {
    const take = addressed({ ...commands['take-over'], start: to.start });
    for (const request of [
      aRequest.booked({ outlook: { movedTo: to } }),
      aRequest.uncovered({ outlook: { movedTo: to } }),
    ]) {
      expect(refusedOf(request, take, { now: limit })).toBe('too-late');
      expect(refusedOf(request, take, { now: limit - 1 })).toBe('accepted');
    }
  });

  it('is put right one thing at a time: what else differs stays shown', () => {
    const right = (outlook: NonNullable<ReturnType<typeof aRequest.booked>['outlook']>) =>
      accepted(aRequest.booked({ outlook }), addressed(commands['put-list-right'])).next;
    expect(right({ uninvited: ['x'], linkGone: true })).toMatchObject({ outlook: { linkGone: true } });
    expect(right({ missing: ['x'], linkGone: true })).toMatchObject({ outlook: { linkGone: true } });
    expect(right({ missing: ['x'] })).not.toHaveProperty('outlook');
    expect(refusedOf(aRequest.booked({ outlook: moved }), addressed(commands['put-list-right']))).toBe(
      'changed-meanwhile',
    );
    const back = accepted(
      aRequest.booked({ outlook: { ...moved, linkGone: true } }),
      addressed(commands['put-back']),
    ).next;
    expect(back).toMatchObject({ outlook: { linkGone: true } });
    expect(back).not.toHaveProperty('outlook.movedTo');
  });

  it('is news only of the arrangement that stands', () => {
    const put = addressed({ ...commands['put-back'], attempt: 2 } as never);
    expect(refusedOf(aRequest.booked({ outlook: moved }), put)).toBe('changed-meanwhile');
  });
});

describe('A second look at the event', () => {
  const [hattie] = outsiders;
  const booked = aRequest.booked();
  const coming = aSeenEvent(booked, { [hattie.mail]: 'accepted' });
  const sees = (seen = aSeenEvent(booked)) => ({ kind: 'event-seen', attempt: 1, seen }) as const;

  it('has a move judged once, and again where it was moved once more', () => {
    const to = aSlot('2026-12-10T10:00');
    const told = story(booked).reports(sees(aSeenEvent(booked, {}, { slot: to })));
    expect(told.asked).toEqual(['judge-move 1', 'show-coordinators']);
    told.reports(sees({ ...coming, slot: to }));
    expect(told.asked).toEqual(['show-coordinators']);
    told.reports(sees({ ...coming, slot: aSlot('2026-12-10T14:00') }));
    expect(told.asked).toEqual(['judge-move 1', 'show-coordinators']);
  });

  it('tells the coordinators, and calls nobody, where all is as it should be again', () => {
    const told = story(booked).reports(sees(coming)).reports(sees());
    expect(told.request).not.toHaveProperty('outlook');
    expect(told.asked).toEqual(['show-coordinators']);
  });

  it.each<[string, readonly OpeningCheck[], readonly OpeningCheck[], boolean]>([
    ['one thing instead of another', ['recording'], ['lobby'], true],
    ['one thing less', ['recording', 'lobby'], ['lobby'], true],
    ['one thing more', ['lobby'], ['recording', 'lobby'], true],
    ['nothing any more', ['recording'], [], true],
    ['the same', ['lobby'], ['lobby'], false],
    ['the same in another order', ['lobby', 'recording'], ['recording', 'lobby'], false],
  ])('shows the facilitator anew what they are to check: %s', (_what, openingChecks, checks, isShown) => {
    const told = story(aRequest.booked({ openingChecks })).reports({ ...sees(coming), checks });
    expect(told.asked.includes('show-facilitator 1')).toBe(isShown);
  });
});
