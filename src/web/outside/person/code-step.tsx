/** Where the code is entered that was mailed before something sensitive is done. */
import { Input, type Wrong } from '../fields';
import { Button } from '../parts';
import type { Shown } from '../plain-page';
import { CODE } from '../wording/person';
import { ActForm, type Fields } from './seen';
import { type StepAsked, stepPage } from './step';

/** What of an address goes along to the act the code is for. */
export const CARRIED: readonly string[] = ['attempt'];

/** What of a form does: all that was typed, so that a code that has grown old loses none of it. */
function carriedOf({ filled, query }: StepAsked): Fields {
  return filled
    ? [...filled].filter(([name]) => name !== 'code' && name !== 'proof')
    : [...query].filter(([name]) => CARRIED.includes(name));
}

/** @param act the act that needs the code */
export function codePage(asked: StepAsked, act: string, wrong: readonly Wrong[] = []): Shown {
  const { opened, policy } = asked;
  const fields = carriedOf(asked);
  return stepPage(asked, {
    title: CODE.title,
    wrong,
    content: (
      <>
        <p>{CODE.text(policy.codeMinutes)}</p>
        <ActForm token={opened.token} act={act} fields={fields}>
          <Input
            name="code"
            label={CODE.label}
            hint={CODE.hint}
            value=""
            inputMode="numeric"
            autocomplete="one-time-code"
            width="short"
            wrong={wrong}
          />
          <Button>{CODE.button}</Button>
        </ActForm>
        <ActForm token={opened.token} act={act} fields={fields}>
          <Button kind="plain">{CODE.again}</Button>
        </ActForm>
      </>
    ),
  });
}
