import { SIGNS, STATEMENTS } from '../../../src/domain/evaluation';
import { peopleOf, pooled } from '../../../src/domain/monitoring/people';
import { anAnswer, answers } from './some-sessions';

const [first, second] = SIGNS;
/** Four people, of whom three tick the first sign and one of those the second too. */
const one = peopleOf(6, [anAnswer(), ...answers(2, [first]), anAnswer([first, second])], undefined);
/** Two people, of whom neither agrees and both tick the second sign. */
const other = peopleOf(3, [anAnswer([second], 2), anAnswer([second], 3)], undefined);

describe('Sums about people', () => {
  it('say of each sign how many ticked it, of all that answered', () => {
    expect(one.signs[first]).toEqual({ count: 3, of: 4 });
    expect(one.signs[second]).toEqual({ count: 1, of: 4 });
    expect(Object.keys(one.signs)).toEqual([...SIGNS]);
  });

  it('say of each statement how many agreed', () => {
    expect(STATEMENTS.map((each) => one.statements[each])).toEqual(
      STATEMENTS.map(() => ({ count: 4, of: 4 })),
    );
    expect(STATEMENTS.map((each) => other.statements[each])).toEqual(
      STATEMENTS.map(() => ({ count: 0, of: 2 })),
    );
  });

  it('of several sessions are added up, statement by statement and sign by sign', () => {
    const both = pooled([one, other]);
    expect(both).toMatchObject({ sessions: 2, answers: 6, response: { count: 6, of: 9 } });
    expect(STATEMENTS.map((each) => both.statements[each])).toEqual(
      STATEMENTS.map(() => ({ count: 4, of: 6 })),
    );
    expect(both.signs).toEqual({
      ...Object.fromEntries(SIGNS.map((each) => [each, { count: 0, of: 6 }])),
      [first]: { count: 3, of: 6 },
      [second]: { count: 3, of: 6 },
    });
  });
});
