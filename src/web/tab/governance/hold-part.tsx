/** Legal holds: those that stand, and the form for another. */
import type { LegalHoldAnswers } from '../../../domain/legal-hold-form';
import type { LegalHold } from '../../../domain/legal-hold';
import { minuteInWords } from '../../../wording/when';
import { Choices, Input, Summary, type Wrong } from '../fields';
import type { Shown } from '../page';
import { Table } from '../table';
import { governanceWords, holdWords } from '../wording/governance';
import { GOVERNANCE, HOLDS, liftPath } from './paths';

export interface HoldTyped extends Omit<LegalHoldAnswers, 'notNames'> {
  /** What "No, it is not" has to carry; absent where nothing is asked. */
  readonly mark?: string;
}

const NOTHING: HoldTyped = { kind: '', reference: '', from: '', until: '', why: '' };

export function HoldList({ holds }: { readonly holds: readonly LegalHold[] }) {
  if (holds.length === 0) return <p class="quiet">{holdWords.none}</p>;
  const [, why, set, toDo] = holdWords.columns;
  return (
    <Table caption={holdWords.heading} columns={holdWords.columns}>
      {holds.map((hold) => (
        <tr key={hold.id}>
          <th scope="row">{holdWords.of(hold)}</th>
          <td data-column={why}>{hold.why}</td>
          <td data-column={set}>
            {minuteInWords(hold.setAt)}, {hold.setBy.name}
          </td>
          <td data-column={toDo}>
            <form method="post" action={liftPath(hold.id)}>
              <button class="small" name="lift" value="ask">
                {holdWords.lift}
                <span class="unseen">: {holdWords.of(hold)}</span>
              </button>
            </form>
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function HoldForm({ wrong, typed = NOTHING }: { wrong: readonly Wrong[]; typed?: HoldTyped }) {
  const kinds = Object.entries(holdWords.kinds).map(([value, label]) => ({ value, label }));
  return (
    <form method="post" action={HOLDS} class="stacked">
      <h3>{holdWords.setHeading}</h3>
      <Choices
        {...{ name: 'kind', label: holdWords.kind, kind: 'radio', choices: kinds, wrong }}
        chosen={[typed.kind]}
      />
      <Input
        {...{ name: 'reference', label: holdWords.reference, hint: holdWords.referenceHint, wrong }}
        value={typed.reference}
      />
      <Input
        {...{ name: 'from', type: 'date', label: holdWords.from, hint: holdWords.periodHint, wrong }}
        value={typed.from}
      />
      <Input {...{ name: 'until', type: 'date', label: holdWords.until, wrong }} value={typed.until} />
      <Input {...{ name: 'why', label: holdWords.why, hint: holdWords.whyHint, wrong }} value={typed.why} />
      {typed.mark && (
        <fieldset class="field">
          <legend>{holdWords.notNamesQuestion}</legend>
          <label class="box">
            <input type="checkbox" name="notNames" value={typed.mark} />
            <span>{holdWords.notNames}</span>
          </label>
        </fieldset>
      )}
      <button>{holdWords.button}</button>
    </form>
  );
}

export function liftPage(hold: LegalHold, wrong: readonly Wrong[] = []): Shown {
  const { liftTitle, liftText, liftSure, liftButton } = holdWords;
  return {
    title: liftTitle,
    section: 'governance',
    ...(wrong.length > 0 && { status: 422 }),
    content: (
      <>
        <p>
          <a href={GOVERNANCE}>{governanceWords.back}</a>
        </p>
        <h1 tabindex={-1}>{liftTitle}</h1>
        <Summary wrong={wrong} />
        <p>
          <strong>{holdWords.of(hold)}</strong>: {hold.why}
        </p>
        <p>{liftText}</p>
        <form method="post" action={liftPath(hold.id)} class="stacked">
          <Choices
            {...{ name: 'sure', label: liftTitle, kind: 'checkbox', wrong, chosen: [] }}
            choices={[{ value: 'yes', label: liftSure }]}
          />
          <button class="primary" name="lift" value="yes">
            {liftButton}
          </button>
        </form>
      </>
    ),
  };
}
