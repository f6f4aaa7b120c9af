/** Other dates, given by the requester. */
import { WEEKDAYS } from '../../../domain/calendar';
import { DATES_NOT_CHANGED } from '../../../wording/waiting';
import { DAYS } from '../../../wording/pool';
import { presentOtherDates } from '../../../present/other-dates';
import { Checkboxes, Input } from '../fields';
import { Button } from '../parts';
import { DATES } from '../wording/person';
import { datesIn } from './reading';
import { requesterShown } from './requester-page';
import { ActForm } from './seen';
import { type Step, stepPage, wrongFields } from './step';
import { Hidden } from '../fields';

export const givingDates: Step = (asked) => {
  const { opened, policy, filled, problems } = asked;
  const { subject, token } = opened;
  if (subject.as !== 'requester' || !requesterShown(asked, subject.request).canGiveDates) return undefined;
  const shown = presentOtherDates(subject.request, policy, filled && datesIn(filled));
  const wrong = wrongFields(problems);
  return stepPage(asked, {
    title: DATES.title,
    wrong,
    content: (
      <ActForm token={token} act="new-dates">
        <p>{wrong.length > 0 ? DATES_NOT_CHANGED : shown.need}</p>
        <Input name="earliest" label={DATES.earliest} type="date" value={shown.earliest} wrong={wrong} />
        <Input name="latest" label={DATES.latest} type="date" value={shown.latest} wrong={wrong} />
        <Checkboxes
          name="days"
          label={DATES.days}
          choices={WEEKDAYS.map((day) => ({ value: day, label: DAYS[day] }))}
          chosen={shown.days.split(',')}
          wrong={wrong}
        />
        <Checkboxes
          name="times"
          label={DATES.times}
          choices={[
            { value: 'morning', label: shown.morning },
            { value: 'afternoon', label: shown.afternoon },
          ]}
          chosen={shown.times.split(',')}
          wrong={wrong}
        />
        {shown.hasSchools && (
          <>
            <Hidden name="asksSchools" value="true" />
            <Checkboxes
              name="schoolsAgree"
              label={DATES.schools}
              choices={[{ value: 'true', label: shown.schools }]}
              chosen={[shown.schoolsAgree]}
              wrong={wrong}
            />
          </>
        )}
        <Button>{DATES.button}</Button>
      </ActForm>
    ),
  });
};
