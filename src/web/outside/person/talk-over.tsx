/** The button that tells those who support facilitators, and nobody else. */
import { TALKING_OVER } from '../../../wording/session-record';
import { Button } from '../parts';
import { ActForm } from './seen';

export function TalkOver({ token }: { readonly token: string }) {
  return (
    <ActForm token={token} act="talk-over">
      <h2>{TALKING_OVER.heading}</h2>
      <p class="hint">{TALKING_OVER.hint}</p>
      <Button kind="second">{TALKING_OVER.button}</Button>
    </ActForm>
  );
}
