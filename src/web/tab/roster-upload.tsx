/** The page a file of facilitators is chosen on, or its rows are pasted. */
import type { Policy } from '../../domain/policy';
import { Banner } from './fields';
import type { Shown } from './page';
import { EXAMPLE, IMPORT, POOL_FILE } from './roster-paths';
import { FIELDS, type RosterRefusal } from './roster-csv';
import { Table } from './table';
import { FIELD_NAMES } from './wording/roster';
import { refusalInWords } from './wording/roster-import';
import { columnHint, uploadWords } from './wording/roster-pages';

/** `text` is what was there before, so that nothing pasted is lost. */
export function uploadPage(policy: Policy, refused?: RosterRefusal, text = ''): Shown {
  return {
    title: uploadWords.title,
    section: 'facilitators',
    ...(refused && { status: 422 }),
    content: (
      <>
        <h1 tabindex={-1}>{uploadWords.title}</h1>
        {refused && (
          <Banner kind="bad" heading={uploadWords.refused} focus>
            <p id="refused">{refusalInWords(refused)}</p>
          </Banner>
        )}
        <p>{uploadWords.about}</p>
        <Upload text={text} isRefused={refused !== undefined} />
        <Columns policy={policy} />
        <p class="actions">
          <Download path={EXAMPLE} words={uploadWords.example} />
          <Download path={POOL_FILE} words={uploadWords.pool} />
        </p>
      </>
    ),
  };
}

/** The file itself is not sent: the page's script reads it into the text, where it can be seen and changed. */
function Upload({ text, isRefused }: { readonly text: string; readonly isRefused: boolean }) {
  return (
    <form method="post" action={IMPORT} noValidate>
      <div class="field">
        <label for="file">{uploadWords.file}</label>
        <p id="file-hint" class="hint">
          {uploadWords.fileHint}
        </p>
        <input
          id="file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          aria-describedby="file-hint"
          data-read-into="text"
        />
      </div>
      <div class="field">
        <label for="text">{uploadWords.text}</label>
        <p id="text-hint" class="hint">
          {uploadWords.textHint}
        </p>
        <textarea
          id="text"
          name="text"
          rows={12}
          spellcheck={false}
          aria-describedby={isRefused ? 'text-hint refused' : 'text-hint'}
          aria-invalid={isRefused ? 'true' : undefined}
        >
          {text}
        </textarea>
      </div>
      <div class="actions">
        <button class="primary" name="do" value="read">
          {uploadWords.check}
        </button>
      </div>
    </form>
  );
}

function Columns({ policy }: { readonly policy: Policy }) {
  return (
    <section class="part" aria-labelledby="columns">
      <h2 id="columns">{uploadWords.columns}</h2>
      <p>{uploadWords.columnsHint}</p>
      <Table caption={{ by: 'columns' }} columns={uploadWords.columnHeads}>
        {FIELDS.map((field) => (
          <tr key={field}>
            <th scope="row">{FIELD_NAMES[field]}</th>
            <td data-column={uploadWords.columnHeads[1]}>{columnHint(field, policy)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** Fetched by the page's script, because a plain link would not say who asks. */
function Download({ path, words }: { readonly path: string; readonly words: string }) {
  return (
    <a class="button" href={path} hx-boost="false" data-download="">
      {words}
    </a>
  );
}
