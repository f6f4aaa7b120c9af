import fc from 'fast-check';
import { addDays, localDate } from '../../src/domain/calendar';
import { type Digest, DIGEST_SECTIONS, digestOf } from '../../src/domain/digest';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { isOpen, type Request } from '../../src/domain/request';
import type { ArrangementTrouble } from '../../src/domain/setback';
import { aMatch, aRequest, aSlot, at, someDatesAsked, theRequester } from '../builders';

const NOW = '2026-11-26T08:45';
const inSlot = (start: string) => ({ match: aMatch({ slot: aSlot(start) }) });
const troubled = (kind: ArrangementTrouble['kind']) => ({ troubles: [{ kind, attempt: 1 }] });

/** Section by section: "id day due". */
function told(digest: Digest | undefined): Record<string, string[]> {
  const sections = digest?.sections ?? [];
  return Object.fromEntries(
    sections.map(({ name, entries }) => [
      name,
      entries.map(({ request, day, due }) => `${request.id} ${day} ${due}`),
    ]),
  );
}

const digest = (requests: readonly Request[], now = NOW) => told(digestOf(requests, at(now), policy));

describe('What a day begins with', () => {
  it.each<[string, Request, string, string]>([
    ['a decision', aRequest.submitted({ id: 'a' }), 'decide', 'a 2026-11-26 today'],
    [
      'a decision while matches are looked for',
      aRequest.searching({ id: 'a' }),
      'decide',
      'a 2026-11-26 today',
    ],
    [
      'a decision that is overdue',
      aRequest.submitted({ id: 'a', answerDueAt: at('2026-11-25T17:00') }),
      'decide',
      'a 2026-11-25 overdue',
    ],
    [
      'a decision that is due later',
      aRequest.submitted({ id: 'a', answerDueAt: at('2026-11-27T17:00') }),
      'decide',
      'a 2026-11-27 later',
    ],
    [
      'a decision that is due this very minute',
      aRequest.submitted({ id: 'a', answerDueAt: at(NOW) }),
      'decide',
      'a 2026-11-26 today',
    ],
    [
      'a decision in dates that end soon',
      aRequest.submitted({ id: 'a', datesAsked: someDatesAsked({ why: 'dates-near' }) }),
      'decide',
      'a 2026-11-26 today',
    ],
    [
      'another time that is asked for',
      aRequest.booked({ id: 'a', rearranging: { askedBy: 'requester' } }),
      'decide',
      'a 2026-12-08 later',
    ],
    [
      'a session that was moved in Outlook',
      aRequest.booked({ id: 'a', outlook: { movedTo: aSlot('2026-12-10T10:00') } }),
      'decide',
      'a 2026-12-08 later',
    ],
    [
      'too few agencies who come',
      aRequest.booked({ id: 'a', outlook: { tooFew: 1 } }),
      'decide',
      'a 2026-12-08 later',
    ],
    [
      'other people proposed',
      aRequest.booked({ id: 'a', proposal: { participants: [], at: 1, by: theRequester } }),
      'decide',
      'a 2026-12-08 later',
    ],
    ['an offer that ends today', aRequest.offered({ id: 'a' }), 'answers', 'a 2026-11-26 today'],
    [
      'an offer that ends tomorrow',
      aRequest.offered({ id: 'a', answerBy: at('2026-11-27T17:00') }),
      'answers',
      'a 2026-11-27 later',
    ],
    [
      'an offer that should have ended',
      aRequest.offered({ id: 'a', answerBy: at('2026-11-25T17:00') }),
      'answers',
      'a 2026-11-25 overdue',
    ],
    ['a session nobody facilitates', aRequest.uncovered({ id: 'a' }), 'replace', 'a 2026-12-08 later'],
    [
      'a session of somebody who is paused',
      aRequest.booked({ id: 'a', ...troubled('facilitator-paused') }),
      'replace',
      'a 2026-12-08 later',
    ],
    [
      'an offer to somebody who left, whenever it ends',
      aRequest.offered({ id: 'a', ...troubled('facilitator-left') }),
      'replace',
      'a 2026-12-08 later',
    ],
    [
      'a session whose participants could not be invited',
      aRequest.booked({ id: 'a', ...troubled('not-invited') }),
      'help',
      'a 2026-12-08 later',
    ],
    [
      'a session that has taken place, for what could not be done',
      aRequest.held({ id: 'a', ...inSlot('2026-11-24T10:00'), ...troubled('facilitator-left') }),
      'help',
      'a 2026-11-24 later',
    ],
    [
      'the requester’s other dates, however long ago an answer was due',
      aRequest.submitted({ id: 'a', answerDueAt: at('2026-11-20T17:00'), datesAsked: someDatesAsked() }),
      'dates',
      'a 2026-12-09 later',
    ],
    [
      'a session this week',
      aRequest.booked({ id: 'a', ...inSlot('2026-11-27T10:00') }),
      'sessions',
      'a 2026-11-27 later',
    ],
    [
      'a session on the Sunday of this week',
      aRequest.booked({ id: 'a', ...inSlot('2026-11-29T10:00') }),
      'sessions',
      'a 2026-11-29 later',
    ],
    [
      'a session that is going on',
      aRequest.booked({ id: 'a', ...inSlot('2026-11-26T08:00') }),
      'sessions',
      'a 2026-11-26 today',
    ],
  ])('is %s', (_what, request, section, line) => {
    expect(digest([request])).toEqual({ [section]: [line] });
  });

  it.each<[string, Request]>([
    ['an offer with time left', aRequest.offered({ answerBy: at('2026-11-30T17:00') })],
    ['what is being arranged', aRequest.approved()],
    ['what the requester has to change', aRequest.returned()],
    ['a session next week', aRequest.booked(inSlot('2026-11-30T10:00'))],
    ['a session that ends just now', aRequest.booked(inSlot('2026-11-26T07:15'))],
    ['somebody Teams does not reach', aRequest.booked({ troubles: [{ kind: 'not-reached', who: 'lead' }] })],
    ['a session that is over', aRequest.booked(inSlot('2026-11-25T10:00'))],
    ['a session that has taken place', aRequest.held(inSlot('2026-11-26T08:00'))],
    ['anything closed', aRequest.closed(troubled('not-removed'))],
  ])('is not %s', (_what, request) => {
    expect(digestOf([request], at(NOW), policy)).toBeUndefined();
  });

  it('is nothing when nothing is open, unless monitoring has come to show something', () => {
    expect(digestOf([], at(NOW), policy)).toBeUndefined();
    const signals = [{ kind: 'drift', from: '2026-04', to: '2026-06' }] as const;
    expect(digestOf([], at(NOW), policy, signals)).toEqual({ on: '2026-11-26', sections: [], signals });
  });

  it.each([
    ['on a Friday', '2026-11-27T08:45', '2026-11-30T17:00'],
    ['before Christmas', '2026-12-24T08:45', '2026-12-29T17:00'],
  ])('counts the next working day as tomorrow: %s', (_when, now, answerBy) => {
    expect(digest([aRequest.offered({ answerBy: at(answerBy) })], now)).toHaveProperty('answers');
  });

  it('has a session that needs somebody else among those of the week too', () => {
    const session = aRequest.uncovered({ id: 'a', ...inSlot('2026-11-27T10:00') });
    expect(Object.keys(digest([session]))).toEqual(['replace', 'sessions']);
  });

  it('puts first what is due first, and of the same moment the older request', () => {
    const late = { answerDueAt: at('2026-11-25T17:00') };
    const older = { submittedAt: at('2026-11-23T10:00') };
    const { decide } = digest([
      aRequest.submitted({ id: 'younger' }),
      aRequest.submitted({ id: 'older', ...older }),
      aRequest.submitted({ id: 'late', ...late }),
    ]);
    expect(decide?.map((line) => line.split(' ')[0])).toEqual(['late', 'older', 'younger']);
  });

  it('puts those that are alike in the order of their ids', () => {
    const { decide } = digest(['b', 'c', 'a'].map((id) => aRequest.submitted({ id })));
    expect(decide?.map((line) => line.split(' ')[0])).toEqual(['a', 'b', 'c']);
  });
});

const anyMoment = fc
  .integer({ min: 0, max: 40 * 24 })
  .map((hours) => at('2026-11-10T08:00') + hours * 3_600_000);
const anyRequests = fc
  .array(
    fc.record({
      state: fc.constantFrom(...(Object.keys(aRequest) as (keyof typeof aRequest)[])),
      due: anyMoment,
      start: anyMoment,
      trouble: fc.constantFrom(undefined, 'not-invited', 'facilitator-left', 'beside-unavailable'),
      asks: fc.constantFrom(undefined, 'no-time', 'dates-near'),
    }),
    { maxLength: 30 },
  )
  .map((each) =>
    each.map(({ state, due, start, trouble, asks }, n): Request => {
      const request: Request = { ...aRequest[state](), id: `r${n}`, ...(trouble && troubled(trouble)) };
      const slot = { start, end: start + 5_400_000 };
      if (request.state === 'submitted')
        return { ...request, answerDueAt: due, ...(asks && { datesAsked: someDatesAsked({ why: asks }) }) };
      if (request.state === 'offered') return { ...request, answerBy: due, match: aMatch({ slot }) };
      return 'match' in request ? { ...request, match: aMatch({ slot }) } : request;
    }),
  );

describe('Whatever is open', () => {
  const urgent = (found: Digest | undefined) =>
    (found?.sections ?? []).filter(({ name }) => name !== 'sessions').flatMap(({ entries }) => entries);

  it('stands in one section at most besides the sessions, and nothing closed in any', () => {
    fc.assert(
      fc.property(anyRequests, anyMoment, (requests, now) => {
        const found = digestOf(requests, now, policy);
        const ids = urgent(found).map(({ request }) => request.id);
        expect(new Set(ids).size).toBe(ids.length);
        const all = (found?.sections ?? []).flatMap(({ entries }) => entries);
        expect(all.filter(({ request }) => !isOpen(request))).toEqual([]);
      }),
    );
  });

  it('is told of while it waits for a coordinator’s decision or needs somebody else', () => {
    fc.assert(
      fc.property(anyRequests, anyMoment, (requests, now) => {
        const ids = urgent(digestOf(requests, now, policy)).map(({ request }) => request.id);
        const waiting = requests.filter(({ state }) => state === 'submitted' || state === 'uncovered');
        expect(waiting.filter(({ id }) => !ids.includes(id))).toEqual([]);
      }),
    );
  });

  it('comes in the order of urgency, in no empty section, whatever order it was read in', () => {
    fc.assert(
      fc.property(anyRequests, anyMoment, (requests, now) => {
        const found = digestOf(requests, now, policy);
        expect(digestOf([...requests].reverse(), now, policy)).toEqual(found);
        const sections = found?.sections ?? [];
        const order = sections.map(({ name }) => DIGEST_SECTIONS.indexOf(name));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const { entries } of sections) {
          const days = entries.map(({ day }) => day);
          expect(days.length).toBeGreaterThan(0);
          expect(days).toEqual([...days].sort());
        }
      }),
    );
  });

  it('has sessions of this week only', () => {
    fc.assert(
      fc.property(anyRequests, anyMoment, (requests, now) => {
        const sessions = digestOf(requests, now, policy)?.sections.find(({ name }) => name === 'sessions');
        for (const { day } of sessions?.entries ?? []) {
          expect(day >= addDays(localDate(now), -1)).toBe(true);
          expect(day <= addDays(localDate(now), 6)).toBe(true);
        }
      }),
    );
  });
});
