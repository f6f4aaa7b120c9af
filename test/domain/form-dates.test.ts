import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar';
import { checkForm, type FormAnswers } from '../../src/domain/form';
import { suggestedDates } from '../../src/domain/form-dates';
import type { FormProblem } from '../../src/domain/form-fields';
import { defaultPolicy } from '../../src/domain/policy';
import { answers, askedAt, at } from '../builders';

const policy = defaultPolicy;
/** Asked on Tuesday 24 November 2026: notice until 8 December, and 180 days reach to 23 May 2027. */
const FIRST = '2026-12-08';
const FURTHEST = '2027-05-23';

function problemsOf(over: Partial<FormAnswers>, now = askedAt): readonly FormProblem[] {
  const checked = checkForm(answers(over), now, policy);
  return 'problems' in checked ? checked.problems : [];
}

describe('The dates of a form', () => {
  it.each<[string, Partial<FormAnswers>, FormProblem]>([
    ['earliest left empty', { earliest: '' }, { field: 'earliest', fault: 'empty' }],
    ['latest left empty', { latest: '' }, { field: 'latest', fault: 'empty' }],
    ['30 February', { latest: '2026-02-30' }, { field: 'latest', fault: 'not-a-date' }],
    ['29 February in a common year', { latest: '2027-02-29' }, { field: 'latest', fault: 'not-a-date' }],
    ['the British way of writing', { latest: '18/12/2026' }, { field: 'latest', fault: 'not-a-date' }],
    ['a date with a time', { earliest: '2026-12-08T10:00' }, { field: 'earliest', fault: 'not-a-date' }],
    [
      'yesterday',
      { earliest: '2026-11-23' },
      { field: 'earliest', fault: 'in-the-past', allowed: '2026-11-24' },
    ],
    [
      'reversed',
      { earliest: '2026-12-18', latest: '2026-12-17' },
      { field: 'latest', fault: 'reversed', allowed: '2026-12-18' },
    ],
    [
      'a day before the notice',
      { earliest: '2026-12-01', latest: '2026-12-07' },
      { field: 'latest', fault: 'before-notice', allowed: FIRST },
    ],
    [
      'a day beyond the horizon',
      { latest: addDays(FURTHEST, 1) },
      { field: 'latest', fault: 'too-far-ahead', allowed: FURTHEST },
    ],
    [
      'a weekend only',
      { earliest: '2026-12-12', latest: '2026-12-13' },
      { field: 'days', fault: 'no-working-time' },
    ],
    [
      'a week without the day',
      { earliest: '2026-12-14', latest: '2026-12-17', days: ['friday'] },
      { field: 'days', fault: 'no-working-time' },
    ],
    [
      'bank holidays only',
      { earliest: '2026-12-25', latest: '2026-12-28' },
      { field: 'days', fault: 'no-working-time' },
    ],
  ])('%s: refused, saying what is allowed', (_what, over, problem) => {
    expect(problemsOf(over)).toEqual([problem]);
  });

  it.each<[string, Partial<FormAnswers>]>([
    ['one day, the first with enough notice', { earliest: FIRST, latest: FIRST }],
    ['from today on, reaching beyond the notice', { earliest: '2026-11-24', latest: FIRST }],
    ['until the horizon', { latest: FURTHEST }],
    ['one working day between bank holidays', { earliest: '2026-12-25', latest: '2026-12-29' }],
  ])('%s: allowed', (_what, over) => {
    expect(problemsOf(over)).toEqual([]);
  });

  it('include a leap day in a leap year', () => {
    expect(problemsOf({ earliest: '2028-02-29', latest: '2028-02-29' }, at('2028-01-10T10:00'))).toEqual([]);
  });

  it.each([
    ['16:59', []],
    ['17:00', ['before-notice']],
  ])('are judged by when the form is sent: at %s %j', (time, faults) => {
    const problems = problemsOf({ earliest: FIRST, latest: FIRST }, at(`2026-11-24T${time}`));
    expect(problems.map(({ fault }) => fault)).toEqual(faults);
  });

  it('are judged although no day has been ticked: all problems are named at once', () => {
    const problems = problemsOf({ earliest: '2026-12-18', latest: '2026-12-17', days: [], times: [] });
    expect(problems.map(({ fault }) => fault)).toEqual(['reversed', 'empty', 'empty']);
  });

  it('need time enough for one session', () => {
    const long = { ...policy, sessionMinutes: 240 };
    const morning = answers({ times: ['morning'] });
    expect(checkForm(morning, askedAt, long)).toEqual({
      problems: [{ field: 'days', fault: 'no-working-time' }],
    });
    expect(checkForm(answers(), askedAt, long)).toHaveProperty('ask');
  });
});

describe('The dates a new form starts with', () => {
  it('run from the notice to the target for a session', () => {
    expect(suggestedDates(askedAt, policy)).toEqual({ earliest: FIRST, latest: '2026-12-22' });
  });

  it('are always accepted when sent at once', () => {
    const instant = fc.integer({ min: at('2024-01-01T00:00'), max: at('2030-06-30T00:00') });
    fc.assert(
      fc.property(instant, (now) => {
        expect(problemsOf(suggestedDates(now, policy), now)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
