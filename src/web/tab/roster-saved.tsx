/** The page after saving: what became of each row, and those not saved kept for another go. */
import { Banner } from './fields';
import type { Shown } from './page';
import { LIST } from './paths';
import { formOfRow, type SentRow } from './roster-form';
import { IMPORT } from './roster-paths';
import { isUnsaved, type SavedRow } from './roster-saving';
import { Table } from './table';
import { savedInWords, savedWords } from './wording/roster-pages';
import { becameInWords } from './wording/roster-saved';

export function savedPage(rows: readonly SavedRow[]): Shown {
  const unsaved = rows.filter(isUnsaved);
  const saved = rows.filter(({ became }) => became.kind === 'added' || became.kind === 'changed').length;
  const title = savedInWords(saved);
  const [, facilitator, what] = savedWords.columns;
  return {
    title,
    section: 'facilitators',
    said: title,
    content: (
      <>
        <h1 tabindex={-1}>{title}</h1>
        {unsaved.length > 0 && <Unsaved rows={unsaved} />}
        <Table caption={savedWords.caption} columns={savedWords.columns}>
          {rows.map(({ judged, became }) => (
            <tr key={judged.row.line}>
              <th scope="row">{judged.row.line}</th>
              <td data-column={facilitator}>
                {judged.cells.name}
                <span class="quiet">{judged.cells.mail}</span>
              </td>
              <td data-column={what}>{becameInWords(became)}</td>
            </tr>
          ))}
        </Table>
        <p>
          <a class="button" href={LIST}>
            {savedWords.list}
          </a>
        </p>
      </>
    ),
  };
}

/** Sent without what the page was made from: they are looked at as the pool is then. */
function Unsaved({ rows }: { readonly rows: readonly SavedRow[] }) {
  const again = rows.map(({ judged: { row } }): SentRow => {
    const { line, cells, leave } = row;
    return { line, cells, leave };
  });
  return (
    <Banner kind="warning" heading={savedWords.unsaved} focus>
      <p>{savedWords.unsavedHint}</p>
      <form method="post" action={IMPORT}>
        {again.flatMap((row, n) =>
          formOfRow(row, n).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          )),
        )}
        <button class="primary" name="do" value="check">
          {savedWords.again}
        </button>
      </form>
    </Banner>
  );
}
