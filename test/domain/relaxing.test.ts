import fc from 'fast-check';
import type { Ask } from '../../src/domain/ask';
import type { LocalDate } from '../../src/domain/calendar';
import { decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/decisions/decision';
import type { Relaxation, Relaxing } from '../../src/domain/match';
import { type Candidate, countAble, findMatches, type MatchingQuestion } from '../../src/domain/matching';
import { defaultPolicy } from '../../src/domain/policy';
import { findRelaxations, isRelaxing, latestRelaxed, relaxed } from '../../src/domain/relaxing';
import type { Command } from '../../src/domain/request';
import { aFacilitator, anAsk, aRequest, aRequester, askedAt, at, theCoordinator } from '../builders';
import { accepted, entitled, now } from './decided';

/** Free from one London time to another, and at no other. */
function freeOnly(id: string, ...times: readonly [string, string][]): Candidate {
  const points = [
    at('2026-11-01T00:00'),
    ...times.flatMap(([from, to]) => [at(from), at(to)]),
    at('2027-12-01T00:00'),
  ];
  const busy = points.flatMap((start, n) => (n % 2 === 0 ? [{ start, end: points[n + 1]! }] : []));
  const facilitator = aFacilitator({ id, mail: `${id}@norfolk-sandbox.example`, trainedUntil: '2028-01-01' });
  return { facilitator, availability: { known: true, busy }, reservations: [] };
}

function asking(candidates: readonly Candidate[], over: Partial<MatchingQuestion> = {}): MatchingQuestion {
  return {
    requestId: 'request-1',
    round: 1,
    requester: aRequester(),
    ask: anAsk({
      earliest: '2026-12-08',
      latest: '2026-12-09',
      times: ['morning'],
      days: ['tuesday', 'wednesday'],
    }),
    passed: [],
    candidates,
    participants: [],
    now: askedAt,
    policy: defaultPolicy,
    ...over,
  };
}

const online = { kind: 'online' } as const;
const inPerson = { kind: 'in-person' } as const;
const later = (latest: LocalDate): Relaxing => ({ kind: 'later', latest });

describe('What would help', () => {
  it.each<[string, Candidate[], Partial<MatchingQuestion>, Relaxation[]]>([
    [
      'longer dates, and no longer than needed',
      [
        freeOnly('a', ['2026-12-15T09:00', '2026-12-15T12:00']),
        freeOnly('b', ['2026-12-16T09:00', '2026-12-16T12:00']),
        freeOnly('c', ['2027-01-05T09:00', '2027-01-05T12:00']),
      ],
      {},
      [{ kind: 'later', latest: '2026-12-16', more: 2 }],
    ],
    [
      'a shorter session, and no shorter than needed',
      [
        freeOnly('a', ['2026-12-08T09:00', '2026-12-08T10:45']),
        freeOnly('b', ['2026-12-08T09:00', '2026-12-08T10:30']),
      ],
      {},
      [{ kind: 'shorter', minutes: 60, more: 1 }],
    ],
    [
      'another weekday',
      [freeOnly('a', ['2026-12-10T09:00', '2026-12-10T12:00'])],
      { ask: anAsk({ earliest: '2026-12-08', latest: '2026-12-11', days: ['tuesday'] }) },
      [{ kind: 'any-day', more: 1 }],
    ],
    [
      'the afternoon',
      [freeOnly('a', ['2026-12-08T13:00', '2026-12-08T16:00'])],
      {},
      [{ kind: 'any-time', more: 1 }],
    ],
    [
      'meeting online, without the way there',
      [freeOnly('a', ['2026-12-08T08:45', '2026-12-08T10:45'])],
      { ask: { ...asking([]).ask, place: inPerson } },
      [{ kind: 'online', more: 1 }],
    ],
    [
      'the schools agreeing to their holidays',
      [freeOnly('a', ['2026-12-08T09:00', '2026-12-08T12:00'])],
      { policy: { ...defaultPolicy, schoolHolidays: [{ from: '2026-12-07', until: '2026-12-18' }] } },
      [{ kind: 'school-holidays', more: 1 }],
    ],
    [
      'several things, first what lets in most',
      [
        freeOnly('a', ['2026-12-15T09:00', '2026-12-15T12:00']),
        freeOnly('b', ['2026-12-08T13:00', '2026-12-08T16:00']),
        freeOnly('c', ['2026-12-08T13:00', '2026-12-08T16:00']),
      ],
      {},
      [
        { kind: 'any-time', more: 2 },
        { kind: 'later', latest: '2026-12-16', more: 1 },
      ],
    ],
    [
      'several things, first what lets in most, which here is longer dates',
      [
        freeOnly('a', ['2026-12-15T09:00', '2026-12-15T12:00']),
        freeOnly('b', ['2026-12-15T09:00', '2026-12-15T12:00']),
        freeOnly('c', ['2026-12-08T13:00', '2026-12-08T16:00']),
      ],
      {},
      [
        { kind: 'later', latest: '2026-12-16', more: 2 },
        { kind: 'any-time', more: 1 },
      ],
    ],
    [
      'told with how many more there are, less those who can take it as it is',
      [
        freeOnly('a', ['2026-12-08T09:00', '2026-12-08T12:00']),
        freeOnly('b', ['2026-12-08T13:00', '2026-12-08T16:00']),
      ],
      {},
      [{ kind: 'any-time', more: 1 }],
    ],
    ['nothing, where nobody has any time', [freeOnly('a')], {}, []],
    ['nothing, where every day and time is asked for already', [freeOnly('a')], { ask: anAsk() }, []],
    [
      'nothing, where a hard rule stands in the way',
      [
        {
          ...freeOnly('a', ['2026-12-15T09:00', '2026-12-15T12:00']),
          facilitator: aFacilitator({ team: 'cs-fs' }),
        },
      ],
      {},
      [],
    ],
  ])('is %s', (_what, candidates, over, expected) => {
    expect(findRelaxations(asking(candidates, over))).toEqual(expected);
  });

  it('comes with as many more as there really are then, for any pool', () => {
    const someTime = fc
      .tuple(
        fc.integer({ min: 8, max: 30 }),
        fc.constantFrom('09:00', '10:00', '13:00'),
        fc.constantFrom('10:15', '11:00', '12:00', '15:00'),
      )
      .filter(([, from, to]) => from < to)
      .map(([day, from, to]): [string, string] => {
        const date = `2026-12-${String(day).padStart(2, '0')}`;
        return [`${date}T${from}`, `${date}T${to}`];
      });
    fc.assert(
      fc.property(fc.array(someTime, { maxLength: 6 }), fc.constantFrom(online, inPerson), (times, place) => {
        const question = asking(
          times.map((time, n) => freeOnly(`f${n}`, time)),
          {
            ask: { ...asking([]).ask, place },
          },
        );
        for (const relaxation of findRelaxations(question)) {
          expect(isRelaxing(question.ask, relaxation, question.now, question.policy)).toBe(true);
          const then = { ...question, ask: relaxed(question.ask, relaxation) };
          expect(countAble(then)).toBe(countAble(question) + relaxation.more);
          const shown = findMatches({ ...then, policy: { ...defaultPolicy, matchesShown: 99 } }).best;
          expect(new Set(shown.map(({ facilitator }) => facilitator.id)).size).toBe(countAble(then));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('What could be offered', () => {
  const [mornings, tuesdays] = [{ times: ['morning'] }, { days: ['tuesday'] }] as const;
  it.each<[string, Partial<Ask>, Relaxing, boolean]>([
    ['a session of three quarters of an hour', {}, { kind: 'shorter', minutes: 45 }, true],
    ['one of half an hour', {}, { kind: 'shorter', minutes: 30 }, false],
    ['one as long as it is', {}, { kind: 'shorter', minutes: 90 }, false],
    ['one that is longer', {}, { kind: 'shorter', minutes: 105 }, false],
    ['any time, for mornings', mornings, { kind: 'any-time' }, true],
    ['any time, for any time', {}, { kind: 'any-time' }, false],
    ['any day, for Tuesdays', tuesdays, { kind: 'any-day' }, true],
    ['meeting online, for Tuesdays online', tuesdays, online, false],
    ['meeting online, for a place', { place: inPerson }, online, true],
    ['the last day that may be asked for', { latest: '2026-12-17' }, later('2026-12-24'), true],
    ['a day after it', { latest: '2026-12-18' }, later('2026-12-29'), false],
  ])('%s: %#', (_what, over, step, expected) => {
    // Until 24 December.
    const policy = { ...defaultPolicy, horizonDays: 30 };
    expect(isRelaxing(anAsk(over), step, askedAt, policy)).toBe(expected);
  });

  it('reaches as far as calendars are read for it: twenty working days beyond the last day', () => {
    const ask = anAsk({ latest: '2026-12-09' });
    const furthest = latestRelaxed(ask.latest, defaultPolicy);
    expect(furthest).toBe('2027-01-11');
    expect(isRelaxing(ask, later(furthest), askedAt, defaultPolicy)).toBe(true);
    expect(isRelaxing(ask, later('2027-01-12'), askedAt, defaultPolicy)).toBe(false);
  });
});

it.each<[Relaxing, Partial<Ask>, Partial<Ask>]>([
  [{ kind: 'later', latest: '2026-12-29' }, {}, { latest: '2026-12-29' }],
  [{ kind: 'shorter', minutes: 60 }, {}, { minutes: 60 }],
  [{ kind: 'any-day' }, { days: ['friday'] }, {}],
  [{ kind: 'any-time' }, { times: ['afternoon'] }, {}],
  [{ kind: 'online' }, { place: { kind: 'in-person', venue: 'Town hall' } }, {}],
  [{ kind: 'school-holidays' }, {}, { schoolsAgree: true }],
])('With %j that alone is asked for otherwise', (step, before, after) => {
  expect(relaxed(anAsk(before), step)).toEqual(anAsk(after));
});

describe('Widening a request by it', () => {
  const id = aRequest.submitted().id;
  const widening = (step: Relaxing): Command => ({ kind: 'relax', requestId: id, by: theCoordinator, step });

  it('looks for matches anew, and tells the requester', () => {
    const { next, effects } = accepted(aRequest.submitted(), widening({ kind: 'shorter', minutes: 60 }));
    expect(next).toMatchObject({ ask: { minutes: 60 }, round: 2, revision: 1 });
    expect(effects.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['find-matches', 'call-requester']),
    );
  });

  it.each<Relaxing>([
    { kind: 'shorter', minutes: 5 },
    { kind: 'shorter', minutes: 120 },
    { kind: 'later', latest: '2026-12-01' },
    { kind: 'later', latest: '2036-12-01' },
    { kind: 'online' },
    { kind: 'any-day' },
    { kind: 'school-holidays' },
  ])('refuses what could not have been offered: %j', (step) => {
    const decision = decide(aRequest.submitted(), widening(step), entitled(widening(step)));
    expect(isRefusal(decision) && decision.refused).toBe('changed-meanwhile');
  });

  it('offers no day beyond how far ahead a session may be asked for', () => {
    const ask = anAsk({ latest: '2027-05-20' });
    expect(isRelaxing(ask, { kind: 'later', latest: '2027-05-27' }, now, defaultPolicy)).toBe(false);
  });
});
