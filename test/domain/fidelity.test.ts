import fc from 'fast-check';
import { SIGNS, signsOf } from '../../src/domain/evaluation';
import {
  agreementOf,
  assess,
  fidelityOf,
  LEAST_ANSWERS,
  participantDrift,
  ticksOf,
} from '../../src/domain/fidelity';
import { anAnswer, answerGen, answers } from './monitoring/some-sessions';

const ACTIONS = ['allocated-actions'] as const;
const DECISIONS = ['case-decisions'] as const;

describe('whether a session drifted', () => {
  it.each([
    ['nobody ticks anything', [answers(6)], 'kept'],
    ['one of three ticks: a third, but one alone', [answers(1, ACTIONS), answers(2)], 'kept'],
    ['two of three tick the same', [answers(2, ACTIONS), answers(1)], 'drifted'],
    ['two of six: exactly a third', [answers(2, ACTIONS), answers(4)], 'drifted'],
    ['two of seven: less than a third', [answers(2, ACTIONS), answers(5)], 'kept'],
    ['three of nine: exactly a third', [answers(3, ACTIONS), answers(6)], 'drifted'],
    ['three of ten', [answers(3, ACTIONS), answers(7)], 'kept'],
    ['four of twelve: exactly a third', [answers(4, ACTIONS), answers(8)], 'drifted'],
    [
      'two of three tick, each something else',
      [answers(1, ACTIONS), answers(1, DECISIONS), answers(1)],
      'kept',
    ],
    ['everybody is not sure', [answers(5, 'not-sure')], 'kept'],
    ['not sure counts among the respondents', [answers(2, ACTIONS), answers(5, 'not-sure')], 'kept'],
    ['two answers, both with the same tick', [answers(2, ACTIONS)], 'not-assessable'],
    ['no answer', [], 'not-assessable'],
  ] as const)('%s', (_when, said, assessment) => {
    expect(assess(said.flat(), undefined)).toBe(assessment);
  });

  it('drifted where its facilitator alone says so', () => {
    expect(assess(answers(3), { also: ['case-updates'] })).toBe('drifted');
    expect(assess(answers(3), { also: 'none' })).toBe('kept');
    expect(assess(answers(3), { also: 'not-sure' })).toBe('kept');
  });

  it('is not assessable with two answers, whatever its facilitator says', () => {
    expect(assess(answers(2), { also: ['case-updates'] })).toBe('not-assessable');
  });

  it('is the same in whatever order people answered', () => {
    fc.assert(
      fc.property(fc.array(answerGen, { maxLength: 12 }), (said) => {
        expect(assess([...said].reverse(), undefined)).toBe(assess(said, undefined));
      }),
    );
  });

  it('never goes back to kept when one more ticks what others ticked', () => {
    fc.assert(
      fc.property(fc.array(answerGen, { minLength: LEAST_ANSWERS, maxLength: 12 }), (said) => {
        fc.pre(assess(said, undefined) === 'drifted');
        const sign = SIGNS.find(
          (each) => ticksOf(said, each) >= 2 && ticksOf(said, each) * 3 >= said.length,
        )!;
        expect(assess([...said, anAnswer([sign])], undefined)).toBe('drifted');
      }),
    );
  });
});

describe('shares of respondents', () => {
  it('counts 4 and 5 as agreeing, and leaves out to whom it does not apply', () => {
    const said = ([1, 2, 3, 4, 5, 'not-applicable'] as const).map((agreement) => anAnswer('none', agreement));
    expect(agreementOf(said, 'safe-to-say')).toEqual({ count: 2, of: 5 });
  });

  it('takes fidelity over the six statements about the model, and not over what somebody carries away', () => {
    const one = anAnswer('none', 5);
    const carrying = { ...one, agreement: { ...one.agreement, 'carrying-more': 1 as const } };
    expect(fidelityOf([carrying])).toEqual({ count: 6, of: 6 });
    expect(fidelityOf([anAnswer('none', 'not-applicable')])).toEqual({ count: 0, of: 0 });
  });

  it('counts a respondent who ticks several signs once', () => {
    expect(participantDrift([anAnswer([...SIGNS]), anAnswer(), anAnswer('not-sure')])).toEqual({
      count: 1,
      of: 3,
    });
  });

  it('holds every share within its denominator', () => {
    fc.assert(
      fc.property(fc.array(answerGen, { maxLength: 12 }), (said) => {
        const drift = participantDrift(said);
        expect(drift.of).toBe(said.length);
        expect(drift.count).toBe(said.filter(({ also }) => signsOf(also).length > 0).length);
        const fidelity = fidelityOf(said);
        expect(fidelity.count).toBeLessThanOrEqual(fidelity.of);
        expect(fidelity.of).toBeLessThanOrEqual(said.length * 6);
        for (const sign of SIGNS) expect(ticksOf(said, sign)).toBeLessThanOrEqual(drift.count);
      }),
    );
  });
});
