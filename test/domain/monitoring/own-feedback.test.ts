import fc from 'fast-check';
import { ownFeedback } from '../../../src/domain/monitoring/own-feedback';
import { defaultPolicy as policy } from '../../../src/domain/policy';
import { at } from '../../builders';
import { answers, aSession } from './some-sessions';

const sessions = (counts: readonly number[]) =>
  counts.map((count, n) => aSession('2027-01', { start: at('2027-01-04T10:00') + n, said: answers(count) }));
const seen = (counts: readonly number[]) => ownFeedback(sessions(counts), policy)?.sessions;

describe('what a facilitator sees of their own sessions', () => {
  it.each<[string, number[], number | undefined]>([
    ['two sessions', [5, 5], undefined],
    ['three', [3, 3, 3], 3],
    ['three and one more', [3, 3, 3, 3], 3],
    ['three and two more', [3, 3, 3, 3, 3], 3],
    ['six', [3, 3, 3, 3, 3, 3], 6],
    ['one of three that few answered about', [3, 2, 3], undefined],
    ['one of three with more than half of the answers', [3, 3, 7], undefined],
    ['with a fourth that outweighs it', [3, 3, 7, 4], 4],
  ])('%s', (_what, counts, of) => {
    expect(seen(counts)).toBe(of);
  });

  it('is in the order of time, in whatever order they were kept', () => {
    const some = sessions([3, 4, 5, 6, 7]);
    expect(ownFeedback([...some].reverse(), policy)).toEqual(ownFeedback(some, policy));
    expect(ownFeedback(some, policy)?.answers).toBe(12);
  });

  it('never grows by fewer than three sessions, nor by one that has more than half of what is added', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 15 }), (counts) => {
        let before = { sessions: 0, answers: 0 };
        for (let n = 1; n <= counts.length; n += 1) {
          const now = ownFeedback(sessions(counts.slice(0, n)), policy) ?? before;
          if (now.sessions !== before.sessions) {
            expect(now.sessions - before.sessions).toBeGreaterThanOrEqual(3);
            const added = now.answers - before.answers;
            expect(counts[n - 1]! * 2).toBeLessThanOrEqual(added);
          }
          before = now;
        }
      }),
    );
  });
});
