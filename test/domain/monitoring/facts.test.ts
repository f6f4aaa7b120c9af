import { factOf, type Happened, monthsOf } from '../../../src/domain/monitoring/facts';
import { MINUTE_MS } from '../../../src/domain/intervals';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import type { Outcome } from '../../../src/domain/outcome';
import { aMatch, anAsk, aRequest, aRequester, at, theCoordinator } from '../../builders';
import { someRecord } from '../../some-record';
import { anAnswer, answers } from './some-sessions';

const did = (when: string, what: string, from?: string, to?: string): Happened => ({
  at: at(when),
  what,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

/** Asked on Tuesday 24 November 2026, before the end of the day. */
const story: readonly Happened[] = [
  did('2026-11-24T10:00', 'submit', undefined, 'submitted'),
  { ...did('2026-11-24T11:00', 'approve', 'submitted'), refused: 'coordinators-only' },
  did('2026-11-26T09:00', 'approve', 'submitted', 'approved'),
  did('2026-12-01T09:00', 'meeting-secured', 'approved', 'offered'),
  did('2026-12-02T09:00', 'answered', 'offered', 'booked'),
  did('2026-12-08T11:30', 'session-ended', 'booked', 'held'),
  did('2026-12-22T17:00', 'evaluation-over', 'held', 'closed'),
];

const slot = { start: at('2026-12-08T10:00'), end: at('2026-12-08T11:30') };

const held = {
  slot,
  invited: 5,
  agencies: ['cs', 'ed'],
  record: someRecord({ agencies: ['cs', 'po'], themes: ['roles'] }),
};

const completed = aRequest.closed({
  outcome: { kind: 'completed' },
  closedAt: at('2027-01-04T17:00'),
  facilitatedBy: 'fay',
  ask: anAsk({ locality: 'norwich' }),
  session: held,
});

describe('what a session that was held is counted as', () => {
  const said = { answers: [...answers(2, ['case-updates']), anAnswer()], lessons: ['b', 'a'] };
  const fact = factOf(completed, story, said, policy);

  it('is what its facilitator recorded, counted, with no time and no statement of its own', () => {
    const cutShort = someRecord({ end: slot.end - 16 * MINUTE_MS, concern: true });
    const { session } = factOf({ ...completed, session: { ...held, record: cutShort } }, story, said, policy);
    expect(session!.recorded).toEqual({
      ...{ sessions: 1, concerns: 1, endedEarly: 1 },
      own: {
        'kept-reflective': { count: 1, of: 1 },
        'held-feelings': { count: 1, of: 1 },
        'apart-from-case': { count: 1, of: 1 },
      },
    });
  });

  it('has nothing recorded where nobody did', () => {
    const { record: _none, ...unrecorded } = held;
    expect(factOf({ ...completed, session: unrecorded }, story, said, policy).session).not.toHaveProperty(
      'recorded',
    );
  });

  it('is months, working days, codes and sums', () => {
    expect(fact).toMatchObject({
      asked: '2026-11',
      answered: { month: '2026-11', days: 2 },
      offered: { month: '2026-12', days: 5 },
      met: { month: '2026-12', days: 10 },
      session: {
        month: '2026-12',
        facilitator: 'fay',
        locality: 'norwich',
        invited: 5,
        came: ['cs', 'po'],
        themes: ['roles'],
        lessons: ['a', 'b'],
        people: { sessions: 1, answers: 3, response: { count: 3, of: 5 }, drifted: { count: 1, of: 1 } },
      },
    });
    expect(monthsOf(fact)).toEqual(['2026-11', '2026-12', '2027-01']);
  });

  it('holds nothing of the case, of who asked or who took part', () => {
    const text = JSON.stringify(fact);
    const { requester, ask } = completed;
    const people = [requester, ...ask.participants].flatMap(({ name, mail }) => [
      name,
      ...(mail ? [mail] : []),
    ]);
    for (const word of [...people, requester.id, ask.reason, ask.caseReference])
      expect(text).not.toContain(word);
  });

  it('does not know what came of a session that nobody was asked about, and when it was by its end', () => {
    const { session: _kept, ...before } = completed;
    const { session } = factOf(before, story, undefined, policy);
    expect(session).toMatchObject({ month: '2026-12', invited: 0, themes: [], lessons: [] });
    expect(session).not.toHaveProperty('people');
    expect(session).not.toHaveProperty('came');
  });

  it('counts a session nobody answered about as one that cannot be assessed', () => {
    const { session } = factOf(completed, story, undefined, policy);
    expect(session?.people).toMatchObject({
      answers: 0,
      response: { count: 0, of: 5 },
      drifted: { count: 0, of: 0 },
    });
  });
});

describe('what an open request is counted as', () => {
  it('is as far as it has come', () => {
    expect(factOf(aRequest.submitted(), story.slice(0, 2), undefined, policy)).toStrictEqual({
      id: aRequest.submitted().id,
      asked: '2026-11',
    });
    const offered = factOf(aRequest.offered(), story.slice(0, 4), undefined, policy);
    expect(offered).not.toHaveProperty('session');
    expect(offered.offered).toEqual({ month: '2026-12', days: 5 });
  });

  it('is a session while it is evaluated, of which nothing is said yet', () => {
    const held = aRequest.held({ match: aMatch({ slot }) });
    const { session, met } = factOf(held, story.slice(0, 6), undefined, policy);
    expect(session).toMatchObject({ month: '2026-12', invited: 4, lessons: [] });
    expect(session).not.toHaveProperty('people');
    expect(met).toEqual({ month: '2026-12', days: 10 });
  });
});

it('has invited nobody where a session was held before people were asked', () => {
  const { evaluating: _none, ...held } = aRequest.held({ match: aMatch({ slot }) });
  expect(factOf(held, story.slice(0, 6), undefined, policy).session?.invited).toBe(0);
});

describe('how long was waited', () => {
  const answered = (...history: readonly Happened[]) =>
    factOf(aRequest.submitted(), history, undefined, policy).answered?.days;

  it.each(['approve', 'appoint', 'decline', 'return'])('for an answer is until they %s', (what) => {
    expect(answered(did('2026-11-25T10:00', 'edit'), did('2026-11-26T10:00', what))).toBe(2);
  });

  it('for an answer is for nothing that was refused, and nothing else', () => {
    expect(answered({ ...did('2026-11-25T10:00', 'approve'), refused: 'x' })).toBeUndefined();
    expect(answered(did('2026-11-25T10:00', 'note'))).toBeUndefined();
  });

  it('for an offer is until it is offered, or booked without being asked', () => {
    const offered = (to: string) =>
      factOf(aRequest.submitted(), [did('2026-11-26T10:00', 'x', 'approved', to)], undefined, policy).offered;
    expect(offered('offered')).toEqual({ month: '2026-11', days: 2 });
    expect(offered('booked')).toEqual({ month: '2026-11', days: 2 });
    expect(offered('approved')).toBeUndefined();
  });
});

describe('what is not known of a session', () => {
  const factsOf = (over: Partial<typeof completed>) =>
    factOf({ ...completed, ...over }, story, undefined, policy).session!;

  it('is left out: an agency of no list, who facilitated, where it was', () => {
    expect(factsOf({ requester: aRequester({ team: 'closed-down' }) }).agency).toBe('unknown');
    const { facilitatedBy: _who, ...unknown } = completed;
    expect(factOf(unknown, story, undefined, policy).session).not.toHaveProperty('facilitator');
    expect(factsOf({ ask: anAsk() })).not.toHaveProperty('locality');
  });

  it('is when it was, where its end is not told either: then it is when the request was closed', () => {
    const { session: _kept, ...before } = completed;
    const { session } = factOf(before, story.slice(0, 2), undefined, policy);
    expect(session).toMatchObject({ month: '2027-01', start: completed.closedAt });
  });

  it('is what people said, where nobody was invited', () => {
    expect(factsOf({ session: { ...held, invited: 0 } })).not.toHaveProperty('people');
    expect(factsOf({ session: { ...held, invited: 1 } })).toHaveProperty('people');
  });
});

it('is counted in every month anything of it is counted in, in order and each once', () => {
  const fact = { id: 'x', asked: '2026-05', closedAt: at('2026-02-03T10:00') };
  expect(monthsOf({ ...fact, met: { month: '2026-05', days: 1 } })).toEqual(['2026-02', '2026-05']);
  expect(monthsOf({ id: 'x', asked: '2026-05' })).toEqual(['2026-05']);
});

describe('how a request that came to nothing is counted', () => {
  const by = theCoordinator;
  const from = (state: string) => [did('2026-11-25T12:00', 'any', state, 'closed')];

  it.each<[string, Outcome, readonly Happened[], object | undefined]>([
    [
      'redirected',
      { kind: 'declined', reason: 'another-door', door: 'tafs', by },
      from('submitted'),
      { as: 'redirected', code: 'tafs' },
    ],
    [
      'declined',
      { kind: 'declined', reason: 'outside-norfolk', by },
      from('submitted'),
      { as: 'declined', code: 'outside-norfolk' },
    ],
    [
      'cancelled',
      { kind: 'cancelled', reason: 'too-few', by },
      from('booked'),
      { as: 'cancelled', code: 'too-few' },
    ],
    [
      'cancelled before reasons were kept',
      { kind: 'cancelled' },
      from('booked'),
      { as: 'cancelled', code: 'unknown' },
    ],
    [
      'not held',
      { kind: 'not-held', reason: 'technical', by },
      from('held'),
      { as: 'not-held', code: 'technical' },
    ],
    [
      'withdrawn before it was booked',
      { kind: 'withdrawn' },
      from('submitted'),
      { as: 'withdrawn', code: 'requester' },
    ],
    ['withdrawn once booked', { kind: 'withdrawn' }, from('booked'), { as: 'cancelled', code: 'withdrawn' }],
    [
      'withdrawn while uncovered',
      { kind: 'withdrawn' },
      from('uncovered'),
      { as: 'cancelled', code: 'withdrawn' },
    ],
    [
      'redirected before doors were kept',
      { kind: 'declined', reason: 'another-door', by },
      from('submitted'),
      { as: 'redirected', code: 'unknown' },
    ],
    [
      'withdrawn, whatever else it came through before',
      { kind: 'withdrawn' },
      [did('2026-11-25T11:00', 'any', 'booked', 'submitted'), ...from('submitted')],
      { as: 'withdrawn', code: 'requester' },
    ],
    ['silent', { kind: 'silent' }, from('submitted'), { as: 'unmatched', code: 'no-other-dates' }],
    ['completed', { kind: 'completed' }, from('held'), undefined],
  ])('%s', (_what, outcome, history, ended) => {
    expect(factOf(aRequest.closed({ outcome }), history, undefined, policy).ended).toEqual(ended);
  });

  it.each<Outcome>([{ kind: 'silent' }, { kind: 'withdrawn' }])(
    '$kind, with what stood in the way',
    (outcome) => {
      const closed = aRequest.closed({ outcome, unmatched: 'no-free-slot' });
      expect(factOf(closed, from('submitted'), undefined, policy).ended).toEqual({
        as: 'unmatched',
        code: 'no-free-slot',
      });
    },
  );

  it('counts the agency of a team no longer listed as unknown', () => {
    const gone = { ...completed, requester: aRequester({ team: 'no-such-team' }) };
    expect(factOf(gone, story, undefined, policy).session?.agency).toBe('unknown');
  });
});
