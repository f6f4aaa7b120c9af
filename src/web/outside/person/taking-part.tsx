/** What those who come say: that they cannot, and what the session needs. */
import { presentOwnPart } from '../../../present/own-part';
import { Checkboxes } from '../fields';
import { Button } from '../parts';
import { ABSENCE, ARRANGING } from '../wording/person';
import { choicesIn } from './reading';
import { ActForm } from './seen';
import { sentence, type Step, stepPage } from './step';

export const absence: Step = (asked) => {
  const { opened, now } = asked;
  const { subject, token, by } = opened;
  if (subject.as !== 'participant') return undefined;
  const { canSayAbsent, attempt } = presentOwnPart(subject.request, by, now);
  if (!canSayAbsent) return undefined;
  return stepPage(asked, {
    title: ABSENCE.title,
    content: (
      <ActForm
        token={token}
        act="attend"
        fields={[
          ['attempt', attempt],
          ['coming', 'false'],
        ]}
      >
        <p>{ABSENCE.text}</p>
        <Button>{ABSENCE.button}</Button>
      </ActForm>
    ),
  });
};

/** Of the requester too. */
export const arranging: Step = (asked) => {
  const { opened, now, filled, wrong = [] } = asked;
  const { subject, token, by } = opened;
  if (subject.as !== 'requester' && subject.as !== 'participant') return undefined;
  const { arranged, arrangements } = presentOwnPart(subject.request, by, now);
  if (arrangements.length === 0) return undefined;
  return stepPage(asked, {
    title: ARRANGING.title,
    wrong,
    content: (
      <ActForm token={token} act="ask-arrangements">
        {arranged.length > 0 && <p>{ARRANGING.arranged(arranged.join(', '))}</p>}
        <Checkboxes
          name="arrangements"
          label={ARRANGING.label}
          hint={ARRANGING.hint}
          choices={arrangements.map(({ title, value }) => ({ value, label: sentence(title) }))}
          chosen={filled ? choicesIn(filled, 'arrangements') : []}
          wrong={wrong}
        />
        <Button>{ARRANGING.button}</Button>
      </ActForm>
    ),
  });
};
