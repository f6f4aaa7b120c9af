import type {
  FacilitatorAnswers,
  FacilitatorDraft,
  FacilitatorProblem,
} from '../../src/domain/facilitator-form';
import { answersOf, checkFacilitator } from '../../src/domain/facilitator-form-check';
import { defaultPolicy } from '../../src/domain/policy';
import { askedAt, at } from '../builders';
import { facilitatorAnswers, noAnswers } from '../facilitator-drafts';

const policy = defaultPolicy;
/** The day of `askedAt`. */
const today = '2026-11-24';
const tomorrow = '2026-11-25';

function check(over: Partial<FacilitatorAnswers>, others: readonly { mail: string }[] = []) {
  return checkFacilitator(facilitatorAnswers(over), others, askedAt, policy);
}

function problemsOf(
  over: Partial<FacilitatorAnswers>,
  others: readonly { mail: string }[] = [],
): readonly FacilitatorProblem[] {
  const checked = check(over, others);
  return 'problems' in checked ? checked.problems : [];
}

/** An address of so many letters. */
const longMail = (letters: number) => `s@${'x'.repeat(60)}.${'y'.repeat(letters - 71)}.example`;

function draftOf(over: Partial<FacilitatorAnswers>): FacilitatorDraft {
  const checked = check(over);
  if ('problems' in checked) throw new Error(`Expected a draft, got ${JSON.stringify(checked.problems)}`);
  return checked.draft;
}

describe('What is entered about a facilitator', () => {
  it('becomes what is saved', () => {
    expect(check({})).toEqual({
      draft: {
        name: 'Scarlet Sepia',
        mail: 'scarlet.sepia@health-sandbox.example',
        team: 'hl-sn',
        trainedOn: '2026-03-16',
        trainedUntil: '2028-03-16',
        localities: ['norwich', 'south'],
      },
    });
  });

  it('may be the name, the address and the team alone, of a trainee', () => {
    const { name, mail, team } = facilitatorAnswers();
    const checked = checkFacilitator({ ...noAnswers, name, mail, team }, [], askedAt, policy);
    // toStrictEqual: noAnswers is there as undefined either.
    expect(checked).toStrictEqual({ draft: { name, mail, team } });
  });

  it.each<[string, Partial<FacilitatorAnswers>, Partial<FacilitatorDraft>]>([
    ['a name with spaces and a line break', { name: ' Scarlet \r\n Sepia\t' }, { name: 'Scarlet Sepia' }],
    ['a name of 100 letters', { name: 'x'.repeat(100) }, { name: 'x'.repeat(100) }],
    ['a name in another script', { name: '朱 紫' }, { name: '朱 紫' }],
    ['an address in capitals', { mail: ' Scarlet@Sepia.EXAMPLE ' }, { mail: 'scarlet@sepia.example' }],
    ['an address of 120 letters', { mail: longMail(120) }, { mail: longMail(120) }],
    ['a code with spaces', { team: ' cs-fs ' }, { team: 'cs-fs' }],
    ['training today', { trainedOn: today }, { trainedOn: today, trainedUntil: '2028-11-24' }],
    ['training on a leap day', { trainedOn: '2024-02-29' }, { trainedUntil: '2026-02-28' }],
    [
      'training that counts longer',
      { trainedUntil: '2030-12-31' },
      { trainedOn: '2026-03-16', trainedUntil: '2030-12-31' },
    ],
    ['training that counted a day', { trainedUntil: '2026-03-16' }, { trainedUntil: '2026-03-16' }],
    ['a refresher today', { refresherOn: today }, { refresherOn: today }],
    ['supervision a while ago', { supervisedOn: '2025-06-02' }, { supervisedOn: '2025-06-02' }],
    ['a locality twice', { localities: ['north', ' north ', ''] }, { localities: ['north'] }],
    ['the least weight', { weight: '0.25' }, { weight: 0.25 }],
    ['the most weight', { weight: '4' }, { weight: 4 }],
    ['a weight with a comma', { weight: '1,5' }, { weight: 1.5 }],
    ['a weight that begins with its point', { weight: '.75' }, { weight: 0.75 }],
    ['no sessions for now', { sessionsPerMonth: '0' }, { sessionsPerMonth: 0 }],
    ['a session a day', { sessionsPerMonth: '31' }, { sessionsPerMonth: 31 }],
    ['who joins later', { joinedOn: '2027-01-04' }, { joinedOn: '2027-01-04' }],
    ['who facilitated before', { facilitatedBefore: today }, { facilitatedBefore: today }],
    ['who accepts automatically', { accepts: 'automatically' }, { acceptsAutomatically: true }],
    ['teams too close', { excludedTeams: ['po-ch', 'cs-fs'] }, { excludedTeams: ['po-ch', 'cs-fs'] }],
  ])('may be %s', (_what, over, draft) => {
    expect(draftOf(over)).toMatchObject(draft);
  });

  it('may say when the training ends and not when it was', () => {
    const draft = draftOf({ trainedOn: '', trainedUntil: '2027-03-31' });
    expect(draft.trainedUntil).toBe('2027-03-31');
    expect(draft).not.toHaveProperty('trainedOn');
  });

  it.each(['', 'asked', ' asked '])('leaves somebody to be asked: "%s"', (accepts) => {
    expect(draftOf({ accepts })).not.toHaveProperty('acceptsAutomatically');
  });

  it('is as it was saved when it is entered again, and says that somebody is asked', () => {
    const { name, mail, team } = facilitatorAnswers();
    expect(answersOf({ name, mail, team })).toEqual({ ...noAnswers, name, mail, team, accepts: 'asked' });
  });

  it('counts training as long as policy says', () => {
    const checked = checkFacilitator(facilitatorAnswers(), [], askedAt, {
      ...policy,
      trainingValidMonths: 12,
    });
    expect(checked).toMatchObject({ draft: { trainedUntil: '2027-03-16' } });
  });

  it('knows today by the London clock', () => {
    const summerMidnight = at('2026-07-02T00:10');
    const answers = facilitatorAnswers({ refresherOn: '2026-07-02' });
    expect(checkFacilitator(answers, [], summerMidnight, policy)).toHaveProperty('draft');
  });
});

describe('A field', () => {
  it.each<[string, Partial<FacilitatorAnswers>, FacilitatorProblem]>([
    ['name empty', { name: '' }, { field: 'name', fault: 'empty' }],
    ['name of invisible marks', { name: '\u200f \u2060' }, { field: 'name', fault: 'empty' }],
    ['name too long', { name: 'x'.repeat(101) }, { field: 'name', fault: 'too-long', allowed: '100' }],
    ['name with a lost letter', { name: 'Zo\ufffd Red' }, { field: 'name', fault: 'garbled' }],
    ['address empty', { mail: ' ' }, { field: 'mail', fault: 'empty' }],
    ['address of a word', { mail: 'scarlet' }, { field: 'mail', fault: 'bad-mail' }],
    ['address with a name', { mail: 'S <s@sepia.example>' }, { field: 'mail', fault: 'bad-mail' }],
    ['two addresses', { mail: 's@sepia.example;t@sepia.example' }, { field: 'mail', fault: 'bad-mail' }],
    ['address with a lost letter', { mail: 's\ufffd@sepia.example' }, { field: 'mail', fault: 'bad-mail' }],
    ['address too long', { mail: longMail(121) }, { field: 'mail', fault: 'too-long', allowed: '120' }],
    ['team empty', { team: '' }, { field: 'team', fault: 'empty' }],
    ['team that is an agency', { team: 'hl' }, { field: 'team', fault: 'not-in-list', allowed: 'hl' }],
    [
      'team named like something every object has',
      { team: 'constructor' },
      { field: 'team', fault: 'not-in-list', allowed: 'constructor' },
    ],
    ['training on no day', { trainedOn: '2026-02-30' }, { field: 'trainedOn', fault: 'not-a-date' }],
    [
      'training tomorrow',
      { trainedOn: tomorrow },
      { field: 'trainedOn', fault: 'in-the-future', allowed: today },
    ],
    [
      'training until a day the British way',
      { trainedUntil: '16/03/2028' },
      { field: 'trainedUntil', fault: 'not-a-date' },
    ],
    ['training until some day', { trainedUntil: 'soon' }, { field: 'trainedUntil', fault: 'not-a-date' }],
    [
      'training that ended before it began',
      { trainedUntil: '2026-03-15' },
      { field: 'trainedUntil', fault: 'before-training', allowed: '2026-03-16' },
    ],
    ['refresher in words', { refresherOn: 'May 2026' }, { field: 'refresherOn', fault: 'not-a-date' }],
    [
      'refresher tomorrow',
      { refresherOn: tomorrow },
      { field: 'refresherOn', fault: 'in-the-future', allowed: today },
    ],
    [
      'supervision tomorrow',
      { supervisedOn: tomorrow },
      { field: 'supervisedOn', fault: 'in-the-future', allowed: today },
    ],
    [
      'locality by its name',
      { localities: ['norwich', 'Norwich'] },
      { field: 'localities', fault: 'not-in-list', allowed: 'Norwich' },
    ],
    ['weight in words', { weight: 'half' }, { field: 'weight', fault: 'not-a-number' }],
    ['weight in powers', { weight: '1e0' }, { field: 'weight', fault: 'not-a-number' }],
    ['weight of two points', { weight: '1.0.0' }, { field: 'weight', fault: 'not-a-number' }],
    ['weight of a point', { weight: '.' }, { field: 'weight', fault: 'not-a-number' }],
    ['no weight', { weight: '0' }, { field: 'weight', fault: 'too-small', allowed: '0.25' }],
    ['weight below nothing', { weight: '-1' }, { field: 'weight', fault: 'too-small', allowed: '0.25' }],
    ['weight of a dozen', { weight: '12' }, { field: 'weight', fault: 'too-large', allowed: '4' }],
    ['weight of many', { weight: '4.01' }, { field: 'weight', fault: 'too-large', allowed: '4' }],
    ['half a session', { sessionsPerMonth: '1.5' }, { field: 'sessionsPerMonth', fault: 'not-a-number' }],
    [
      'fewer sessions than none',
      { sessionsPerMonth: '-1' },
      { field: 'sessionsPerMonth', fault: 'too-small', allowed: '0' },
    ],
    [
      'more sessions than days',
      { sessionsPerMonth: '32' },
      { field: 'sessionsPerMonth', fault: 'too-large', allowed: '31' },
    ],
    ['joined on no day', { joinedOn: '2026-13-01' }, { field: 'joinedOn', fault: 'not-a-date' }],
    [
      'facilitated before tomorrow',
      { facilitatedBefore: tomorrow },
      { field: 'facilitatedBefore', fault: 'in-the-future', allowed: today },
    ],
    ['accepts never', { accepts: 'never' }, { field: 'accepts', fault: 'not-in-list', allowed: 'never' }],
    [
      'team too close that is none',
      { excludedTeams: ['cs-fs', 'nowhere'] },
      { field: 'excludedTeams', fault: 'not-in-list', allowed: 'nowhere' },
    ],
  ])('%s is the one problem named', (_what, over, problem) => {
    expect(problemsOf(over)).toEqual([problem]);
  });

  it('with two unknown entries is named for each', () => {
    expect(problemsOf({ localities: ['moon', 'norwich', 'mars'] })).toEqual([
      { field: 'localities', fault: 'not-in-list', allowed: 'moon' },
      { field: 'localities', fault: 'not-in-list', allowed: 'mars' },
    ]);
  });

  it('is not compared with a day of training that is none', () => {
    expect(problemsOf({ trainedOn: 'soon', trainedUntil: '2020-01-01' })).toEqual([
      { field: 'trainedOn', fault: 'not-a-date' },
    ]);
  });
});

describe('An address', () => {
  const { mail } = facilitatorAnswers();

  it.each([mail, mail.toUpperCase(), ` ${mail} `])('somebody else has is taken: %s', (theirs) => {
    expect(problemsOf({}, [{ mail: 'other@sepia.example' }, { mail: theirs }])).toEqual([
      { field: 'mail', fault: 'taken' },
    ]);
  });

  it('nobody has is free', () => {
    expect(problemsOf({}, [{ mail: `x${mail}` }])).toEqual([]);
  });
});

it('Everything wrong is named at once, in the order of the fields', () => {
  const wrong = Object.fromEntries(
    Object.entries(noAnswers).map(([field, value]) => [field, Array.isArray(value) ? ['?'] : '?']),
  ) as unknown as FacilitatorAnswers;
  const named = problemsOf({ ...wrong, name: '' }).map(({ field, fault }) => `${field} ${fault}`);
  expect(named).toEqual([
    'name empty',
    'mail bad-mail',
    'team not-in-list',
    'trainedOn not-a-date',
    'trainedUntil not-a-date',
    'refresherOn not-a-date',
    'supervisedOn not-a-date',
    'localities not-in-list',
    'weight not-a-number',
    'sessionsPerMonth not-a-number',
    'joinedOn not-a-date',
    'facilitatedBefore not-a-date',
    'accepts not-in-list',
    'excludedTeams not-in-list',
  ]);
});
