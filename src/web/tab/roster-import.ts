/**
 * What saving the rows of a file would do to the pool, row by row and before anything is saved: who is added, what of whom
 * changes, and every problem. The address decides who is meant.
 */
import { createHash } from 'node:crypto';
import type { Facilitator } from '../../domain/facilitator';
import type { FacilitatorAnswers, FacilitatorDraft, FacilitatorProblem } from '../../domain/facilitator-form';
import { answersOf, checkFacilitator } from '../../domain/facilitator-form-check';
import type { Instant } from '../../domain/intervals';
import { plainMail } from '../../domain/mail-address';
import type { Policy } from '../../domain/policy';
import { answersFromCells, cellsOf, type Field, type GivenAnswers } from './roster-cells';
import { FIELDS } from './roster-csv';
import type { SentRow } from './roster-form';

export interface JudgedRow {
  readonly row: SentRow;
  /** Every cell: as typed, and what the pool knows where nothing was given. */
  readonly cells: Readonly<Record<Field, string>>;
  readonly answers: FacilitatorAnswers;
  readonly outcome: RowOutcome;
  /** Stands for what the pool knows of the address now; sent with the page, so that a change meanwhile is noticed. */
  readonly seen: string;
}

export type RowOutcome =
  | { readonly kind: 'left-out' }
  | {
      readonly kind: 'wrong';
      readonly problems: readonly FacilitatorProblem[];
      /** Other rows with the same address. */
      readonly sameAddress: readonly number[];
    }
  | { readonly kind: 'add'; readonly draft: FacilitatorDraft }
  | {
      readonly kind: 'change';
      readonly draft: FacilitatorDraft;
      readonly facilitator: Facilitator;
      readonly fields: readonly Field[];
    }
  | { readonly kind: 'nothing-new'; readonly facilitator: Facilitator };

/** Judges every row as the pool is now. Rows left out count for nothing. */
export function judgeRows(
  rows: readonly SentRow[],
  pool: readonly Facilitator[],
  now: Instant,
  policy: Policy,
): readonly JudgedRow[] {
  const byMail = new Map(pool.map((facilitator) => [plainMail(facilitator.mail), facilitator]));
  const read = rows.map((row) => {
    const given = answersFromCells(row.cells, policy);
    return { row, given, mail: plainMail(given.mail ?? '') };
  });
  const linesOf = new Map<string, readonly number[]>();
  for (const { row, mail } of read)
    if (!row.leave) linesOf.set(mail, [...(linesOf.get(mail) ?? []), row.line]);

  return read.map(({ row, given, mail }): JudgedRow => {
    const facilitator = byMail.get(mail);
    const answers = completed(given, facilitator);
    const sameAddress = (linesOf.get(mail) ?? []).filter((line) => line !== row.line);
    return {
      row,
      cells: { ...cellsOf(answers, policy), ...row.cells },
      answers,
      outcome: row.leave ? { kind: 'left-out' } : outcomeOf(answers, sameAddress, facilitator, now, policy),
      seen: fingerprint(facilitator),
    };
  });
}

/** Whether the pool knows something else of that address than when the page was made. */
export function changedSince({ row, seen }: JudgedRow): boolean {
  return row.seen !== undefined && row.seen !== seen;
}

/** What was not given stays as the pool knows it; but training of another day is not valid for as long as the last. */
function completed(given: GivenAnswers, facilitator: Facilitator | undefined): FacilitatorAnswers {
  const known = answersOf(facilitator ?? { name: '', mail: '', team: '' });
  const isTrainedAnew = given.trainedOn !== undefined && given.trainedOn !== known.trainedOn;
  return { ...known, ...(isTrainedAnew && { trainedUntil: '' }), ...given };
}

function outcomeOf(
  answers: FacilitatorAnswers,
  sameAddress: readonly number[],
  facilitator: Facilitator | undefined,
  now: Instant,
  policy: Policy,
): RowOutcome {
  // Whoever of the pool has the address is the one who is meant; only another row can take it.
  const others = sameAddress.length > 0 ? [{ mail: answers.mail }] : [];
  const checked = checkFacilitator(answers, others, now, policy);
  if ('problems' in checked) return { kind: 'wrong', problems: checked.problems, sameAddress };
  const { draft } = checked;
  if (!facilitator) return { kind: 'add', draft };
  const fields = differences(answersOf(facilitator), answersOf(draft));
  return fields.length > 0
    ? { kind: 'change', draft, facilitator, fields }
    : { kind: 'nothing-new', facilitator };
}

/** In lists the order does not count. */
function differences(before: FacilitatorAnswers, after: FacilitatorAnswers): readonly Field[] {
  const plain = (answer: string | readonly string[]) =>
    typeof answer === 'string' ? answer : sorted(answer);
  return FIELDS.filter((field) => plain(before[field]) !== plain(after[field]));
}

function sorted(list: readonly string[]): string {
  return [...list].sort().join(' ');
}

/** Stands for what the pool knows of somebody; short, and telling nobody anything. */
export function fingerprint(facilitator: Facilitator | undefined): string {
  if (!facilitator) return '';
  return createHash('sha256')
    .update(JSON.stringify(answersOf(facilitator)))
    .digest('base64url')
    .slice(0, 16);
}
