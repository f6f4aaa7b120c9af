import fc from 'fast-check';
import { addDays, localDate } from '../../src/domain/calendar';
import type { Facilitator } from '../../src/domain/facilitator';
import type { FacilitatorAnswers } from '../../src/domain/facilitator-form';
import { answersOf, checkFacilitator } from '../../src/domain/facilitator-form-check';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, askedAt } from '../builders';
import { drafts, facilitatorAnswers, noAnswers } from '../facilitator-drafts';

const policy = defaultPolicy;

describe('A facilitator as they are', () => {
  it('is entered as just that again', () => {
    fc.assert(
      fc.property(drafts(policy), (draft) => {
        const facilitator: Facilitator = { ...draft, id: 'somebody', outside: true, leftOn: '2026-01-01' };
        expect(checkFacilitator(answersOf(facilitator), [], askedAt, policy)).toStrictEqual({ draft });
      }),
    );
  });

  it('keeps what is entered elsewhere to itself', () => {
    const answers = answersOf(
      aFacilitator({ outside: true, knownFamilies: ['a-request'], leftOn: '2026-11-24' }),
    );
    expect(Object.keys(answers).sort()).toEqual(Object.keys(noAnswers).sort());
    expect(JSON.stringify(answers)).not.toContain('a-request');
  });
});

it('Whatever is typed is answered, and what passes passes again', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '__proto__',
      'NaN',
      '1',
      '2026-11-24',
      'cs-fs',
      'norwich',
      'automatically',
      'a@b.example',
    ),
  );
  const anything: fc.Arbitrary<FacilitatorAnswers> = fc.record({
    name: text,
    mail: text,
    team: text,
    trainedOn: text,
    trainedUntil: text,
    refresherOn: text,
    supervisedOn: text,
    localities: fc.array(text, { maxLength: 3 }),
    weight: text,
    sessionsPerMonth: text,
    joinedOn: text,
    facilitatedBefore: text,
    accepts: text,
    excludedTeams: fc.array(text, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(anything, (typed) => {
      const before = JSON.stringify(typed);
      const checked = checkFacilitator(typed, [], askedAt, policy);
      expect(JSON.stringify(typed)).toBe(before);
      if ('draft' in checked)
        expect(checkFacilitator(answersOf(checked.draft), [], askedAt, policy)).toStrictEqual(checked);
      else expect(checked.problems.length).toBeGreaterThan(0);
    }),
  );
});

it('A day passes from the day itself on', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 500 }), (days) => {
      const refresherOn = addDays(localDate(askedAt), days);
      const checked = checkFacilitator(facilitatorAnswers({ refresherOn }), [], askedAt, policy);
      expect('problems' in checked).toBe(days > 0);
    }),
  );
});
