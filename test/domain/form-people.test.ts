import { checkForm, type FormAnswers, LIMITS, type ParticipantAnswer } from '../../src/domain/form';
import type { Ask } from '../../src/domain/ask';
import type { FormProblem } from '../../src/domain/form-fields';
import { isMail } from '../../src/domain/mail-address';
import { defaultPolicy } from '../../src/domain/policy';
import { answers, aParticipantAnswer, askedAt, participantAnswers } from '../builders';
import { practitioners } from '../sandbox/people';

const policy = defaultPolicy;

function problemsOf(over: Partial<FormAnswers>): readonly FormProblem[] {
  const checked = checkForm(answers(over), askedAt, policy);
  return 'problems' in checked ? checked.problems : [];
}

/** The problems of the second of two participants. */
function problemsWith(over: Partial<ParticipantAnswer>): readonly FormProblem[] {
  const second = aParticipantAnswer({ mail: 'second@health-sandbox.example', ...over });
  return problemsOf({ participants: [aParticipantAnswer(), second] });
}

/** The people of the ask, when the second of two is somebody else. */
function askedFor(second: ParticipantAnswer): Ask {
  const checked = checkForm(answers({ participants: [aParticipantAnswer(), second] }), askedAt, policy);
  if ('problems' in checked) throw new Error(`Expected an ask, got ${JSON.stringify(checked.problems)}`);
  return checked.ask;
}

describe('Somebody who is not known yet', () => {
  it.each([
    'school nurse',
    'School Nurse',
    'Designated Safeguarding Lead',
    'Health visitor',
    'the health visitor',
    'Family Support Worker',
    'Head of Year',
    'PC from the neighbourhood team',
    'Housing Officer',
    'Community Paediatrician',
    'Youth Worker',
    'Probation Officer',
    'CAMHS clinician',
    'SENCO',
    'Social Worker',
    'GP',
  ])('is asked for by role: %s', (role) => {
    const ask = askedFor({ name: ` ${role} `, mail: '', team: 'vs-da' });
    expect(ask.toBeNamed).toEqual([{ role, team: 'vs-da' }]);
    expect(ask.participants).toHaveLength(1);
  });

  it.each(['Hattie Hazel', 'Sarah', 'Sarah from the clinic', 'Percy Penelope Plum'])(
    'is not somebody whose address was forgotten: %s',
    (name) => {
      expect(problemsWith({ name, mail: '' })).toEqual([
        { field: 'participants', entry: 1, fault: 'name-without-mail' },
      ]);
    },
  );

  it('is counted, with the agency', () => {
    expect(
      problemsOf({
        team: 'cs-fs',
        participants: [
          { name: 'team manager', mail: '', team: 'cs-fs' },
          { name: 'health visitor', mail: '', team: 'hl-hv' },
        ],
      }),
    ).toEqual([]);
  });

  it('may share a role with another', () => {
    expect(problemsWith({ name: 'health visitor', mail: '', team: 'hl-hv' })).toEqual([]);
  });

  it('is no place to name a child', () => {
    expect(problemsWith({ name: 'worker of Jayden aged 7', mail: '' })).toEqual([
      {
        field: 'participants',
        entry: 1,
        fault: 'likely-identifier',
        found: [{ kind: 'name', line: 1, word: 3 }],
      },
    ]);
  });
});

describe('Somebody chosen from the directory', () => {
  const id = practitioners[1].id;

  it('needs no name and no address', () => {
    expect(askedFor({ id, name: '', mail: '', team: 'vs-da' }).picked).toEqual([{ id, team: 'vs-da' }]);
  });

  it('keeps the id beside the name once it has been looked up', () => {
    const { participants } = askedFor({ id, name: 'Sam Saffron', mail: 'sam@x.example', team: 'vs-da' });
    expect(participants[1]).toEqual({ id, name: 'Sam Saffron', mail: 'sam@x.example', team: 'vs-da' });
  });

  it('needs a team, and is taken once', () => {
    const twice = { id, name: '', mail: '', team: 'vs-da' };
    expect(problemsOf({ participants: [twice, { ...twice, team: '' }] })).toEqual([
      { field: 'participants', entry: 1, fault: 'empty' },
      { field: 'participants', entry: 1, fault: 'twice' },
    ]);
  });
});

describe('How many take part, the requester among them', () => {
  it.each([
    [0, 'too-few-people', 2],
    [1, 'too-few-people', 2],
    [12, 'too-many-people', 11],
    [30, 'too-many-people', 11],
  ])('%s others are refused: %s, allowed %s', (count, fault, allowed) => {
    expect(problemsOf({ participants: participantAnswers(count) })).toContainEqual({
      field: 'participants',
      fault,
      allowed,
    });
  });

  it.each([2, 3, 11])('%s others are allowed', (count) => {
    expect(problemsOf({ participants: participantAnswers(count) })).toEqual([]);
  });
});

describe('At least two agencies', () => {
  const ofTeams = (team: string, ...others: string[]) =>
    problemsOf({
      team,
      participants: others.map((each, n) => aParticipantAnswer({ mail: `${n}@x.example`, team: each })),
    });

  it.each([
    ['cs-fs', 'cs-cp', 'cs-eh'],
    ['cs-fs', 'cs-fs', 'cs-other'],
    ['ed-pri', 'ed-sec', 'ed-col'],
  ])('%s, %s and %s are one', (...teams) => {
    expect(ofTeams(...teams)).toEqual([{ field: 'participants', fault: 'one-agency', allowed: 2 }]);
  });

  it.each([
    ['cs-fs', 'cs-cp', 'hl-sn', 'the requester and one other'],
    ['cs-fs', 'hl-sn', 'hl-gp', 'the requester counts'],
    ['hl-mh', 'as-mh', 'hl-mh', 'teams of the same name in two agencies'],
  ])('%s, %s and %s are two: %s', (...teams) => {
    expect(ofTeams(teams[0], teams[1], teams[2])).toEqual([]);
  });

  it('a team nobody knows is not an agency of its own', () => {
    expect(ofTeams('cs-fs', 'cs-cp', 'made-up').map(({ fault }) => fault)).toEqual([
      'not-listed',
      'one-agency',
    ]);
  });
});

describe('A participant', () => {
  it.each<[string, Partial<ParticipantAnswer>, readonly Omit<FormProblem, 'field' | 'entry'>[]]>([
    ['without a name', { name: ' ' }, [{ fault: 'empty' }]],
    ['with an invisible name', { name: '\u200b\u200f' }, [{ fault: 'empty' }]],
    ['without an address', { name: 'Percy Plum', mail: '' }, [{ fault: 'name-without-mail' }]],
    ['without a team', { team: '' }, [{ fault: 'empty' }]],
    [
      'with a bad address and no team',
      { mail: 'nobody', team: '' },
      [{ fault: 'bad-mail' }, { fault: 'empty' }],
    ],
    ['looked up, and without an address', { id: 'nora', mail: '' }, [{ fault: 'bad-mail' }]],
    ['without anything', { name: '', mail: '', team: '' }, [{ fault: 'empty' }]],
    ['with a name too long', { name: 'x'.repeat(81) }, [{ fault: 'too-long', allowed: 80 }]],
    ['with a bad address', { mail: 'not an address' }, [{ fault: 'bad-mail' }]],
    ['of an unlisted team', { team: 'cs-unknown' }, [{ fault: 'not-listed' }]],
    ['with the address of another', { mail: aParticipantAnswer().mail }, [{ fault: 'twice' }]],
    [
      'with the address of another in capitals',
      { mail: ` ${aParticipantAnswer().mail.toUpperCase()} ` },
      [{ fault: 'twice' }],
    ],
    [
      'wrong in every way at once',
      { name: 'x'.repeat(81), mail: 'nobody', team: 'nowhere' },
      [{ fault: 'too-long', allowed: 80 }, { fault: 'bad-mail' }, { fault: 'not-listed' }],
    ],
    [
      'without a name and with a bad address',
      { name: '', mail: 'nobody' },
      [{ fault: 'empty' }, { fault: 'bad-mail' }],
    ],
  ])('%s is named by place in the list', (_what, over, problems) => {
    expect(problemsWith(over)).toEqual(
      problems.map((each) => ({ field: 'participants', entry: 1, ...each })),
    );
  });

  it.each<[string, Partial<ParticipantAnswer>]>([
    ['with a name as long as allowed', { name: 'x'.repeat(LIMITS.name) }],
    ['with blanks around such a name', { name: ` ${'x'.repeat(LIMITS.name)} ` }],
    ['with an emoji in the name', { name: 'Nora 🌸 Navy' }],
    ['with the same name as another and another address', { name: aParticipantAnswer().name }],
    ['with a plus in the address', { mail: 'nora.navy+jags@health-sandbox.example' }],
  ])('%s is allowed', (_what, over) => {
    expect(problemsWith(over)).toEqual([]);
  });

  it('listed three times is named each time again', () => {
    const problems = problemsOf({
      participants: [aParticipantAnswer(), aParticipantAnswer(), aParticipantAnswer()],
    });
    expect(problems).toEqual([1, 2].map((entry) => ({ field: 'participants', fault: 'twice', entry })));
  });

  it('keeps name and team as typed; the address in small letters, so that it can be compared', () => {
    const typed = { name: ' Nora de Navy ', mail: ' Nora.NAVY@Health-Sandbox.example ', team: 'hl-sn' };
    const checked = checkForm(answers({ participants: [typed, ...participantAnswers(2)] }), askedAt, policy);
    expect('ask' in checked && checked.ask.participants[0]).toEqual({
      name: 'Nora de Navy',
      mail: 'nora.navy@health-sandbox.example',
      team: 'hl-sn',
    });
  });
});

describe('An address Outlook can invite', () => {
  it.each([
    'a@b.example',
    'first.last@school.example',
    'first.last+jags@sub.domain.example',
    "o'neill_x-1@a-b.example",
    '  spaces.around@b.example  ',
    'UPPER@CASE.EXAMPLE',
    'zoë@b.example',
    '1@2.example',
    `${'x'.repeat(64)}@${'y'.repeat(47)}.example`,
  ])('%j is one', (mail) => {
    expect(isMail(mail)).toBe(true);
  });

  it.each([
    '',
    'nobody',
    '@b.example',
    'a@',
    'a@b',
    'a@b.',
    'a@.example',
    'a@b..example',
    'a@-b.example',
    'a@b-.example',
    'a@b@c.example',
    'a b@c.example',
    '.a@b.example',
    'a.@b.example',
    'a..b@c.example',
    'a@b c.example',
    'a,b@c.example',
    'a;b@c.example',
    'Nora <nora@b.example>',
    '"nora"@b.example',
    'mailto:nora@b.example',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a\u202eb@c.example',
    'a\u200bb@c.example',
    'a\u0000b@c.example',
    'a\nb@c.example',
    'a@b.example\nbcc: c@d.example',
    'a@ex\u0430mple.example',
    'a@\u212Aent.example',
    `${'x'.repeat(65)}@b.example`,
    `a@${'y'.repeat(111)}.example`,
    'x'.repeat(5000) + '@b.example',
  ])('%j is none', (mail) => {
    expect(isMail(mail)).toBe(false);
  });

  it('is judged at once however it is built', () => {
    const started = process.cpuUsage();
    for (const nasty of ['a.'.repeat(60), `a@${'b-'.repeat(58)}`, `a@${'b.'.repeat(58)}!`])
      expect(isMail(nasty)).toBe(false);
    expect(process.cpuUsage(started).user).toBeLessThan(500_000);
  });
});
