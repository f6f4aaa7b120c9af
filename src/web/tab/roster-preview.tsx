/** The rows of a file before they are saved: what is wrong on top, the rows to put right, and what saving does to the others. */
import { teamLabel } from '../../domain/agencies';
import type { Policy } from '../../domain/policy';
import { Banner, Summary, type Wrong } from './fields';
import type { Shown } from './page';
import { rowField, formOfRow } from './roster-form';
import { changedSince, type JudgedRow } from './roster-import';
import { IMPORT } from './roster-paths';
import { RowEffect, RowToPutRight, wrongOf } from './roster-row';
import { Table } from './table';
import { ignoredInWords } from './wording/roster-import';
import { countsInWords, notYetInWords, previewWords, rowInWords, saveInWords } from './wording/roster-pages';

export interface PreviewProps {
  readonly rows: readonly JudgedRow[];
  /** Headings that were not read. */
  readonly ignored: readonly string[];
  readonly policy: Policy;
  /** Whether saving was asked for, and not done because the pool had changed. */
  readonly isStale?: boolean;
}

export function previewPage({ rows, ignored, policy, isStale = false }: PreviewProps): Shown {
  const numbered = rows.map((judged, n) => ({ judged, n }));
  const wrong = numbered.filter(({ judged }) => judged.outcome.kind === 'wrong');
  const others = numbered.filter(({ judged }) => judged.outcome.kind !== 'wrong');
  const problems = wrong.flatMap(({ judged, n }) => wrongOf(judged, n, policy));
  const summary = wrong.flatMap(({ judged, n }) =>
    wrongOf(judged, n, policy).map(({ field, text }) => ({ field, text: rowInWords(judged.row.line, text) })),
  );
  const counts = countsInWords(countsOf(rows));
  return {
    title: previewWords.title,
    section: 'facilitators',
    status: problems.length > 0 ? 422 : isStale ? 409 : 200,
    said: counts,
    content: (
      <>
        <h1 tabindex={-1}>{previewWords.title}</h1>
        <Summary wrong={summary} />
        {isStale && problems.length === 0 && (
          <Banner kind="warning" heading={previewWords.changed} focus>
            <p>{previewWords.changedHint}</p>
          </Banner>
        )}
        <p>
          {counts} {previewWords.nothingSaved}
        </p>
        {ignored.length > 0 && <p>{ignoredInWords(ignored)}</p>}
        <form method="post" action={IMPORT} noValidate>
          {ignored.map((heading) => (
            <input key={heading} type="hidden" name="ignored" value={heading} />
          ))}
          <ToPutRight rows={wrong} problems={problems} />
          <Effects rows={others} policy={policy} />
          <Actions rows={rows} />
        </form>
      </>
    ),
  };
}

interface Numbered {
  readonly judged: JudgedRow;
  /** The number its fields have. */
  readonly n: number;
}

function ToPutRight(props: { readonly rows: readonly Numbered[]; readonly problems: readonly Wrong[] }) {
  if (props.rows.length === 0) return null;
  return (
    <section aria-labelledby="wrong-rows">
      <h2 id="wrong-rows">{previewWords.wrongRows}</h2>
      {props.rows.map(({ judged, n }) => (
        <RowToPutRight key={n} judged={judged} n={n} wrong={props.problems} />
      ))}
    </section>
  );
}

function Effects({ rows, policy }: { readonly rows: readonly Numbered[]; readonly policy: Policy }) {
  if (rows.length === 0) return null;
  const [, facilitator, team, effect, leave] = previewWords.columns;
  return (
    <section aria-labelledby="other-rows">
      <h2 id="other-rows">{previewWords.otherRows}</h2>
      <Table caption={{ by: 'other-rows' }} columns={previewWords.columns}>
        {rows.map(({ judged, n }) => (
          <tr key={n}>
            <th scope="row">{judged.row.line}</th>
            <td data-column={facilitator}>
              {judged.cells.name}
              <span class="quiet">{judged.cells.mail}</span>
            </td>
            <td data-column={team}>{teamLabel(policy.agencies, judged.answers.team)}</td>
            <td data-column={effect}>
              <RowEffect judged={judged} policy={policy} />
              {changedSince(judged) && <span class="mark warning">{previewWords.changedMark}</span>}
            </td>
            <td data-column={leave}>
              <Hidden judged={judged} n={n} />
              <label class="box">
                <input type="checkbox" name={rowField(n, 'leave')} checked={judged.row.leave} />
                <span>
                  {previewWords.leave}
                  <span class="unseen"> {rowInWords(judged.row.line, judged.cells.name)}</span>
                </span>
              </label>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** All that has to come back of a row whose cells are shown as text. */
function Hidden({ judged: { row, seen }, n }: Numbered) {
  return (
    <>
      {formOfRow({ ...row, leave: false, seen }, n).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** Checking comes first: it is what Enter does. */
function Actions({ rows }: { readonly rows: readonly JudgedRow[] }) {
  const { wrong = 0, add = 0, change = 0 } = countsOf(rows);
  const why = wrong > 0 ? notYetInWords(wrong) : add + change === 0 ? previewWords.nothingNew : undefined;
  return (
    <>
      {why !== undefined && <p id="why-not">{why}</p>}
      <div class="actions">
        <button name="do" value="check">
          {previewWords.again}
        </button>
        <button
          class="primary"
          name="do"
          value="save"
          disabled={why !== undefined}
          aria-describedby={why === undefined ? undefined : 'why-not'}
        >
          {saveInWords(add + change)}
        </button>
        <a class="button" href={IMPORT}>
          {previewWords.other}
        </a>
      </div>
    </>
  );
}

function countsOf(rows: readonly JudgedRow[]): Partial<Record<JudgedRow['outcome']['kind'], number>> {
  const counts: Partial<Record<JudgedRow['outcome']['kind'], number>> = {};
  for (const { outcome } of rows) counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1;
  return counts;
}
