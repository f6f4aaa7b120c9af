/** How a facilitator of another organisation records a session: one page, and nowhere to write on it. */
import type { RecordAnswers } from '../../../domain/record-form';
import { OWN_STATEMENTS } from '../../../domain/session-record';
import { presentRecord } from '../../../present/session-record';
import type { Choice } from '../../../wording/choice';
import { ALSO_INTRO, EVALUATION_TEXTS } from '../../../wording/evaluation';
import { RECORD } from '../../../wording/session-record';
import { Checkboxes, Input, Radios, Scale } from '../fields';
import { Button } from '../parts';
import { facilitatorShown } from './facilitator-page';
import { choicesIn, textIn } from './reading';
import { ActForm } from './seen';
import { sentence, type Step, stepPage } from './step';

export const recording: Step = (asked) => {
  const { opened, policy, filled, problems = [] } = asked;
  const { subject, token } = opened;
  if (subject.as !== 'facilitator' || subject.request.state !== 'held') return undefined;
  if (!facilitatorShown(asked, subject).canRecord) return undefined;
  const view = { problems, ...(filled && { answers: recordAnswersIn(filled) }) };
  const shown = presentRecord(subject.request, view, policy);
  const { answers } = shown;
  const wrong = shown.wrong.map((each) => ({ ...each, beside: sentence(each.beside) }));
  return stepPage(asked, {
    title: RECORD.title,
    wrong,
    content: (
      <ActForm token={token} act="record-session" fields={[['attempt', shown.attempt]]}>
        <p>{shown.when}</p>
        <p>{RECORD.intro}</p>
        <Checkboxes
          name="came"
          label={RECORD.came}
          hint={RECORD.cameHint}
          choices={labelled(shown.agencies)}
          chosen={answers.came}
          wrong={wrong}
        />
        <Input name="began" label={RECORD.began} type="time" value={answers.began} wrong={wrong} />
        <Input name="ended" label={RECORD.ended} type="time" value={answers.ended} wrong={wrong} />
        <Checkboxes
          name="also"
          label={ALSO_INTRO}
          hint={EVALUATION_TEXTS.alsoHint}
          choices={labelled(shown.also)}
          chosen={answers.also}
          wrong={wrong}
        />
        <h2>{RECORD.own}</h2>
        {shown.statements.map(({ statement, label }) => (
          <Scale
            key={statement}
            name={statement}
            label={label}
            choices={labelled(shown.agreements)}
            chosen={answers.agreement[statement] ?? ''}
            wrong={wrong}
          />
        ))}
        <Checkboxes
          name="themes"
          label={RECORD.themes}
          choices={labelled(shown.themes)}
          chosen={answers.themes}
          wrong={wrong}
        />
        <Radios
          name="concern"
          label={RECORD.concern}
          hint={shown.concernSafety}
          choices={labelled(shown.concerns)}
          chosen={answers.concern}
          wrong={wrong}
        />
        {shown.until !== '' && <p class="hint">{shown.until}</p>}
        <Button>{RECORD.send}</Button>
      </ActForm>
    ),
  });
};

/** As it was sent: what of it is none of what can be chosen, the rules find. */
export function recordAnswersIn(form: URLSearchParams): RecordAnswers {
  return {
    came: choicesIn(form, 'came'),
    began: textIn(form, 'began'),
    ended: textIn(form, 'ended'),
    also: choicesIn(form, 'also'),
    agreement: Object.fromEntries(OWN_STATEMENTS.map((each) => [each, textIn(form, each)])),
    themes: choicesIn(form, 'themes'),
    concern: textIn(form, 'concern'),
  };
}

function labelled(choices: readonly Choice[]) {
  return choices.map(({ title, value }) => ({ value, label: title }));
}
