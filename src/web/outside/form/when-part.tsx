/** The form's second page: where and when. */
import { ARRANGEMENTS, minutesOf, schoolTakesPart } from '../../../domain/ask';
import { addDays, firstDayWithNotice, localDate, TIMES_OF_DAY, WEEKDAYS } from '../../../domain/calendar';
import { teamsIn } from '../../../domain/form-draft';
import { schoolsQuestion } from '../../../present/schools';
import { ARRANGEMENT_NAMES } from '../../../wording/ask';
import { datesHint, FIELD_NAMES, NO_LOCALITY } from '../../../wording/form';
import { Checkboxes, Input, Radios, Select } from '../fields';
import { capital, formWords, timeNames } from '../wording/form';
import type { PartProps } from './about-part';

export function WhenPart({ typed, setting, wrong }: PartProps) {
  const { now, policy } = setting;
  const { draft } = typed;
  const { answers } = draft;
  const times = timeNames(policy);
  const schools = schoolsQuestion(
    'always',
    schoolTakesPart(teamsIn(draft), policy),
    answers.schoolsAgree,
    policy,
  );
  const today = localDate(now);
  const first = firstDayWithNotice(now, policy);
  const furthest = addDays(today, policy.horizonDays);
  return (
    <>
      <Radios
        name="place"
        label={FIELD_NAMES.place}
        hint={formWords.placeHint}
        chosen={answers.place}
        choices={Object.entries(formWords.place).map(([value, label]) => ({ value, label }))}
        wrong={wrong}
      />
      <Input
        name="venue"
        label={formWords.venue}
        hint={formWords.venueHint}
        value={answers.venue}
        wrong={wrong}
      />
      <Select
        name="locality"
        label={formWords.locality}
        hint={formWords.localityHint}
        value={answers.locality}
        open={NO_LOCALITY}
        choices={policy.localities.map(({ code, name }) => ({ value: code, label: name }))}
        wrong={wrong}
      />
      <p class="hint">{datesHint(policy, minutesOf(draft.changes ?? {}, policy), first)}</p>
      <Input
        name="earliest"
        label={FIELD_NAMES.earliest}
        hint={formWords.dateHint}
        type="date"
        value={answers.earliest}
        min={today}
        max={furthest}
        wrong={wrong}
      />
      <Input
        name="latest"
        label={FIELD_NAMES.latest}
        hint={formWords.dateHint}
        type="date"
        value={answers.latest}
        min={first}
        max={furthest}
        wrong={wrong}
      />
      <Checkboxes
        name="days"
        label={FIELD_NAMES.days}
        chosen={answers.days}
        choices={WEEKDAYS.map((value) => ({ value, label: capital(value) }))}
        wrong={wrong}
      />
      <Checkboxes
        name="times"
        label={FIELD_NAMES.times}
        chosen={answers.times}
        choices={TIMES_OF_DAY.map((value) => ({ value, label: times[value] }))}
        wrong={wrong}
      />
      {(schools.hasSchools || wrong.some(({ field }) => field === 'schoolsAgree')) && (
        <Checkboxes
          name="schoolsAgree"
          label={formWords.schools}
          chosen={[schools.schoolsAgree]}
          choices={[{ value: 'true', label: schools.schools }]}
          wrong={wrong}
        />
      )}
      <Checkboxes
        name="arrangements"
        label={formWords.arrangements}
        hint={formWords.arrangementsHint}
        chosen={answers.arrangements}
        choices={ARRANGEMENTS.map((value) => ({ value, label: capital(ARRANGEMENT_NAMES[value]) }))}
        wrong={wrong}
      />
    </>
  );
}
