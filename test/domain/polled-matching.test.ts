/** What somebody answered about a time counts like a calendar that was seen; of any other time it tells nothing. */
import fc from 'fast-check';
import type { Availability } from '../../src/domain/availability';
import { findMatches, type MatchingQuestion } from '../../src/domain/matching';
import { defaultPolicy } from '../../src/domain/policy';
import type { PollAnswer } from '../../src/domain/poll';
import { aFacilitator, anAsk, aRequester, aSlot, askedAt } from '../builders';
import { somePoll } from '../some-poll';

const slots = [aSlot('2026-12-08T10:00'), aSlot('2026-12-09T14:00'), aSlot('2026-12-10T11:00')];
const [, second] = slots as [(typeof slots)[0], (typeof slots)[0], (typeof slots)[0]];
const people = ['a@example.org', 'b@example.org', 'c@example.org'];
const unknown: Availability = { known: false, why: 'outside-tenant' };

function asked(answers: readonly PollAnswer[], over: Partial<MatchingQuestion> = {}): MatchingQuestion {
  return {
    requestId: 'request-1',
    round: 1,
    requester: aRequester(),
    ask: anAsk({ participants: [] }),
    passed: [],
    candidates: [{ facilitator: aFacilitator(), availability: { known: true, busy: [] }, reservations: [] }],
    participants: people.map(() => unknown),
    unseen: people,
    poll: somePoll({ slots, asked: people, answers }),
    now: askedAt,
    policy: { ...defaultPolicy, matchesShown: 5 },
    ...over,
  };
}
const freeOf = (question: MatchingQuestion, start: number) =>
  findMatches(question)
    .best.find(({ slot }) => slot.start === start)
    ?.reasons.find(({ kind }) => kind === 'participants-free');

describe('Answers about times', () => {
  const answers = [
    { mail: 'a@example.org', starts: [second.start] },
    { mail: 'b@example.org', starts: [second.start] },
    { mail: 'c@example.org', starts: [] },
  ];

  it('bring the time first that suits most of them, and say how many', () => {
    const { best, unseen } = findMatches(asked(answers));
    expect(best[0]?.slot).toEqual(second);
    expect(freeOf(asked(answers), second.start)).toEqual({
      kind: 'participants-free',
      free: 2,
      seen: 3,
      answered: 3,
    });
    expect(unseen).toEqual(people);
  });

  it('of whoever can be seen by now count for nothing: the calendar does', () => {
    const seen = [{ known: true, busy: [second] } as const, unknown, unknown];
    const question = asked(answers, { participants: seen, unseen: people.slice(1) });
    expect(freeOf({ ...question, only: second }, second.start)).toEqual({
      kind: 'participants-free',
      free: 1,
      seen: 3,
      answered: 2,
    });
  });

  it('tell nothing of a time nobody was asked about', () => {
    const elsewhen = aSlot('2026-12-11T10:00');
    expect(freeOf(asked(answers, { only: elsewhen }), elsewhen.start)).toBeUndefined();
  });

  it('whatever they are: a polled time is as good as so many of them said, and never better than all', () => {
    const answer = fc.subarray(slots.map(({ start }) => start));
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 3 }), (given) => {
        const said = given.map((starts, n) => ({ mail: people[n]!, starts }));
        for (const slot of slots) {
          const free = said.filter(({ starts }) => starts.includes(slot.start)).length;
          const found = freeOf(asked(said, { only: slot }), slot.start);
          expect(found).toEqual({
            kind: 'participants-free',
            free,
            seen: said.length,
            answered: said.length,
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
