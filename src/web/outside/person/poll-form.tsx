/** The question which times suit: one tap for each, and one to send. */
import type { PolledShown } from '../../../present/polled';
import { Checkboxes } from '../fields';
import { Button } from '../parts';
import { POLL } from '../wording/person';
import { ActForm } from './seen';

export function PollForm({ token, polled }: { readonly token: string; readonly polled: PolledShown }) {
  const { at, until, slots, hasAnswered } = polled;
  return (
    <ActForm token={token} act="answer-poll" fields={[['at', at]]}>
      <h2>{POLL.heading}</h2>
      <p>{POLL.text(until)}</p>
      {hasAnswered && <p>{POLL.answered}</p>}
      <Checkboxes
        name="starts"
        label={POLL.label}
        hint={POLL.hint}
        choices={slots.map(({ start, label }) => ({ value: String(start), label }))}
        chosen={slots.filter(({ suits }) => suits).map(({ start }) => String(start))}
      />
      <Button>{POLL.button}</Button>
    </ActForm>
  );
}
