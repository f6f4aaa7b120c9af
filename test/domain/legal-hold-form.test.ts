import { checkLegalHold, holdReasonMark, type LegalHoldAnswers } from '../../src/domain/legal-hold-form';
import { askedAt } from '../builders';

const typed = (over: Partial<LegalHoldAnswers> = {}): LegalHoldAnswers => ({
  ...{ kind: 'request', reference: ' 1A2B-3C4D ', from: '', until: '' },
  ...{ why: ' Claim of \n the council ', notNames: '' },
  ...over,
});
const period = (from: string, until: string) => typed({ kind: 'period', reference: '', from, until });

it.each<[string, LegalHoldAnswers, object]>([
  ['a request', typed(), { kind: 'request', reference: '1A2B-3C4D' }],
  [
    'some days',
    period('2026-01-01', '2026-01-31'),
    { kind: 'period', from: '2026-01-01', until: '2026-01-31' },
  ],
  [
    'one day',
    period('2026-01-01', '2026-01-01'),
    { kind: 'period', from: '2026-01-01', until: '2026-01-01' },
  ],
])('takes a hold on %s, with its reason in one line', (_what, answers, of) => {
  expect(checkLegalHold(answers, askedAt)).toEqual({ of, why: 'Claim of the council' });
});

it.each<[string, LegalHoldAnswers, readonly string[]]>([
  ['without saying what', typed({ kind: '' }), ['kind empty']],
  ['of something else', typed({ kind: 'everything' }), ['kind empty']],
  ['without a reference', typed({ reference: ' ' }), ['reference empty']],
  ['without days', period('', ''), ['from empty', 'until empty']],
  ['of no days of the calendar', period('2026-02-30', '1/3/2026'), ['from not-a-date', 'until not-a-date']],
  ['that ends before it begins', period('2026-02-02', '2026-02-01'), ['until reversed']],
  ['without a reason', typed({ why: ' \n' }), ['why empty']],
  ['with more than a line', typed({ why: 'a '.repeat(150) }), ['why too-long']],
  ['that tells a child’s NHS number', typed({ why: 'Claim about 999 100 2340' }), ['why identifier']],
])('refuses one %s', (_what, answers, expected) => {
  const checked = checkLegalHold(answers, askedAt);
  const problems = 'problems' in checked ? checked.problems : [];
  expect(problems.map(({ field, fault }) => `${field} ${fault}`)).toEqual(expected);
});

it('asks about what could be a name, and takes the answer for those words alone', () => {
  const why = 'Claim of Jayden Smith';
  const asked = checkLegalHold(typed({ why }), askedAt);
  expect(asked).toMatchObject({ problems: [{ field: 'why', fault: 'likely-identifier' }] });
  const notNames = holdReasonMark(why, askedAt);
  expect(checkLegalHold(typed({ why, notNames }), askedAt)).toHaveProperty('why', why);
  expect(checkLegalHold(typed({ why: 'Claim of Kayden Smith', notNames }), askedAt)).toHaveProperty(
    'problems',
  );
});
