import { defaultPolicy } from '../../src/domain/policy';
import { dueAt, isStale, laneOf, LANES } from '../../src/domain/lanes';
import { MINUTE_MS } from '../../src/domain/intervals';
import { type Effect, isOpen, referenceOf, type Request, standingAttempt } from '../../src/domain/request';
import { aFacilitatorRef, aMatch, anAsk, aRequest, at, someDatesAsked } from '../builders';
import { somePoll } from '../some-poll';
import { someRecord } from '../some-record';
import { invitationFor } from '../../src/domain/invitation';
import { requests as inEachState } from './decided';

const later = at('2026-12-08T11:30');
/** One in each state; what waits has been asked for other dates, and others which times suit. */
const requests = {
  ...inEachState,
  submitted: aRequest.submitted({ datesAsked: someDatesAsked(), poll: somePoll() }),
};
const invitation = invitationFor(aRequest.approved(), defaultPolicy);

/** One effect of each kind, about attempt 1 and round 1; the lane it is worked in; the states it still makes sense in. */
const EFFECTS: {
  [K in Effect['kind']]: [
    Extract<Effect, { kind: K }>,
    (typeof LANES)[number],
    readonly Request['state'][] | 'always',
  ];
} = {
  'find-matches': [{ kind: 'find-matches', round: 1 }, 'arrange', ['submitted', 'uncovered']],
  reserve: [{ kind: 'reserve', attempt: 1 }, 'arrange', ['approved']],
  'create-event': [{ kind: 'create-event', attempt: 1, invitation }, 'arrange', ['approved']],
  'secure-meeting': [{ kind: 'secure-meeting', attempt: 1 }, 'arrange', ['approved']],
  'watch-answer': [{ kind: 'watch-answer', attempt: 1, at: later }, 'arrange', ['offered']],
  'end-wait': [{ kind: 'end-wait', attempt: 1, at: later }, 'arrange', ['offered']],
  'invite-participants': [{ kind: 'invite-participants', attempt: 1 }, 'arrange', ['booked', 'uncovered']],
  'end-session': [{ kind: 'end-session', attempt: 1, at: later }, 'arrange', ['booked']],
  // What is chosen for a session that stands is told of further down.
  'move-event': [{ kind: 'move-event', attempt: 1, slot: aMatch().slot }, 'arrange', []],
  'judge-move': [{ kind: 'judge-move', attempt: 1, slot: aMatch().slot }, 'arrange', []],
  'put-back-event': [
    { kind: 'put-back-event', attempt: 1, slot: aMatch().slot },
    'arrange',
    ['booked', 'uncovered'],
  ],
  'look-at-event': [{ kind: 'look-at-event', attempt: 1, at: later }, 'arrange', ['booked']],
  'end-uncovered': [{ kind: 'end-uncovered', attempt: 1, at: aMatch().slot.start }, 'arrange', ['uncovered']],
  'cancel-event': [{ kind: 'cancel-event', attempt: 1, at: later }, 'arrange', 'always'],
  release: [{ kind: 'release', attempt: 1, facilitator: 'f' }, 'arrange', 'always'],
  'remind-session': [{ kind: 'remind-session', attempt: 1, days: 5, at: later }, 'tell', ['booked']],
  'note-family': [{ kind: 'note-family', facilitator: 'f' }, 'arrange', 'always'],
  'remind-facilitator': [{ kind: 'remind-facilitator', attempt: 1, at: later }, 'tell', ['offered']],
  'show-on-the-day': [{ kind: 'show-on-the-day', attempt: 1, at: later }, 'tell', ['booked']],
  raise: [
    { kind: 'raise', to: 'coordinators', due: requests.submitted.answerDueAt, at: later },
    'arrange',
    ['submitted'],
  ],
  'show-coordinators': [{ kind: 'show-coordinators' }, 'tell', 'always'],
  'watch-dates': [{ kind: 'watch-dates', latest: anAsk().latest, at: later }, 'arrange', ['submitted']],
  'remind-dates': [{ kind: 'remind-dates', asked: someDatesAsked().at, at: later }, 'arrange', ['submitted']],
  'end-dates-wait': [
    { kind: 'end-dates-wait', asked: someDatesAsked().at, at: later },
    'arrange',
    ['submitted'],
  ],
  'show-lead': [{ kind: 'show-lead' }, 'tell', 'always'],
  'show-requester': [{ kind: 'show-requester' }, 'tell', 'always'],
  'show-facilitator': [
    { kind: 'show-facilitator', attempt: 1, facilitator: aFacilitatorRef() },
    'tell',
    'always',
  ],
  'call-coordinators': [{ kind: 'call-coordinators' }, 'tell', 'always'],
  'call-lead': [{ kind: 'call-lead' }, 'tell', 'always'],
  announce: [{ kind: 'announce', event: 'booked', state: 'booked', happenedAt: later }, 'announce', 'always'],
  mail: [{ kind: 'mail', to: { as: 'requester' }, news: 'state' }, 'tell', 'always'],
  'ask-evaluation': [{ kind: 'ask-evaluation', attempt: 1, to: { as: 'requester' } }, 'tell', ['held']],
  'ask-record': [{ kind: 'ask-record', attempt: 1 }, 'tell', ['held']],
  'end-evaluation': [{ kind: 'end-evaluation', attempt: 1, at: later }, 'arrange', ['held']],
  'count-request': [{ kind: 'count-request' }, 'arrange', 'always'],
  'ask-poll': [{ kind: 'ask-poll', poll: somePoll().at, mail: 'h@example.org' }, 'tell', ['submitted']],
  'end-poll': [{ kind: 'end-poll', poll: somePoll().at, at: later }, 'arrange', ['submitted']],
  'call-requester': [{ kind: 'call-requester' }, 'tell', 'always'],
};
const rows = Object.values(EFFECTS).map(
  ([effect, lane, states]) => [effect.kind, lane, states, effect] as const,
);

describe('The lanes', () => {
  it.each(rows)('%s is worked in the lane "%s", while the request is %s', (_kind, lane, states, effect) => {
    expect(laneOf(effect)).toBe(lane);
    expect(LANES).toContain(lane);
    for (const request of Object.values(requests))
      expect(isStale(effect, request)).toBe(states !== 'always' && !states.includes(request.state));
  });

  it.each(rows.filter(([, , states]) => states !== 'always'))(
    '%s is out of date once another attempt, round or wait stands',
    (_kind, _lane, states, effect) => {
      for (const state of states as readonly Request['state'][]) {
        const request = {
          ...requests[state],
          ask: anAsk({ latest: '2027-01-29' }),
          attempt: 2,
          round: 2,
          answerDueAt: later,
          ...(state === 'submitted' && {
            datesAsked: someDatesAsked({ at: later }),
            poll: somePoll({ at: later }),
          }),
        } as Request;
        expect(isStale(effect, request)).toBe(true);
      }
    },
  );

  it('ask after a session until its evaluation ends, though its facilitator has recorded it', () => {
    const recorded = aRequest.held({ record: someRecord() });
    expect(isStale({ kind: 'ask-evaluation', attempt: 1, to: { as: 'requester' } }, recorded)).toBe(false);
    expect(isStale({ kind: 'end-evaluation', attempt: 1, at: later }, recorded)).toBe(false);
  });

  it('wait for other dates no longer once there are some', () => {
    for (const kind of ['remind-dates', 'end-dates-wait'] as const)
      expect(isStale({ kind, asked: someDatesAsked().at, at: later }, aRequest.submitted())).toBe(true);
  });

  it('let an effect wait for its moment, and others start at once', () => {
    expect(rows.filter(([, , , effect]) => dueAt(effect) === later).map(([kind]) => kind)).toEqual([
      'watch-answer',
      'end-wait',
      'end-session',
      'look-at-event',
      'cancel-event',
      'remind-session',
      'remind-facilitator',
      'show-on-the-day',
      'raise',
      'watch-dates',
      'remind-dates',
      'end-dates-wait',
      'end-evaluation',
      'end-poll',
    ]);
    expect(dueAt({ kind: 'cancel-event', attempt: 1 })).toBeUndefined();
  });
});

describe('A call', () => {
  const { start } = aMatch().slot;

  it('is not made about a proposal that has been answered', () => {
    const proposed = { kind: 'call-coordinators', about: 'proposal' } as const;
    const { participants } = anAsk();
    const proposal = { participants, at: start, by: aRequest.booked().approvedBy };
    expect(isStale(proposed, aRequest.booked({ proposal }))).toBe(false);
    for (const request of Object.values(requests)) expect(isStale(proposed, request)).toBe(true);
  });

  it('is not made about a facilitator who is not missed, or no longer', () => {
    const call = { kind: 'call-coordinators', about: 'facilitator-missing' } as const;
    const missing = { at: start + 12 * MINUTE_MS };
    expect(isStale(call, aRequest.booked({ missing }))).toBe(false);
    expect(isStale(call, aRequest.uncovered({ missing }))).toBe(false);
    for (const request of Object.values(requests)) expect(isStale(call, request)).toBe(true);
  });
});

describe('A request', () => {
  it('is known by a short reference', () => {
    expect(referenceOf('5e55ab0c-0000-4000-8000-000000000001')).toBe('5E55-AB0C');
  });

  it('is open until it is closed', () => {
    for (const request of Object.values(requests)) expect(isOpen(request)).toBe(request.state !== 'closed');
  });

  it('has a standing attempt in the states that have a match', () => {
    const standing = Object.values(requests).filter((each) => standingAttempt(each) === 1);
    expect(standing.map(({ state }) => state)).toEqual([
      'approved',
      'offered',
      'booked',
      'uncovered',
      'held',
    ]);
    expect(standingAttempt(aRequest.approved({ attempt: 3, match: aMatch() }))).toBe(3);
  });
});
