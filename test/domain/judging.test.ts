import type { Ask } from '../../src/domain/ask';
import type { Availability } from '../../src/domain/availability';
import type { Facilitator, Reservation } from '../../src/domain/facilitator';
import type { Interval } from '../../src/domain/intervals';
import type { Clash, Removal } from '../../src/domain/match';
import { type Candidate, judgePool, type MatchingQuestion } from '../../src/domain/matching';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, anAsk, aParticipant, aReservation, aSlot } from '../builders';
import { aCandidate, asked, free } from './one-candidate';

function removalOf(candidate: Candidate, over: Partial<MatchingQuestion> = {}): Removal | undefined {
  const [verdict] = judgePool(asked(candidate, over));
  return verdict && 'removal' in verdict ? verdict.removal : undefined;
}

describe('Why somebody of the pool cannot take it', () => {
  it('is that they will have left by then, before anything else, as the rules are ordered', () => {
    const leaver = aCandidate({ id: 'fay', leftOn: '2026-12-08', trainedUntil: '2026-12-01' });
    expect(removalOf(leaver, { passed: ['fay'] })).toEqual({ rule: 'left', on: '2026-12-08' });
  });

  it('is not that they leave, as long as one of the days is before it', () => {
    expect(removalOf(aCandidate({ leftOn: '2026-12-09' }))).toBeUndefined();
  });

  it.each<[string, Partial<Facilitator>, Partial<MatchingQuestion['policy']>, Removal | undefined]>([
    ['a team they excluded themselves from', { excludedTeams: ['po-ex'] }, {}, { rule: 'excluded' }],
    [
      'their own, where policy keeps everybody’s apart',
      { team: 'po-ex' },
      { teamsApart: 'everybody' },
      { rule: 'same-team' },
    ],
    ['their own, where it keeps the requester’s apart', { team: 'po-ex' }, {}, undefined],
  ])('may be the team of somebody still to be named: %s', (_which, who, policy, expected) => {
    const ask = anAsk({ toBeNamed: [{ role: 'Detective', team: 'po-ex' }] });
    const over = { ask, policy: { ...defaultPolicy, ...policy } };
    expect(removalOf(aCandidate(who), over)).toEqual(expected);
  });

  it('tells the end of the pause that is in the way, not of a later one', () => {
    const pauses = [
      { from: '2026-12-01', until: '2026-12-31' },
      { from: '2027-07-20', until: '2027-09-03' },
    ];
    expect(removalOf(aCandidate({ pauses }))).toEqual({ rule: 'paused', until: '2026-12-31' });
  });

  it('tells the end of the last of the pauses that take the days between them, in whatever order', () => {
    const [first, second] = [
      { from: '2026-12-01', until: '2026-12-10' },
      { from: '2026-12-11', until: '2026-12-31' },
    ] as const;
    for (const pauses of [
      [first, second],
      [second, first],
    ])
      expect(removalOf(aCandidate({ pauses }))).toEqual({ rule: 'paused', until: '2026-12-31' });
  });

  it('tells nothing of times on which they pause, where others are taken', () => {
    const pauses = [{ from: '2026-12-08', until: '2026-12-09' }];
    const busy = [aSlot('2026-12-07T00:00', 20 * 24 * 60)];
    expect(removalOf(aCandidate({ pauses }, { availability: { known: true, busy } }))).toMatchObject({
      clashes: [{ slot: aSlot('2026-12-10T09:00') }, {}, {}],
    });
  });

  const oneDay = (latest: string) => ({
    ask: anAsk({ participants: [aParticipant()], earliest: latest, latest }),
  });

  it.each<[string, Partial<Facilitator>, string, Removal | undefined]>([
    [
      'joins after the last of the days',
      { joinedOn: '2026-12-11' },
      '2026-12-10',
      { rule: 'not-joined', from: '2026-12-11' },
    ],
    ['joins on the last of the days', { joinedOn: '2026-12-10' }, '2026-12-10', undefined],
    [
      'is trained until the day before',
      { trainedUntil: '2026-12-09' },
      '2026-12-10',
      { rule: 'not-trained', until: '2026-12-09' },
    ],
    ['is trained until that day', { trainedUntil: '2026-12-10' }, '2026-12-10', undefined],
    ['knows the family', { knownFamilies: ['another', 'request-1'] }, '2026-12-10', { rule: 'knows-family' }],
    ['knows another family', { knownFamilies: ['another'] }, '2026-12-10', undefined],
  ])('is told with the day it depends on: whoever %s', (_who, who, day, expected) => {
    expect(removalOf(aCandidate(who), oneDay(day))).toEqual(expected);
  });

  it.each<[string, Partial<Facilitator>, Removal | undefined]>([
    ['who will have joined by now', { joinedOn: '2026-11-24' }, undefined],
    ['who joins tomorrow', { joinedOn: '2026-11-25' }, { rule: 'not-joined', from: '2026-11-25' }],
    ['who has left', { leftOn: '2026-11-24' }, { rule: 'left', on: '2026-11-24' }],
    ['who leaves tomorrow', { leftOn: '2026-11-25' }, undefined],
    ['whose training has ended', { trainedUntil: '2026-11-01' }, undefined],
  ])('depends on today where no day is possible: somebody %s', (_who, who, expected) => {
    const removal = removalOf(aCandidate(who), oneDay('2026-11-24'));
    expect(removal).toEqual(expected ?? { rule: 'no-free-slot', clashes: [] });
  });

  it('is that they were never trained, and then no day is told', () => {
    const { trainedUntil: _, ...untrained } = aFacilitator();
    expect(removalOf({ facilitator: untrained, availability: free, reservations: [] })).toStrictEqual({
      rule: 'not-trained',
    });
  });

  it('is that nothing is known of their time, and since when where they have told it once', () => {
    const unknown = (availability: Availability) => removalOf(aCandidate({}, { availability }));
    expect(unknown({ known: false, why: 'no-answer' })).toStrictEqual({ rule: 'calendar-unknown' });
    expect(unknown({ known: false, why: 'declared-too-long-ago', since: '2026-09-01' })).toEqual({
      rule: 'calendar-unknown',
      since: '2026-09-01',
    });
  });

  it('is how many sessions they facilitate in a month; to sit in beside somebody, or what was given up, is none', () => {
    const on = (day: string, over: Partial<Reservation> = {}) =>
      aReservation({ requestId: day, slot: aSlot(`${day}T15:00`), ...over });
    const two = [on('2026-12-01'), on('2026-12-02')];
    expect(removalOf(aCandidate({}, { reservations: two }), oneDay('2026-12-10'))).toEqual({
      rule: 'cap',
      most: 2,
    });
    const besides = [
      on('2026-12-01'),
      on('2026-12-02', { observes: true }),
      on('2026-12-03', { state: 'released' }),
    ];
    expect(removalOf(aCandidate({}, { reservations: besides }), oneDay('2026-12-10'))).toBeUndefined();
  });

  it.each<[string, Partial<Candidate>, Clash['with'], Interval | undefined]>([
    [
      'their hours',
      { availability: { known: true, busy: [], declared: { free: [], on: '2026-11-20' } } },
      'hours',
      undefined,
    ],
    [
      'an entry in the diary',
      { availability: { known: true, busy: [aSlot('2026-12-10T08:00', 600)] } },
      'diary',
      aSlot('2026-12-10T08:00', 600),
    ],
    [
      'a session',
      { reservations: [aReservation({ slot: aSlot('2026-12-10T08:00', 600) })] },
      'session',
      aSlot('2026-12-10T08:00', 600),
    ],
  ])('is told with what takes the first three of the times: %s', (_what, over, what, taken) => {
    const removal = removalOf(aCandidate({ sessionsPerMonth: 9 }, over), oneDay('2026-12-10'));
    if (removal?.rule !== 'no-free-slot') throw new Error(`Expected no free slot, got ${removal?.rule}`);
    expect(removal.clashes).toHaveLength(3);
    for (const clash of removal.clashes)
      expect(clash).toEqual({ slot: clash.slot, with: what, ...(taken && { taken }) });
    expect(removal.clashes[0]!.slot).toEqual(aSlot('2026-12-10T09:00'));
  });

  it.each<[string, Interval[], string[]]>([
    [
      'first those that suit whoever takes part',
      [aSlot('2026-12-10T09:00', 300)],
      ['14:00', '14:30', '15:00'],
    ],
    ['by time where all suit them', [], ['09:00', '09:30', '10:00']],
  ])('is told with what takes the times, %s', (_how, busy, times) => {
    const participants: Availability[] = [{ known: true, busy }];
    const diary: Availability = { known: true, busy: [aSlot('2026-12-10T08:00', 600)] };
    const removal = removalOf(aCandidate({}, { availability: diary }), {
      ...oneDay('2026-12-10'),
      participants,
    });
    expect(removal).toMatchObject({ clashes: times.map((time) => ({ slot: aSlot(`2026-12-10T${time}`) })) });
  });

  it('needs the time around a session free as well, and longer where it is in person', () => {
    // Free from 9:00 to 11:00, which a session of 90 minutes fits with 15 minutes around it, and not with more.
    const busy = [aSlot('2026-12-10T06:00', 165), aSlot('2026-12-10T11:00', 420)];
    const ofPlace = (place: Ask['place']) =>
      removalOf(aCandidate({}, { availability: { known: true, busy } }), {
        ask: anAsk({ participants: [aParticipant()], earliest: '2026-12-10', latest: '2026-12-10', place }),
      })?.rule;
    expect(ofPlace({ kind: 'online' })).toBeUndefined();
    expect(ofPlace({ kind: 'in-person' })).toBe('no-free-slot');
  });

  it('tells of an entry that leaves too little time before or after', () => {
    const [early, late] = [aSlot('2026-12-10T08:00', 50), aSlot('2026-12-10T10:40', 600)];
    const clashing = (...busy: Interval[]) => {
      const removal = removalOf(
        aCandidate({}, { availability: { known: true, busy } }),
        oneDay('2026-12-10'),
      );
      return removal?.rule === 'no-free-slot' ? removal.clashes[0] : removal;
    };
    const slot = aSlot('2026-12-10T09:00');
    expect(clashing(early, late)).toEqual({ slot, with: 'diary', taken: early });
    expect(clashing(late)).toEqual({ slot, with: 'diary', taken: late });
  });

  it('tells that it is outside their hours, though other times are within them', () => {
    const within = aSlot('2026-12-10T14:00');
    const availability: Availability = {
      known: true,
      busy: [within],
      declared: { on: '2026-11-20', free: [within] },
    };
    expect(removalOf(aCandidate({}, { availability }), oneDay('2026-12-10'))).toMatchObject({
      clashes: [{ with: 'hours' }, { with: 'hours' }, { with: 'hours' }],
    });
  });

  it('tells which of two sessions close together is in the way', () => {
    const reservations = [
      aReservation({ requestId: 'first', slot: aSlot('2026-12-08T09:00') }),
      aReservation({ requestId: 'second', slot: aSlot('2026-12-08T11:00', 120) }),
    ];
    const ask = anAsk({ latest: '2026-12-08', times: ['afternoon'], minutes: 240 });
    expect(removalOf(aCandidate({ sessionsPerMonth: 9 }, { reservations }), { ask })).toMatchObject({
      rule: 'no-free-slot',
      clashes: [{ slot: aSlot('2026-12-08T12:30', 240), taken: aSlot('2026-12-08T11:00', 120) }, {}],
    });
  });
});
