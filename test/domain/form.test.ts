import fc from 'fast-check';
import type { Ask } from '../../src/domain/ask';
import { markToGoOn, checkForm, type FormAnswers, LIMITS } from '../../src/domain/form';
import { defaultPolicy } from '../../src/domain/policy';
import type { FormProblem } from '../../src/domain/form-fields';
import { answers, askedAt } from '../builders';

const policy = defaultPolicy;

function problemsOf(over: Partial<FormAnswers>): readonly FormProblem[] {
  const checked = checkForm(answers(over), askedAt, policy);
  return 'problems' in checked ? checked.problems : [];
}

function askOf(over: Partial<FormAnswers>): Ask {
  const checked = checkForm(answers(over), askedAt, policy);
  if ('problems' in checked) throw new Error(`Expected an ask, got ${JSON.stringify(checked.problems)}`);
  return checked.ask;
}

describe('A form that is right', () => {
  it('becomes an ask, with the team of who asks', () => {
    const checked = checkForm(answers(), askedAt, policy);
    expect(checked).toEqual({
      requester: { team: 'cs-fs' },
      ask: expect.objectContaining({
        caseReference: answers().caseReference,
        reason: answers().reason,
        place: { kind: 'online' },
        participants: answers().participants,
      }) as Ask,
    });
  });

  it.each([true, false])('keeps whether a risk is already known: %s', (riskKnown) => {
    expect(askOf({ riskKnown }).riskKnown).toBe(riskKnown);
  });

  it.each<[string, Partial<FormAnswers>, Ask['place']]>([
    ['online', { place: 'online' }, { kind: 'online' }],
    [
      'in person at a venue',
      { place: 'in-person', venue: ' Town hall, room 2 ' },
      { kind: 'in-person', venue: 'Town hall, room 2' },
    ],
    [
      'in person, the venue left for the coordinator',
      { place: 'in-person', venue: '  ' },
      { kind: 'in-person' },
    ],
  ])('can be %s', (_how, over, place) => {
    expect(askOf(over).place).toEqual(place);
  });
});

describe('A field', () => {
  it.each<[string, Partial<FormAnswers>, FormProblem]>([
    ['case reference left empty', { caseReference: '' }, { field: 'caseReference', fault: 'empty' }],
    ['case reference of spaces', { caseReference: ' \t\n' }, { field: 'caseReference', fault: 'empty' }],
    [
      'case reference too long',
      { caseReference: 'x'.repeat(41) },
      { field: 'caseReference', fault: 'too-long', allowed: 40 },
    ],
    ['reason left empty', { reason: '' }, { field: 'reason', fault: 'empty' }],
    [
      'reason of invisible marks',
      { reason: '\u200f\u200b\u2060 \u202e' },
      { field: 'reason', fault: 'empty' },
    ],
    [
      'reason of 2,001 characters',
      { reason: 'x'.repeat(2001) },
      { field: 'reason', fault: 'too-long', allowed: 2000 },
    ],
    [
      'reason of 5,000 characters',
      { reason: 'y'.repeat(5000) },
      { field: 'reason', fault: 'too-long', allowed: 2000 },
    ],
    ['team left empty', { team: '' }, { field: 'team', fault: 'empty' }],
    ['team in free text', { team: 'My team' }, { field: 'team', fault: 'not-listed' }],
    ['team that is only an agency', { team: 'cs' }, { field: 'team', fault: 'not-listed' }],
    [
      'team named like something every object has',
      { team: 'constructor' },
      { field: 'team', fault: 'not-listed' },
    ],
    ['family told left empty', { familyTold: '' }, { field: 'familyTold', fault: 'empty' }],
    ['family told: perhaps', { familyTold: 'perhaps' }, { field: 'familyTold', fault: 'not-listed' }],
    ['place left empty', { place: '' }, { field: 'place', fault: 'empty' }],
    ['place on the moon', { place: 'moon' }, { field: 'place', fault: 'not-listed' }],
    [
      'venue too long',
      { place: 'in-person', venue: 'x'.repeat(201) },
      { field: 'venue', fault: 'too-long', allowed: 200 },
    ],
    ['days left empty', { days: [] }, { field: 'days', fault: 'empty' }],
    ['a Saturday', { days: ['monday', 'saturday'] }, { field: 'days', fault: 'not-listed' }],
    ['times left empty', { times: [] }, { field: 'times', fault: 'empty' }],
    ['an evening', { times: ['evening'] }, { field: 'times', fault: 'not-listed' }],
  ])('%s is the one problem named', (_what, over, problem) => {
    expect(problemsOf(over).filter(({ fault }) => fault !== 'one-agency')).toEqual([problem]);
  });

  it.each<[string, Partial<FormAnswers>]>([
    ['a case reference as long as allowed', { caseReference: 'x'.repeat(LIMITS.caseReference) }],
    ['a case reference of one character', { caseReference: '7' }],
    ['a reason as long as allowed', { reason: 'x'.repeat(policy.longestTextLength) }],
    ['a reason as long as allowed between spaces', { reason: `  ${'x'.repeat(policy.longestTextLength)}\n` }],
    ['a venue as long as allowed', { place: 'in-person', venue: 'x'.repeat(LIMITS.venue) }],
    [
      'a venue as long as allowed between spaces',
      { place: 'in-person', venue: ` ${'x'.repeat(LIMITS.venue)} ` },
    ],
    ['a family not told', { familyTold: 'not-yet' }],
    ['a family that should not be told', { familyTold: 'not-appropriate' }],
    ['one day and one time', { days: ['friday'], times: ['morning'] }],
  ])('with %s is allowed', (_what, over) => {
    expect(problemsOf(over)).toEqual([]);
  });
});

describe('Everything wrong with a form', () => {
  it('is named at once, field by field', () => {
    const problems = problemsOf({
      caseReference: '',
      team: 'nowhere',
      reason: '',
      familyTold: '',
      place: '',
      venue: 'x'.repeat(201),
      participants: [],
      earliest: 'soon',
      latest: '2026-02-30',
      days: [],
      times: ['midnight'],
    });
    expect(problems.map(({ field, fault }) => `${field} ${fault}`)).toEqual([
      'caseReference empty',
      'team not-listed',
      'reason empty',
      'familyTold empty',
      'place empty',
      'venue too-long',
      'participants too-few-people',
      'participants one-agency',
      'earliest not-a-date',
      'latest not-a-date',
      'days empty',
      'times not-listed',
    ]);
  });
});

describe('What was typed', () => {
  it.each([
    ['emoji', 'We feel 😟👨‍👩‍👧‍👦 stuck'],
    ['right-to-left marks', 'a \u202eb\u202c c\u200f'],
    ['a template', '${x} {{y}} $(z) ${requester.name}'],
    ['HTML', '<script>alert("1")</script><b>bold</b> &amp; more'],
    ['Markdown', '**bold** [link](https://x.example) # title\n- list'],
    ['several lines', 'first\r\n\r\n  second\tthird'],
    ['accents, composed or not', 'Zoë Zoe\u0308 Łukasz'],
    ['quotes and backslashes', `"it's" \\n \\u0041 '; drop table`],
    ['half a character', 'broken \ud83d end'],
  ])('is kept as it is: %s', (_what, typed) => {
    expect(askOf({ reason: typed, place: 'in-person', venue: typed }).reason).toBe(typed.trim());
    expect(askOf({ place: 'in-person', venue: typed }).place).toEqual({
      kind: 'in-person',
      venue: typed.trim(),
    });
  });

  it('is never changed but for the spaces around it', () => {
    const typed = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((text) => `a${text}`);
    fc.assert(
      fc.property(typed, typed, (reason, caseReference) => {
        fc.pre(caseReference.length <= LIMITS.caseReference);
        const ask = askOf({ reason: `  ${reason}\n`, caseReference: `\t${caseReference} ` });
        expect(ask).toMatchObject({ reason: reason.trim(), caseReference: caseReference.trim() });
      }),
    );
  });

  it('is answered, never crashed on, whatever it is', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'toString', 'NaN', '2026-12-08'),
    );
    const person = fc.record({ name: anything, mail: anything, team: anything });
    const form: fc.Arbitrary<FormAnswers> = fc.record({
      caseReference: anything,
      team: anything,
      phone: anything,
      colleague: anything,
      reason: anything,
      familyTold: anything,
      riskKnown: fc.boolean(),
      otherNeeds: fc.array(anything, { maxLength: 4 }),
      place: anything,
      venue: anything,
      locality: anything,
      arrangements: fc.array(anything, { maxLength: 5 }),
      participants: fc.array(person, { maxLength: 15 }),
      earliest: anything,
      latest: anything,
      days: fc.array(anything, { maxLength: 6 }),
      times: fc.array(anything, { maxLength: 3 }),
      schoolsAgree: fc.boolean(),
      notNames: anything,
      goesOn: anything,
    });
    fc.assert(
      fc.property(form, (typed) => {
        const before = JSON.stringify(typed);
        expect(checkForm(typed, askedAt, policy)).toHaveProperty('problems');
        expect(JSON.stringify(typed)).toBe(before);
      }),
    );
  });
});

describe('What a JAGS is not for', () => {
  const wants = (...otherNeeds: string[]) => ({ otherNeeds });
  const problems = (over: Partial<FormAnswers>) => {
    const checked = checkForm(answers(over), askedAt, policy);
    return 'problems' in checked ? checked.problems : [];
  };

  it.each([['tasks'], ['decision'], ['information'], ['tasks', 'decision', 'information']])(
    'is warned about before sending: %s %s %s',
    (...needs) => {
      expect(problems(wants(...needs))).toEqual([{ field: 'otherNeeds', fault: 'better-door' }]);
    },
  );

  it('passes once somebody says to go on with just these, and is kept for the coordinator', () => {
    const both = wants('tasks', 'decision');
    expect(askOf({ ...both, goesOn: markToGoOn(both) }).otherNeeds).toEqual(['tasks', 'decision']);
    expect(problems({ ...wants('decision', 'tasks'), goesOn: markToGoOn(both) })).toEqual([]);
    expect(problems({ ...both, goesOn: markToGoOn(wants('tasks')) })).toHaveLength(1);
  });

  it('is not asked about when nothing of it is wanted', () => {
    expect(askOf({ goesOn: 'tasks' })).not.toHaveProperty('otherNeeds');
  });

  it.each(['', 'minutes'])('is one of the list, whether it is gone on with or not: "%s"', (goesOn) => {
    expect(problems({ ...wants('minutes'), goesOn })).toEqual([{ field: 'otherNeeds', fault: 'not-listed' }]);
  });
});

describe('Who else can be spoken to', () => {
  it.each(['01632 960123', '+44 1632 960123', '(01632) 960 123', '01632 960123 ext 12', '01632 960123x12'])(
    'may be rung: %s',
    (phone) => {
      const checked = checkForm(answers({ phone: ` ${phone} ` }), askedAt, policy);
      expect(checked).toMatchObject({ requester: { phone } });
    },
  );

  it.each(['call me', '12', 'ring 01632 960123 after six', '01632 960123'.repeat(4)])(
    'is not rung on: %s',
    (phone) => {
      expect(checkForm(answers({ phone }), askedAt, policy)).toEqual({
        problems: [{ field: 'phone', fault: 'bad-phone' }],
      });
    },
  );

  it('is a colleague by address', () => {
    const colleague = ' Sam.Saffron@norfolk-sandbox.example';
    expect(checkForm(answers({ colleague }), askedAt, policy)).toMatchObject({
      requester: { colleague: { mail: 'sam.saffron@norfolk-sandbox.example' } },
    });
    expect(checkForm(answers({ colleague: 'Sam' }), askedAt, policy)).toEqual({
      problems: [{ field: 'colleague', fault: 'bad-mail' }],
    });
  });
});

describe('Arrangements', () => {
  it('are kept as codes of the list', () => {
    expect(askOf({ arrangements: ['bsl', 'step-free'] }).arrangements).toEqual(['bsl', 'step-free']);
    expect(askOf({})).not.toHaveProperty('arrangements');
    expect(checkForm(answers({ arrangements: ['deaf'] }), askedAt, policy)).toEqual({
      problems: [{ field: 'arrangements', fault: 'not-listed' }],
    });
  });
});
