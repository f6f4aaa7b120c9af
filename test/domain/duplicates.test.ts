import fc from 'fast-check';
import { isPossibleDuplicate, possibleDuplicates } from '../../src/domain/duplicates';
import type { Request } from '../../src/domain/request';
import { anAsk, aParticipant, aRequest, aRequester, aStranger } from '../builders';

const hattie = aParticipant();
const percy = aParticipant({ name: 'Percy Plum', mail: 'percy.plum@police-sandbox.example', team: 'po-ch' });
const others = aRequester({ ...aStranger, mail: 'stranger@norfolk-sandbox.example' });

/** Another person's request, a week later, with Hattie and Percy. */
function another(ask: Parameters<typeof anAsk>[0] = {}, over: Partial<Request> = {}): Request {
  return aRequest.submitted({
    id: 'another-request',
    requester: others,
    ask: anAsk({
      caseReference: 'OTHER-REF-1',
      earliest: '2026-12-15',
      latest: '2026-12-24',
      participants: [hattie, percy],
      ...ask,
    }),
    ...(over as object),
  });
}

const asked = aRequest.submitted({ ask: anAsk({ participants: [hattie, percy] }) });

describe('A possible duplicate', () => {
  it.each<[string, Request, boolean]>([
    ['two people in common and overlapping dates', another(), true],
    ['dates that share one day only', another({ earliest: '2026-12-18' }), true],
    ['dates that follow one another', another({ earliest: '2026-12-19' }), false],
    ['one person in common', another({ participants: [hattie] }), false],
    [
      'addresses in other letters',
      another({ participants: [aParticipant({ mail: hattie.mail.toUpperCase() }), percy] }),
      true,
    ],
    [
      'the requester of the one among the participants of the other',
      another({ participants: [hattie, aParticipant({ ...aRequester(), mail: 'old@school.example' })] }),
      true,
    ],
    [
      'an address that now belongs to somebody else',
      another({ participants: [hattie, aParticipant({ id: 'somebody-else', mail: aRequester().mail! })] }),
      false,
    ],
    [
      'one person listed twice',
      another({ participants: [hattie, aParticipant({ name: 'Hattie again' })] }),
      false,
    ],
    [
      'two entries that are the same person, by id and by address',
      another({
        participants: [
          aParticipant({ id: aRequester().id, mail: 'old@school.example' }),
          aParticipant({ mail: aRequester().mail! }),
        ],
      }),
      false,
    ],
    [
      'two people known there by an id as well',
      another({
        participants: [aParticipant({ id: 'hattie' }), aParticipant({ ...percy, id: 'percy' })],
      }),
      true,
    ],
    [
      'one of them at another address, whom no id tells',
      another({ participants: [aParticipant({ id: 'hattie' }), { ...percy, mail: 'other@police.example' }] }),
      false,
    ],
    ['the same reference alone', another({ caseReference: 'CASE-REF-4711', participants: [] }), false],
    ['one that is closed', { ...aRequest.closed(), id: 'x', ask: asked.ask }, false],
    ['itself', asked, false],
  ])('%s: %#', (_what, other, expected) => {
    expect([isPossibleDuplicate(asked, other), isPossibleDuplicate(other, asked)]).toEqual([
      expected,
      expected,
    ]);
  });

  it.each([
    ['nobody else', false, []],
    ['somebody else', true, [percy]],
  ])('counts a requester who is listed as well once, with %s in both: %s', (_with, expected, besides) => {
    const participants = [aParticipant({ mail: aRequester().mail! }), ...besides];
    const one = aRequest.submitted({ ask: anAsk({ participants: [...participants, hattie] }) });
    expect(isPossibleDuplicate(one, another({ participants }, { requester: aRequester() }))).toBe(expected);
  });

  it('comes in the order of ids where others have as many people in common, in whatever order they are', () => {
    const three = another({ participants: [hattie, percy, aParticipant(aRequester())] }, { id: 'z' });
    const [a, b, c] = ['a', 'b', 'c'].map((id) => another({}, { id }));
    const found = possibleDuplicates(asked, [b!, three, a!, c!]);
    expect(found.map(({ requestId }) => requestId)).toEqual(['z', 'a', 'b', 'c']);
  });

  it('is named with how many people are in both, most of them first, and no more than ten', () => {
    const three = another({ participants: [hattie, percy, aParticipant(aRequester())] }, { id: 'three' });
    const many = Array.from({ length: 12 }, (_, n) => another({}, { id: `two-${n}` }));
    const found = possibleDuplicates(asked, [...many, another({ participants: [] }), three]);
    expect(found[0]).toEqual({ requestId: 'three', people: 3 });
    expect(found[1]).toEqual({ requestId: 'two-0', people: 2 });
    expect(found).toHaveLength(10);
  });
});

const somebody = fc.record({
  id: fc.constantFrom(undefined, 'p-1', 'p-2', 'p-3'),
  mail: fc.constantFrom('A@x.example', 'a@x.example', 'b@x.example', 'c@x.example'),
});
const anyRequest: fc.Arbitrary<Request> = fc
  .record({
    id: fc.constantFrom('request-1', 'request-2', 'request-3'),
    state: fc.constantFrom(...(Object.keys(aRequest) as (keyof typeof aRequest)[])),
    requester: fc.record({
      id: fc.constantFrom('p-1', 'p-2', 'p-4'),
      mail: somebody.map(({ mail }) => mail),
    }),
    knowsMail: fc.boolean(),
    people: fc.array(somebody, { maxLength: 4 }),
    from: fc.integer({ min: 1, max: 20 }),
    days: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ id, state, requester, knowsMail, people, from, days }): Request => {
    const day = (n: number) => `2026-12-${String(n).padStart(2, '0')}`;
    const participants = people.map(({ id: personId, mail }) =>
      aParticipant({ mail, ...(personId !== undefined && { id: personId }) }),
    );
    return {
      ...aRequest[state](),
      id,
      requester: {
        id: requester.id,
        name: 'N',
        team: 'cs-fs',
        ...(knowsMail && { mail: requester.mail }),
      },
      ask: anAsk({ participants, earliest: day(from), latest: day(from + days) }),
    };
  });

describe('Whatever two requests there are', () => {
  it('each is a possible duplicate of the other or neither is, with as many people in common', () => {
    let found = 0;
    fc.assert(
      fc.property(anyRequest, anyRequest, (one, other) => {
        const [there, back] = [possibleDuplicates(one, [other]), possibleDuplicates(other, [one])];
        expect(there.map(({ people }) => people)).toEqual(back.map(({ people }) => people));
        found += there.length;
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it('none is its own duplicate, and none is one of a closed request', () => {
    fc.assert(
      fc.property(anyRequest, fc.array(anyRequest), (one, all) => {
        const found = possibleDuplicates(one, [one, ...all]).map(({ requestId }) => requestId);
        expect(found).not.toContain(one.id);
        const open = all.filter(({ state }) => state !== 'closed').map(({ id }) => id);
        expect(found.filter((id) => !open.includes(id))).toEqual([]);
        if (one.state === 'closed') expect(found).toEqual([]);
      }),
    );
  });
});
