import { defaultPolicy as policy } from '../../src/domain/policy';
import { ageInDays, isOverdue, QUEUE_STATES, type QueueFilter, queueOf } from '../../src/domain/queue';
import type { Request } from '../../src/domain/request';
import { aRequest, askedAt, aSlot, at, aMatch } from '../builders';

const all: QueueFilter = { state: 'all', age: 'all' };
const one = { ...aRequest, searching: aRequest.submitted };
const everyState: Request[] = Object.entries(one).map(([id, make]) => ({ ...make(), id }));
const ids = (requests: readonly Request[]) => requests.map(({ id }) => id);

describe('The queue', () => {
  it.each<[QueueFilter['state'], string[]]>([
    ['all', Object.keys(aRequest).filter((state) => state !== 'closed')],
    ['waiting', ['submitted', 'searching']],
    ['requester', ['returned']],
    ['arranging', ['approved', 'offered']],
    ['booked', ['booked']],
    ['uncovered', ['uncovered']],
    ['held', ['held']],
  ])('of those %s', (state, expected) => {
    expect(ids(queueOf(everyState, { ...all, state }, askedAt, policy)).sort()).toStrictEqual(
      expected.sort(),
    );
  });

  it('has each open request under exactly one state', () => {
    const found = QUEUE_STATES.filter((state) => state !== 'all').flatMap((state) =>
      ids(queueOf(everyState, { ...all, state }, askedAt, policy)),
    );
    expect(found.sort()).toEqual(ids(queueOf(everyState, all, askedAt, policy)).sort());
  });

  it.each<[QueueFilter['age'], string, boolean]>([
    ['over-5', '2026-12-01T09:00', false],
    ['over-5', '2026-12-02T09:00', true],
    ['over-10', '2026-12-08T09:00', false],
    ['over-10', '2026-12-09T09:00', true],
    ['over-20', '2026-12-22T09:00', false],
    ['over-20', '2026-12-23T09:00', true],
    ['overdue', '2026-11-26T17:00', false],
    ['overdue', '2026-11-26T17:01', true],
  ])('has a request of Tuesday 24 November under %s at %s: %s', (age, now, expected) => {
    const found = queueOf([aRequest.submitted()], { ...all, age }, at(now), policy);
    expect(found).toHaveLength(expected ? 1 : 0);
  });
});

describe('The age of a request', () => {
  it.each([
    ['the same day', '2026-11-24T10:00', '2026-11-24T16:00', 0],
    ['the next day', '2026-11-24T10:00', '2026-11-25T00:01', 1],
    ['asked after hours: counted from the next day', '2026-11-24T18:00', '2026-11-25T09:00', 0],
    ['over a weekend', '2026-11-27T10:00', '2026-11-30T09:00', 1],
    ['over Christmas and Boxing Day', '2026-12-24T10:00', '2026-12-29T09:00', 1],
    ['over the change of the clock', '2026-10-23T10:00', '2026-10-26T09:00', 1],
    ['a clock behind the one that stamped it', '2026-11-24T10:00', '2026-11-23T10:00', 0],
  ])('is in working days: %s', (_what, asked, now, days) => {
    expect(ageInDays(aRequest.submitted({ submittedAt: at(asked) }), at(now), policy)).toBe(days);
  });
});

describe('What is overdue', () => {
  const late = at('2027-02-01T10:00');
  it.each<[string, Request, boolean]>([
    ['a first answer', aRequest.submitted(), true],
    ["the facilitator's answer", aRequest.offered(), true],
    ['another facilitator for a session that begins', aRequest.uncovered(), true],
    ['nothing of the requester, who takes the time they need', aRequest.returned(), false],
    ['nothing of a booked session', aRequest.booked(), false],
    ['nothing of a session that has taken place', aRequest.held(), false],
    ['nothing once closed', aRequest.closed(), false],
  ])('is %s', (_what, request, expected) => {
    expect(isOverdue(request, late)).toBe(expected);
    expect(isOverdue(request, askedAt)).toBe(false);
  });

  it('is not yet what is due this very minute', () => {
    const uncovered = aRequest.uncovered({ match: aMatch({ slot: aSlot('2026-12-08T10:00') }) });
    expect(isOverdue(uncovered, at('2026-12-08T10:00'))).toBe(false);
  });
});
