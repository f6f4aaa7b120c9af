/** Where information governance begins: finding somebody, legal holds, the free figures, and what was done here. */
import type { GovernanceEntry } from '../../../ports/governance';
import type { LegalHold } from '../../../domain/legal-hold';
import { minuteInWords } from '../../../wording/when';
import { Banner, Input, Summary, type Wrong } from '../fields';
import type { Shown } from '../page';
import { Table } from '../table';
import { ACTS, detailInWords, governanceWords, holdWords } from '../wording/governance';
import { HoldForm, type HoldTyped, HoldList } from './hold-part';
import { FIGURES_FILE, GOVERNANCE, SEARCH } from './paths';

export interface StartGiven {
  readonly holds: readonly LegalHold[];
  readonly acts: readonly GovernanceEntry[];
  readonly wrong?: readonly Wrong[];
  /** What was typed and cannot be taken. */
  readonly typed?: HoldTyped;
  readonly done?: keyof typeof holdWords.done;
  readonly isHeld?: boolean;
}

export function startPage({ holds, acts, wrong = [], typed, done, isHeld = false }: StartGiven): Shown {
  const { title, lead, search, freedom, held } = governanceWords;
  return {
    title,
    section: 'governance',
    at: GOVERNANCE,
    ...(wrong.length > 0 && { status: 422 }),
    ...(isHeld && { status: 409 }),
    ...(done && { said: holdWords.done[done] }),
    content: (
      <>
        <h1 tabindex={-1}>{title}</h1>
        <p>{lead}</p>
        {done && <Banner kind="good" heading={holdWords.done[done]} focus />}
        {isHeld && <Banner kind="bad" heading={held} focus />}
        <Summary wrong={wrong} heading={holdWords.wrong} />
        <section class="part" aria-labelledby="search">
          <h2 id="search">{search.heading}</h2>
          <form method="post" action={SEARCH} class="stacked">
            <Input name="text" label={search.label} hint={search.hint} value="" wrong={wrong} />
            <button class="primary">{search.button}</button>
          </form>
        </section>
        <section class="part" aria-labelledby="holds">
          <h2 id="holds">{holdWords.heading}</h2>
          <p>{holdWords.lead}</p>
          <HoldList holds={holds} />
          <HoldForm wrong={wrong} {...(typed && { typed })} />
        </section>
        <section class="part" aria-labelledby="freedom">
          <h2 id="freedom">{freedom.heading}</h2>
          <p>{freedom.text}</p>
          <p>
            <a href={FIGURES_FILE} data-download>
              {freedom.link}
            </a>
          </p>
        </section>
        <Acts acts={acts} />
      </>
    ),
  };
}

function Acts({ acts }: { readonly acts: readonly GovernanceEntry[] }) {
  const { heading, caption, columns, none, clock } = governanceWords.acts;
  const [, who, what, howMuch] = columns;
  return (
    <section class="part" aria-labelledby="acts">
      <h2 id="acts">{heading}</h2>
      {acts.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <Table caption={caption} columns={columns}>
          {acts.map((act) => (
            <tr key={`${act.at} ${act.what}`}>
              <th scope="row">{minuteInWords(act.at)}</th>
              <td data-column={who}>{act.by === 'system' ? clock : act.by.name}</td>
              <td data-column={what}>{ACTS[act.what]}</td>
              <td data-column={howMuch}>{detailInWords(act)}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
