/** The form's first page: who asks, and the family's situation. */
import { OTHER_NEEDS } from '../../../domain/ask';
import { markToGoOn } from '../../../domain/form';
import type { FormDraft } from '../../../domain/form-draft';
import { OTHER_NEED_NAMES } from '../../../wording/ask';
import { DOOR_QUESTION, FIELD_NAMES, reasonHint } from '../../../wording/form';
import { Checkboxes, Input, Radios, Select, TextArea, type Wrong } from '../fields';
import { capital, formWords } from '../wording/form';
import { teamGroups } from './team-groups';
import type { FormSetting, TypedForm } from './typed-form';

export interface PartProps {
  readonly typed: TypedForm;
  readonly setting: FormSetting;
  readonly wrong: readonly Wrong[];
}

export function AboutPart({ typed, setting, wrong }: PartProps) {
  const { asksName, mail, policy } = setting;
  const { answers } = typed.draft;
  return (
    <>
      <h2>{formWords.you}</h2>
      {asksName && (
        <Input
          name="name"
          label={formWords.name}
          value={typed.name}
          autocomplete="name"
          width="middle"
          wrong={wrong}
        />
      )}
      {mail !== undefined && (
        <div class="field">
          <p class="hint">{formWords.confirmed(mail)}</p>
        </div>
      )}
      <Select
        name="team"
        label={FIELD_NAMES.team}
        value={answers.team}
        groups={teamGroups(policy)}
        wrong={wrong}
      />
      <Input
        name="phone"
        label={formWords.phone}
        hint={formWords.phoneHint}
        value={answers.phone}
        type="tel"
        autocomplete="tel"
        width="middle"
        wrong={wrong}
      />
      <Input
        name="colleague"
        label={formWords.colleague}
        hint={formWords.colleagueHint}
        value={answers.colleague}
        type="email"
        inputMode="email"
        spellcheck={false}
        width="middle"
        wrong={wrong}
      />
      <h2>{formWords.situation}</h2>
      <Input
        name="caseReference"
        label={FIELD_NAMES.caseReference}
        hint={formWords.caseHint}
        value={answers.caseReference}
        width="middle"
        wrong={wrong}
      />
      <TextArea
        name="reason"
        label={FIELD_NAMES.reason}
        hint={`${formWords.reasonLead} ${reasonHint(policy)}`}
        value={answers.reason}
        wrong={wrong}
      />
      <Radios
        name="familyTold"
        label={FIELD_NAMES.familyTold}
        hint={policy.familyOpenness}
        chosen={answers.familyTold}
        choices={Object.entries(formWords.family).map(([value, label]) => ({ value, label }))}
        wrong={wrong}
      />
      <Checkboxes
        name="otherNeeds"
        label={formWords.otherNeeds}
        chosen={answers.otherNeeds}
        choices={OTHER_NEEDS.map((value) => ({ value, label: capital(OTHER_NEED_NAMES[value]) }))}
        wrong={wrong}
      />
      <DoorQuestion draft={typed.draft} wrong={wrong} />
    </>
  );
}

/** Asked with the warning, and shown on as answered while the same is wanted. */
function DoorQuestion({
  draft: { answers },
  wrong,
}: {
  readonly draft: FormDraft;
  readonly wrong: readonly Wrong[];
}) {
  const mark = markToGoOn(answers);
  const isAnswered = mark !== '' && answers.goesOn === mark;
  if (!isAnswered && !wrong.some(({ field }) => field === 'otherNeeds')) return null;
  return (
    <Checkboxes
      name="goesOn"
      label={DOOR_QUESTION.question}
      chosen={[answers.goesOn]}
      choices={[{ value: mark, label: DOOR_QUESTION.yes }]}
    />
  );
}
