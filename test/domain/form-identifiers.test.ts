import fc from 'fast-check';
import { checkForm, type FormAnswers, markToConfirm, type ParticipantAnswer } from '../../src/domain/form';
import type { FormProblem } from '../../src/domain/form-fields';
import { defaultPolicy } from '../../src/domain/policy';
import { answers, askedAt } from '../builders';

const policy = defaultPolicy;
const NUMBER = '999 100 2340';

function problemsOf(over: Partial<FormAnswers>): readonly FormProblem[] {
  const checked = checkForm(answers(over), askedAt, policy);
  return 'problems' in checked ? checked.problems : [];
}

/** The answer "No, it is not" to what these answers are asked about. */
function confirmed(over: Partial<FormAnswers>): Partial<FormAnswers> {
  return { ...over, notNames: markToConfirm(answers(over), askedAt, policy) };
}

describe('A free text of the form', () => {
  it.each<[string, Partial<FormAnswers>, FormProblem]>([
    [
      'an NHS number in the reason, in its second line',
      { reason: `We are stuck.\nSee ${NUMBER}` },
      { field: 'reason', fault: 'identifier', found: [{ kind: 'nhs-number', line: 2, word: 2 }] },
    ],
    [
      'a date of birth for a case reference',
      { caseReference: 'dob 14/03/2015' },
      { field: 'caseReference', fault: 'identifier', found: [{ kind: 'birth-date', line: 1, word: 2 }] },
    ],
    [
      'a telephone number in the venue',
      { place: 'in-person', venue: 'Town hall, ring 07700 900123' },
      { field: 'venue', fault: 'identifier', found: [{ kind: 'phone', line: 1, word: 4 }] },
    ],
    [
      'a name in the reason',
      { reason: 'It is about a child called Jayden.' },
      { field: 'reason', fault: 'likely-identifier', found: [{ kind: 'name', line: 1, word: 7 }] },
    ],
    [
      'a name in brackets, which belong to its word',
      { reason: 'A child (Jayden) is in our thoughts.' },
      { field: 'reason', fault: 'likely-identifier', found: [{ kind: 'name', line: 1, word: 3 }] },
    ],
    [
      'a home for a venue',
      { place: 'in-person', venue: 'Flat 3, Sycamore House' },
      { field: 'venue', fault: 'likely-identifier', found: [{ kind: 'home', line: 1, word: 1 }] },
    ],
  ])('is refused with what and where, and nothing of it: %s', (_what, over, problem) => {
    expect(problemsOf(over)).toEqual([problem]);
  });

  it('names several at once, certain ones apart from likely ones', () => {
    expect(problemsOf({ reason: `Jayden aged 7, NR99 9ZZ, ${NUMBER}` })).toEqual([
      {
        field: 'reason',
        fault: 'identifier',
        found: [
          { kind: 'postcode', line: 1, word: 4 },
          { kind: 'nhs-number', line: 1, word: 6 },
        ],
      },
      { field: 'reason', fault: 'likely-identifier', found: [{ kind: 'name', line: 1, word: 1 }] },
    ]);
  });

  it('may hold the address of the institution where people meet', () => {
    expect(problemsOf({ place: 'in-person', venue: 'Town Hall, 14 Larkspur Road, NR99 9ZZ' })).toEqual([]);
  });

  it.each([
    ['as long as it may be', ''],
    ['as long as it may be between spaces', '  '],
  ])('is read when it is %s', (_how, around) => {
    const reason = `${'x'.repeat(policy.longestTextLength - NUMBER.length - 1)} ${NUMBER}`;
    expect(problemsOf({ reason: `${around}${reason}${around}` })).toMatchObject([
      { field: 'reason', fault: 'identifier' },
    ]);
  });

  it.each([
    ['18 years before, which could be a child’s', '14/03/2008', ['likely-identifier']],
    ['19 years before, which could not', '14/03/2007', []],
  ])('is asked about for a date by the year it is sent in: %s', (_when, date, faults) => {
    expect(problemsOf({ reason: `We are stuck (${date}).` }).map(({ fault }) => fault)).toEqual(faults);
  });

  it('may be a name where it is that of a practitioner, and not in a role that is to be named', () => {
    const [nora, vera] = answers().participants as [ParticipantAnswer, ParticipantAnswer];
    const named = (mail: string) => problemsOf({ participants: [nora, { ...vera, name: 'Mrs Plum', mail }] });
    expect(named(vera.mail)).toEqual([]);
    expect(named('')).toMatchObject([{ field: 'participants', entry: 1, fault: 'likely-identifier' }]);
  });

  it('is not read when it is refused for its length anyway', () => {
    const reason = `${NUMBER} `.repeat(300);
    expect(problemsOf({ reason })).toEqual([{ field: 'reason', fault: 'too-long', allowed: 2000 }]);
  });
});

describe('The answer "No, it is not"', () => {
  const reason = 'It is about a child called Jayden.';

  it('lets the same words through', () => {
    expect(problemsOf(confirmed({ reason }))).toEqual([]);
  });

  it('holds while other words of the text change', () => {
    const { notNames } = confirmed({ reason });
    expect(problemsOf({ reason: `Dear colleagues. ${reason}`, notNames: notNames! })).toEqual([]);
  });

  it('says nothing about another name, nor about the same in another field as well', () => {
    const { notNames } = confirmed({ reason });
    const faults = (over: Partial<FormAnswers>) =>
      problemsOf({ notNames: notNames!, ...over }).map(({ fault }) => fault);
    expect(faults({ reason: 'It is about a child called Tyler.' })).toEqual(['likely-identifier']);
    expect(faults({ reason, caseReference: 'Jayden' })).toEqual(['likely-identifier', 'likely-identifier']);
  });

  it('about two names says nothing about one that is written as both together', () => {
    const { notNames } = confirmed({ reason: 'It is about children called Mary and Ann.' });
    expect(problemsOf({ reason: 'It is about a child called MaryAnn.', notNames: notNames! })).toMatchObject([
      { fault: 'likely-identifier' },
    ]);
  });

  it('is about what is likely alone: it holds when what was certain has gone', () => {
    const { notNames } = confirmed({ reason: `${reason} ${NUMBER}` });
    expect(problemsOf({ reason, notNames: notNames! })).toEqual([]);
  });

  it('never lets a certain one through, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constant('mark')), fc.boolean(), (any, withName) => {
        const typed = { reason: `${withName ? 'Jayden aged 7' : 'See'} ${NUMBER}` };
        const over = any === 'mark' ? confirmed(typed) : { ...typed, notNames: any };
        expect(problemsOf(over).map(({ fault }) => fault)).toContain('identifier');
      }),
    );
  });

  it('is not asked for when nothing is likely', () => {
    expect(markToConfirm(answers(), askedAt, policy)).toBe('');
    expect(markToConfirm(answers({ reason: `See ${NUMBER}` }), askedAt, policy)).toBe('');
  });
});
