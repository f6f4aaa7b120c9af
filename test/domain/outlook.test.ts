/** What somebody changes in Outlook: noticed once, taken over, put right, or shown with both versions. */
import { newsOf } from '../../src/domain/outlook';
import { defaultPolicy } from '../../src/domain/policy';
import type { Booked, SystemCommand } from '../../src/domain/request';
import type { Answer, SeenEvent } from '../../src/domain/seen';
import { aMatch, aRequest, aSlot, at, theCoordinator, theFacilitator, theRequester } from '../builders';
import { outsiders, practitioners } from '../sandbox/people';
import { aSeenEvent } from '../sightings';
import { before, story } from './story';

const booked = aRequest.booked();
const [hattie, percy] = outsiders;
const [petra, sam] = practitioners;
const fay = booked.match.facilitator;
const elsewhen = aSlot('2026-12-10T10:00');

const sees = (
  seen: Partial<SeenEvent> = {},
  answers: Readonly<Record<string, Answer>> = {},
  request: Booked = booked,
): SystemCommand => ({
  kind: 'event-seen',
  attempt: request.attempt,
  seen: aSeenEvent(request, answers, seen),
});

const news = (seen: SeenEvent | 'gone', request: Parameters<typeof newsOf>[0] = booked) =>
  newsOf(request, seen === 'gone' ? seen : { seen }, undefined, defaultPolicy).map(({ kind }) => kind);

const attendees = aSeenEvent(booked).attendees;
const stranger = { mail: 'stranger@elsewhere.example', name: 'Stella Stranger', answer: 'none' } as const;

describe('A look', () => {
  it('tells nothing where all is as it should be, and nothing twice', () => {
    expect(news(aSeenEvent(booked))).toEqual([]);
    const told = story(booked).reports(sees({ attendees: [...attendees, stranger] }));
    expect(news(aSeenEvent(booked, {}, { attendees: [...attendees, stranger] }), told.request)).toEqual([]);
  });

  it('tells of the facilitator before anything else', () => {
    const offered = aRequest.offered();
    const asked = { attempt: 1, mail: fay.mail };
    const yes = { seen: aSeenEvent(offered, { [fay.mail]: 'accepted' }) };
    expect(newsOf(offered, yes, asked, defaultPolicy)).toEqual([
      { kind: 'answered', attempt: 1, answer: 'accepted' },
    ]);
    expect(news(aSeenEvent(booked, { [fay.mail]: 'declined' }, { slot: elsewhen }))).toEqual(['answered']);
    expect(news(aSeenEvent(booked, { [fay.mail]: 'accepted' }))).toEqual([]);
  });

  it.each([
    ['before they accepted on their card', -1, []],
    ['after they accepted on their card', 1, ['answered']],
  ])('takes a no that the facilitator gave %s for what it is', (_when, after, told) => {
    const acceptedAt = at('2026-11-25T09:00');
    const answered = {
      mail: fay.mail,
      name: fay.name,
      answer: 'declined',
      answeredAt: acceptedAt + after,
    } as const;
    const others = attendees.filter(({ mail }) => mail !== fay.mail);
    const seen = aSeenEvent(booked, {}, { attendees: [answered, ...others] });
    expect(news(seen, { ...booked, acceptedAt })).toEqual(told);
  });

  it('tells that the event has gone, whatever the session was', () => {
    for (const request of [aRequest.offered(), booked, aRequest.uncovered()])
      expect(news('gone', request)).toEqual(['slot-lost']);
    for (const request of [aRequest.submitted(), aRequest.held(), aRequest.closed()])
      expect(news('gone', request)).toEqual([]);
  });

  it('tells that an offer was moved: it is undone, and the coordinator chooses again', () => {
    const offered = aRequest.offered();
    const told = story(offered).reports({ kind: 'slot-lost', attempt: 1, why: 'event-moved' });
    expect(news(aSeenEvent(offered, {}, { slot: elsewhen }), offered)).toEqual(['slot-lost']);
    expect(told.request).toMatchObject({ state: 'submitted', setback: { why: 'event-moved' } });
  });
});

/** Its facilitator sees that another time is wanted, whatever comes of it. */
const TAKEN_OVER = ['show-facilitator 1', 'reserve 2', 'show-coordinators', 'show-requester'];

describe('A session moved in Outlook', () => {
  const moved = () => story(booked).reports(sees({ slot: elsewhen }));

  it('is judged by every hard rule before anybody is called', () => {
    expect(moved().asked).toEqual(['judge-move 1', 'show-coordinators']);
    expect(moved().request).toMatchObject({
      outlook: { movedTo: elsewhen },
      match: { slot: booked.match.slot },
    });
  });

  it('is taken over where it keeps them: the time is reserved, and the event is where it should be', () => {
    const told = moved().reports({ kind: 'move-judged', attempt: 1, slot: elsewhen, keeps: true });
    expect(told.asked).toEqual(TAKEN_OVER);
    told.reports({ kind: 'reserved', attempt: 2 }).reports({ kind: 'moved', attempt: 2 });
    expect(told.request).toMatchObject({
      state: 'booked',
      attempt: 2,
      match: { slot: elsewhen, facilitator: fay },
    });
    expect(told.request).not.toHaveProperty('outlook');
    expect(told.asked).toContain('call-requester');
  });

  it('is shown to the coordinators with both times where it does not', () => {
    const told = moved().reports({ kind: 'move-judged', attempt: 1, slot: elsewhen, keeps: false });
    expect(told.asked).toEqual(['show-coordinators', 'call-coordinators']);
    expect(told.request).toMatchObject({ state: 'booked', outlook: { movedTo: elsewhen } });
  });

  it('goes back when a coordinator says so', () => {
    const told = moved().by(theCoordinator, { kind: 'put-back', attempt: 1 });
    expect(told.asked).toEqual(['put-back-event 1', 'show-coordinators']);
    expect(told.request).not.toHaveProperty('outlook');
  });

  it('is taken over when a coordinator says so, if the facilitator can be had; and by nobody else', () => {
    const take = { kind: 'take-over', attempt: 1, start: elsewhen.start } as const;
    for (const who of [theRequester, theFacilitator])
      expect(moved().refuses(who, take)).toBe('coordinators-only');
    const told = moved().by(theCoordinator, take);
    expect(told.asked).toEqual(TAKEN_OVER);
    told.reports({ kind: 'slot-lost', attempt: 2, why: 'slot-taken' });
    expect(told.request).toMatchObject({
      match: { slot: booked.match.slot },
      outlook: { movedTo: elsewhen },
    });
  });

  it('is not taken over unseen when it has been moved once more', () => {
    const told = moved().reports(sees({ slot: aSlot('2026-12-11T10:00') }));
    expect(told.asked).toContain('judge-move 1');
    const take = { kind: 'take-over', attempt: 1, start: elsewhen.start } as const;
    expect(told.refuses(theCoordinator, take)).toBe('changed-meanwhile');
    told.reports({ kind: 'move-judged', attempt: 1, slot: elsewhen, keeps: true });
    expect(told.asked).toEqual([]);
  });

  it('by us is no news: while the event is on its way to the time chosen, and after it', () => {
    const told = story(booked).by(theCoordinator, { kind: 'another-time', attempt: 1 });
    told.finds({ slot: elsewhen }).by(theCoordinator, { kind: 'approve', matchId: '2-1' });
    told.reports({ kind: 'reserved', attempt: 2 });
    expect(news(aSeenEvent(booked, {}, { slot: elsewhen }), told.request)).toEqual([]);
    told.reports({ kind: 'moved', attempt: 2 });
    expect(news(aSeenEvent(booked, {}, { slot: elsewhen }), told.request)).toEqual([]);
  });

  it('without a facilitator is shown at once, and taken over without reserving anybody', () => {
    const told = story(aRequest.uncovered({ rearranging: {} })).reports(sees({ slot: elsewhen }));
    expect(told.asked).toEqual(['show-coordinators', 'call-coordinators']);
    told.by(theCoordinator, { kind: 'take-over', attempt: 1, start: elsewhen.start });
    expect(told.request).toMatchObject({ state: 'uncovered', match: { slot: elsewhen } });
    expect(told.asked).toEqual([
      'end-uncovered 1',
      'find-matches',
      'show-coordinators',
      'show-requester',
      'call-requester',
    ]);
  });
});

describe('The list of those invited', () => {
  it('shows who is on it and was not invited, without calling anybody', () => {
    const told = story(booked).reports(sees({ attendees: [...attendees, stranger] }));
    expect(told.request).toMatchObject({
      outlook: { uninvited: ['Stella Stranger (stranger@elsewhere.example)'] },
    });
    expect(told.asked).toEqual(['show-coordinators']);
  });

  it('calls the coordinators once to somebody who was taken off it, and is put right at their word', () => {
    const without = attendees.filter(({ mail }) => mail !== hattie.mail);
    const told = story(booked).reports(sees({ attendees: without }));
    expect(told.request).toMatchObject({ outlook: { missing: [hattie.name] } });
    expect(told.asked).toEqual(['show-coordinators', 'call-coordinators']);
    told.reports(sees({ attendees: [...without, stranger] }));
    expect(told.asked).toEqual(['show-coordinators']);
    told.by(theCoordinator, { kind: 'put-list-right', attempt: 1 });
    expect(told.asked).toEqual(['invite-participants 1', 'show-coordinators']);
    expect(told.request).not.toHaveProperty('outlook');
  });

  it('says nothing of those who could not be invited yet', () => {
    const told = story(aRequest.booked({ troubles: [{ kind: 'not-invited', attempt: 1 }] }));
    told.reports(sees({ attendees: attendees.slice(0, 1) }));
    expect(told.request).not.toHaveProperty('outlook');
  });
});

describe('The join link', () => {
  it('that has gone calls the coordinators, and is arranged anew at their word', () => {
    const { joinUrl, ...without } = aSeenEvent(booked);
    const told = story(booked).reports({ kind: 'event-seen', attempt: 1, seen: without });
    expect(told.asked).toEqual(['show-coordinators', 'call-coordinators']);
    told.by(theCoordinator, { kind: 'arrange-anew', attempt: 1 });
    expect(told.request).toMatchObject({ state: 'submitted', setback: { why: 'link-gone' } });
    // Told once that it was booked, the requester is told that it no longer is.
    expect(told.asked.slice(-2)).toEqual(['show-requester', 'call-requester']);
    expect(story(booked).refuses(theCoordinator, { kind: 'arrange-anew', attempt: 1 })).toBe(
      'changed-meanwhile',
    );
  });
});

describe('Recording switched on', () => {
  it('is kept as put right where it could be, and is the facilitator’s to check where not', () => {
    const seen = aSeenEvent(booked);
    const told = story(booked).reports({
      kind: 'event-seen',
      attempt: 1,
      seen,
      checks: ['transcription'],
      putRight: ['recording'],
    });
    expect(told.request).toMatchObject({
      openingChecks: ['transcription'],
      outlook: { putRight: ['recording'] },
    });
    expect(told.asked).toEqual(['show-coordinators', 'show-facilitator 1']);
  });
});

describe('Answers', () => {
  it('are told by agency, and never by whom', () => {
    const told = story(booked).reports(
      sees({}, { [petra.mail]: 'accepted', [hattie.mail]: 'declined', [sam.mail]: 'tentative' }),
    );
    expect(told.request).toMatchObject({
      outlook: {
        answers: [
          { agency: 'cs', people: 2, coming: 2, notComing: 0 },
          { agency: 'ed', people: 1, coming: 0, notComing: 1 },
          { agency: 'po', people: 1, coming: 0, notComing: 0 },
        ],
      },
    });
    expect(told.asked).toEqual(['show-coordinators']);
    const { outlook } = told.request as Booked;
    expect(JSON.stringify(outlook)).not.toMatch(/@|Hattie|Sam|Petra/);
  });

  const counted = (answers: Readonly<Record<string, Answer>>) => ({
    kind: 'event-seen' as const,
    attempt: 1,
    seen: aSeenEvent(booked, answers),
    counts: true as const,
  });

  it('of too few agencies some days before are told to coordinators and requester, once', () => {
    const told = story(booked).reports(counted({ [hattie.mail]: 'declined' }));
    expect(told.request).toMatchObject({ outlook: { tooFew: 1 } });
    expect(told.asked).toEqual([
      'show-coordinators',
      'call-coordinators',
      'show-requester',
      'call-requester',
    ]);
    told.reports(sees({}, { [hattie.mail]: 'declined', [sam.mail]: 'accepted' }));
    expect(told.asked).toEqual(['show-coordinators']);
    expect(told.request).toMatchObject({ outlook: { tooFew: 1 } });
    told.reports(sees({}, { [hattie.mail]: 'declined', [percy.mail]: 'accepted' }));
    expect((told.request as Booked).outlook).not.toHaveProperty('tooFew');
    // The requester's card says no longer that too few come.
    expect(told.asked).toEqual(['show-coordinators', 'show-requester']);
  });

  it('are shown to the facilitator only where there is something else to check', () => {
    const answered = { [hattie.mail]: 'accepted' } as const;
    const told = story(booked).reports({ ...sees({}, answered), checks: [] } as SystemCommand);
    expect(told.asked).toEqual(['show-coordinators']);
    told.reports({ ...sees({}, answered), checks: ['lobby'] } as SystemCommand);
    expect(told.asked).toEqual(['show-coordinators', 'show-facilitator 1']);
  });

  it('of enough agencies call nobody', () => {
    const told = story(booked).reports(counted({ [percy.mail]: 'tentative' }));
    expect(told.asked).toEqual(['show-coordinators']);
  });

  it('are counted on the morning that policy says, and the event is looked at in the last hour', () => {
    const told = story(aRequest.offered(), before).by(theFacilitator, { kind: 'accept', attempt: 1 });
    expect(told.due('look-at-event')).toEqual([
      at('2026-12-03T09:00'),
      at('2026-12-07T09:00'),
      aMatch().slot.start - 60 * 60_000,
    ]);
  });
});
