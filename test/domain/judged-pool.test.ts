/** What matching says of each of a small pool: who comes first, why them, and who could come beside them. */
import type { Availability } from '../../src/domain/availability';
import type { Facilitator } from '../../src/domain/facilitator';
import {
  type Candidate,
  countAble,
  findMatches,
  judgePool,
  type MatchingQuestion,
  mayBeBeside,
} from '../../src/domain/matching';
import type { Reason } from '../../src/domain/match';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, anAsk, aParticipant, aRequester, aReservation, aSlot, askedAt } from '../builders';
import { somePoll } from '../some-poll';

const free: Availability = { known: true, busy: [] };
const slot = aSlot('2026-12-08T10:00');

function aCandidate(id: string, who: Partial<Facilitator> = {}, over: Partial<Candidate> = {}): Candidate {
  const facilitator = aFacilitator({ id, mail: `${id}@norfolk-sandbox.example`, ...who });
  return { facilitator, availability: free, reservations: [], ...over };
}

function asked(over: Partial<MatchingQuestion> = {}): MatchingQuestion {
  return {
    requestId: 'request-1',
    round: 1,
    requester: aRequester(),
    ask: anAsk({ latest: '2026-12-09', times: ['morning'], participants: [aParticipant()] }),
    passed: [],
    candidates: [aCandidate('fay')],
    participants: [],
    now: askedAt,
    policy: defaultPolicy,
    ...over,
  };
}

const busyWith = (time: string) => ({ reservations: [aReservation({ slot: aSlot(time) })] });

describe('The pool of a request', () => {
  const candidates = [
    aCandidate('left', { leftOn: '2026-12-01' }),
    aCandidate('second', {}, busyWith('2026-12-15T10:00')),
    aCandidate('passed'),
    aCandidate('first'),
  ];
  const question = asked({ candidates, passed: ['passed'] });

  it('is told with those first who could take it, by rank, then the others in its own order', () => {
    const verdicts = judgePool(question);
    expect(verdicts.map(({ facilitator }) => facilitator.id)).toEqual(['first', 'second', 'left', 'passed']);
    expect(verdicts.map((each) => ('rank' in each ? each.rank : each.removal.rule))).toEqual([
      1,
      2,
      'left',
      'passed',
    ]);
    expect(countAble(question)).toBe(2);
  });

  it('has last whoever could not take it, if they are the only one and first in the pool', () => {
    const [left, , , able] = candidates;
    const verdicts = judgePool(asked({ candidates: [left!, able!] }));
    expect(verdicts.map(({ facilitator }) => facilitator.id)).toEqual(['first', 'left']);
  });

  it('is not offered the one time that a session is moved away from, nor where it is to be clear of it', () => {
    const times = (over: Partial<MatchingQuestion>) => {
      const policy = { ...defaultPolicy, matchesShown: 99 };
      const ask = anAsk({ latest: '2026-12-08', times: ['morning'], participants: [aParticipant()] });
      return new Set(findMatches(asked({ ask, policy, ...over })).best.map((match) => match.slot.start));
    };
    const all = ['09:00', '09:30', '10:00', '10:30', '11:00'];
    const on = (...left: string[]) => new Set(left.map((time) => aSlot(`2026-12-08T${time}`).start));
    expect(times({})).toEqual(on(...all));
    expect(times({ not: slot })).toEqual(on('09:00', '09:30', '10:30', '11:00'));
    expect(times({ not: aSlot('2026-12-08T09:00'), clearOfIt: true })).toEqual(on('10:30', '11:00'));
  });

  it('has of each who could the few best times, each by a name of its own', () => {
    const [first] = judgePool(question);
    const times = ['2026-12-08T09:00', '2026-12-09T09:00', '2026-12-08T09:30'].map((time) => aSlot(time));
    expect(first).toMatchObject({
      matches: times.map((each) => ({ id: `first@${each.start}`, slot: each })),
    });
  });

  it('is shown in part where only some are asked about, and counts whole for what is a fair share', () => {
    const { best, removed } = findMatches(question, (id) => id === 'first');
    expect(new Set(best.map(({ facilitator }) => facilitator.id))).toEqual(new Set(['first']));
    expect(removed).toEqual({});
    expect(best[0]!.reasons).toContainEqual({ kind: 'fair-share', sessions: 0, share: 0.333, months: 12 });
  });

  it('gives everybody one time at least, where none is to be shown', () => {
    const none = asked({ policy: { ...defaultPolicy, matchesShown: 0 } });
    expect(findMatches(none).best).toEqual([]);
    expect(judgePool(none)).toMatchObject([{ rank: 1, matches: [{ slot: aSlot('2026-12-08T09:00') }] }]);
  });
});

describe('What is kept of a match', () => {
  const first = (over: Partial<MatchingQuestion>) => findMatches(asked(over)).best[0]!;

  it('says whose calendars could not be seen, and nothing where all were', () => {
    expect(findMatches(asked({ unseen: ['hattie@example.org'] })).unseen).toEqual(['hattie@example.org']);
    expect(findMatches(asked({ unseen: [] }))).not.toHaveProperty('unseen');
    expect(findMatches(asked())).not.toHaveProperty('unseen');
  });

  it('says of whoever is of another organisation that they are, and of nobody else', () => {
    const { facilitator } = first({ candidates: [aCandidate('fay', { outside: true })] });
    expect(facilitator).toMatchObject({ id: 'fay', outside: true });
    expect(first({}).facilitator).not.toHaveProperty('outside');
  });

  it('says of whoever accepts whatever is offered that they do, and of nobody else', () => {
    expect(first({ candidates: [aCandidate('fay', { acceptsAutomatically: true })] }).automatic).toBe(true);
    expect(first({})).not.toHaveProperty('automatic');
  });

  const declared = { on: '2026-11-20', free: [aSlot('2026-12-08T10:00')] };
  const inNorth = anAsk({ latest: '2026-12-08', participants: [aParticipant()], locality: 'north' });
  it.each<[string, Partial<Facilitator>, Partial<MatchingQuestion>, Reason[], Reason['kind'][]]>([
    [
      'works where it would be',
      { localities: ['west', 'north'] },
      { ask: inNorth },
      [{ kind: 'locality', same: true }, { kind: 'free' }],
      ['declared'],
    ],
    ['works elsewhere', { localities: ['west'] }, { ask: inNorth }, [{ kind: 'locality', same: false }], []],
    ['has said nowhere', {}, { ask: inNorth }, [{ kind: 'locality', same: false }], []],
    ['works anywhere, for nowhere in particular', { localities: ['north'] }, {}, [], ['locality']],
    [
      'is of a team that takes part, not of the requester’s agency',
      { team: 'ed-pri' },
      {},
      [{ kind: 'team-takes-part' }, { kind: 'agency', another: true }],
      ['team-not-checkable'],
    ],
    [
      'is of "another team" of an agency that takes part',
      { team: 'ed-other' },
      {},
      [{ kind: 'team-not-checkable' }],
      ['team-takes-part'],
    ],
    ['is of no team there', { team: 'hl-mh' }, {}, [], ['team-takes-part', 'team-not-checkable']],
  ])('says why: who %s', (_who, facilitator, over, there, missing) => {
    const { reasons } = first({ candidates: [aCandidate('fay', facilitator)], ...over });
    for (const each of there) expect(reasons).toContainEqual(each);
    expect(reasons.filter(({ kind }) => missing.includes(kind))).toEqual([]);
  });

  it('says of whoever declared their time that they did, and on which day', () => {
    const candidate = aCandidate('fay', {}, { availability: { known: true, busy: [], declared } });
    const { reasons, slot: found } = first({ candidates: [candidate] });
    expect(found).toEqual(slot);
    expect(reasons[0]).toEqual({ kind: 'declared', on: '2026-11-20' });
    expect(reasons.map(({ kind }) => kind)).not.toContain('free');
  });

  it('comes first near by, and then of another agency, where all else is equal', () => {
    const near = aCandidate('near', { localities: ['north'], team: 'cs-iro' });
    const other = aCandidate('other', { team: 'hl-mh' });
    const own = aCandidate('own', { team: 'cs-iro' });
    const { best } = findMatches(asked({ ask: inNorth, candidates: [own, other, near] }));
    expect(best.map(({ facilitator }) => facilitator.id)).toEqual(['near', 'other', 'own']);
  });

  it('counts what was answered about its time with the calendars that were seen', () => {
    const mail = 'hattie@example.org';
    const poll = somePoll({ slots: [slot], asked: [mail], answers: [{ mail, starts: [slot.start] }] });
    const participants = [free, { known: false, why: 'outside-tenant' } as const];
    const { reasons, slot: found } = first({ poll, unseen: [mail], participants });
    expect(found).toEqual(slot);
    expect(reasons).toContainEqual({ kind: 'participants-free', free: 2, seen: 2, answered: 1 });
  });
});

describe('Whoever could come beside the facilitator', () => {
  const busy: Availability = { known: true, busy: [slot] };
  it.each<[string, Candidate, 'observer' | 'second', boolean]>([
    ['a second facilitator who is free', aCandidate('fay'), 'second', true],
    ['one who is busy', aCandidate('fay', {}, { availability: busy }), 'second', false],
    ['one who is not trained any more', aCandidate('fay', { trainedUntil: '2026-12-01' }), 'second', false],
    ['one whose month is full', aCandidate('fay', { sessionsPerMonth: 0 }), 'second', false],
    ['an observer whose month is full', aCandidate('fay', { sessionsPerMonth: 0 }), 'observer', true],
    ['an observer who is busy', aCandidate('fay', {}, { availability: busy }), 'observer', false],
  ])('%s', (_who, candidate, as, expected) => {
    expect(mayBeBeside(candidate, as, slot, asked())).toBe(expected);
  });

  it('has to be free at that time, not at another', () => {
    const afternoon = aSlot('2026-12-08T14:00');
    expect(mayBeBeside(aCandidate('fay'), 'second', afternoon, asked())).toBe(false);
  });
});
