/** One row of a file on the page it is checked on: its fields to put right, or what saving it does. */
import { answersOf } from '../../domain/facilitator-form-check';
import type { FacilitatorDraft } from '../../domain/facilitator-form';
import type { Policy } from '../../domain/policy';
import { Input, type Wrong } from './fields';
import { cellsOf, type Field } from './roster-cells';
import { FIELDS } from './roster-csv';
import { rowField } from './roster-form';
import type { JudgedRow } from './roster-import';
import { FIELD_NAMES, problemInWords } from './wording/roster';
import { sameAddressInWords } from './wording/roster-import';
import { changeInWords, fieldInWords, previewWords, rowInWords } from './wording/roster-pages';
import { outcomeWords } from './wording/roster-saved';

/** What is wrong with a row, in words, at the fields it has on the page. */
export function wrongOf({ row, outcome }: JudgedRow, n: number, policy: Policy): readonly Wrong[] {
  if (outcome.kind !== 'wrong') return [];
  return outcome.problems.map((problem) => ({
    field: rowField(n, problem.field),
    text:
      problem.fault === 'taken'
        ? sameAddressInWords(row.line, outcome.sameAddress)
        : problemInWords(problem, policy),
  }));
}

/** Only what the file gave can be changed, and what is wrong: of the rest the pool knows, whoever is meant in the end. */
export function RowToPutRight(props: {
  readonly judged: JudgedRow;
  readonly n: number;
  readonly wrong: readonly Wrong[];
}) {
  const { judged, n, wrong } = props;
  const { row, cells, seen } = judged;
  const isWrong = (field: Field) => wrong.some((each) => each.field === rowField(n, field));
  return (
    <fieldset class="part">
      <legend>{rowInWords(row.line, cells.name)}</legend>
      <input type="hidden" name={rowField(n, 'line')} value={row.line} />
      <input type="hidden" name={rowField(n, 'seen')} value={seen} />
      {FIELDS.filter((field) => row.cells[field] !== undefined || isWrong(field)).map((field) => (
        <Input
          key={field}
          name={rowField(n, field)}
          label={FIELD_NAMES[field]}
          value={cells[field]}
          wrong={wrong}
        />
      ))}
      <label class="box">
        <input type="checkbox" name={rowField(n, 'leave')} />
        <span>{previewWords.leave}</span>
      </label>
    </fieldset>
  );
}

/** What saving the row does, with every field it sets. */
export function RowEffect({ judged, policy }: { readonly judged: JudgedRow; readonly policy: Policy }) {
  const { outcome } = judged;
  const details = detailsOf(outcome, policy);
  return (
    <>
      {outcomeWords[outcome.kind]}
      {details.map((detail) => (
        <span key={detail} class="quiet">
          {detail}
        </span>
      ))}
    </>
  );
}

/** Of somebody new: what stands in a column of its own is said already, and to be asked is what everybody expects. */
function isWorthSaying(field: Field, cell: string): boolean {
  return cell !== '' && cell !== 'asked' && !['name', 'mail', 'team'].includes(field);
}

function detailsOf(outcome: JudgedRow['outcome'], policy: Policy): readonly string[] {
  const cells = (draft: FacilitatorDraft) => cellsOf(answersOf(draft), policy);
  if (outcome.kind === 'add') {
    const added = cells(outcome.draft);
    return FIELDS.filter((field) => isWorthSaying(field, added[field])).map((field) =>
      fieldInWords(field, added[field]),
    );
  }
  if (outcome.kind !== 'change') return [];
  const before = cells(outcome.facilitator);
  const after = cells(outcome.draft);
  return [
    ...outcome.fields.map((field) => changeInWords(field, before[field], after[field])),
    ...(outcome.facilitator.leftOn === undefined ? [] : [previewWords.left]),
  ];
}
