import type { Availability } from '../../src/domain/availability';
import { localDate } from '../../src/domain/calendar';
import { type Interval, MINUTE_MS, union } from '../../src/domain/intervals';
import { type Candidate, findMatches, type MatchingQuestion } from '../../src/domain/matching';
import { defaultPolicy } from '../../src/domain/policy';
import { type HardRule, type Matches, type Reason } from '../../src/domain/match';
import { aFacilitator, anAsk, aParticipant, aRequester, aReservation, aSlot, askedAt, at } from '../builders';

const free: Availability = { known: true, busy: [] };
const unknown: Availability = { known: false, why: 'outside-tenant' };

function busy(...intervals: Interval[]): Availability {
  return { known: true, busy: union(intervals) };
}

function aCandidate(id: string, over: Partial<Candidate> = {}): Candidate {
  return {
    facilitator: aFacilitator({ id, mail: `${id}@norfolk-sandbox.example`, ...over.facilitator }),
    availability: over.availability ?? free,
    reservations: over.reservations ?? [],
  };
}

function asked(over: Partial<MatchingQuestion> = {}): MatchingQuestion {
  return {
    requestId: 'request-1',
    round: 1,
    requester: aRequester(),
    ask: anAsk({ latest: '2026-12-08', times: ['morning'], participants: [aParticipant()] }),
    passed: [],
    candidates: [aCandidate('fay')],
    participants: [],
    now: askedAt,
    policy: defaultPolicy,
    ...over,
  };
}

function reservedOn(...times: string[]): { reservations: Candidate['reservations'] } {
  return { reservations: times.map((time, n) => aReservation({ requestId: `r${n}`, slot: aSlot(time) })) };
}

const who = ({ best }: Matches) => best.map(({ facilitator }) => facilitator.id);
const when = ({ best }: Matches) => best.map(({ slot }) => slot.start);
const slotsOf = (over: Partial<MatchingQuestion>) =>
  when(findMatches(asked({ policy: { ...defaultPolicy, matchesShown: 999 }, ...over })));

describe('The best match', () => {
  it('is the facilitator with fewer sessions', () => {
    const candidates = [aCandidate('amber', reservedOn('2026-12-15T10:00')), aCandidate('basil')];
    expect(who(findMatches(asked({ candidates })))[0]).toBe('basil');
  });

  it('suits the participants that can be seen, before it suits the load', () => {
    const morning = { start: at('2026-12-08T09:00'), end: at('2026-12-08T11:00') };
    const candidates = [
      aCandidate('amber', reservedOn('2026-12-15T10:00')),
      aCandidate('basil', {
        availability: busy({ start: at('2026-12-08T11:00'), end: at('2026-12-08T17:00') }),
      }),
    ];
    const { best } = findMatches(asked({ candidates, participants: [busy(morning), free, unknown] }));
    expect(best[0]).toMatchObject({ facilitator: { id: 'amber' }, slot: aSlot('2026-12-08T11:00') });
    expect(best[0]!.reasons).toContainEqual({ kind: 'participants-free', free: 2, seen: 2 });
  });

  it('is the earlier slot when all else is equal', () => {
    expect(when(findMatches(asked()))).toEqual(
      ['09:00', '09:30', '10:00'].map((time) => at(`2026-12-08T${time}`)),
    );
  });

  it('of each facilitator comes before a second slot of anybody', () => {
    const candidates = ['amber', 'basil'].map((id) => aCandidate(id));
    const found = findMatches(asked({ candidates }));
    expect(new Set(who(found).slice(0, 2)).size).toBe(2);
    expect(found.best[2]!.slot.start).toBe(at('2026-12-08T09:30'));
  });

  it('is followed by other days of the same facilitator, then by other times of a day', () => {
    const ask = anAsk({ latest: '2026-12-09', times: ['morning'], participants: [aParticipant()] });
    expect(when(findMatches(asked({ ask })))).toEqual(
      ['2026-12-08T09:00', '2026-12-09T09:00', '2026-12-08T09:30'].map(at),
    );
  });

  it('says why, in data: free, trained until, fair share, agency, trained until', () => {
    const own = aCandidate('amber', {
      facilitator: aFacilitator({ id: 'amber', team: 'cs-iro' }),
      ...reservedOn('2026-12-15T10:00'),
    });
    const reasons: Reason[] = [
      { kind: 'free' },
      { kind: 'fair-share', sessions: 1, share: 1, months: 12 },
      { kind: 'agency', another: false },
      { kind: 'trained-until', until: '2027-03-31' },
    ];
    expect(findMatches(asked({ candidates: [own] })).best[0]!.reasons).toEqual(reasons);
  });

  it('has an id that names its round', () => {
    expect(findMatches(asked({ round: 3 })).best.map(({ id }) => id)).toEqual(['3-1', '3-2', '3-3']);
  });
});

describe('A tie', () => {
  const ids = [
    '000000000001',
    '000000000002',
    '000000000003',
    '000000000004',
    '000000000005',
    '000000000006',
  ];
  const firstOf = (requestId: string) =>
    who(findMatches(asked({ requestId, candidates: ids.map((id) => aCandidate(id)) })))[0]!;

  it('is broken the same way each time the same request is asked about', () => {
    expect(firstOf('request-7')).toBe(firstOf('request-7'));
  });

  it('favours nobody: over many requests each is first about as often, however alike their ids', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 1200; n += 1) {
      const first = firstOf(`5e550000-0000-4000-8000-${String(n).padStart(12, '0')}`);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    for (const id of ids) {
      expect(counts.get(id)).toBeGreaterThan(150);
      expect(counts.get(id)).toBeLessThan(250);
    }
  });
});

describe('A facilitator is not offered', () => {
  const withTeam = (team: string) => ({ facilitator: aFacilitator({ id: 'fay', team }) });
  it.each<[string, HardRule, Partial<Candidate>, Partial<MatchingQuestion>]>([
    ['who cannot take this request', 'passed', {}, { passed: ['fay'] }],
    ['who takes part', 'participant', {}, { ask: anAsk({ participants: [aParticipant({ id: 'fay' })] }) }],
    ['of the requester’s team', 'same-team', withTeam('cs-fs'), {}],
    [
      'whose training ends the day before',
      'not-trained',
      { facilitator: aFacilitator({ id: 'fay', trainedUntil: '2026-12-07' }) },
      {},
    ],
    ['whose calendar cannot be seen: unknown is not free', 'calendar-unknown', { availability: unknown }, {}],
    [
      'who did not answer in time: unknown is not free',
      'calendar-unknown',
      { availability: { known: false, why: 'no-answer' } },
      {},
    ],
    [
      'with as many sessions as the month allows',
      'cap',
      reservedOn('2026-12-15T10:00', '2026-12-17T10:00'),
      {},
    ],
    [
      'out of office, or tentatively busy where policy counts it',
      'no-free-slot',
      { availability: busy({ start: at('2026-12-01T00:00'), end: at('2026-12-12T00:00') }) },
      {},
    ],
  ])('%s (%s)', (_who, rule, candidate, question) => {
    const found = findMatches(asked({ candidates: [aCandidate('fay', candidate)], ...question }));
    expect(found.best).toEqual([]);
    expect(found.removed).toEqual({ [rule]: 1 });
  });

  it('and the coordinator is told how many each rule removed', () => {
    const candidates = [
      aCandidate('a', { availability: unknown }),
      aCandidate('b', { availability: unknown }),
      aCandidate('c'),
      aCandidate('d'),
    ];
    const found = findMatches(asked({ candidates, passed: ['c'] }));
    expect(found.removed).toEqual({ 'calendar-unknown': 2, passed: 1 });
    expect(new Set(who(found))).toEqual(new Set(['d']));
  });
});

describe('The slots of a facilitator', () => {
  it('end with the training, inside the window', () => {
    const trained = aCandidate('fay', {
      facilitator: aFacilitator({ id: 'fay', trainedUntil: '2026-12-09' }),
    });
    const found = slotsOf({ ask: anAsk({ latest: '2026-12-11' }), candidates: [trained] });
    expect([...new Set(found.map((start) => localDate(start)))].sort()).toEqual(['2026-12-08', '2026-12-09']);
  });

  it('leave out a full month and go on in the next', () => {
    const full = aCandidate('fay', reservedOn('2026-12-15T10:00', '2026-12-17T10:00'));
    const found = slotsOf({
      ask: anAsk({ earliest: '2026-12-30', latest: '2027-01-05' }),
      candidates: [full],
    });
    expect([...new Set(found.map((start) => localDate(start)))].sort()).toEqual(['2027-01-04', '2027-01-05']);
  });

  it('keep 15 minutes from the diary and from our own sessions', () => {
    const meeting = { start: at('2026-12-08T09:00'), end: at('2026-12-08T09:30') };
    const candidate = aCandidate('fay', { availability: busy(meeting), ...reservedOn('2026-12-08T12:00') });
    expect(slotsOf({ candidates: [candidate] })).toEqual([at('2026-12-08T10:00')]);
  });

  it('keep to the hours of a facilitator abroad', () => {
    const workingHours = {
      days: ['tuesday'],
      start: '11:00',
      end: '12:30',
      zone: 'Europe/Amsterdam',
    } as const;
    const abroad = aCandidate('fay', { availability: { known: true, busy: [], workingHours } });
    expect(slotsOf({ candidates: [abroad] })).toEqual([at('2026-12-08T10:00')]);
  });

  it.each([
    ['2026-03-12T10:00', '2026-03-27', '2026-03-30'],
    ['2026-10-08T10:00', '2026-10-23', '2026-10-26'],
  ])('keep to the London clock over its change: asked %s, on %s and %s', (now, friday, monday) => {
    const workingHours = {
      days: ['monday', 'friday'],
      start: '09:00',
      end: '10:30',
      zone: 'Europe/London',
    } as const;
    const found = slotsOf({
      now: at(now),
      ask: anAsk({ earliest: friday, latest: monday }),
      candidates: [aCandidate('fay', { availability: { known: true, busy: [], workingHours } })],
    });
    expect(found).toEqual([at(`${friday}T09:00`), at(`${monday}T09:00`)]);
  });

  it('are none that have gone by, when policy asks for no notice', () => {
    const policy = { ...defaultPolicy, noticeDays: 0 };
    const found = findMatches(asked({ now: at('2026-12-08T10:40'), policy }));
    expect(when(found)).toEqual([at('2026-12-08T11:00')]);
  });
});

describe("Participants' calendars", () => {
  it('are counted as seen or not, and one that cannot be seen removes no slot', () => {
    const found = findMatches(asked({ participants: [unknown, free, unknown] }));
    expect(found.calendars).toEqual({ seen: 1, asked: 3 });
    expect(found.best).toHaveLength(3);
  });

  it('are not mentioned as a reason when none could be seen', () => {
    const [first] = findMatches(asked({ participants: [unknown] })).best;
    expect(first!.reasons.map(({ kind }) => kind)).not.toContain('participants-free');
  });

  it('need no buffer: only the session itself must be free', () => {
    const until10 = { start: at('2026-12-08T08:00'), end: at('2026-12-08T10:00') };
    expect(when(findMatches(asked({ participants: [busy(until10)] })))[0]).toBe(at('2026-12-08T10:00'));
  });
});

describe('A large pool', () => {
  it('is judged like a small one: 500 facilitators, 20 working days, 12 participants', () => {
    const someBusy = (n: number) =>
      busy(
        ...Array.from({ length: 120 }, (_, k) => {
          const start = at('2026-12-07T08:00') + (k * 5 + (n % 5)) * 60 * MINUTE_MS;
          return { start, end: start + 60 * MINUTE_MS };
        }),
      );
    const workingHours = { days: anAsk().days, start: '09:00', end: '17:00', zone: 'Europe/London' };
    const question = asked({
      ask: anAsk({ latest: '2027-01-07' }),
      candidates: Array.from({ length: 500 }, (_, n) =>
        aCandidate(`f${n}`, { availability: { ...someBusy(n), workingHours } as Availability }),
      ),
      participants: Array.from({ length: 12 }, (_, n) => someBusy(n)),
    });
    // How long it takes is measured by `npm run bench`.
    const { best, removed } = findMatches(question);
    expect(new Set(best.map(({ facilitator }) => facilitator.id)).size).toBe(3);
    expect(removed).toEqual({});
  });
});
