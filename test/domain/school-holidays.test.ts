import fc from 'fast-check';
import { windowOf } from '../../src/domain/ask';
import { decide } from '../../src/domain/decide';
import type { EditAnswers } from '../../src/domain/edit';
import { checkForm, type FormAnswers } from '../../src/domain/form';
import { type NewDatesAnswers, suggestedDates } from '../../src/domain/form-dates';
import type { Policy } from '../../src/domain/policy';
import type { Command, Request } from '../../src/domain/request';
import { anAsk, anEdit, answers, aRequest, aRequester, askedAt, at, facts } from '../builders';
import { A_SCHOOL, IN_HOLIDAYS, withHolidays } from '../school-holidays';
import { addressed, commands } from './decided';

type GiveDates = (typeof commands)['new-dates'];
const REFUSED = [{ field: 'schoolsAgree', fault: 'school-holidays' }];
const noSchool = anAsk().participants.filter(({ team }) => !team.startsWith('ed'));

function formProblems(over: Partial<FormAnswers>, policy: Policy = withHolidays) {
  const checked = checkForm(answers({ ...IN_HOLIDAYS, ...over }), askedAt, policy);
  return 'problems' in checked ? checked.problems : [];
}

const others = answers().participants;
const besides = (person: FormAnswers['participants'][number]) => ({ participants: [...others, person] });

describe('A form whose days are all school holidays', () => {
  it.each<[string, Partial<FormAnswers>]>([
    ["the requester's team", { team: 'ed-pri' }],
    ['a participant', besides({ ...A_SCHOOL, mail: 'head@school.example' })],
    ['a role to be named', besides(A_SCHOOL)],
    [
      'somebody chosen from the directory',
      besides({ id: 'aaaaaaaa-0000-4000-8000-000000000000', name: '', mail: '', team: 'ed-spe' }),
    ],
  ])('is refused when a school takes part as %s, and not when the schools agree', (_who, over) => {
    expect(formProblems(over)).toEqual(REFUSED);
    expect(formProblems({ ...over, schoolsAgree: true })).toEqual([]);
  });

  it.each<[string, Partial<FormAnswers>, Policy]>([
    ['no school takes part', {}, withHolidays],
    ['one of the days is outside them', { ...besides(A_SCHOOL), latest: '2027-01-04' }, withHolidays],
    ['no holidays are set', besides(A_SCHOOL), { ...withHolidays, schoolHolidays: [] }],
  ])('is accepted when %s', (_when, over, policy) => {
    expect(formProblems(over, policy)).toEqual([]);
  });

  it('is not blamed on the schools when nothing would fit without them either', () => {
    const weekend = { earliest: '2026-12-26', latest: '2026-12-27', ...besides(A_SCHOOL) };
    expect(formProblems(weekend)).toEqual([{ field: 'days', fault: 'no-working-time' }]);
  });

  it('keeps that schools agree, and nothing where they do not', () => {
    const asked = (schoolsAgree: boolean) =>
      checkForm(answers({ schoolsAgree }), askedAt, withHolidays) as { ask: object };
    expect(asked(true).ask).toMatchObject({ schoolsAgree: true });
    expect(asked(false).ask).not.toHaveProperty('schoolsAgree');
  });
});

function decided(request: Request, command: Command) {
  const coordinator = command.kind === 'edit';
  const decision = decide(request, command, facts({ policy: withHolidays, coordinator }));
  return 'refused' in decision ? decision.problems : decision.next.ask;
}

describe('Other dates', () => {
  const give = (over: Partial<NewDatesAnswers>, ask = anAsk()) => {
    const { earliest, latest, days, times } = anAsk(IN_HOLIDAYS);
    const dates = { earliest, latest, days, times, ...over };
    return decided(aRequest.submitted({ ask }), addressed({ ...commands['new-dates'], dates } as GiveDates));
  };

  it('in the holidays are refused while a school takes part and has not agreed', () => {
    expect(give({})).toEqual(REFUSED);
    expect(give({ schoolsAgree: true })).toMatchObject({ ...IN_HOLIDAYS, schoolsAgree: true });
    expect(give({}, anAsk({ participants: noSchool }))).toMatchObject(IN_HOLIDAYS);
  });

  it('keep that the schools agree unless it is taken back', () => {
    const agreed = anAsk({ schoolsAgree: true });
    expect(give({}, agreed)).toMatchObject({ ...IN_HOLIDAYS, schoolsAgree: true });
    expect(give({ schoolsAgree: false }, agreed)).toEqual(REFUSED);
    const outside = { earliest: '2026-12-08', schoolsAgree: false };
    expect(give(outside, agreed)).not.toHaveProperty('schoolsAgree');
  });
});

describe('Completing a request', () => {
  const edit = (over: Partial<EditAnswers>, ask = anAsk()) =>
    decided(aRequest.submitted({ ask }), addressed({ ...commands.edit, answers: anEdit(over) }));

  it('is refused for days that are all school holidays, and not when the schools agree', () => {
    expect(edit(IN_HOLIDAYS)).toEqual(REFUSED);
    expect(edit({ ...IN_HOLIDAYS, schoolsAgree: true })).toMatchObject({
      ...IN_HOLIDAYS,
      schoolsAgree: true,
    });
  });

  it('keeps what the schools said where it is not asked, and takes it back where it is', () => {
    const agreed = anAsk({ schoolsAgree: true });
    expect(edit({}, agreed)).toMatchObject({ schoolsAgree: true });
    expect(edit({ schoolsAgree: false }, agreed)).not.toHaveProperty('schoolsAgree');
  });

  it('counts the people as they are to be: without the only school the days can do', () => {
    const participants = [...noSchool, { ...noSchool[0]!, mail: 'another@x.example' }];
    const ask = anAsk({ participants, toBeNamed: [{ role: 'head of year', team: 'ed-sec' }] });
    const nobody = { name: '', mail: '', dropped: true };
    expect(edit({ ...IN_HOLIDAYS, named: [nobody] }, ask)).toMatchObject(IN_HOLIDAYS);
    expect(edit(IN_HOLIDAYS, ask)).toEqual(REFUSED);
  });

  it('counts those chosen from the directory too', () => {
    const ask = anAsk({ participants: noSchool, picked: [{ id: 'somebody', team: 'ed-pri' }] });
    const picked = [...noSchool, { ...noSchool[0]!, mail: 'another@x.example' }];
    expect(edit(IN_HOLIDAYS, { ...ask, participants: picked })).toEqual(REFUSED);
  });
});

describe('The dates a form starts with', () => {
  const { schoolHolidays } = withHolidays;

  it('reach further where a school takes part: the target pauses in the holidays', () => {
    const now = at('2026-12-01T10:00');
    expect(suggestedDates(now, withHolidays)).toEqual({ earliest: '2026-12-15', latest: '2026-12-31' });
    expect(suggestedDates(now, withHolidays, schoolHolidays)).toEqual({
      earliest: '2026-12-15',
      latest: '2027-01-12',
    });
  });

  it('end at the furthest day that may be asked for', () => {
    const always = [{ from: '2026-01-01', until: '2030-12-31' }];
    expect(suggestedDates(askedAt, withHolidays, always)).toMatchObject({ latest: '2027-05-23' });
  });

  it('are always accepted when sent at once, with a school and whatever the holidays', () => {
    const instant = fc.integer({ min: at('2024-01-01T00:00'), max: at('2030-06-30T00:00') });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: -20, max: 60 }),
        fc.integer({ min: 0, max: 45 }),
        (now, on, long) => {
          const day = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
          const policy = { ...withHolidays, schoolHolidays: [{ from: day(on), until: day(on + long) }] };
          const dates = suggestedDates(now, policy, policy.schoolHolidays);
          expect(checkForm(answers({ ...dates, ...besides(A_SCHOOL) }), now, policy)).toHaveProperty('ask');
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('The window of a request', () => {
  it('leaves the holidays out as the form does', () => {
    const avoided = withHolidays.schoolHolidays;
    expect(windowOf(aRequester(), anAsk(), withHolidays)).toMatchObject({ avoided });
    expect(windowOf(aRequester(), anAsk({ schoolsAgree: true }), withHolidays)).not.toHaveProperty('avoided');
  });
});
