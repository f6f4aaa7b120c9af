/** What one look at the event tells: how it stands beside what is kept, and what of it is news. */
import { newsOf, type Outlook, outlookOf, waitsInOutlook } from '../../src/domain/outlook';
import { defaultPolicy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import type { SeenEvent } from '../../src/domain/seen';
import { aMatch, anAsk, aParticipant, aRequest, aSessionEvent, aSlot, at, theCoordinator } from '../builders';
import { outsiders, practitioners } from '../sandbox/people';
import { aSeenEvent } from '../sightings';

const booked = aRequest.booked();
const offered = aRequest.offered();
const { mail: fay } = booked.match.facilitator;
const [hattie, percy] = outsiders;
const [petra, sam] = practitioners;
const elsewhen = aSlot('2026-12-10T10:00');
const stranger = { mail: 'stranger@elsewhere.example', name: 'Stella Stranger', answer: 'none' } as const;

const news = (request: Request, seen: SeenEvent | 'gone', asked?: Parameters<typeof newsOf>[2]) =>
  newsOf(request, seen === 'gone' ? seen : { seen }, asked, defaultPolicy);
const seenOf = (session: typeof booked, seen: SeenEvent, counts?: true) =>
  outlookOf(session, { seen, ...(counts && { counts }) }, defaultPolicy);

describe('The news of a look', () => {
  const asked = { attempt: 1, mail: fay };
  const seen = aSeenEvent(booked, {}, { slot: elsewhen });
  const dropped = { kind: 'answered', attempt: 1, answer: 'declined' };

  it.each<[string, readonly unknown[], readonly object[]]>([
    [
      'are that the event has gone',
      news(booked, 'gone'),
      [{ kind: 'slot-lost', attempt: 1, why: 'event-gone' }],
    ],
    ['are none of what was held', news(aRequest.held(), 'gone'), []],
    ['are none before there is an event', news(aRequest.submitted(), 'gone'), []],
    ['are none where all is as it should be', news(booked, aSeenEvent(booked)), []],
    ['are whatever is new, as it was seen', news(booked, seen), [{ kind: 'event-seen', attempt: 1, seen }]],
    [
      'are that an offer was moved',
      news(offered, aSeenEvent(offered, {}, { slot: elsewhen })),
      [{ kind: 'slot-lost', attempt: 1, why: 'event-moved' }],
    ],
    ['are none while whoever is asked says nothing', news(offered, aSeenEvent(offered), asked), []],
    ['are none while they hesitate', news(offered, aSeenEvent(offered, { [fay]: 'tentative' }), asked), []],
    [
      'are the no of whoever is asked',
      news(offered, aSeenEvent(offered, { [fay]: 'declined' }), asked),
      [dropped],
    ],
    ['are the no of whoever had agreed', news(booked, aSeenEvent(booked, { [fay]: 'declined' })), [dropped]],
  ])('%s', (_what, told, expected) => {
    expect(told).toStrictEqual(expected);
  });

  it('are not that somebody dropped out who had already', () => {
    const uncovered = aRequest.uncovered();
    const { attendees } = aSeenEvent(booked, { [fay]: 'declined' });
    const kinds = news(uncovered, aSeenEvent(uncovered, {}, { attendees })).map(({ kind }) => kind);
    expect(kinds).not.toContain('answered');
  });

  it('are a no given in the very moment of the yes on the card', () => {
    const acceptedAt = at('2026-11-25T09:00');
    const attendees = aSeenEvent(booked, { [fay]: 'declined' }).attendees.map((each) => ({
      ...each,
      answeredAt: acceptedAt,
    }));
    expect(news({ ...booked, acceptedAt }, aSeenEvent(booked, {}, { attendees }))).toEqual([dropped]);
  });
});

describe('How the event stands', () => {
  it('has no join link gone where it had none, in person', () => {
    const { joinUrl, ...event } = aSessionEvent();
    const inPerson = aRequest.booked({ event });
    expect(seenOf(inPerson, aSeenEvent(inPerson, {}, { joinUrl: joinUrl! }))).toBeUndefined();
    expect(seenOf(booked, { ...aSeenEvent(booked), joinUrl: 'https://example.org/else' })).toEqual({
      linkGone: true,
    });
  });

  it.each([
    ['with name and address', stranger, 'Stella Stranger (stranger@elsewhere.example)'],
    ['by the address alone, where there is no name', { ...stranger, name: '' }, stranger.mail],
    [
      'by the address alone, where that is the name',
      { ...stranger, name: 'Stranger@Elsewhere.example' },
      stranger.mail,
    ],
  ])('tells who was not invited %s', (_how, attendee, told) => {
    const attendees = [...aSeenEvent(booked).attendees, attendee];
    expect(seenOf(booked, aSeenEvent(booked, {}, { attendees }))).toEqual({ uninvited: [told] });
  });

  it('tells of nobody as not invited where the requester’s address is not known', () => {
    const { mail: _none, ...requester } = booked.requester;
    const unknown = aRequest.booked({ requester });
    expect(seenOf(unknown, aSeenEvent(unknown))).toBeUndefined();
  });

  it('tells of no facilitator who dropped out and is still on the list, however the address is written', () => {
    const uncovered = aRequest.uncovered();
    const { attendees } = aSeenEvent(booked);
    const shouted = attendees.map((each) => ({ ...each, mail: each.mail.toUpperCase() }));
    const seen = aSeenEvent(uncovered, {}, { attendees: shouted });
    expect(outlookOf(uncovered, { seen }, defaultPolicy)).toBeUndefined();
  });

  it('counts who comes and who does not, also where an agency has one of each', () => {
    const seen = aSeenEvent(booked, { [petra.mail]: 'declined', [sam.mail]: 'accepted' });
    expect(seenOf(booked, seen)?.answers).toContainEqual({
      agency: 'cs',
      people: 2,
      coming: 1,
      notComing: 1,
    });
  });

  it('counts a team nobody lists as an agency of its own', () => {
    const ask = anAsk({ participants: [aParticipant({ team: 'zz-zz' })] });
    const session = aRequest.booked({ ask });
    expect(seenOf(session, aSeenEvent(session, { [hattie.mail]: 'accepted' }))?.answers).toEqual([
      { agency: 'cs', people: 1, coming: 0, notComing: 0 },
      { agency: 'zz-zz', people: 1, coming: 1, notComing: 0 },
    ]);
  });

  it.each<[string, Parameters<typeof aSeenEvent>[1], number | undefined]>([
    ['the requester, who has said nothing', { [percy.mail]: 'accepted' }, undefined],
    ['not a requester who has declined', { [petra.mail]: 'declined', [percy.mail]: 'accepted' }, 1],
    ['nobody else who has said nothing', {}, 1],
  ])('takes for coming %s', (_whom, answers, tooFew) => {
    expect(seenOf(booked, aSeenEvent(booked, answers), true)?.tooFew).toBe(tooFew);
  });
});

describe('A coordinator is waited for', () => {
  const chosen = {
    attempt: 2,
    match: aMatch({ slot: elsewhen }),
    by: theCoordinator,
    stage: { at: 'reserving' },
  } as const;

  it.each<[string, Outlook | undefined, boolean]>([
    ['where the session was moved', { movedTo: elsewhen }, true],
    ['where the join link has gone', { linkGone: true }, true],
    ['where somebody was taken off the list', { missing: ['Hattie'] }, true],
    ['where too few come', { tooFew: 1 }, true],
    ['not where somebody else is on the list', { uninvited: ['Stella'] }, false],
    ['not where options were put right', { putRight: ['recording'] }, false],
    ['not where all is as it should be', undefined, false],
  ])('%s', (_where, outlook, isWaiting) => {
    expect(waitsInOutlook(aRequest.booked(outlook ? { outlook } : {}))).toBe(isWaiting);
  });

  it('not where another time has been chosen since it was moved', () => {
    const session = { outlook: { movedTo: elsewhen }, rearranging: { chosen } };
    expect(waitsInOutlook(aRequest.booked(session))).toBe(false);
    expect(waitsInOutlook(aRequest.submitted())).toBe(false);
  });
});
