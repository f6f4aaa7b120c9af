/** What the pages say that bring a file of facilitators into the pool. */
import { teamLabel } from '../../../domain/agencies';
import { isLocalDate } from '../../../domain/calendar';
import { FACILITATOR_LIMITS } from '../../../domain/facilitator-form-check';
import type { Policy } from '../../../domain/policy';
import type { Field } from '../roster-cells';
import { dateInWords } from '../../../wording/when';
import { FIELD_NAMES } from './roster';

export const uploadWords = {
  title: 'Add facilitators from a file',
  about:
    'Choose a CSV file or paste rows from a spreadsheet. You see what every row would do before anything is saved.',
  file: 'CSV file',
  fileHint: 'From Excel: Save as, “CSV UTF-8 (comma delimited)”. At most 1,000 rows and 1 MB.',
  text: 'Rows, with the headings first',
  textHint: 'The file you choose appears here. You can also paste rows here.',
  check: 'Check the rows',
  columns: 'The columns of the file',
  columnsHint:
    'In any order. Name, E-mail and Team are needed. Of somebody who is in the pool already, what the file has no column for stays as it is; an empty cell empties it.',
  columnHeads: ['Heading', 'What stands below it'],
  example: 'Download an example file',
  pool: 'Download the pool as a file',
  refused: 'This file cannot be read',
} as const;

export const previewWords = {
  title: 'Check before saving',
  nothingSaved: 'Nothing has been saved yet.',
  changed: 'The pool has changed since you looked',
  changedHint: 'Nothing has been saved. Please look at the rows marked “changed meanwhile”, and save again.',
  changedMark: 'changed meanwhile',
  wrongRows: 'Rows to put right',
  otherRows: 'What saving does',
  columns: ['Row', 'Facilitator', 'Team', 'On saving', 'Leave out'],
  leave: 'Leave out',
  again: 'Check again',
  nothingNew: 'There is nothing to save.',
  other: 'Choose another file',
  left: 'Their leaving the pool stays as it is.',
} as const;

export const savedWords = {
  columns: ['Row', 'Facilitator', 'What happened'],
  caption: 'What became of each row',
  unsaved: 'Some rows were not saved',
  unsavedHint: 'They are kept here: check them again, and save what still needs it.',
  again: 'Check these rows again',
  list: 'To the facilitators',
} as const;

/** What stands below a heading. */
export function columnHint(field: Field, { agencies, localities, ...policy }: Policy): string {
  const { leastWeight, mostWeight, mostSessionsPerMonth } = FACILITATOR_LIMITS;
  const day = 'A day, such as 16/03/2026 or 2026-03-16.';
  switch (field) {
    case 'name':
      return 'First name and surname.';
    case 'mail':
      return 'Their work address. Who has it in the pool already is changed, anybody else is added.';
    case 'team':
      return `Agency and team, such as “${teamLabel(agencies, agencies[0]?.teams[0]?.code ?? '')}”.`;
    case 'trainedOn':
      return `${day} Empty for a trainee, who may observe.`;
    case 'trainedUntil':
      return `${day} Empty: ${policy.trainingValidMonths} months from the training.`;
    case 'refresherOn':
    case 'supervisedOn':
    case 'facilitatedBefore':
      return day;
    case 'localities':
      return `Any of ${localities.map(({ name }) => name).join(', ')}; several with ; between them.`;
    case 'weight':
      return `Their part beside others’, from ${leastWeight} to ${mostWeight}. Empty: 1.`;
    case 'sessionsPerMonth':
      return `A whole number up to ${mostSessionsPerMonth}. Empty: ${policy.sessionsPerMonth}.`;
    case 'joinedOn':
      return `${day} Empty: always.`;
    case 'accepts':
      return '“automatically” for somebody who need not be asked; “asked” or empty for everybody else.';
    case 'excludedTeams':
      return 'Agencies and teams; several with ; between them.';
  }
}

/** "12 rows: 7 to add, 3 to change, 2 to put right." */
export function countsInWords(counts: Readonly<Record<string, number>>): string {
  const { add = 0, change = 0, wrong = 0 } = counts;
  const parts: readonly (readonly [number, string])[] = [
    [add, 'to add'],
    [change, 'to change'],
    [counts['nothing-new'] ?? 0, 'with nothing new'],
    [wrong, 'to put right'],
    [counts['left-out'] ?? 0, 'left out'],
  ];
  const all = parts.reduce((sum, [count]) => sum + count, 0);
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${all} ${all === 1 ? 'row' : 'rows'}: ${said.join(', ')}.`;
}

export function saveInWords(count: number): string {
  return `Save ${facilitators(count)}`;
}

/** Why nothing can be saved yet. */
export function notYetInWords(wrong: number): string {
  return `${wrong === 1 ? '1 row needs' : `${wrong} rows need`} putting right, or leaving out, before you can save. Then check again.`;
}

export function savedInWords(count: number): string {
  return `${facilitators(count)} saved`;
}

/** "Row 5: Scarlet Sepia". */
export function rowInWords(line: number, name: string): string {
  return name.trim() === '' ? `Row ${line}` : `Row ${line}: ${name.trim()}`;
}

/** "Weight: 2, was 0.5". */
export function changeInWords(field: Field, before: string, after: string): string {
  return `${FIELD_NAMES[field]}: ${readable(after) || 'none'}, was ${readable(before) || 'none'}`;
}

export function fieldInWords(field: Field, value: string): string {
  return `${FIELD_NAMES[field]}: ${readable(value)}`;
}

function readable(cell: string): string {
  return isLocalDate(cell) ? dateInWords(cell) : cell;
}

function facilitators(count: number): string {
  return `${count} ${count === 1 ? 'facilitator' : 'facilitators'}`;
}
