import { decide } from '../../src/domain/decide';
import type { Facts } from '../../src/domain/decisions/decision';
import { MINUTE_MS } from '../../src/domain/intervals';
import type { Command, Request } from '../../src/domain/request';
import {
  aMatch,
  anAsk,
  anotherCoordinator,
  answers,
  aParticipant,
  aRequest,
  aRequester,
  aSlot,
  aStranger,
  at,
  facts,
  someMatches,
  theCoordinator,
  theFacilitator,
  theRequester,
} from '../builders';
import { accepted, addressed, commands, now, refusedOf, requests, STATES } from './decided';

describe('Asking', () => {
  const submit = addressed(commands.submit);

  it('makes a request, looks for matches at once, and tells the coordinators and the requester', () => {
    const decision = decide(undefined, submit, facts({ now }));
    expect(decision).toMatchObject({
      next: {
        state: 'submitted',
        requester: { ...theRequester, team: 'cs-fs' },
        submittedAt: now,
        answerDueAt: at('2026-11-27T17:00'),
        round: 1,
        attempt: 0,
        passed: [],
      },
      effects: [
        { kind: 'find-matches', round: 1 },
        { kind: 'raise', to: 'coordinators', due: at('2026-11-27T17:00'), at: at('2026-11-27T17:00') },
        { kind: 'watch-dates', latest: '2026-12-18', at: at('2026-12-11T09:00') },
        { kind: 'show-coordinators' },
        { kind: 'show-requester' },
      ],
    });
  });

  it('makes none of a form with faults, and names them', () => {
    const faulty = addressed({
      ...commands.submit,
      answers: answers({ reason: '' }),
    });
    expect(decide(undefined, faulty, facts({ now }))).toEqual({
      refused: 'form',
      problems: [{ field: 'reason', fault: 'empty' }],
    });
  });
});

describe('Approving', () => {
  const approve = (matchId: string) =>
    addressed({ ...commands.approve, matchId, because: 'agreed' } as unknown as typeof commands.approve);

  it('keeps who approved which match, under an attempt of its own', () => {
    const { next } = accepted(aRequest.submitted({ attempt: 3 }), approve('1-2'));
    expect(next).toMatchObject({
      attempt: 4,
      approvedBy: theCoordinator,
      match: { id: '1-2' },
      stage: { at: 'reserving' },
    });
    expect(next).not.toHaveProperty('matches');
  });

  it.each<[string, Request, string, Partial<Facts>]>([
    ['one that was never offered', aRequest.submitted(), '9-9', {}],
    [
      'one of an earlier round',
      aRequest.submitted({ matches: someMatches({ best: [aMatch({ id: '2-1' })] }) }),
      '1-1',
      {},
    ],
    ['any while they are being looked for', aRequest.searching(), '1-1', {}],
    ['a slot that has begun', aRequest.submitted(), '1-1', { now: at('2026-12-08T10:00') }],
  ])('refuses %s', (_what, request, matchId, over) => {
    expect(refusedOf(request, approve(matchId), over)).toBe('matches-outdated');
  });

  it('lets the first of two coordinators win and tells the other', () => {
    const { next } = accepted(aRequest.submitted(), approve('1-1'));
    const second = addressed(commands.approve, anotherCoordinator);
    expect(refusedOf(next, second, { coordinator: true })).toBe('already-decided');
  });
});

describe('An answer that comes too late', () => {
  const begun = at('2026-12-08T10:00');

  it('is refused when the session has begun', () => {
    expect(refusedOf(aRequest.offered(), addressed(commands.accept), { now: begun })).toBe('too-late');
    expect(refusedOf(aRequest.offered(), addressed(commands.accept), { now: begun - 1 })).toBe('accepted');
  });

  it.each([1, 3])('is refused when it is about attempt %s and attempt 2 stands', (attempt) => {
    for (const kind of ['accept', 'cannot'] as const) {
      const stale = { ...addressed(commands[kind]), attempt } as Command;
      expect(refusedOf(aRequest.offered({ attempt: 2 }), stale)).toBe('not-offered');
      expect(refusedOf(aRequest.booked({ attempt: 2 }), stale)).toBe('not-offered');
    }
  });

  it('tells the pool nothing of a family where it is refused', () => {
    const knows = { ...addressed(commands.cannot, aStranger), knowsFamily: true } as Command;
    expect(decide(aRequest.offered(), knows, facts({ now }))).toEqual({ refused: 'facilitator-only' });
  });

  it.each(['reserved', 'event-created', 'meeting-secured', 'answered'] as const)(
    'books nothing in the past: %s when the session has begun',
    (kind) => {
      const request = kind === 'answered' ? aRequest.offered() : aRequest.approved();
      const { next, effects } = accepted(request, addressed(commands[kind]), { now: begun });
      expect(next).toMatchObject({ state: 'submitted', setback: { why: 'could-not-arrange' }, passed: [] });
      expect(effects.map((each) => each.kind)).toEqual(expect.arrayContaining(['cancel-event', 'release']));
    },
  );

  it('lets nobody withdraw from a session that has begun', () => {
    expect(refusedOf(aRequest.booked(), addressed(commands.withdraw), { now: begun })).toBe('too-late');
  });
});

describe('An outcome of another attempt', () => {
  it.each([
    'reserved',
    'slot-lost',
    'meeting-secured',
    'answered',
    'answer-overdue',
    'session-ended',
  ] as const)('%s changes nothing', (kind) => {
    for (const state of STATES) {
      const outcome = { ...addressed(commands[kind]), attempt: 7 } as Command;
      const { next, effects } = accepted(requests[state], outcome);
      expect([next, effects]).toEqual([requests[state], []]);
    }
  });

  it('takes down an event that nobody wants any more', () => {
    for (const state of STATES) {
      const outcome = { ...addressed(commands['event-created']), attempt: 7 } as Command;
      const { next, effects } = accepted(requests[state], outcome);
      expect([next, effects]).toEqual([requests[state], [{ kind: 'cancel-event', attempt: 7 }]]);
    }
  });
});

describe('An offer', () => {
  const secured = addressed(commands['meeting-secured']);

  it('is made only of an event that is known', () => {
    for (const at of ['reserving', 'creating'] as const) {
      const early = aRequest.approved({ stage: { at } });
      expect(accepted(early, secured)).toEqual({ next: early, effects: [] });
    }
    expect(accepted(aRequest.approved(), secured).next).toMatchObject({
      state: 'offered',
      event: aRequest.offered().event,
    });
  });

  it('waits for the facilitator two working days, and never beyond the start of the session', () => {
    expect(accepted(aRequest.approved(), secured).next).toMatchObject({ answerBy: at('2026-11-27T17:00') });
    const soon = { now: at('2026-12-07T10:00') };
    expect(accepted(aRequest.approved(), secured, soon).next).toMatchObject({
      answerBy: at('2026-12-08T10:00'),
    });
  });

  it.each([
    ['the day before', '2026-12-07T10:00', ['watch-answer', 'remind-facilitator', 'end-wait']],
    ['that very day', '2026-12-08T08:00', ['watch-answer', 'end-wait']],
  ])('is reminded of on the last day to answer, where it was made before: made %s', (_when, made, waits) => {
    const { effects } = accepted(aRequest.approved(), secured, { now: at(made) });
    const kinds = effects.map(({ kind }) => kind);
    expect(kinds).toStrictEqual(['show-facilitator', 'show-coordinators', 'show-requester', ...waits]);
  });

  it('is looked after in Outlook, and ended when nobody answers', () => {
    const { effects } = accepted(aRequest.approved(), secured);
    expect(effects).toContainEqual({ kind: 'watch-answer', attempt: 1, at: now + 5 * MINUTE_MS });
    expect(effects).toContainEqual({ kind: 'end-wait', attempt: 1, at: at('2026-11-27T17:00') });
  });

  it('is lost when its event has gone from the calendar, without blaming the facilitator', () => {
    const gone = { ...addressed(commands['slot-lost']), why: 'event-gone' } as Command;
    const { next } = accepted(aRequest.offered(), gone);
    expect(next).toMatchObject({ state: 'submitted', passed: [], setback: { why: 'event-gone' } });
  });

  it('is not offered again to somebody who knows the family, and the pool keeps it', () => {
    const knows = { ...addressed(commands.cannot), knowsFamily: true } as Command;
    const { next, effects } = accepted(aRequest.offered(), knows);
    expect(next).toMatchObject({ passed: [theFacilitator.id], setback: { why: 'knows-family' } });
    expect(effects[0]).toEqual({ kind: 'note-family', facilitator: theFacilitator.id });
  });

  it.each([
    ['cannot', 'facilitator-cannot', [theFacilitator.id]],
    ['answer-overdue', 'no-answer', [theFacilitator.id]],
  ] as const)('%s: the facilitator is passed over in the next round', (kind, why, passed) => {
    const { next } = accepted(aRequest.offered(), addressed(commands[kind]));
    expect(next).toMatchObject({
      passed,
      round: 2,
      attempt: 1,
      setback: { why, facilitator: theFacilitator.name },
    });
  });

  it('declined in Outlook is the same as a card that says cannot, also once it was booked', () => {
    const declined = { ...addressed(commands.answered), answer: 'declined' } as Command;
    for (const request of [aRequest.offered(), aRequest.booked()])
      expect(accepted(request, declined)).toEqual(accepted(request, addressed(commands.cannot)));
  });

  it('that only the slot was lost for leaves the facilitator in the pool', () => {
    expect(accepted(aRequest.approved(), addressed(commands['slot-lost'])).next.passed).toEqual([]);
  });
});

describe('Matches that were found', () => {
  const found = (known: { id: string; name: string; mail: string }[], round = 1) =>
    ({ ...addressed(commands['matches-found']), known, matches: someMatches({ round }) }) as Command;

  it('of an earlier round are out of date', () => {
    const request = aRequest.searching({ round: 2 });
    expect(accepted(request, found([]))).toEqual({ next: request, effects: [] });
  });

  it('are never exchanged under the ids a coordinator is looking at', () => {
    const request = aRequest.submitted();
    const other = {
      ...found([]),
      matches: someMatches({ best: [aMatch({ slot: aSlot('2026-12-10T09:00') })] }),
    };
    expect(accepted(request, other as Command)).toEqual({ next: request, effects: [] });
  });

  it('bring what the directory knows: ids of participants and the address of the requester', () => {
    const { id, name } = aRequester();
    const outside = aParticipant();
    const inside = aParticipant({ name: 'Sam Saffron', mail: 'sam.saffron@norfolk-sandbox.example' });
    const request = aRequest.searching({
      requester: { id, name, team: 'cs-fs' },
      ask: anAsk({ participants: [outside, inside] }),
    });
    const { next } = accepted(
      request,
      found([
        { id, name, mail: 'petra.practice@norfolk-sandbox.example' },
        { id: 'sam-id', name: 'Sam', mail: 'Sam.Saffron@norfolk-sandbox.example' },
      ]),
    );
    expect(next.requester.mail).toBe('petra.practice@norfolk-sandbox.example');
    expect(next.ask.participants).toEqual([outside, { ...inside, id: 'sam-id' }]);
  });

  it('show who listed themself: the requester takes part once, and is invited once', () => {
    const { id, name, mail } = aRequester();
    const others = [
      aParticipant(),
      aParticipant({ name: 'Percy Plum', mail: 'percy.plum@police-sandbox.example', team: 'po-ch' }),
    ];
    const request = aRequest.searching({
      ask: anAsk({ participants: [others[0]!, { name, mail: mail!, team: 'cs-fs' }, others[1]!] }),
    });
    const { next } = accepted(request, found([{ id, name, mail: mail!.toUpperCase() }]));
    expect(next.ask.participants).toEqual(others);
    expect(next.requester).toMatchObject({ id, name, team: 'cs-fs' });
  });
});
