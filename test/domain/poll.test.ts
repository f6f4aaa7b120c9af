/** Asking those whose calendars cannot be seen which times suit, from the question to the matches it leads to. */
import { decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/decisions/decision';
import { isStale } from '../../src/domain/lanes';
import type { Person } from '../../src/domain/people';
import { cardOf, toBePolled } from '../../src/domain/poll';
import type { Effect, PersonCommand, Request } from '../../src/domain/request';
import { personIdFor } from '../../src/ids';
import {
  aMatch,
  anAsk,
  answers,
  aParticipant,
  aRequest,
  aRequester,
  aSlot,
  at,
  facts,
  someMatches,
  theCoordinator,
  theFacilitator,
  theParticipant,
  theRequester,
} from '../builders';
import { outsiders, practitioners } from '../sandbox/people';
import { somePoll } from '../some-poll';
import { accepted } from './decided';

const [hattie, percy] = outsiders;
const [petra, sam] = practitioners;
const byLink = ({ name, mail }: { name: string; mail: string }): Person => ({
  id: personIdFor(mail),
  name,
  mail,
});
const now = at('2026-11-25T09:00');
const unseen = [hattie.mail, percy.mail, sam.mail];
const open = aRequest.submitted({ matches: someMatches({ unseen }) });
const poll = somePoll({ asked: unseen });
const polled = aRequest.submitted({ matches: someMatches({ unseen }), poll });
const { mail: _unknown, ...unaddressed } = aRequester();
const ofNoAddress = { ...polled, requester: unaddressed };
const [first, second] = poll.slots.map(({ start }) => start) as [number, number];

const start = (round = 1) => ({ kind: 'start-poll', round }) as const;
const answer = (...starts: number[]) => ({ kind: 'answer-poll', at: poll.at, starts }) as const;
const taken = (request: Request, command: PersonCommand, by: Person, when = now) =>
  accepted(request, { ...command, requestId: request.id, by }, { now: when });
const refusedOf = (request: Request, command: PersonCommand, by: Person, when = now) => {
  const coordinator = by.id === theCoordinator.id;
  const decision = decide(
    request,
    { ...command, requestId: request.id, by },
    facts({ now: when, coordinator }),
  );
  return isRefusal(decision) ? decision.refused : 'accepted';
};
const pollOf = (request: Request) => (request.state === 'submitted' ? request.poll : undefined);

describe('A coordinator who asks which times suit', () => {
  it('asks each of them once: on a card who is in the directory, and by mail whoever is not', () => {
    const { next, effects } = taken(open, start(), theCoordinator);
    expect(pollOf(next)).toEqual({
      at: now,
      slots: [aMatch().slot, aSlot('2026-12-09T14:00')],
      asked: unseen,
      closesAt: at('2026-11-30T17:00'),
      answers: [],
    });
    expect(effects).toEqual([
      { kind: 'mail', to: { as: 'participant', mail: hattie.mail }, news: 'poll' },
      { kind: 'mail', to: { as: 'participant', mail: percy.mail }, news: 'poll' },
      { kind: 'ask-poll', poll: now, mail: sam.mail },
      { kind: 'end-poll', poll: now, at: at('2026-11-30T17:00') },
      { kind: 'show-coordinators' },
    ]);
  });

  it.each([
    ['of the tenant on a card', {}, [{ kind: 'ask-poll', poll: now, mail: petra.mail }]],
    [
      'without Teams by mail',
      { outside: true as const },
      [{ kind: 'mail', to: { as: 'requester' }, news: 'poll' }],
    ],
  ])('asks a requester %s, where it is theirs that cannot be seen', (_who, over, asked) => {
    const request = { ...open, requester: aRequester(over), matches: someMatches({ unseen: [petra.mail] }) };
    const { effects } = taken(request, start(), theCoordinator);
    expect(effects.filter(({ kind }) => kind === 'ask-poll' || kind === 'mail')).toEqual(asked);
  });

  it('asks about three different times at most', () => {
    const best = ['08T10', '08T10', '09T10', '10T10', '11T10'].map((time, n) =>
      aMatch({ id: `1-${n}`, slot: aSlot(`2026-12-${time}:00`) }),
    );
    const request = { ...open, matches: someMatches({ unseen, best }) };
    expect(pollOf(taken(request, start(), theCoordinator).next)?.slots).toEqual([
      aSlot('2026-12-08T10:00'),
      aSlot('2026-12-09T10:00'),
      aSlot('2026-12-10T10:00'),
    ]);
  });

  it('asks about no time that has come', () => {
    const best = ['25T08', '25T09', '26T09', '27T09'].map((time, n) =>
      aMatch({ id: `1-${n}`, slot: aSlot(`2026-11-${time}:00`) }),
    );
    const request = { ...open, matches: someMatches({ unseen, best }) };
    expect(pollOf(taken(request, start(), theCoordinator).next)?.slots).toEqual([
      aSlot('2026-11-26T09:00'),
      aSlot('2026-11-27T09:00'),
    ]);
  });

  it('has nobody to ask while calendars are being read', () => {
    expect(toBePolled(aRequest.searching())).toEqual([]);
    expect(toBePolled(open)).toEqual(unseen);
  });

  it('asks a requester once, who takes part under another address too', () => {
    const own = aParticipant({ mail: 'other@county.example', id: theRequester.id.toUpperCase() });
    const request = {
      ...open,
      ask: anAsk({ participants: [own, aParticipant()] }),
      matches: someMatches({ unseen: [own.mail, hattie.mail] }),
    };
    expect(toBePolled(request)).toEqual([hattie.mail]);
  });

  it('has the answers before the first of the times, however near it is', () => {
    const best = ['27T10', '30T10'].map((time, n) =>
      aMatch({ id: `1-${n}`, slot: aSlot(`2026-11-${time}:00`) }),
    );
    const { next } = taken({ ...open, matches: someMatches({ unseen, best }) }, start(), theCoordinator);
    expect(pollOf(next)?.closesAt).toBe(at('2026-11-27T10:00'));
  });

  it.each<[string, Request, Person, string]>([
    ['by anybody else', open, theRequester, 'coordinators-only'],
    ['while one is open', polled, theCoordinator, 'poll-open'],
    ['while matches are looked for', aRequest.searching(), theCoordinator, 'matches-outdated'],
    ['of a round gone by', { ...open, round: 2 }, theCoordinator, 'matches-outdated'],
    ['where all calendars were seen', aRequest.submitted(), theCoordinator, 'nothing-to-poll'],
    [
      'about one time',
      { ...open, matches: someMatches({ unseen, best: [aMatch(), aMatch({ id: '1-2' })] }) },
      theCoordinator,
      'nothing-to-poll',
    ],
    [
      'of people who take part no longer',
      { ...open, matches: someMatches({ unseen: ['gone@example.org'] }) },
      theCoordinator,
      'nothing-to-poll',
    ],
    ['once it is decided', aRequest.approved(), theCoordinator, 'already-decided'],
    ['once it is closed', aRequest.closed(), theCoordinator, 'closed'],
  ])('does not %s', (_when, request, by, refused) => {
    expect(refusedOf(request, start(), by)).toBe(refused);
  });
});

describe('Whoever is asked', () => {
  it('answers, and answers again: the last answer counts', () => {
    const once = taken(polled, answer(first), byLink(hattie));
    expect(pollOf(once.next)?.answers).toEqual([{ mail: hattie.mail, starts: [first] }]);
    expect(once.effects).toEqual([{ kind: 'show-coordinators' }]);
    const twice = taken(once.next, answer(second, first), byLink(hattie));
    expect(pollOf(twice.next)?.answers).toEqual([{ mail: hattie.mail, starts: [first, second] }]);
    expect(taken(twice.next, answer(first, second), byLink(hattie))).toEqual({
      next: twice.next,
      effects: [],
    });
  });

  it('answers for themself, though somebody else has said the same before', () => {
    const { next } = taken(polled, answer(first), byLink(hattie));
    expect(pollOf(taken(next, answer(first), theParticipant).next)?.answers).toEqual([
      { mail: hattie.mail, starts: [first] },
      { mail: sam.mail, starts: [first] },
    ]);
  });

  it('may say that none of the times suits', () => {
    const { next } = taken(polled, answer(), theParticipant);
    expect(pollOf(next)?.answers).toEqual([{ mail: sam.mail, starts: [] }]);
  });

  it.each<[string, Request, PersonCommand, Person, number, string]>([
    ['a stranger', polled, answer(), theFacilitator, now, 'not-taking-part'],
    ['whose calendar was seen', polled, answer(), theRequester, now, 'not-asked'],
    ['whose address is not known', ofNoAddress, answer(), theRequester, now, 'not-asked'],
    ['about an earlier question', polled, { ...answer(), at: 1 }, theParticipant, now, 'poll-over'],
    ['about another time', polled, answer(first + 1), theParticipant, now, 'changed-meanwhile'],
    ['when the time to answer has gone', polled, answer(), theParticipant, poll.closesAt, 'poll-over'],
    ['once it is decided', aRequest.approved(), answer(), theParticipant, now, 'poll-over'],
  ])('%s answers in vain', (_who, request, command, by, when, refused) => {
    expect(refusedOf(request, command, by, when)).toBe(refused);
  });
});

it('Whoever takes part no longer has no card to be asked on', () => {
  expect(cardOf(polled, sam.mail)).toBe(sam.id);
  expect(cardOf(polled, 'else@county.example')).toBeUndefined();
});

describe('A poll is over', () => {
  const ended = [
    { kind: 'find-matches', round: 2 },
    { kind: 'show-coordinators' },
    { kind: 'call-coordinators', about: 'poll' },
  ];

  it('once everybody has answered, and matches are looked for with what they said', () => {
    const answered = {
      ...polled,
      poll: { ...poll, answers: [hattie, percy].map(({ mail }) => ({ mail, starts: [] })) },
    };
    const { next, effects } = taken(answered, answer(second), theParticipant);
    expect(pollOf(next)).toMatchObject({
      over: true,
      answers: [{}, {}, { mail: sam.mail, starts: [second] }],
    });
    expect(next).not.toHaveProperty('matches');
    expect(effects).toEqual(ended);
  });

  it('without waiting for whoever takes part no longer', () => {
    const [, , third] = anAsk().participants;
    const alone = { ...polled, ask: anAsk({ participants: [third!] }) };
    expect(pollOf(taken(alone, answer(), theParticipant).next)?.over).toBe(true);
  });

  it('at its end, whoever has answered by then, and once', () => {
    const over = { kind: 'poll-over', at: poll.at, requestId: polled.id, by: 'system' } as const;
    const { next, effects } = accepted(polled, over);
    expect([pollOf(next)?.over, effects]).toEqual([true, ended]);
    expect(accepted(next, over)).toEqual({ next, effects: [] });
    expect(accepted(polled, { ...over, at: 1 })).toEqual({ next: polled, effects: [] });
  });

  it('and another can begin', () => {
    const over = { ...polled, poll: { ...poll, over: true as const } };
    expect(refusedOf(over, start(), theCoordinator)).toBe('accepted');
  });

  it.each<[string, PersonCommand, Person]>([
    ['approved', { kind: 'approve', matchId: '1-1' }, theCoordinator],
    ['sent back', { kind: 'return', missing: { text: 'Who is the nurse?', notNames: '' } }, theCoordinator],
    ['sent again', { kind: 'change', answers: answers() }, theRequester],
    [
      'given other dates',
      { kind: 'new-dates', dates: { ...answers(), earliest: '2027-01-11', latest: '2027-01-22' } },
      theRequester,
    ],
    ['withdrawn', { kind: 'withdraw' }, theRequester],
  ])('when the request is %s: nothing of it is left', (_how, command, by) => {
    expect(taken(polled, command, by).next).not.toHaveProperty('poll');
  });

  it('and whoever was still to be asked is not', () => {
    const work: Effect[] = [
      { kind: 'ask-poll', poll: poll.at, mail: sam.mail },
      { kind: 'mail', to: { as: 'participant', mail: hattie.mail }, news: 'poll' },
      { kind: 'end-poll', poll: poll.at, at: poll.closesAt },
    ];
    const over = { ...polled, poll: { ...poll, over: true as const } };
    const later = { ...polled, poll: somePoll({ at: 5, asked: [] }) };
    for (const effect of work) {
      expect(isStale(effect, polled)).toBe(false);
      for (const request of [over, later, open, aRequest.approved()])
        expect(isStale(effect, request)).toBe(true);
    }
    const answered = {
      ...polled,
      poll: { ...poll, answers: [sam, hattie].map(({ mail }) => ({ mail, starts: [] })) },
    };
    expect(work.map((effect) => isStale(effect, answered))).toEqual([true, true, false]);
  });
});
