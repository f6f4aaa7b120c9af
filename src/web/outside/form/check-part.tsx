/** The form's last page: everything as it is going to be sent, with a way back to each part of it. */
import type { ComponentChildren } from 'preact';
import { teamLabel } from '../../../domain/agencies';
import { type Arrangement, ARRANGEMENTS, OTHER_NEEDS } from '../../../domain/ask';
import { TIMES_OF_DAY, WEEKDAYS } from '../../../domain/calendar';
import type { ParticipantAnswer } from '../../../domain/form';
import { answersOf } from '../../../domain/form-draft';
import { knownAs } from '../../../domain/form-people';
import { localityName } from '../../../domain/localities';
import type { Policy } from '../../../domain/policy';
import { ARRANGEMENT_NAMES, OTHER_NEED_NAMES } from '../../../wording/ask';
import { FIELD_NAMES, FORM_TEXTS, PEOPLE_TEXTS, SCHOOLS } from '../../../wording/form';
import { isolated } from '../../../wording/typed-text';
import { dayInWords } from '../../../wording/when';
import { Button, Lines, SummaryList, type SummaryRow } from '../parts';
import { capital, formWords, STEP_TITLES, timeNames } from '../wording/form';
import type { FormSetting, Step, TypedForm } from './typed-form';

export function CheckPart({ typed, setting }: { readonly typed: TypedForm; readonly setting: FormSetting }) {
  return (
    <>
      {typed.draft.answers.riskKnown && <p>{FORM_TEXTS.introRiskKnown}</p>}
      <Section step="about" rows={aboutRows(typed, setting)} />
      <Section step="when" rows={whenRows(typed, setting.policy)} />
      <Section step="who" rows={peopleRows(typed, setting.policy)} />
      <p>{FORM_TEXTS.sending}</p>
    </>
  );
}

function Section({
  step,
  rows,
}: {
  readonly step: Exclude<Step, 'check'>;
  readonly rows: readonly SummaryRow[];
}) {
  const title = STEP_TITLES[step];
  return (
    <>
      <h2>{title}</h2>
      <SummaryList rows={rows} />
      <p>
        <Button name="go" value={step} kind="second" says={formWords.changeStep(title)}>
          {formWords.change}
        </Button>
      </p>
    </>
  );
}

function aboutRows(
  { name, draft: { answers } }: TypedForm,
  { asksName, mail, policy }: FormSetting,
): SummaryRow[] {
  const told: Readonly<Record<string, string>> = formWords.family;
  return [
    ...(asksName ? [{ label: formWords.name, value: given(name) }] : []),
    ...(mail === undefined ? [] : [{ label: formWords.personMail, value: mail }]),
    { label: FIELD_NAMES.team, value: teamLabel(policy.agencies, answers.team) },
    { label: FIELD_NAMES.phone, value: given(answers.phone) },
    { label: FIELD_NAMES.colleague, value: given(answers.colleague) },
    { label: FIELD_NAMES.caseReference, value: given(answers.caseReference) },
    { label: FIELD_NAMES.reason, value: <Lines text={isolated(answers.reason)} /> },
    { label: FIELD_NAMES.familyTold, value: told[answers.familyTold] ?? formWords.noAnswer },
    ...rowOf(
      formWords.alsoNeeded,
      OTHER_NEEDS.filter((each) => answers.otherNeeds.includes(each)).map((each) => OTHER_NEED_NAMES[each]),
    ),
  ];
}

function whenRows({ draft: { answers } }: TypedForm, policy: Policy): SummaryRow[] {
  const places: Readonly<Record<string, string>> = formWords.place;
  const times = timeNames(policy);
  const arrangements: readonly Arrangement[] = ARRANGEMENTS.filter((each) =>
    answers.arrangements.includes(each),
  );
  return [
    { label: FIELD_NAMES.place, value: places[answers.place] ?? formWords.noAnswer },
    ...(answers.place === 'in-person' ? [{ label: FIELD_NAMES.venue, value: given(answers.venue) }] : []),
    {
      label: FIELD_NAMES.locality,
      value: answers.locality === '' ? formWords.noAnswer : localityName(policy.localities, answers.locality),
    },
    { label: FIELD_NAMES.earliest, value: dayInWords(answers.earliest) },
    { label: FIELD_NAMES.latest, value: dayInWords(answers.latest) },
    ...rowOf(FIELD_NAMES.days, WEEKDAYS.filter((each) => answers.days.includes(each)).map(capital)),
    ...rowOf(
      FIELD_NAMES.times,
      TIMES_OF_DAY.filter((each) => answers.times.includes(each)).map((each) => times[each]),
    ),
    ...(answers.schoolsAgree ? [{ label: FIELD_NAMES.schoolsAgree, value: SCHOOLS.takePart }] : []),
    ...rowOf(
      FIELD_NAMES.arrangements,
      arrangements.map((each) => ARRANGEMENT_NAMES[each]),
    ),
  ];
}

function peopleRows({ draft }: TypedForm, policy: Policy): SummaryRow[] {
  return answersOf(draft).participants.map((person, n) => ({
    label: formWords.person(n + 1),
    value: <Person person={person} policy={policy} />,
  }));
}

function Person({
  person,
  policy,
}: {
  readonly person: ParticipantAnswer;
  readonly policy: Policy;
}): ComponentChildren {
  const known = knownAs(person);
  const second = { named: person.mail, picked: '', 'to-be-named': PEOPLE_TEXTS.toBeNamed }[known];
  return (
    <>
      {known === 'picked' ? PEOPLE_TEXTS.picked : isolated(person.name)}
      {second !== '' && (
        <>
          <br />
          {isolated(second)}
        </>
      )}
      <br />
      {teamLabel(policy.agencies, person.team)}
    </>
  );
}

function rowOf(label: string, values: readonly string[]): SummaryRow[] {
  return values.length === 0 ? [] : [{ label, value: capital(values.join('; ')) }];
}

function given(text: string): string {
  return text.trim() === '' ? formWords.noAnswer : isolated(text);
}
