/** The form as a page: one of its steps, and everything typed on the others carried along. */
import { markToConfirm } from '../../../domain/form';
import { answersOf } from '../../../domain/form-draft';
import { referenceOf } from '../../../domain/request';
import { changeTitle, FORM_STEPS, FORM_TEXTS } from '../../../wording/form';
import { NAME_QUESTION } from '../../../wording/identifiers';
import { Checkboxes, Hidden, type Wrong } from '../fields';
import { BackLink, Button, Buttons, Lines, Notice } from '../parts';
import type { Shown } from '../plain-page';
import { FAILURE, formWords, STEP_TITLES, stepInWords } from '../wording/form';
import { AboutPart } from './about-part';
import { CheckPart } from './check-part';
import { NAME_QUESTION_FIELD, wrongOf } from './form-wrong';
import { PeoplePart } from './people-part';
import { fieldsOf, type FormSetting, STEPS, type Step, type TypedForm } from './typed-form';
import { type Problem, stepOf } from './turning';
import { WhenPart } from './when-part';

export interface FormView {
  readonly problems?: readonly Problem[];
  /** It may be right, and could not be saved. */
  readonly hasFailed?: boolean;
}

const PARTS = { about: AboutPart, when: WhenPart, who: PeoplePart, check: CheckPart } as const;

export function showForm(typed: TypedForm, setting: FormSetting, view: FormView = {}): Shown {
  const { problems = [], hasFailed = false } = view;
  const { step } = typed;
  const wrong = wrongOf(problems, typed, (field) => stepOf(field) === step);
  const Part = PARTS[step];
  return {
    title: STEP_TITLES[step],
    ownHeading: true,
    ...(wrong.length > 0 && { status: 422 }),
    ...(hasFailed && { status: 503 }),
    wrong,
    content: (
      <>
        {hasFailed && (
          <Notice kind="bad" heading={FAILURE.heading} takesFocus>
            <p>{FAILURE.text}</p>
          </Notice>
        )}
        <Head step={step} setting={setting} />
        <form method="post" action={setting.action} novalidate>
          {/* Whoever presses Enter in a field goes on: browsers press the first button there is. */}
          <button
            type="submit"
            name="go"
            value={step === 'check' ? 'send' : 'next'}
            class="unseen"
            tabindex={-1}
            aria-hidden="true"
          >
            {formWords.goOn}
          </button>
          <Carried typed={typed} setting={setting} />
          <Part typed={typed} setting={setting} wrong={wrong} />
          <NameQuestion typed={typed} setting={setting} problems={problems} wrong={wrong} />
          <FormButtons step={step} setting={setting} />
        </form>
        {setting.leave !== undefined && <BackLink href={setting.leave}>{formWords.leave}</BackLink>}
      </>
    ),
  };
}

function Head({ step, setting }: { readonly step: Step; readonly setting: FormSetting }) {
  const { base, note } = setting;
  const what = base.changes ? changeTitle(referenceOf(base.changes.request)) : FORM_STEPS.title;
  return (
    <>
      <p class="step">{stepInWords(STEPS.indexOf(step) + 1, STEPS.length, what)}</p>
      <h1>{STEP_TITLES[step]}</h1>
      {note !== undefined && (
        <Notice kind="note" heading={FORM_TEXTS.noteHeading}>
          <p>
            <Lines text={note} />
          </p>
        </Notice>
      )}
      {step === 'about' && <p>{base.answers.riskKnown ? FORM_TEXTS.introRiskKnown : FORM_TEXTS.intro}</p>}
    </>
  );
}

function Carried({ typed, setting }: { readonly typed: TypedForm; readonly setting: FormSetting }) {
  const { step, draft, hasBeenChecked } = typed;
  const others = STEPS.filter((each) => each !== step).flatMap((each) => fieldsOf(each, typed));
  const fields: readonly (readonly [string, string])[] = [
    ['step', step],
    ...(hasBeenChecked ? [['checked', 'yes'] as const] : []),
    ['risk', draft.answers.riskKnown ? 'known' : 'no'],
    ...Object.entries(setting.carried ?? {}),
    // Where there is nothing to ask about on the page, what was agreed stays.
    ...(step === 'when' && setting.policy.schoolHolidays.length === 0 && draft.answers.schoolsAgree
      ? [['schoolsAgree', 'true'] as const]
      : []),
    // Emptied fields too: left out, they would have their defaults again.
    ...others,
  ];
  return (
    <>
      {fields.map(([name, value], n) => (
        <Hidden key={`${name} ${n}`} name={name} value={value} />
      ))}
    </>
  );
}

/**
 * Asked with the problem, and shown on as answered while the words are the same. One answer is for all texts of the form;
 * pages that do not ask carry it.
 */
function NameQuestion(props: {
  readonly typed: TypedForm;
  readonly setting: FormSetting;
  readonly problems: readonly Problem[];
  readonly wrong: readonly Wrong[];
}) {
  const { typed, setting, problems, wrong } = props;
  const mark = markToConfirm(answersOf(typed.draft), setting.now, setting.policy);
  const { notNames } = typed.draft.answers;
  const isAnswered = mark !== '' && notNames === mark;
  const isAsked = problems.some(({ fault }) => fault === 'likely-identifier');
  if (!isAsked && !(isAnswered && typed.step === 'about'))
    return <Hidden name={NAME_QUESTION_FIELD} value={notNames} />;
  return (
    <Checkboxes
      name={NAME_QUESTION_FIELD}
      label={NAME_QUESTION.question}
      chosen={[notNames]}
      choices={[{ value: mark, label: NAME_QUESTION.no }]}
      wrong={wrong}
    />
  );
}

function FormButtons({ step, setting }: { readonly step: Step; readonly setting: FormSetting }) {
  const isLast = step === 'check';
  const send = setting.base.changes ? FORM_STEPS.sendAgain : FORM_STEPS.send;
  return (
    <>
      <Buttons>
        <Button name="go" value={isLast ? 'send' : 'next'}>
          {isLast ? send : formWords.goOn}
        </Button>
        {step !== 'about' && (
          <Button name="go" value="back" kind="second">
            {formWords.back}
          </Button>
        )}
      </Buttons>
      {step !== 'about' && <p class="hint">{formWords.backHint}</p>}
    </>
  );
}
