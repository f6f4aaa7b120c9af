/** What is asked once more before it is done. */
import { Button, Buttons } from '../parts';
import { CANNOT, CHANGING, MOVING, NOT_HELD, WITHDRAWING } from '../wording/person';
import { facilitatorShown } from './facilitator-page';
import { requesterShown } from './requester-page';
import { ActForm } from './seen';
import { type Step, stepPage } from './step';
import { Radios } from '../fields';

export const withdrawing: Step = (asked) => {
  const { subject, token } = asked.opened;
  if (subject.as !== 'requester') return undefined;
  const shown = requesterShown(asked, subject.request);
  if (!shown.canWithdraw) return undefined;
  return stepPage(asked, {
    title: WITHDRAWING.title,
    content: (
      <ActForm token={token} act="withdraw">
        <p>{shown.withdrawing}</p>
        <Button kind="warning">{WITHDRAWING.button}</Button>
      </ActForm>
    ),
  });
};

/** The form itself comes once the code has been entered. */
export const changing: Step = (asked) => {
  const { subject, token } = asked.opened;
  if (subject.as !== 'requester' || !requesterShown(asked, subject.request).canChange) return undefined;
  return stepPage(asked, {
    title: CHANGING.title,
    content: (
      <ActForm token={token} act="change">
        <p>{CHANGING.text}</p>
        <Button>{CHANGING.button}</Button>
      </ActForm>
    ),
  });
};

/** Asked by the requester, or by the facilitator. */
export const moving: Step = (asked) => {
  const { subject, token } = asked.opened;
  if (subject.as !== 'requester' && subject.as !== 'facilitator') return undefined;
  const isRequester = subject.as === 'requester';
  const shown = isRequester ? requesterShown(asked, subject.request) : facilitatorShown(asked, subject);
  if (!shown.canMove) return undefined;
  return stepPage(asked, {
    title: MOVING.title,
    content: (
      <ActForm token={token} act="another-time" fields={[['attempt', shown.attempt]]}>
        <p>{isRequester ? MOVING.requester : MOVING.facilitator}</p>
        <Button>{MOVING.button}</Button>
      </ActForm>
    ),
  });
};

/** Before they have answered, or once they had accepted. */
export const cannot: Step = (asked) => {
  const { subject, token } = asked.opened;
  if (subject.as !== 'facilitator') return undefined;
  const { canAnswer, canDropOut, refusing, dropping, attempt } = facilitatorShown(asked, subject);
  if (!canAnswer && !canDropOut) return undefined;
  return stepPage(asked, {
    title: CANNOT.title,
    content: (
      <ActForm token={token} act="cannot" fields={[['attempt', attempt]]}>
        <p>{canAnswer ? refusing : dropping}</p>
        <Buttons>
          <Button kind="warning">{CANNOT.button}</Button>
        </Buttons>
        <h2>{CANNOT.family}</h2>
        <p>{CANNOT.familyHint}</p>
        <Button kind="second" name="knowsFamily" value="true">
          {CANNOT.familyButton}
        </Button>
      </ActForm>
    ),
  });
};

export const notHeld: Step = (asked) => {
  const { subject, token } = asked.opened;
  if (subject.as !== 'facilitator') return undefined;
  const { canSayNotHeld, notHeldReasons, notHeldUntil, attempt } = facilitatorShown(asked, subject);
  if (!canSayNotHeld) return undefined;
  const { wrong = [] } = asked;
  return stepPage(asked, {
    title: NOT_HELD.title,
    wrong,
    content: (
      <ActForm token={token} act="not-held" fields={[['attempt', attempt]]}>
        <p>{notHeldUntil}</p>
        <Radios
          name="reason"
          label={NOT_HELD.question}
          choices={notHeldReasons.map(({ title, value }) => ({ label: title, value }))}
          chosen={asked.filled?.get('reason') ?? ''}
          wrong={wrong}
        />
        <Button>{NOT_HELD.button}</Button>
      </ActForm>
    ),
  });
};
