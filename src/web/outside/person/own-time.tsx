/** A break, and the hours a facilitator declares. */
import { presentOwnFacilitating } from '../../../present/own-facilitating';
import { Input, Radios } from '../fields';
import { Button } from '../parts';
import { FACILITATING } from '../wording/person';
import { textIn } from './reading';
import { ActForm } from './seen';
import { type Step, stepPage } from './step';

export const pausing: Step = (asked) => {
  const { opened, now, policy, filled, wrong = [] } = asked;
  const { subject, token } = opened;
  if (subject.as !== 'facilitating' || !presentOwnFacilitating(subject.entry, now, policy).canPause)
    return undefined;
  return stepPage(asked, {
    title: FACILITATING.pause,
    wrong,
    content: (
      <ActForm token={token} act="pause">
        <Input
          name="until"
          label={FACILITATING.pauseUntil}
          hint={FACILITATING.pauseHint}
          type="date"
          value={filled ? textIn(filled, 'until') : ''}
          wrong={wrong}
        />
        <Button>{FACILITATING.pauseButton}</Button>
      </ActForm>
    ),
  });
};

export const declaring: Step = (asked) => {
  const { opened, now, policy, filled = new URLSearchParams(), wrong = [] } = asked;
  const { subject, token } = opened;
  if (subject.as !== 'facilitating') return undefined;
  const shown = presentOwnFacilitating(subject.entry, now, policy);
  if (!shown.canDeclare) return undefined;
  return stepPage(asked, {
    title: FACILITATING.declare,
    wrong,
    content: (
      <ActForm token={token} act="declare">
        <p>{FACILITATING.declareHint}</p>
        {shown.week.map(({ day, label, value, choices }) => (
          <Radios
            key={day}
            name={day}
            label={label}
            choices={choices.map((each) => ({ label: each.title, value: each.value }))}
            chosen={filled.get(day) ?? value}
            wrong={wrong}
          />
        ))}
        <fieldset class="group">
          <legend>{FACILITATING.leave}</legend>
          <Input
            name="leaveFrom"
            label={FACILITATING.leaveFrom}
            type="date"
            value={textIn(filled, 'leaveFrom')}
            wrong={wrong}
          />
          <Input
            name="leaveUntil"
            label={FACILITATING.leaveUntil}
            type="date"
            value={textIn(filled, 'leaveUntil')}
            wrong={wrong}
          />
        </fieldset>
        <Button>{FACILITATING.declareButton}</Button>
      </ActForm>
    ),
  });
};
